import type { ProseAudit, ProseEntry, ProseList } from './audit.ts';
import { written } from './exact.ts';
import { decimalsOf, percentText, valueText } from './verdict.ts';

export const proseRules = [
  'TX-REQ-COUNT',
  'TX-ZERO',
  'TX-CASES',
  'TX-T2',
  'TX-PERCENT',
  'TX-LIST-SUM',
  'TX-NOCOUNT',
  'TX-PERCHANGE',
] as const;
export type ProseRule = (typeof proseRules)[number];

/** What a rule has to say, with everything a message needs. */
export interface ProseFinding {
  rule: ProseRule;
  section: string;
  /** Place in the section's text; a missing statement is told at the start of section one, with no length. */
  offset: number;
  length: number;
  params: {
    /** The words of the text. */
    text: string;
    /** The number as the text gives it. */
    found: string;
    /** Readings tried: the name of the expression and its value. */
    readings: readonly (readonly [name: string, value: string])[];
    /** A meaning that would fit, though the words don't say so. */
    closest?: readonly [name: string, value: string];
    /** The parts of a list and what they come to. */
    parts?: readonly string[];
    sum?: string;
  };
}

/** The findings of an audit, in the order of the text. */
export function findings(audit: ProseAudit): ProseFinding[] {
  const order = new Map(
    [...audit.entries, ...audit.lists].map(({ section }, i) => [section, i] as const).toReversed(),
  );
  const found = [
    ...audit.entries.filter(({ verdict }) => verdict === 'differs').map((entry) => ofEntry(entry, audit)),
    ...audit.lists.filter(({ verdict }) => verdict === 'over' || verdict === 'short').map(ofList),
  ].sort((a, b) => (order.get(a.section) ?? 0) - (order.get(b.section) ?? 0) || a.offset - b.offset);
  if (audit.statesRequests) return found;
  const missing: ProseFinding = {
    rule: 'TX-NOCOUNT',
    section: audit.overview,
    offset: 0,
    length: 0,
    params: { text: '', found: '', readings: [] },
  };
  return [missing, ...found];
}

function ofEntry(entry: ProseEntry, audit: ProseAudit): ProseFinding {
  const { section, offset, length, text, quantity, readings, closest, kind } = entry;
  const derived = kind === 'share' || kind === 'change';
  const pair = ({ name, value }: (typeof readings)[number]) =>
    [name, derived ? derivedText(entry, value) : valueText(value, quantity.unit)] as const;
  return {
    rule: ruleOf(entry, audit),
    section,
    offset,
    length,
    params: {
      text,
      found: derived ? derivedText(entry, quantity.value) : valueText(quantity.value, quantity.unit),
      readings: readings.map(pair),
      ...(closest ? { closest: pair(closest) } : {}),
    },
  };
}

function derivedText({ quantity }: ProseEntry, value: ProseEntry['quantity']['value']): string {
  return quantity.unit === '%' ? percentText(value, decimalsOf(quantity)) : valueText(value, quantity.unit);
}

function ruleOf({ kind, table, received, quantity }: ProseEntry, audit: ProseAudit): ProseRule {
  if (kind === 'share') return 'TX-PERCENT';
  if (kind === 'change') return 'TX-PERCHANGE';
  if (table === 'challenges') return 'TX-CASES';
  if (table === 'disclosure') return 'TX-T2';
  // 未收到申请 against a table with applications, and the other way round.
  const none = kind === 'none' || quantity.value.whole === 0;
  return received && (none || audit.nothingReceived) ? 'TX-ZERO' : 'TX-REQ-COUNT';
}

function ofList(list: ProseList): ProseFinding {
  const { section, offset, length, text, head, sum, parts, unit } = list;
  return {
    rule: 'TX-LIST-SUM',
    section,
    offset,
    length,
    params: {
      text,
      found: valueText(head, unit),
      readings: [],
      parts,
      sum: unit === '元' ? valueText(sum, unit) : written(sum),
    },
  };
}
