import { width } from '../../diagnostics/width.ts';
import type { Cell, Form } from '../../forms/compile.ts';
import { absences } from '../../forms/value.ts';
import type { ReportEntry, Site } from '../../model/site.ts';
import { type CellStyle, spreadsheet } from '../../office/cell-styles.ts';
import { cellAddress, cellXml, columnLetters } from '../../office/sheet-cell.ts';
import { lineHeight, workbookParts } from '../../office/workbook.ts';
import { declaration } from '../../office/xml.ts';
import { zipPieces } from '../../office/zip.ts';
import { absenceMeanings } from './data-table.ts';

/** Reports of a sheet. Excel has 1,048,576 rows; a part of a zip has 4 GiB, which is some 600,000 reports. */
const mostReports = 500_000;

/** All figures for people who work in Excel: a sheet for each edition, a row for each report, a column for each cell. */
export function figuresWorkbook(site: Site, most = mostReports): Iterable<Uint8Array> {
  const sheets = byForm(site).map(([form, entries]) => ({
    name: `${form.id}年版格式`,
    xml: formSheet(form, entries.slice(0, most), factsFor(site)),
  }));
  return zipPieces(
    workbookParts({
      title: `${site.config.title}：各份报告的数`,
      creator: site.config.publisher,
      published: undefined,
      sheets: [...sheets, { name: '说明', xml: notes(site, most) }],
    }),
  );
}

/** What is not in the workbook because a sheet holds no more. */
export function figuresLeftOut(site: Site, most = mostReports): string | undefined {
  const left = byForm(site).flatMap(([form, { length }]) =>
    length > most
      ? [`${form.id}年版格式的${length}份报告只列出前${most}份，一张表装不下更多；全部的数在 cells.csv 里。`]
      : [],
  );
  return left.length > 0 ? left.join('') : undefined;
}

function byForm(site: Site): [Form, ReportEntry[]][] {
  const found = new Map<Form, ReportEntry[]>();
  for (const { reports } of site.organs) {
    for (const entry of reports) {
      const entries = found.get(entry.report.form);
      if (entries) entries.push(entry);
      else found.set(entry.report.form, [entry]);
    }
  }
  return [...found].sort(([a], [b]) => b.id - a.id);
}

/** What a row says of its report before the numbers. */
interface Fact {
  name: string;
  /** In characters. */
  width: number;
  style: CellStyle;
  of(entry: ReportEntry): string | number | undefined;
}

/** The first stay in sight. */
const inSight = 2;
const facts: readonly Fact[] = [
  { name: '机关', width: 30, style: 'line', of: ({ organ }) => organ.organ.fullName },
  { name: '年度', width: 8, style: 'line', of: ({ report }) => report.year },
  { name: '代号', width: 12, style: 'line', of: ({ organ }) => organ.organ.slug },
  { name: '区划代码', width: 14, style: 'line', of: ({ organ }) => organ.organ.code },
  { name: '上级机关', width: 22, style: 'line', of: ({ organ }) => organ.parent?.organ.fullName },
  { name: '公布日期', width: 12, style: 'date', of: ({ report }) => dayNumber(report.published) },
];
const fictional: Fact = {
  name: '虚构',
  width: 8,
  style: 'line',
  of: ({ organ }) => (organ.organ.example ? '示例' : undefined),
};

function factsFor(site: Site): readonly Fact[] {
  return site.organs.some(({ organ }) => organ.example) ? [...facts, fictional] : facts;
}

/** How Excel counts days: 1 is 1900-01-01, with a 29 February 1900 that never was. */
function dayNumber(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const day = 86_400_000;
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / day;
}

const figureWidth = 12;

/** Row by row. Table, row and column of a cell stand above each of its figures, so that any column says what it is. */
function* formSheet(form: Form, entries: readonly ReportEntry[], about: readonly Fact[]): Iterable<string> {
  const heads = [
    [...about.map(() => ''), ...form.cells.map(({ table }) => table)],
    [...about.map(() => ''), ...form.cells.map(({ rowName }) => rowName)],
    [...about.map(({ name }) => name), ...form.cells.map(columnHead)],
  ];
  const widths = [...about.map((fact) => fact.width), ...form.cells.map(() => figureWidth)];
  const corner = cellAddress(heads.length, inSight);
  const last = cellAddress(heads.length + entries.length - 1, widths.length - 1);
  yield `${declaration}<worksheet ${spreadsheet}><sheetViews><sheetView workbookViewId="0"><pane xSplit="${inSight}" ySplit="${heads.length}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${lineHeight + 3}"/><cols>${widths.map((chars, i) => `<col min="${i + 1}" max="${i + 1}" width="${chars}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  for (const [row, words] of heads.entries()) {
    const lines = Math.max(...words.map((word, i) => Math.ceil(width(word) / (widths[i]! - 2))));
    const cells = words.map((word, i) => cellXml(cellAddress(row, i), 'cell', word || undefined));
    yield `<row r="${row + 1}" ht="${lines * lineHeight + 3}" customHeight="1">${cells.join('')}</row>`;
  }
  const letters = widths.map((_, i) => columnLetters(i));
  for (const [i, entry] of entries.entries()) yield reportRow(entry, heads.length + i + 1, about, letters);
  yield `</sheetData><autoFilter ref="${cellAddress(heads.length - 1, 0)}:${last}"/></worksheet>`;
}

/** Amounts of money are in 万元, whether the form says so in the column or not. */
function columnHead({ columnName, unit }: Cell): string {
  return unit === '万元' && !columnName.includes(unit) ? `${columnName}（${unit}）` : columnName;
}

function reportRow(
  entry: ReportEntry,
  row: number,
  about: readonly Fact[],
  letters: readonly string[],
): string {
  let cells = '';
  about.forEach(({ style, of }, i) => {
    const value = of(entry);
    if (value !== undefined) cells += cellXml(letters[i]! + row, style, value);
  });
  entry.report.values.forEach((value, i) => {
    cells += cellXml(letters[about.length + i]! + row, 'normal', value);
  });
  return `<row r="${row}">${cells}</row>`;
}

/** How to read the sheets. */
function notes(site: Site, most: number): string {
  const { title, publisher, baseUrl } = site.config;
  const lines = [
    `${title}：各份报告的数`,
    `主办单位：${publisher}`,
    ...(baseUrl ? [`网址：${baseUrl}`] : []),
    '每一年版的格式一张表，每份报告一行，每一格一列。上面三行是这一格所在的表、行、列，用的是表格里印的名称。',
    '没有写明单位的，表二是件或者项，表三、表四是件。',
    ...absences.map((word) => `“${word}”：${absenceMeanings[word]}。不是0。`),
    '数是更正以后的。原来的数、脚注和核对结果不在这里，在网站“开放数据”页的 corrections.csv、cells.csv 和 checks.csv 里。',
    ...(factsFor(site).includes(fictional)
      ? ['“虚构”一列写着“示例”的机关是虚构的，文字和数都不是真的。']
      : []),
    ...[figuresLeftOut(site, most) ?? []].flat(),
  ];
  const rows = lines.map((line, i) => {
    const cell = cellXml(cellAddress(i, 0), i === 0 ? 'heading' : 'text', line);
    const high = Math.ceil(width(line) / (noteWidth - 2)) * (i === 0 ? lineHeight + 5 : lineHeight) + 3;
    return `<row r="${i + 1}" ht="${high}" customHeight="1">${cell}</row>`;
  });
  return `${declaration}<worksheet ${spreadsheet}><cols><col min="1" max="1" width="${noteWidth}" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

const noteWidth = 96;
