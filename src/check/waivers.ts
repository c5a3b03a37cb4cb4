import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { isText, type Waiver } from '../reports/annotations.ts';
import { cellDetails } from '../reports/problems.ts';
import { type Locator, locator, type Report } from '../reports/report.ts';
import type { Rule, Spot } from './rule.ts';
import { sectionName, textAt } from './texts.ts';

/**
 * A waiver accepts failures of its rule that are reported at one of its cells, as long as every cell has the
 * value it had at signing and the date is not past. For a text the value is the passage: the failure must lie in
 * the words that were signed, and the text must still have them.
 */
export interface WaiverBook {
  /** The waiver in force for a failure; using it is remembered. */
  find(rule: string, at: Spot): Waiver | undefined;
  /** What is wrong with waivers: lapsed, expired, unused, or of no rule. */
  problems(): Diagnostic[];
}

type State =
  | { state: 'valid'; used: boolean }
  | { state: 'lapsed'; address: string; signed: string; found: string }
  | { state: 'expired' }
  | { state: 'noRule'; why: string };

export function openWaivers(reports: readonly Report[], rules: readonly Rule[], today: string): WaiverBook {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const states = new Map<Report, State[]>();
  for (const report of reports) {
    if (report.waivers) {
      states.set(
        report,
        report.waivers.map((waiver) => stateOf(waiver, report, byId, today)),
      );
    }
  }
  return {
    find(rule, at) {
      if (!('report' in at)) return undefined;
      const { report } = at;
      const known = states.get(report);
      if (!known) return undefined;
      let found: Waiver | undefined;
      report.waivers!.forEach((waiver, i) => {
        const state = known[i]!;
        if (state.state !== 'valid' || waiver.rule !== rule || !covers(waiver, at)) return;
        state.used = true;
        found ??= waiver;
      });
      return found;
    },
    problems: () => [...states].flatMap(([report, known]) => problems(report, known, today)),
  };
}

function stateOf(waiver: Waiver, report: Report, rules: ReadonlyMap<string, Rule>, today: string): State {
  const rule = rules.get(waiver.rule);
  if (!rule) return { state: 'noRule', why: '不是规则的编号' };
  if (rule.scope === 'reading') return { state: 'noRule', why: '在读取时判定，没有读出来的数不能说明' };
  for (const [i, address] of waiver.cells.entries()) {
    const signed = waiver.values[i];
    const found = signedValue(report, address, signed);
    if (found !== signed)
      return { state: 'lapsed', address, signed: String(signed), found: String(found ?? '没有写') };
  }
  return today > waiver.until ? { state: 'expired' } : { state: 'valid', used: false };
}

function covers({ cells, values }: Waiver, at: Spot): boolean {
  if (!('report' in at)) return false;
  const { report, address, passage } = at;
  return cells.some((cell, i) => {
    if (cell !== address) return false;
    const found = passage && textAt(report, address).slice(passage.start, passage.end);
    return found === undefined || solid(values[i]).includes(solid(found));
  });
}

/** Without blanks and line breaks, which the file may set otherwise than the waiver. */
function solid(text: unknown): string {
  return String(text).replace(/\s+/g, '');
}

function signedValue(report: Report, address: string, signed: unknown): unknown {
  if (isText(report.form, address)) {
    return solid(textAt(report, address)).includes(solid(signed)) ? signed : '别的文字';
  }
  if (address === 'form') return report.form.id;
  if (address === 'published') return report.published;
  return report.values[report.form.cellAt.get(address)!.index];
}

function problems(report: Report, states: readonly State[], today: string): Diagnostic[] {
  const wrong = states.flatMap((state, i) =>
    state.state === 'valid' && state.used ? [] : [{ state, waiver: report.waivers![i]! }],
  );
  if (wrong.length === 0) return [];
  const place = locator(report);
  return wrong.map(({ state, waiver }) => problem(report, waiver, state, today, place));
}

function problem(report: Report, waiver: Waiver, state: State, today: string, place: Locator): Diagnostic {
  const { rule, until, index } = waiver;
  const at = (key: string, ...more: number[]) => ({
    organ: report.organ,
    year: report.year,
    place: place(['waivers', index, key, ...more]),
  });
  switch (state.state) {
    case 'noRule':
      return diagnose('WAIVER-RULE', { found: rule, why: state.why }, at('rule'));
    case 'lapsed': {
      const { address, signed, found } = state;
      const cell = report.form.cellAt.get(address);
      const plain: Record<string, string> = { form: '格式版本', published: '公布日期' };
      const name = cell?.name ?? plain[address] ?? sectionName(report, address);
      const details = at('values', waiver.cells.indexOf(address));
      return diagnose(
        'WAIVER-LAPSED',
        { cell: name, signed, found },
        cell ? { ...details, ...cellDetails(cell) } : details,
      );
    }
    case 'expired':
      return diagnose('WAIVER-EXPIRED', { until, today }, at('until'));
    case 'valid':
      return diagnose('WAIVER-UNUSED', { rule }, at('rule'));
  }
}

/** What the public page says of an accepted failure, after the failure itself. */
export function waiverText({ reason, basis, by, until }: Waiver): string {
  const end = /[。！？]$/.test(reason) ? reason : `${reason}。`;
  return `${end}${basis ? `依据：${basis}。` : ''}${by}说明，有效期至${until}；有关的数改动即失效。`;
}
