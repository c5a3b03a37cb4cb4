import { z } from 'zod';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { CellValue } from '../../forms/value.ts';
import type { ReportEntry } from '../../model/site.ts';
import type { Correction } from '../../reports/annotations.ts';
import type { Report } from '../../reports/report.ts';
import { link, rulePath } from '../page.ts';
import { absent, chineseDate } from '../sentence.ts';
import { correctionsInOrder, versionBefore } from './versions.ts';

/** What the reader is to know beside a table: a figure corrected, a failure explained, a doubt. */
export const remark = z.strictObject({
  id: z.string(),
  kind: z.enum(['corrected', 'waived', 'warned']),
  sign: z.string(),
  label: z.string(),
  /** The cell it concerns. */
  about: link.optional(),
  change: z.strictObject({ old: z.string(), now: z.string() }).optional(),
  text: z.string(),
  /** The page of the rule that found it. */
  rule: link.optional(),
  /** The report as it was before. */
  earlier: link.optional(),
});
export type Remark = z.infer<typeof remark>;

/** By the key of the section after which they stand; `undefined` for what concerns no table. */
export function remarkViews(entry: ReportEntry): Map<string | undefined, Remark[]> {
  const { report } = entry;
  const remarks = new Map<string | undefined, Remark[]>();
  const add = (address: string | undefined, view: Remark) => {
    const section = address && report.form.cellAt.has(address) ? address.split('.')[0] : undefined;
    remarks.set(section, [...(remarks.get(section) ?? []), view]);
  };
  correctionsInOrder(report).forEach((correction, i) => {
    add(correction.cell, correctionView(entry, correction, i));
  });
  entry.waived.forEach(({ diagnostic, text }, i) => {
    add(diagnostic.cell, {
      id: `waiver-${i + 1}`,
      kind: 'waived',
      sign: '◇',
      label: '说明',
      ...told(report, diagnostic, text),
      rule: ruleLink(diagnostic),
    });
  });
  entry.warned.forEach((diagnostic, i) => {
    add(diagnostic.cell, {
      id: `warning-${i + 1}`,
      kind: 'warned',
      sign: '▲',
      label: '提示',
      ...told(report, diagnostic),
      rule: ruleLink(diagnostic),
    });
  });
  return remarks;
}

function ruleLink({ code }: Diagnostic) {
  return { label: code, href: `../../${rulePath(code)}` };
}

/** What was found; a message that begins with its cell's name has the name as a link. */
function told(
  { form }: Report,
  { cell: address, message }: Diagnostic,
  more = '',
): Pick<Remark, 'about' | 'text'> {
  const cell = address === undefined ? undefined : form.cellAt.get(address);
  if (!cell || !message.startsWith(`${cell.name}：`)) return { text: message + more };
  return {
    about: { label: cell.name, href: `#${cell.address}` },
    text: message.slice(cell.name.length + 1) + more,
  };
}

function correctionView(entry: ReportEntry, correction: Correction, i: number): Remark {
  const { report } = entry;
  const cell = report.form.cellAt.get(correction.cell)!;
  const version = versionBefore(entry, correction);
  return {
    id: `correction-${i + 1}`,
    kind: 'corrected',
    sign: '↻',
    label: '更正',
    about: { label: cell.name, href: `#${cell.address}` },
    change: { old: shown(correction.old, cell.unit), now: shown(correction.new, cell.unit) },
    text: `${chineseDate(correction.date)}更正。原因：${correction.reason}`,
    earlier: { label: '看更正前的报告', href: version.file },
  };
}

function shown(value: CellValue, unit: string): string {
  return typeof value === 'number' ? `${value}${unit}` : absent(value);
}
