import type { Form } from '../forms/compile.ts';
import { type Block, labelKey, ordinary, type SourceCell } from './blocks.ts';
import { commonLength } from './labels.ts';
import { readTitle } from './title.ts';

export interface Heading {
  index: number;
  /** Which block. */
  at: number;
  /** What else stands in its line. */
  rest: string;
  /** What is written, where words of the official heading are missing. */
  resembles?: string;
}

/**
 * The headings in the order of the form; of several runs, as when the page has a list of contents, the last longest.
 * One that is missing may be worded in another way.
 */
export function headingChain(form: Form, blocks: readonly Block[]): Heading[] {
  const chains = chainsIn(form, blocks);
  const most = Math.max(0, ...chains.map(({ length }) => length));
  return withSimilar(form, blocks, chains.findLast(({ length }) => length === most) ?? []);
}

/** The reports that a document holds, one after the other, each with its title. */
export function reportsIn(form: Form, blocks: readonly Block[]): Block[][] {
  const whole = chainsIn(form, blocks).filter(isReport);
  const cuts = whole.slice(1).map(([first], i) => {
    const last = whole[i]!.at(-1)!.at;
    const title = blocks.findLastIndex(
      (block, at) => at > last && at < first!.at && block.kind === 'text' && readTitle(block.text),
    );
    return title < 0 ? first!.at : title;
  });
  return [0, ...cuts].map((from, i) => blocks.slice(from, cuts[i]));
}

/** A list of contents has nothing between its lines. */
function isReport(chain: readonly Heading[]): boolean {
  return chain.length > 3 && chain.at(-1)!.at - chain[0]!.at > 2 * chain.length;
}

/** A heading that stands in a row of a table by itself begins a section, and the table goes on below it. */
export function outOfTables(form: Form, blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'text') return [block];
    const parts: Block[] = [];
    let rows: SourceCell[][] = [];
    for (const row of block.rows) {
      const [only, ...more] = row.filter(({ text }) => text.trim() !== '');
      if (only && more.length === 0 && headingAt(form, only.text)?.rest === '') {
        if (rows.length > 0) parts.push({ ...block, rows });
        parts.push({ kind: 'text', text: only.text, where: only.where });
        rows = [];
      } else rows.push(row);
    }
    return parts.length === 0 ? [block] : [...parts, ...(rows.length > 0 ? [{ ...block, rows }] : [])];
  });
}

/** Every run of headings in the order of the form, from each place where its first one stands. */
function chainsIn(form: Form, blocks: readonly Block[]): Heading[][] {
  const found = blocks.flatMap((block, at): Heading[] => {
    const heading = block.kind === 'text' ? headingAt(form, block.text) : undefined;
    return heading ? [{ ...heading, at }] : [];
  });
  const starts = found.filter(({ index }) => index === found[0]!.index);
  return starts.map((start, i) => {
    const chain: Heading[] = [];
    const next = starts[i + 1];
    for (const heading of found) {
      const inside =
        heading.at >= start.at && (next === undefined || heading.at < next.at || !complete(chain));
      if (inside && heading.index > (chain.at(-1)?.index ?? -1)) chain.push(heading);
    }
    return chain;
  });
  function complete(chain: readonly Heading[]): boolean {
    return chain.at(-1)?.index === form.sections.length - 1;
  }
}

/** Puts headings that are only alike between those that were found. */
function withSimilar(form: Form, blocks: readonly Block[], chain: readonly Heading[]): Heading[] {
  const result: Heading[] = [];
  form.sections.forEach((_, index) => {
    const exact = chain.find((heading) => heading.index === index);
    const after = result.at(-1)?.at ?? -1;
    const before = chain.find((heading) => heading.index > index)?.at ?? blocks.length;
    const similar = exact ? undefined : similarHeading(form, index, blocks, after, before);
    const heading = exact ?? similar;
    if (heading) result.push(heading);
  });
  return result;
}

/** How much of the official heading has to stand in a line that counts as it. */
const alike = 0.75;

function similarHeading(
  form: Form,
  index: number,
  blocks: readonly Block[],
  after: number,
  before: number,
): Heading | undefined {
  const { heading } = form.sections[index]!;
  const title = labelKey(heading).replace(/^[一二三四五六]/, '');
  let best: { heading: Heading; common: number } | undefined;
  for (let at = after + 1; at < before; at++) {
    const block = blocks[at]!;
    if (block.kind !== 'text') continue;
    const line = ordinary(block.text).replaceAll('**', '');
    const match = numbering.exec(line);
    if (!match || '一二三四五六'.indexOf(match[1]!) + '123456'.indexOf(match[1]!) + 1 !== index) continue;
    const bare = labelKey(line.slice(match[0].length));
    if (bare.length > Math.max(20, title.length * 2) || /[。；]./.test(line)) continue;
    const common = commonLength(bare, title);
    if (common < title.length * alike || common <= (best?.common ?? 0)) continue;
    const odd = common < title.length ? { resembles: line } : {};
    best = { heading: { index, at, rest: '', ...odd }, common };
  }
  return best?.heading;
}

const numbering = /^第?[(（]?([一二三四五六1-6])(?:部分)?[)）]?[、.．:：\s]*/;

/** The section a line is the heading of; its number may be missing or written in another way. */
export function headingAt(form: Form, text: string): Pick<Heading, 'index' | 'rest'> | undefined {
  const line = ordinary(text).replaceAll('**', '');
  const key = labelKey(line);
  for (const [index, { heading, table }] of form.sections.entries()) {
    const full = labelKey(heading);
    const title = full.replace(/^[一二三四五六]/, '');
    const bare = key.replace(/^(第?[一二三四五六\d]+(部分)?|\([一二三四五六\d]+\))?\.?/, '');
    if (bare === title) return { index, rest: '' };
    if (table || !key.startsWith(full)) continue;
    const end = line.indexOf(title.slice(-4)) + 4;
    const rest = line.slice(end).replace(/^[\s:：。]+|^(情况)?说明$/g, '');
    const apart = index === form.sections.length - 1 || /[\s:：。]/.test(line[end] ?? '');
    const others = form.sections.some((other) => other.heading !== heading && line.includes(other.heading));
    // Dots and the number of a page are of a list of contents.
    if (apart && !others && !isLeader(rest)) return { index, rest };
  }
  return undefined;
}

function isLeader(text: string): boolean {
  return /^[.…·．。\-—\s]*\d{0,3}$/.test(text);
}

/** A line of a list of contents: 目录, or a heading with dots and a page behind it. */
export function isContents(form: Form, block: Block): boolean {
  if (block.kind !== 'text') return false;
  const line = ordinary(block.text).replaceAll('**', '');
  return (
    /^目\s*[录次]$/.test(line) || headingAt(form, line.replace(/[.…·．\-—\s]*\d{0,3}$/, ''))?.rest === ''
  );
}
