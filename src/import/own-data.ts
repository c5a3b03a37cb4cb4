import type { Cell, Form } from '../forms/compile.ts';
import { type CellValue, readCell } from '../forms/value.ts';
import { isMapping } from '../source/node.ts';
import { plainScalar } from '../source/scalar.ts';
import type { Imported } from './read.ts';
import type { Doubt } from './tables.ts';

/** A report in a format of ours: its cells have addresses, so nothing has to be found. */
export interface OwnData {
  kind: 'own';
  form: unknown;
  /** Name of its folder. */
  organ?: string;
  year?: number;
  published?: string;
  /** What stands for a cell; undefined where nothing does. */
  cell(cell: Cell): unknown;
  /** `opening`, and the sections of text by key. Undefined where the format carries no text. */
  texts?: ReadonlyMap<string, string>;
  notes: ReadonlyMap<string, string>;
  /** Parts that are not read: waivers and corrections are signed anew. */
  left: readonly string[];
}

/** A report in the data format. */
export function ownJson(data: unknown): OwnData | undefined {
  if (!isMapping(data) || data['form'] === undefined) return undefined;
  const { form, organ, year, published, notes } = data;
  const texts = Object.entries(data).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' && key !== 'organ' && key !== 'published' ? [[key, value.trim()]] : [],
  );
  return {
    kind: 'own',
    form,
    ...(typeof organ === 'string' ? { organ } : {}),
    ...(typeof year === 'number' ? { year } : {}),
    ...(typeof published === 'string' ? { published } : {}),
    cell: ({ path }) =>
      path.reduce(
        (at: unknown, key) => (isMapping(at) || Array.isArray(at) ? inside(at, key) : undefined),
        data,
      ),
    texts: new Map(texts),
    notes: new Map(isMapping(notes) ? Object.entries(notes).map(([key, value]) => [key, String(value)]) : []),
    left: ['waivers', 'corrections'].filter((key) => data[key] !== undefined),
  };
}

function inside(at: object, key: string | number): unknown {
  return Object.hasOwn(at, key) ? (at as Record<string | number, unknown>)[key] : undefined;
}

/** Our CSV has a row for each cell, under these headings among others. */
export function ownCsv(rows: readonly string[][]): OwnData | undefined {
  const [head = [], ...body] = rows;
  const at = (name: string) => head.indexOf(name);
  const [address, value, state] = [at('地址'), at('数值'), at('状态')];
  if (address < 0 || value < 0) return undefined;
  const cells = new Map(
    body.filter((row) => row[address]).map((row) => [row[address]!, row[value] || row[state] || '']),
  );
  const first = body[0] ?? [];
  const year = Number(first[at('年度')]);
  // Our CSV has an apostrophe before what a spreadsheet would take for a formula.
  const organ = first[at('机关')]?.replace(/^'(?=[=@+-])/, '');
  return {
    kind: 'own',
    form: Number(first[at('格式')]),
    ...(organ ? { organ } : {}),
    ...(year > 0 ? { year } : {}),
    cell: (cell) => {
      const text = cells.get(cell.address);
      return text === undefined ? undefined : plainScalar(text);
    },
    notes: new Map(),
    left: [],
  };
}

/** Undefined where its form is none that is known. */
export function readOwn(own: OwnData, forms: readonly Form[]): Imported | undefined {
  const form = forms.find(({ id }) => id === own.form);
  if (!form) return undefined;
  const doubts: Doubt[] = own.left.map((key) => ({ where: key, what: '这一部分没有读入' }));
  const values = form.cells.map((cell): CellValue => {
    const raw = own.cell(cell);
    const reading = readCell(cell.kind, raw);
    if ('value' in reading) return reading.value;
    const what = reading.fault === 'number' ? `“${String(raw)}”${reading.why}` : '没有这一格';
    doubts.push({ where: cell.address, what, cell: cell.name });
    return '看不清';
  });
  const texts = form.sections.filter(({ table }) => !table).map(({ key }) => key);
  if (!own.texts) doubts.push({ where: '', what: '这种文件只有数，没有文字；各节文字要另外填写' });
  const opening = own.texts?.get('opening');
  return {
    form,
    ...(own.organ ? { organName: own.organ } : {}),
    ...(own.year ? { year: own.year } : {}),
    ...(own.published ? { published: own.published } : {}),
    ...(opening ? { opening } : {}),
    sections: new Map(texts.map((key) => [key, own.texts?.get(key) ?? ''])),
    values,
    notes: new Map(own.notes),
    doubts,
    tables: new Map(),
    left: [],
    zeros: 0,
    found: form.rows.length,
    texts: new Map(),
  };
}
