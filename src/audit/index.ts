import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type Tag, tags } from './tags.ts';

/** Pages above this are slow on a phone; a report page of a township has about 50 kB. */
const pageBudget = 150_000;

export interface Audit {
  /** Looks at one file of the site as it passes by. */
  add(path: string, content: string | Uint8Array): void;
  /** All findings, once every file has been seen. */
  finish(): Diagnostic[];
}

interface PendingLink {
  from: string;
  line: number;
  column: number;
  href: string;
  target: string;
  fragment: string;
}

/**
 * Checks the rendered site as a whole: dead links and anchors, ids used twice, order of headings, tables
 * without caption or scope, images without alt, inline style and script (the Content-Security-Policy of the
 * pages refuses them), size. Keeps the paths, the links between pages and the ids that may be linked to.
 */
export function makeAudit(): Audit {
  const paths = new Set<string>();
  const ids = new Map<string, Set<string>>();
  const links: PendingLink[] = [];
  const found: Diagnostic[] = [];
  return {
    add(path, content) {
      paths.add(path);
      if (!path.endsWith('.html') || typeof content !== 'string') return;
      ids.set(path, auditPage(path, content, links, found));
    },
    finish() {
      for (const link of links) {
        if (paths.has(link.target) && (link.fragment === '' || ids.get(link.target)?.has(link.fragment)))
          continue;
        const { line, column, href } = link;
        const place = { file: link.from, line, column, endLine: line, endColumn: column + href.length };
        found.push(diagnose('AUD-LINK', { href }, { place }));
      }
      return found;
    },
  };
}

function auditPage(path: string, html: string, links: PendingLink[], found: Diagnostic[]): Set<string> {
  const ids = new Set<string>();
  const own: PendingLink[] = [];
  const lines = lineCounter(html);
  const report = (tag: Tag, what: string) => {
    const { line, column } = lines(tag.at);
    const place = { file: path, line, column, endLine: line, endColumn: column + tag.name.length + 1 };
    found.push(diagnose('AUD-PAGE', { what }, { place }));
  };
  let heading = 0;
  let openTable: Tag | undefined;
  for (const tag of tags(html)) {
    const { name, attributes } = tag;
    const id = attributes.get('id');
    if (id !== undefined && ids.has(id)) report(tag, `两处用了同一个 id “${id}”`);
    if (id !== undefined) ids.add(id);
    if (attributes.has('style') || [...attributes.keys()].some((key) => key.startsWith('on'))) {
      report(tag, '有内联的样式或脚本，浏览器按安全策略不会执行');
    }
    if (openTable && name !== 'caption') report(openTable, '表格没有标题（caption）');
    openTable = name === 'table' ? tag : undefined;
    if (name === 'th' && !attributes.has('scope')) report(tag, '表头没有说明管行还是管列（scope）');
    if (name === 'img' && !attributes.has('alt')) report(tag, '图片没有替代文字（alt）');
    if (/^h[1-6]$/.test(name)) {
      const level = Number(name[1]);
      if (level > heading + 1)
        report(tag, heading === 0 ? '第一个标题不是一级标题' : `标题从${heading}级跳到${level}级`);
      if (level === 1 && heading > 0) report(tag, '一页有两个一级标题');
      heading = level;
    }
    for (const key of ['href', 'src'] as const) {
      const value = attributes.get(key);
      if (value === undefined || name === 'base') continue;
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(value)) {
        const loads = key === 'src' || (name === 'link' && attributes.get('rel') !== 'canonical');
        if (loads && !value.startsWith('data:')) report(tag, `要向别的网站取东西（${value}）`);
        continue;
      }
      const link = resolveLink(path, value);
      if (link) own.push({ from: path, ...lines(tag.at), href: value, ...link });
    }
  }
  if (html.length > pageBudget) {
    const place = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    found.push(diagnose('AUD-SIZE', { size: html.length, budget: pageBudget }, { place }));
  }
  links.push(
    ...own.filter((link) => link.target !== path || (link.fragment !== '' && !ids.has(link.fragment))),
  );
  return ids;
}

/** The file a relative link leads to. Links from the server's root are left to whoever runs the server. */
function resolveLink(from: string, href: string): { target: string; fragment: string } | undefined {
  if (href.startsWith('/')) return undefined;
  const [path = '', fragment = ''] = href.split('#');
  const parts = path === '' ? from.split('/') : [...from.split('/').slice(0, -1), ...path.split('/')];
  const resolved: string[] = [];
  for (const part of parts) {
    if (part === '..' && resolved.length > 0) resolved.pop();
    else if (part !== '.') resolved.push(part);
  }
  return { target: decodeURIComponent(resolved.join('/')), fragment: decodeURIComponent(fragment) };
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
