import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/check/sums.ts';
import { forms } from '../../src/forms/index.ts';
import { layout } from '../../src/forms/layout.ts';
import type { Block, SourceCell } from '../../src/import/blocks.ts';
import { type Imported, readReport } from '../../src/import/read.ts';
import { balanced } from './balanced.js';

const form = forms.at(-1)!;
const values = balanced(form, 7);

type Spoil = (cells: string[], firstCell: number | undefined) => string[];

/** The report as blocks, its printed rows changed by `spoil`; `firstCell` is the index of the first number of a row. */
function blocks(of: readonly (number | string)[], spoil: Spoil): Block[] {
  const text = (line: string): Block => ({ kind: 'text', text: line, where: '' });
  return [
    text('示例镇2023年政府信息公开工作年度报告'),
    ...form.sections.flatMap(({ heading, table }): Block[] => {
      if (!table) return [text(heading), text('正文。')];
      const rows = layout(form, table).flatMap(({ head, body }) =>
        [...head, ...body].map((row): SourceCell[] => {
          const cells = row.map(({ text: label, cell }) => label ?? String(of[cell!]));
          const first = row.find(({ cell }) => cell !== undefined)?.cell;
          return spoil(cells, first).map((each, i) => ({ text: each, where: `第${i + 1}格` }));
        }),
      );
      return [text(heading), { kind: 'table', rows, where: '表' }];
    }),
  ];
}

function indexOf(address: string): number {
  return form.cellAt.get(address)!.index;
}

/** Changes the numbers of one row; the labels before them stay. */
function spoilRow(
  address: string,
  change: (numbers: string[]) => string[],
  of: readonly (number | string)[] = values,
) {
  const row = form.rows.find((each) => each.address === address)!;
  const count = row.path[0] === 'challenges' ? 15 : row.cells.length;
  return readReport(
    blocks(of, (cells, first) =>
      first === row.cells[0]!.index ? [...cells.slice(0, -count), ...change(cells.slice(-count))] : cells,
    ),
    forms,
  );
}

function rowOf(imported: Imported, address: string) {
  return form.rows.find((row) => row.address === address)!.cells.map(({ index }) => imported.values[index]);
}

function truth(address: string): number[] {
  return form.rows.find((row) => row.address === address)!.cells.map(({ index }) => values[index]!);
}

test('the numbers of these tests satisfy every sum', () => {
  for (const each of forms) {
    for (let seed = 1; seed <= 20; seed++) {
      expect(evaluate(each, balanced(each, seed)).filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
    }
  }
});

test('undamaged, all is read without a doubt', () => {
  const imported = readReport(
    blocks(values, (cells) => cells),
    forms,
  );
  expect(imported.values).toEqual(values);
  expect(imported.doubts).toEqual([]);
});

describe('the sums decide', () => {
  const granted = 'applications.granted';
  test.each([
    ['two numbers in one cell', granted, (cells: string[]) => [cells[0]! + cells[1]!, ...cells.slice(2)]],
    [
      'two numbers in one cell with a blank',
      granted,
      (cells: string[]) => [`${cells[0]} ${cells[1]}`, ...cells.slice(2)],
    ],
    ['all numbers in one cell', granted, (cells: string[]) => [cells.join(' ')]],
    ['an empty cell too many at the head', granted, (cells: string[]) => ['', ...cells]],
    ['a number moved along, with a blank before it', granted, (cells: string[]) => ['', ...cells]],
    [
      'digits in two cells',
      granted,
      (cells: string[]) => cells.flatMap((cell, i) => (i === 6 ? [cell.slice(0, 1), cell.slice(1)] : [cell])),
    ],
    [
      'digits with a blank between',
      granted,
      (cells: string[]) => cells.map((cell, i) => (i === 6 ? `${cell.slice(0, 1)} ${cell.slice(1)}` : cell)),
    ],
    [
      'two numbers of table four in one cell',
      'challenges.review',
      (cells: string[]) => [cells[0]!, cells[1]! + cells[2]!, ...cells.slice(3)],
    ],
  ])('%s', (_, address, change) => {
    const imported = spoilRow(address, change);
    expect(rowOf(imported, address)).toEqual(truth(address));
    expect(imported.values).toEqual(values);
    for (const { cell } of imported.doubts) expect(cell).toMatch(/予以公开|表四/);
  });

  test('a label that nobody can read, by its place', () => {
    const first = indexOf('applications.unable.needsCreation.natural');
    const imported = readReport(
      blocks(values, (cells, at) => (at === first ? ['？？？？', ...cells.slice(-7)] : cells)),
      forms,
    );
    expect(imported.values).toEqual(values);
    expect(imported.doubts).toHaveLength(1);
  });

  test('a row that stands one column too far to the right is put back, and what was cut off is not invented', () => {
    const imported = spoilRow(granted, (cells) => ['', ...cells.slice(0, 6)]);
    expect(rowOf(imported, granted)).toEqual([...truth(granted).slice(0, 6), '看不清']);
    expect(imported.doubts.map(({ cell }) => cell)).toContain('表三 · （一）予以公开');
  });

  test('of a lost cell the place is found, and no number is put in it', () => {
    const imported = spoilRow(granted, (cells) => cells.toSpliced(2, 1));
    expect(rowOf(imported, granted)).toEqual(truth(granted).with(2, '看不清' as never));
  });
});

describe('the sums decide nothing', () => {
  test('where the table has none', () => {
    const regulations = 'disclosure.regulations';
    const imported = spoilRow(regulations, (cells) => [`${cells[0]}${cells[1]}`, ...cells.slice(2)]);
    expect(rowOf(imported, regulations)).toEqual(['看不清', '看不清', '看不清']);
    expect(imported.doubts.map(({ cell }) => cell)).toContain('表二 · 规章');
  });

  test('where the report itself does not add up', () => {
    const wrong = values.with(indexOf('applications.total.natural'), 9999);
    const imported = spoilRow(
      'applications.granted',
      (cells) => [`${cells[0]}${cells[1]}`, ...cells.slice(2)],
      wrong,
    );
    const read = rowOf(imported, 'applications.granted');
    expect(read.every((value, i) => value === '看不清' || value === truth('applications.granted')[i])).toBe(
      true,
    );
    expect(imported.doubts.length).toBeGreaterThan(0);
  });

  test('where the numbers can be parted in two ways with one sum: 11 and 144, or 111 and 44', () => {
    const imported = spoilRow('challenges.review', (cells) => [cells[0]! + cells[1]!, ...cells.slice(2)]);
    expect(rowOf(imported, 'challenges.review')).toEqual([
      '看不清',
      '看不清',
      ...truth('challenges.review').slice(2),
    ]);
  });

  test('between zeros: which of them was lost stays open', () => {
    const zeros = values.map(() => 0);
    const imported = spoilRow('applications.granted', (cells) => cells.slice(1), zeros);
    expect(rowOf(imported, 'applications.granted')).toEqual(Array.from({ length: 7 }, () => '看不清'));
  });
});

test.each(['—', '/', '×'])(
  '“%s” for what did not happen does not make it a document of another edition',
  (sign) => {
    const numbers = values.map((value, i) => (form.cells[i]!.path[0] === 'disclosure' ? value : sign));
    expect(
      readReport(
        blocks(numbers, (cells) => cells),
        forms,
      ).form,
    ).toBe(form);
  },
);
