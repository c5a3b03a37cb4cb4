import { overviewOf } from '../../forms/asks.ts';
import type { Why } from './bind.ts';
import { compare, type Exact, isZero } from './exact.ts';
import type { Item, List } from './item.ts';
import { judgeAll } from './judge.ts';
import type { Judged } from './judge-derived.ts';
import { sumList } from './lists.ts';
import { originOf, type PlainText, plainText } from './plain-text.ts';
import type { Quantity } from './quantity.ts';
import type { Reading, Tables } from './readings.ts';
import { tokenize } from './tokens.ts';
import { vocabularyOf } from './vocabulary.ts';
import { walk } from './walk.ts';

/** What the audit needs of a report; a `Report` is one. */
interface ProseInput extends Tables {
  year: number;
  /** Markdown by section key. */
  sections: ReadonlyMap<string, string>;
}

/** Which rule decides about a number. */
export type ProseRule = 'TX-REQ-COUNT' | 'TX-ZERO' | 'TX-CASES' | 'TX-T2' | 'TX-PERCENT' | 'TX-PERCHANGE';

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
  verdict: Judged['verdict'];
  /** Expressions over cells that were tried, with their values; the one that agrees comes first. */
  readings: readonly Reading[];
  /** Undefined where the words don't say what it is about. */
  rule: ProseRule | undefined;
  why: Why | undefined;
  /** Someone is named who may be another organ. */
  actor: boolean;
  /** Another meaning that would fit, though the words don't say so. */
  closest: Reading | undefined;
}

/** A whole and the parts the text gives of it, added up; its place is that of the whole. */
interface ProseList extends ProsePlace {
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
}

/** Holds every number of a report's text against its tables, and against last year's where given. */
export function auditProse(report: ProseInput, lastYear?: Tables): ProseAudit {
  const overview = overviewOf(report.form)?.key;
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
      for (const result of judged[i]!) entries.push(entryOf(text, item, result));
    });
    if (walked.lists.length === 0) continue;
    const agree = new Set(
      walked.items.filter((_, i) => judged[i]!.every(({ verdict }) => verdict === 'agrees')),
    );
    for (const list of walked.lists) {
      const sums = listOf(text, list, agree);
      if (sums) lists.push(sums);
    }
  }
  return { entries, lists, statesRequests };
}

interface SectionText {
  section: string;
  source: string;
  plain: PlainText;
}

/** From the place in the text as it was read to that in the source. */
function placed({ section, source, plain }: SectionText, { offset, length }: Quantity): ProsePlace {
  const start = originOf(plain, offset);
  const end = originOf(plain, offset + length - 1) + 1;
  return { section, offset: start, length: end - start, text: source.slice(start, end) };
}

function entryOf(text: SectionText, item: Item, judged: Judged): ProseEntry {
  const { section, offset, length, text: words } = placed(text, item.quantity);
  const { verdict, readings, why, closest } = judged;
  return {
    section,
    offset,
    length,
    text: words,
    kind: item.kind,
    quantity: item.quantity,
    verdict,
    readings,
    rule: verdict === 'free' ? undefined : ruleOf(item, judged),
    why,
    actor: item.actor,
    closest,
  };
}

function ruleOf({ kind, direct, quantity }: Item, { frame, readings }: Judged): ProseRule | undefined {
  if (kind === 'share') return 'TX-PERCENT';
  if (kind === 'change') return 'TX-PERCHANGE';
  if (frame === undefined) return undefined;
  if (frame.table === 'challenges') return 'TX-CASES';
  if (frame.table === 'disclosure') return 'TX-T2';
  // 未收到政府信息公开申请 beside a table with applications, or the other way round: no reading makes them agree.
  const received = direct && frame.columns.length === 0 && frame.rows.every(({ rank }) => rank <= 1);
  const none = isZero(quantity.value) || readings.every(({ value }) => isZero(value));
  return received && none ? 'TX-ZERO' : 'TX-REQ-COUNT';
}

function isAbove(part: Item, whole: Item): boolean {
  return compare(part.quantity.value, whole.quantity.value) > 0;
}

/**
 * Parts that all agree with the tables are right, though the whole before them is another one (新收24件，其中予以公开…),
 * as it is where a right part is more than it.
 */
function listOf(text: SectionText, list: List, agree: ReadonlySet<Item>): ProseList | undefined {
  const sums = sumList(list, text.plain.text);
  if (!sums) return undefined;
  const { head, items } = list;
  const right = agree.has(head) && items.every((item) => agree.has(item));
  const beyond = items.some((item) => agree.has(item) && isAbove(item, head));
  return {
    ...placed(text, head.quantity),
    head: head.quantity.value,
    sum: sums.sum,
    verdict: (right || beyond) && sums.verdict !== 'adds' ? 'some' : sums.verdict,
    parts: items.map(({ quantity }) => placed(text, quantity).text),
    unit: head.quantity.unit,
  };
}
