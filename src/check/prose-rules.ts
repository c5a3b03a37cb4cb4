import type { Report } from '../reports/report.ts';
import type { ProseEntry, ProsePlace, ProseRule } from './prose/audit.ts';
import { reasons } from './prose/bind.ts';
import { clauseOf, foundText, numberText, readingText } from './prose/told.ts';
import {
  type Finding,
  fail,
  pass,
  type ReportInput,
  type Spot,
  spot,
  unknown,
  type Verdict,
} from './rule.ts';

/** What a rule about numbers in the text has to say of one that differs. */
interface Saying {
  /** What the number was held against: 表三. */
  against: string;
  hint: string;
  /** Cases milder than the rule. */
  milder?(entry: ProseEntry, words: string, input: ReportInput): boolean;
}

/** The words of a number in its text. */
export function passageOf(report: Report, { section, offset, length }: ProsePlace): Spot {
  return spot(report, section, { start: offset, end: offset + length });
}

/** One answer for each number or statement of the text that is the rule's; `none` where there is not one. */
export function numbersIn(
  input: ReportInput,
  rule: ProseRule,
  none: Verdict,
  saying: Saying,
): readonly Verdict[] {
  const own = input.prose().entries.filter((entry) => entry.rule === rule);
  if (own.length === 0) return [none];
  return own.map((entry) => {
    if (entry.verdict === 'agrees') return pass;
    if (entry.verdict === 'differs') return fail(() => differing(entry, input, saying, isShared(entry, own)));
    return unknown(reasons[entry.why ?? 'unclear']);
  });
}

/** Whether the same words say something of another cell as well: 没有复议和诉讼. */
function isShared({ section, offset }: ProseEntry, own: readonly ProseEntry[]): boolean {
  return own.filter((other) => other.section === section && other.offset === offset).length > 1;
}

function differing(
  entry: ProseEntry,
  input: ReportInput,
  { against, hint, milder }: Saying,
  shared: boolean,
): Finding {
  const { report } = input;
  const { section, readings, closest } = entry;
  const words = clauseOf(report.sections.get(section)!, entry);
  const cell = readings[0]!.cells[0]?.address;
  return {
    at: passageOf(report, entry),
    ...(cell ? { waivedAt: cell } : {}),
    ...(milder?.(entry, words, input) ? { severity: 'warning' } : {}),
    message: `文字写“${words}”，与${against}不符，${tried(entry, shared)}。`,
    hint: closest
      ? `“${readingText(entry, closest)}”与文字相同：写的是它的，在文字里说明白；不是的，${hint}`
      : hint,
    related: readings.map((reading) => ({
      group: '试过的读法',
      message: readingText(entry, reading),
      at: reading.cells[0] ? spot(report, reading.cells[0].address) : passageOf(report, entry),
    })),
  };
}

/**
 * 表里是 170; 表里可以读作 31 或 32，都不是 33; 重算是 32.0%. A change is told with both years, and of words about
 * several cells the cell is named.
 */
function tried(entry: ProseEntry, shared: boolean): string {
  const { kind, quantity, readings } = entry;
  if (kind === 'change') return readings[0]!.name;
  const source = kind === 'share' ? '重算' : '表里';
  const values = [...new Set(readings.map(({ value }) => numberText(quantity, value)))];
  if (values.length === 1) return `${source}${shared ? `“${readings[0]!.name}”` : ''}是 ${values[0]}`;
  const all = `${values.slice(0, -1).join('、')} 或 ${values.at(-1)}`;
  return `${source}可以读作 ${all}，都不是 ${foundText(entry)}`;
}
