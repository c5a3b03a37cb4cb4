import type { Form } from '../../forms/compile.ts';
import { type CellValue, isNumber } from '../../forms/value.ts';
import type { Why } from './bind.ts';
import type { Exact } from './exact.ts';
import type { Item, List } from './item.ts';
import { type Judged, judgeAll } from './judge.ts';
import { sumList } from './lists.ts';
import { type PlainText, plainText } from './plain-text.ts';
import { inSource, type Quantity } from './quantities.ts';
import type { Reading, Tables } from './readings.ts';
import { tokenize } from './tokens.ts';
import type { TableKey } from './topic.ts';
import { vocabularyOf } from './vocabulary.ts';
import { walk } from './walk.ts';

/** What the audit needs of a report; a `Report` is one. */
export interface ProseInput extends Tables {
  form: Form;
  values: readonly CellValue[];
  year: number;
  /** Markdown by section key. */
  sections: ReadonlyMap<string, string>;
}

export type Verdict = Judged['verdict'];

/** A place in the text of a section, with the words there. */
export interface ProsePlace {
  section: string;
  offset: number;
  length: number;
  text: string;
}

/** One number of the text, or one statement that stands for a number, held against the tables. */
export interface ProseEntry extends ProsePlace {
  kind: Item['kind'];
  quantity: Quantity;
  verdict: Verdict;
  /** Expressions over cells that were tried, with their values; the one that agrees comes first. */
  readings: readonly Reading[];
  /** Which table it is about. */
  table: TableKey | undefined;
  /** It counts the applications that came in. */
  received: boolean;
  why: Why | undefined;
  /** Another meaning that would fit, though the words don't say so. */
  closest: Reading | undefined;
}

/** A whole and the parts the text gives of it, added up; its place is that of the whole. */
export interface ProseList extends ProsePlace {
  head: Exact;
  sum: Exact;
  /** `some`: the parts named are plainly not all. */
  verdict: 'adds' | 'over' | 'short' | 'some';
  parts: readonly string[];
  unit: string;
}

export interface ProseAudit {
  entries: readonly ProseEntry[];
  lists: readonly ProseList[];
  /** Section one states how many applications there were, be it none. */
  statesRequests: boolean;
  /** Table three holds no number but 0. */
  nothingReceived: boolean;
  /** Key of section one. */
  overview: string;
}

/** Holds every number of a report's text against its tables, and against last year's where given. */
export function auditProse(report: ProseInput, lastYear?: Tables): ProseAudit {
  const overview = report.form.sections.find(({ table }) => !table)?.key ?? '';
  const vocabulary = vocabularyOf(report.form);
  const entries: ProseEntry[] = [];
  const lists: ProseList[] = [];
  let statesRequests = false;
  for (const [section, source] of report.sections) {
    if (source === '') continue;
    const plain = plainText(source);
    const text: SectionText = { section, source, plain };
    const walked = walk(tokenize(plain, vocabulary), plain.text, report.form, report.year);
    if (section === overview) statesRequests = walked.statesRequests;
    const judged = judgeAll(walked.items, report, lastYear, section === overview);
    walked.items.forEach((item, i) => {
      const quantity = inSource(item.quantity, plain.origin, source);
      for (const result of judged[i]!) entries.push(entryOf(text, item, quantity, result));
    });
    const agree = new Set(
      walked.items.filter((_, i) => judged[i]!.every(({ verdict }) => verdict === 'agrees')),
    );
    for (const list of walked.lists) {
      const sums = listOf(text, list, agree);
      if (sums) lists.push(sums);
    }
  }
  return { entries, lists, statesRequests, nothingReceived: nothingIn(report), overview };
}

interface SectionText {
  section: string;
  source: string;
  plain: PlainText;
}

function placed({ section, source }: SectionText, { offset, length }: Quantity): ProsePlace {
  return { section, offset, length, text: source.slice(offset, offset + length) };
}

function entryOf(text: SectionText, { kind }: Item, quantity: Quantity, judged: Judged): ProseEntry {
  const { section, offset, length, text: words } = placed(text, quantity);
  const { verdict, readings, frame, why, closest } = judged;
  return {
    section,
    offset,
    length,
    text: words,
    kind,
    quantity,
    verdict,
    readings,
    table: frame?.table,
    received: frame?.table === 'applications' && frame.rows.every(({ rank }) => rank <= 1),
    why,
    closest,
  };
}

/** Parts that all agree with the tables are right, though the whole before them is another one: 新收24件，其中予以公开… */
function listOf(text: SectionText, list: List, agree: ReadonlySet<Item>): ProseList | undefined {
  const { plain, source } = text;
  const sums = sumList(list, plain.text);
  if (!sums) return undefined;
  const right = agree.has(list.head) && list.items.every((item) => agree.has(item));
  const words = ({ quantity }: Item) => placed(text, inSource(quantity, plain.origin, source));
  return {
    ...words(list.head),
    head: list.head.quantity.value,
    sum: sums.sum,
    verdict: right && sums.verdict !== 'adds' ? 'some' : sums.verdict,
    parts: list.items.map((item) => words(item).text),
    unit: list.head.quantity.unit,
  };
}

function nothingIn({ form, values }: Tables): boolean {
  return form.cells.every(({ path, index }) => {
    const value = values[index];
    return path[0] !== 'applications' || !isNumber(value) || value === 0;
  });
}
