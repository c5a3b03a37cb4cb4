import { tableGrid } from './grid.ts';
import { attribute, byId, element, elements, type HtmlElement, textOf, wordsOf } from './html.ts';
import { headingFaults, nestingFaults } from './html-model.ts';

/** What is wrong with a page by itself; links are looked at with the whole site. */
export function pageFaults(page: HtmlElement): string[] {
  return [
    ...nestingFaults(page),
    ...headingFaults(page),
    ...idFaults(page),
    ...headFaults(page),
    ...policyFaults(page),
    ...wordFaults(page),
    ...elements(page, 'table').flatMap((table) => tableFaults(page, table)),
  ];
}

function idFaults(page: HtmlElement): string[] {
  const ids = elements(page).flatMap((node) => attribute(node, 'id') ?? []);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} twice`);
  const named = elements(page).flatMap((node) => attribute(node, 'aria-labelledby')?.split(' ') ?? []);
  return [...twice, ...named.filter((id) => !ids.includes(id)).map((id) => `no label ${id}`)];
}

function headFaults(page: HtmlElement): string[] {
  const faults: string[] = [];
  if (attribute(element(page, 'html'), 'lang') !== 'zh-CN') faults.push('language');
  if (wordsOf(element(page, 'title')) === '') faults.push('no title');
  if (elements(page, 'main').length !== 1) faults.push('not one main');
  const metas = new Map(
    elements(page, 'meta').map((meta) => [
      attribute(meta, 'name') ?? attribute(meta, 'http-equiv') ?? 'charset',
      attribute(meta, 'content') ?? attribute(meta, 'charset'),
    ]),
  );
  if (metas.get('charset') !== 'utf-8') faults.push('charset');
  if (!metas.get('description')) faults.push('no description');
  if (!metas.get('viewport')?.includes('width=device-width')) faults.push('viewport');
  const [skip] = elements(page, 'a');
  const here = hasBase(page) ? '404.html' : '';
  if (attribute(skip!, 'href') !== `${here}#${attribute(element(page, 'main'), 'id')}`)
    faults.push('no way past the header');
  return faults;
}

/** A server shows the page for missing pages under any address. */
const hasBase = (page: HtmlElement): boolean => elements(page, 'base').length > 0;

/** Nothing inline and nothing from elsewhere, and a policy that says so. */
function policyFaults(page: HtmlElement): string[] {
  const faults: string[] = [];
  const policy = elements(page, 'meta').find(
    (meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy',
  );
  const base = hasBase(page) ? 'base-uri http: https:' : "base-uri 'none'";
  const rules = (attribute(policy ?? page, 'content') ?? '').split('; ');
  for (const rule of [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    base,
    "form-action 'none'",
  ])
    if (!rules.includes(rule)) faults.push(`policy without ${rule}`);
  if (rules.some((rule) => rule !== base && /unsafe|\*|https?:/.test(rule)))
    faults.push(`policy: ${rules.join('; ')}`);
  for (const node of elements(page)) {
    const isData = attribute(node, 'type') === 'application/ld+json' && !attribute(node, 'src');
    if (
      node.name === 'script' &&
      !isData &&
      !(attribute(node, 'src') && node.attributes.has('defer') && textOf(node) === '')
    )
      faults.push('a script in the page');
    if (['style', 'iframe', 'object', 'embed', 'form'].includes(node.name)) faults.push(`<${node.name}>`);
    for (const [name, value] of node.attributes) {
      if (name === 'style' || name.startsWith('on')) faults.push(`${name}="${value}"`);
      if (name === 'src' && /^[a-z]+:|^\/\//i.test(value)) faults.push(`src="${value}"`);
    }
  }
  return faults;
}

/** Words that a program leaves behind where a value is missing. */
function wordFaults(page: HtmlElement): string[] {
  const left = /undefined|\[object|\bNaN\b|\bnull\b|\bInfinity\b|，，|。。|（）/;
  const texts = [textOf(page), ...elements(page).flatMap((node) => [...node.attributes.values()])];
  return texts.flatMap((text) => left.exec(text)?.[0] ?? []).map((word) => `“${word}” in the page`);
}

function tableFaults(page: HtmlElement, table: HtmlElement): string[] {
  const faults: string[] = [];
  const captions = elements(table, 'caption');
  const name = captions[0] ? wordsOf(captions[0]) : '';
  if (name === '') faults.push('a table without caption');
  for (const th of elements(table, 'th')) {
    if (!['col', 'colgroup', 'row', 'rowgroup'].includes(attribute(th, 'scope') ?? ''))
      faults.push(`“${wordsOf(th)}” in ${name} is a heading of nothing`);
    if (wordsOf(th) === '') faults.push(`an empty heading in ${name}`);
  }
  for (const td of elements(table, 'td')) if (wordsOf(td) === '') faults.push(`an empty cell in ${name}`);
  for (let at = table.parent; ; at = at.parent) {
    if (!at) {
      faults.push(`${name} is in no box to scroll`);
      break;
    }
    if (attribute(at, 'class') !== 'scroll') continue;
    if (attribute(at, 'tabindex') !== '0' || attribute(at, 'role') !== 'region')
      faults.push(`the box of ${name}`);
    for (const id of (attribute(at, 'aria-labelledby') ?? '').split(' ')) byId(page, id);
    break;
  }
  tableGrid(table);
  return faults;
}
