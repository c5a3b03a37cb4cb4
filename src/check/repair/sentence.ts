import type { Form } from '../../forms/compile.ts';
import { isNumber } from '../../forms/value.ts';
import type { Alternative, Change, EditKind, PartRepair, Proposal } from './result.ts';

/** What a proposal is one of: a part of the report, or the whole report. */
export type Whence = Pick<PartRepair, 'size' | 'complete'>;

/** Cells, and rows or columns, named in one sentence; more are counted. */
const cellsNamed = 8;
const placesNamed = 5;
/** Blanks named beside what has to be changed. */
const blanksNamed = 3;

const slips: Partial<Record<EditKind, string>> = {
  digitsSwapped: '像是两个数字写反了',
  digitDropped: '像是少写了一个数字',
  digitDoubled: '像是同一个数字多写了一遍',
  digitAdded: '像是多写了一个数字',
  totalStale: '像是总计没有跟着改',
  cellsSwapped: '像是两格填反了',
  rowShifted: '像是这一行的数填错了列',
};

/** 把“表三 · （一）予以公开 · 总计”由 12 改为 13，2 条勾稽关系全部成立；只改 1 格就成立的，只有这一种改法。 */
export function proposalSentence(form: Form, proposal: Proposal, of: Whence): string {
  const { mends, linksMended, linksBroken } = proposal;
  return [
    proposalTitle(form, proposal),
    holding(mends),
    linksMended > 0 ? '，与上年或下年报告的结转数也对上了' : '',
    linksBroken > 0 ? '，但与上年或下年报告的结转数不再一致' : '',
    others(proposal, of),
    '。',
  ].join('');
}

/** 把“表三 · （一）予以公开 · 总计”由 12 改为 13（像是总计没有跟着改）. */
export function proposalTitle(form: Form, proposal: Proposal): string {
  return `${edit(form, proposal)}${remark(proposal)}`;
}

/** Where to look, when the relations do not say what is wrong; undefined when they do. */
export function undeterminedSentence(form: Form, part: PartRepair): string | undefined {
  if (part.determined || part.size === 0) return undefined;
  const { alternatives, common, complete, proposals, failing } = part;
  const ask = '请对照原始登记核对。';
  if (proposals.length === 0) {
    return `${failing.length} 条勾稽关系不成立，错处太多，${complete ? '' : '没有查完，'}推不出怎样改；请对照原始登记逐格核对。`;
  }
  const [only] = alternatives;
  const certain = common.map((cell) => `“${form.cells[cell]!.name}”`).join('、');
  if (!only) return certain ? `${certain}要改，改成多少，勾稽关系定不出，${ask}` : undefined;
  const start = certain ? `${certain}要改；此外` : '';
  if (alternatives.length > 1) {
    return `${start}勾稽关系定不出错在哪里：可能是${places(alternatives)}，${ask}`;
  }
  if (only.names.length > 1) {
    const rows = only.names.map((name) => place('row', name));
    const all =
      rows.length > placesNamed
        ? `${rows.slice(0, placesNamed).join('、')}等 ${rows.length} 处`
        : rows.join('、');
    return `${start}勾稽关系定不出错在哪几格：要改的格在${all}，${ask}`;
  }
  const cells = only.cells.map((cell) => {
    const { rowName, columnName } = form.cells[cell]!;
    return only.by === 'column' ? rowName : columnName;
  });
  const where = place(only.by, only.names[0]!);
  return `${start}勾稽关系定不出错在哪一格：可能是${where}的${list(cells, cellsNamed, '格')}，${ask}`;
}

/** Rows or columns to choose from; what every choice includes is said once. */
function places(alternatives: readonly Alternative[]): string {
  const [first, ...others] = alternatives;
  const shared = first!.names.filter((name) =>
    others.every(({ by, names }) => by === first!.by && names.includes(name)),
  );
  const rest = alternatives.map(({ by, names }) =>
    names
      .filter((name) => !shared.includes(name))
      .map((name) => place(by, name))
      .join('加'),
  );
  const choices = list(
    rest.filter((choice) => choice !== ''),
    placesNamed,
    '处',
  );
  if (shared.length === 0) return choices;
  const alone = rest.includes('') ? '，或者再' : '，再';
  return `${shared.map((name) => place(first!.by, name)).join('加')}${alone}加${choices}`;
}

function edit(form: Form, { kinds, changes, row }: Proposal): string {
  const [a, b] = changes;
  if (a && row) return `把${place('row', rowNameOf(form, a.cell))}改为 [${row.join(', ')}]`;
  if (a && b && changes.length === 2 && kinds[0] === 'cellsSwapped') {
    const held = ({ cell, from }: Change) => `“${form.cells[cell]!.name}”的 ${from}`;
    return `把${held(a)} 与${held(b)} 对调`;
  }
  const stated = changes.filter(({ from }) => isNumber(from));
  const blank = changes.filter(({ from }) => !isNumber(from));
  // Most blanks turn out to be zeros; where they are many, only the others are named.
  const telling = blank.length > cellsNamed ? blank.filter(({ to }) => to !== 0) : blank;
  const zeros = blank.length - telling.length;
  if (stated.length > 0 && blank.length > blanksNamed) {
    return `${clauses(form, stated).join('，')}，空着的 ${blank.length} 格随之可以填出`;
  }
  return [
    ...clauses(form, stated),
    ...clauses(form, telling),
    ...(zeros > 0 ? [`${telling.length > 0 ? '其余' : ''}空着的 ${zeros} 格填 0`] : []),
  ].join('，');
}

function clauses(form: Form, changes: readonly Change[]): string[] {
  const rows = new Map<string, Change[]>();
  for (const change of changes.slice(0, cellsNamed)) {
    const row = rowNameOf(form, change.cell);
    rows.set(row, [...(rows.get(row) ?? []), change]);
  }
  const told = [...rows.values()].map((row) => clause(form, row));
  return changes.length > cellsNamed ? [...told.slice(0, -1), `${told.at(-1)}等 ${changes.length} 格`] : told;
}

/** Changes, or blanks to fill, in one row: of several the row is named once. */
function clause(form: Form, changes: readonly Change[]): string {
  const [first] = changes;
  const start = isNumber(first!.from) ? '把' : '在';
  if (changes.length === 1) return `${start}${told(`“${form.cells[first!.cell]!.name}”`, first!)}`;
  const cells = changes.map((change) => told(form.cells[change.cell]!.columnName, change));
  return `${start}${place('row', rowNameOf(form, first!.cell))}的${cells.join('、')}`;
}

/** 总计由 12 改为 13. */
export function told(what: string, { from, to }: Change): string {
  return isNumber(from) ? `${what}由 ${from} 改为 ${to}` : `${what}填 ${to}`;
}

/** 表三 · （一）予以公开: the name of a cell without its column. */
export function rowNameOf(form: Form, cell: number): string {
  const { name, columnName } = form.cells[cell]!;
  return name.slice(0, -` · ${columnName}`.length);
}

function holding(mends: number): string {
  if (mends === 0) return '，空着的各格才填得出来';
  return mends === 1 ? '，这条勾稽关系就成立' : `，${mends} 条勾稽关系全部成立`;
}

/** The slip, where the whole edit is one. */
function remark({ kinds, changes, size }: Proposal): string {
  const [kind] = kinds;
  const slip = kind && slips[kind];
  const one =
    changes.length === 1 || kind === 'cellsSwapped' || kind === 'rowShifted' || kind === 'totalStale';
  return slip && one && size > 0 ? `（${slip}）` : '';
}

function others({ others: count, size, byLinks, linksMended }: Proposal, of: Whence): string {
  if (size === 0) return count === 0 ? '；由勾稽关系推出，没有别的填法' : '；其余空着的格推不出来';
  const links = linksMended > 0 ? '、又与上年下年的结转数相符' : '、又不动与上年下年相符的结转数';
  const same = `只改 ${size} 格就成立${byLinks ? links : ''}的`;
  if (count === 0) return `；${same}，只有这一种改法`;
  if (count !== undefined) return `；${same}，还有 ${count} 种改法`;
  if (!of.complete) return '；没有查完，可能还有别的改法';
  return of.size !== undefined && of.size < size ? `；另有只改 ${of.size} 格的改法` : '；还有别的改法';
}

function place(by: Alternative['by'], name: string): string {
  return `“${name}”${by === 'row' ? '一行' : '一列'}`;
}

function list(items: readonly string[], most: number, unit: string): string {
  if (items.length === 1) return items[0]!;
  if (items.length > most) return `${items.slice(0, most).join('、')}等 ${items.length} ${unit}`;
  return `${items.slice(0, -1).join('、')}或${items.at(-1)}`;
}
