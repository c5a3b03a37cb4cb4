import { expect, test } from 'vitest';
import { compile } from '../../src/forms/compile.ts';
import type { Edition, Table } from '../../src/forms/edition.ts';
import { thirdEdition } from './third-edition.ts';

/** An edition that contradicts itself is a fault of the program, and must be noticed before it checks anything. */

function withTable(change: Partial<Table>): Edition {
  const sections = thirdEdition.sections.map((section) =>
    section.key === 'requests' ? { ...section, table: { ...section.table!, ...change } } : section,
  );
  return { ...thirdEdition, sections };
}

const { blocks, equations } = thirdEdition.sections.find(({ key }) => key === 'requests')!.table!;
const [block] = blocks;
const [pattern] = equations;

test('two cells under one address', () => {
  const rows = [...block!.rows, { key: 'received', label: '再收到' }];
  expect(() => compile(withTable({ blocks: [{ ...block!, rows }] }))).toThrow('two cells share an address');
});

test('blocks of different widths', () => {
  const narrow = { ...block!, columns: block!.columns.slice(1) };
  expect(() => compile(withTable({ blocks: [block!, narrow] }))).toThrow('表三: blocks differ in width');
});

test.each([
  ['a column that is not there', { left: ['home', 'nowhere'] }, 'X3-UNITS: no cell for nowhere'],
  ['one row that is not there', { rows: ['received', 'recieved'] }, 'X3-UNITS: no row recieved'],
  ['a place that is not there', { at: 'nowhere' }, 'X3-UNITS: no cell for nowhere'],
  [
    'a row that is not there',
    { each: 'column', left: ['lost'], right: ['received'], at: 'received' },
    'X3-UNITS: no row lost',
  ],
] as const)('an equation over %s', (_, change, message) => {
  expect(() => compile(withTable({ equations: [{ ...pattern!, ...change }] }))).toThrow(message);
});

test('what an equation is about', () => {
  const about = compile(thirdEdition).equations.map((equation) => equation.about);
  expect(about.slice(0, 3)).toEqual(['表二 · 规则', '表二 · 通告', '表三 · 收到']);
  expect(about.slice(-3)).toEqual(['表三 · 合计', '表四 · 一审', '表四 · 二审']);
});
