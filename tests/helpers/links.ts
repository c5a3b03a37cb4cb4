import { type BuiltFiles, page, pagePaths } from './built.ts';
import { attribute, elements } from './html.ts';

interface Links {
  /** Links of the site to itself that lead nowhere, or could not work from everywhere. */
  broken: string[];
  /** Addresses on other hosts. */
  foreign: string[];
}

/**
 * Follows every link of every page. All must be relative, so that they work from any folder and from the disk; only the
 * page for missing pages may have a base, for servers.
 */
export function followLinks(files: BuiltFiles): Links {
  const pages = new Map(pagePaths(files).map((path) => [path, elements(page(files, path))]));
  const ids = new Map(
    [...pages].map(([path, nodes]) => [path, new Set(nodes.map((node) => attribute(node, 'id')))]),
  );
  const links: Links = { broken: [], foreign: [] };
  for (const [path, nodes] of pages) {
    for (const node of nodes) {
      for (const name of ['href', 'src']) {
        const goal = attribute(node, name);
        if (goal === undefined || attribute(node, 'rel') === 'canonical') continue;
        if (node.name === 'base' && path === '404.html') continue;
        if (/^[a-z]+:|^\/\//i.test(goal)) links.foreign.push(goal);
        else if (!resolves(goal, path, ids, files)) links.broken.push(`${goal} on ${path}`);
      }
    }
  }
  return links;
}

function resolves(
  goal: string,
  from: string,
  ids: ReadonlyMap<string, ReadonlySet<string | undefined>>,
  files: BuiltFiles,
): boolean {
  const [address, fragment] = goal.split('#') as [string, string?];
  if (address.startsWith('/')) return false;
  const target = address === '' ? from : join(from, address);
  if (target === undefined || !files.has(target)) return false;
  // What has `=` in it is a choice that the script of the page reads.
  if (fragment?.includes('=')) return true;
  return fragment === undefined || ids.get(target)?.has(fragment) === true;
}

/** The path a relative address leads to; undefined outside of the site. */
function join(from: string, address: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
