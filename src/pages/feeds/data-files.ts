import type { Site } from '../../model/site.ts';
import type { DataFormat } from '../../reports/site.ts';
import { cellColumns, cells } from './cells-table.ts';
import type { DataTable } from './data-table.ts';
import { csvChunks, dataTables } from './data-tables.ts';
import { figuresLeftOut, figuresWorkbook } from './figures-workbook.ts';
import { parquetChunks } from './parquet.ts';

/** A file of the open data, in `data/`. */
export interface DataFile {
  name: string;
  /** What the data package calls it. */
  resource: string;
  title: string;
  /** What it is for. */
  description: string;
  format: 'csv' | DataFormat;
  mediatype: string;
  /** The table whose rows it holds. */
  table?: DataTable;
  /** Rows of the table, or of all sheets. */
  rows: number;
  /** In pieces, so that a large file is never held as a whole. */
  chunks(): Iterable<string | Uint8Array>;
}

export const dataPath = ({ name }: Pick<DataFile, 'name'>): string => `data/${name}`;

/** Every open-data file of a site, in the order of the data page. */
export function dataFiles(site: Site): DataFile[] {
  const [first, ...rest] = dataTables.map(
    (table): DataFile => ({
      name: `${table.name}.csv`,
      resource: table.name,
      title: table.title,
      description: table.description,
      format: 'csv',
      mediatype: 'text/csv',
      table,
      rows: table.count(site),
      chunks: () => csvChunks(table, site),
    }),
  );
  return [first!, ...site.config.dataFormats.map((format) => others[format](site)), ...rest];
}

const others: Record<DataFormat, (site: Site) => DataFile> = {
  parquet: (site) => ({
    name: 'cells.parquet',
    resource: 'cells-parquet',
    title: '全部报告的全部数字，Parquet',
    description:
      '和 cells.csv 同样的行、同样的列，列有类型，文件小得多。给用 Python（pandas）、R（arrow）或者 DuckDB 做分析的人。',
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    table: cells,
    rows: cells.count(site),
    chunks: () => parquetChunks(cells.fields, cellColumns(site)),
  }),
  xlsx: (site) => ({
    name: 'figures.xlsx',
    resource: 'figures',
    title: '全部报告的数字，Excel 工作簿',
    description: `双击就能用 Excel 打开：每一年版的格式一张表，每份报告一行，每一格一列，上面三行是这一格的表、行、列。数是数，没有数的格写着原因。可以筛选、排序、求和。${figuresLeftOut(site) ?? ''}`,
    format: 'xlsx',
    mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    rows: site.organs.reduce((sum, { reports }) => sum + reports.length, 0),
    chunks: () => figuresWorkbook(site),
  }),
};
