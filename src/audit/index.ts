import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Streamed } from '../pages/page.ts';
import { attribute, type Tag, tags } from './tags.ts';

/**
 * Characters above which a page is slow on a phone. A report of a township has about 40,000; pages that list every
 * organ grow with the site.
 */
const budgets: readonly (readonly [paths: RegExp, budget: number])[] = [
  [/^organs\/[^/]+\/\d+\.html$/, 75_000],
  [/^(index|search|compare|404)\.html$|^years\//, 500_000],
];
const pageBudget = 150_000;

function budgetOf(path: string): number {
  return budgets.find(([paths]) => paths.test(path))?.[1] ?? pageBudget;
}

export interface Audit {
  /** Looks at one file of the site as it passes by. */
  add(path: string, content: string | Uint8Array | Streamed): void;
  /** All findings, once every file has been seen. */
  finish(): Diagnostic[];
}

interface Target {
  path: string;
  fragment: string;
}

interface Link {
  from: string;
  at: number;
  href: string;
  target: Target;
}

/** A link to a page that has not been seen yet. */
interface PendingLink extends Omit<Link, 'at'> {
  line: number;
  column: number;
}

/**
 * Checks the rendered site as a whole: dead links and anchors, ids used twice, order of headings, tables
 * without caption or scope, images without alt, inline style and script (the Content-Security-Policy of the
 * pages refuses them), size. Keeps the paths, the ids that may be linked to (once for pages with the same ids,
 * as reports on the same form are) and the links to pages that are still to come.
 */
export function makeAudit(): Audit {
  const paths = new Set<string>();
  const ids = new Map<string, ReadonlySet<string>>();
  const sameIds = new Map<string, ReadonlySet<string>>();
  const pending = new Map<string, PendingLink[]>();
  const found: Diagnostic[] = [];
  const leads = ({ path, fragment }: Target) =>
    paths.has(path) && (fragment === '' || ids.get(path)?.has(fragment) === true);
  return {
    add(path, content) {
      paths.add(path);
      if (!path.endsWith('.html') || typeof content !== 'string') return;
      const page = auditPage(path, content, found);
      const key = [...page.ids].join(' ');
      const known = sameIds.get(key) ?? new Set(detached([...page.ids]));
      sameIds.set(key, known);
      ids.set(path, known);
      const lines = lineCounter(content);
      for (const { at, href, ...link } of page.links) {
        if (leads(link.target)) continue;
        const goal = `${link.target.path}#${link.target.fragment}`;
        const waiting = pending.get(goal) ?? [];
        if (waiting.length >= toldOfEach) continue;
        waiting.push(detached({ ...link, href, ...lines(at) }));
        pending.set(goal, waiting);
      }
    },
    finish() {
      for (const { from, href, target, line, column } of [...pending.values()].flat()) {
        if (leads(target)) continue;
        const place = { file: from, line, column, endLine: line, endColumn: column + href.length };
        found.push(diagnose('AUD-LINK', { href }, { place }));
      }
      return found;
    },
  };
}

/** Of the links to one place. A fault of a template is on every page; the first pages say it as well as all. */
const toldOfEach = 20;

/** A copy whose texts are not slices of the page: a slice keeps the whole page in memory. */
function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function auditPage(
  path: string,
  html: string,
  found: Diagnostic[],
): { ids: ReadonlySet<string>; links: readonly Link[] } {
  const ids = new Set<string>();
  const links: Link[] = [];
  const named: [tag: Tag, key: string, id: string][] = [];
  const lines = lineCounter(html);
  const report = (tag: Tag, what: string) => {
    const { line, column } = lines(tag.at);
    const place = { file: path, line, column, endLine: line, endColumn: column + tag.name.length + 1 };
    found.push(diagnose('AUD-PAGE', { what }, { place }));
  };
  let heading = 0;
  let openTable: Tag | undefined;
  for (const tag of tags(html)) {
    const { name, at } = tag;
    const id = attribute(tag, 'id');
    if (id !== undefined && ids.has(id)) report(tag, `两处用了同一个 id “${id}”`);
    if (id !== undefined) ids.add(id);
    for (const key of naming) {
      for (const other of attribute(tag, key)?.split(' ') ?? []) named.push([tag, key, other]);
    }
    if (isInline(tag)) report(tag, '有内联的样式或脚本，浏览器按安全策略不会执行');
    if (openTable && name !== 'caption') report(openTable, '表格没有标题（caption）');
    openTable = name === 'table' ? tag : undefined;
    if (name === 'th' && attribute(tag, 'scope') === undefined) {
      report(tag, '表头没有说明管行还是管列（scope）');
    }
    if (name === 'img' && attribute(tag, 'alt') === undefined) report(tag, '图片没有替代文字（alt）');
    if (name === 'svg' && !drawingIsTold(tag)) report(tag, '图形没有名称，也没有对读屏软件隐藏');
    const level = headingLevel(name);
    if (level > 0) {
      if (level > heading + 1)
        report(tag, heading === 0 ? '第一个标题不是一级标题' : `标题从${heading}级跳到${level}级`);
      if (level === 1 && heading > 0) report(tag, '一页有两个一级标题');
      heading = level;
    }
    for (const key of ['href', 'src'] as const) {
      const href = attribute(tag, key);
      if (href === undefined || name === 'base') continue;
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) {
        const loads = key === 'src' || (name === 'link' && attribute(tag, 'rel') !== 'canonical');
        if (loads && !href.startsWith('data:')) report(tag, `要向别的网站取东西（${href}）`);
        continue;
      }
      const target = resolveLink(path, href);
      if (target) links.push({ from: path, at, href, target });
    }
  }
  for (const [tag, key, id] of named) {
    if (!ids.has(id)) report(tag, `${key} 指的 “${id}” 这一页没有`);
  }
  const budget = budgetOf(path);
  if (html.length > budget) {
    const place = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    found.push(diagnose('AUD-SIZE', { size: html.length, budget }, { place }));
  }
  return { ids, links };
}

/** Attributes that name other elements of the page by their id. */
const naming = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget', 'for'] as const;

function drawingIsTold(tag: Tag): boolean {
  return ['aria-labelledby', 'aria-label', 'aria-hidden'].some((key) => attribute(tag, key) !== undefined);
}

/** Styles and scripts that stand in the page; a block of data is no script. */
function isInline(tag: Tag): boolean {
  const { name, attributes } = tag;
  if (name === 'style') return true;
  if (name === 'script' && attribute(tag, 'src') === undefined)
    return attribute(tag, 'type') !== 'application/ld+json';
  for (let i = 0; i < attributes.length; i += 2) {
    if (attributes[i] === 'style' || attributes[i]!.startsWith('on')) return true;
  }
  return false;
}

/** 1 to 6, 0 for what is no heading. */
function headingLevel(name: string): number {
  const level = name.length === 2 && name[0] === 'h' ? Number(name[1]) : 0;
  return level >= 1 && level <= 6 ? level : 0;
}

/** What stands after `#`: an id, or, with `=` in it, a choice that the page's script reads. */
function anchor(fragment: string): string {
  return fragment.includes('=') ? '' : decodeURIComponent(fragment);
}

/** The file a relative link leads to. Links from the server's root are left to whoever runs the server. */
function resolveLink(from: string, href: string): Target | undefined {
  if (href.startsWith('/')) return undefined;
  if (href.startsWith('#')) return { path: from, fragment: anchor(href.slice(1)) };
  const [path = '', fragment = ''] = href.split('#');
  const resolved: string[] = path === '' ? [from] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && resolved.length > 0) resolved.pop();
    else if (part !== '.' && part !== '') resolved.push(part);
  }
  return { path: decodeURIComponent(resolved.join('/')), fragment: anchor(fragment) };
}

/** Positions are mostly asked for in rising order; each is counted on from the one before. */
function lineCounter(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let start = 0;
  return (offset) => {
    if (offset < start) [line, start] = [1, 0];
    for (let next = text.indexOf('\n', start); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
      line++;
      start = next + 1;
    }
    return { line, column: offset - start + 1 };
  };
}
