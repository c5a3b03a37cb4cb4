import type { ReportEntry, Site } from '../../model/site.ts';
import { type FileKind, reportPath } from '../page.ts';
import { numberFields, wordingOf } from './cell-wording.ts';
import { csvField, csvLine } from './csv.ts';

/** JSON and CSV beside each report page. */
function* build(site: Site): Iterable<{ path: string; text: string }> {
  for (const organ of site.organs) {
    for (const entry of organ.reports) {
      const path = (ending: string) => reportPath(organ.organ.slug, entry.report.year, ending);
      yield { path: path('json'), text: reportJson(entry) };
      yield { path: path('csv'), text: reportCsv(entry) };
    }
  }
}

export function reportJson(entry: ReportEntry): string {
  return `${JSON.stringify(reportData(entry), null, 2)}\n`;
}

/** The report in the data format, so that the file can be read back as it is. */
function reportData({ organ, report }: ReportEntry): Record<string, unknown> {
  const { form, values } = report;
  const data: Record<string, unknown> = { form: form.id, organ: organ.organ.slug, year: report.year };
  if (report.published) data['published'] = report.published;
  if (report.indexNumber) data['indexNumber'] = report.indexNumber;
  if (report.opening) data['opening'] = report.opening;
  for (const { key, table } of form.sections) {
    data[key] = table ? {} : report.sections.get(key);
  }
  for (const row of form.rows) {
    const cells = row.cells.map((cell) => values[cell.index]);
    place(data, row.path, row.single ? cells[0] : cells);
  }
  if (report.notes.size > 0) data['notes'] = Object.fromEntries(report.notes);
  if (report.waivers) data['waivers'] = report.waivers.map(({ index: _, ...waiver }) => waiver);
  if (report.corrections) {
    data['corrections'] = report.corrections.map(({ index: _, ...correction }) => correction);
  }
  return data;
}

function place(data: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = data;
  for (const key of path.slice(0, -1)) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  at[path.at(-1)!] = value;
}

const columns = ['机关', '机关名称', '年度', '格式', '地址', '表', '行', '列', '数值', '状态', '单位'];

/**
 * One row per cell; where there is no number the column 状态 says why, and 数值 is empty. With a byte order mark,
 * without which spreadsheets take UTF-8 for GBK.
 */
export function reportCsv({ organ: { organ }, report }: ReportEntry): string {
  const { form, values, year } = report;
  const about = [organ.slug, organ.fullName, year, form.id].map(csvField).join(',');
  let text = `\ufeff${csvLine(columns)}`;
  wordingOf(form).lines.forEach(([before, after], i) => {
    text += `${about},${before},${numberFields(values[i]!)},${after}\r\n`;
  });
  return text;
}

export default { name: 'report-data', build } satisfies FileKind;
