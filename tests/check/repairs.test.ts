import { expect, test } from 'vitest';
import type { Diagnostic, FixOption } from '../../src/diagnostics/diagnostic.ts';
import { forms } from '../../src/forms/index.ts';
import { runCheck } from '../../src/pipeline.ts';
import { base, check, type Files, memory, reportPath } from '../helpers/memory.ts';
import { type Data, put, type ReportData, raw, reportData } from '../helpers/report-data.ts';
import { endings, write } from '../helpers/written.ts';

/** A small report whose relations hold. */
function sound(): ReportData {
  const report = reportData(2021);
  const rows: Record<string, Data> = {
    'applications.newReceived': [40, 6, 0, 0, 0, 0, 46],
    'applications.granted': [31, 4, 0, 0, 0, 0, 35],
    'applications.unable.notHeld': [9, 2, 0, 0, 0, 0, 11],
    'applications.total': [40, 6, 0, 0, 0, 0, 46],
    'challenges.review': [10, 1, 0, 0, 11],
  };
  for (const [row, numbers] of Object.entries(rows)) put(report, row, numbers);
  return report;
}

function sumsOf(cells: Record<string, Data>, more: Files = {}): readonly Diagnostic[] {
  const report = sound();
  for (const [path, value] of Object.entries(cells)) put(report, path, value);
  return check({ [reportPath(2023, 'yaml')]: write(report, 'yaml').text, ...more }).diagnostics;
}

const editsOf = ({ edits }: FixOption) => edits.map(({ cell, from, to }) => `${cell} ${from} → ${to}`);

test('the first failed sum tells the change, the others refer to it', () => {
  const [first, second, ...rest] = sumsOf({ 'applications.granted.0': 13 });
  expect(rest).toEqual([]);
  expect([first!.code, first!.place!.line, second!.code]).toEqual(['T3-ROW-SUM', 14, 'T3-RESULT-SUM']);
  expect(first!.hint).toBe(
    '把“表三 · （一）予以公开 · 自然人”由 13 改为 31（像是两个数字写反了），2 条勾稽关系全部成立；只改 1 格就成立的，只有这一种改法。改之前对照原始登记核实。',
  );
  expect(first!.fix).toMatchObject({ kind: 'digitsSwapped', unique: true, complete: true, alternatives: [] });
  expect(editsOf(first!.fix!)).toEqual(['applications.granted.natural 13 → 31']);
  expect(second!.hint).toBe('改法见第 14 行的 T3-ROW-SUM：照那里改好，这一条也就成立。');
  expect(second!.fix).toBeUndefined();
});

test.each(endings)('the places of a change hold what is to be replaced (%s)', (ending) => {
  const report = sound();
  put(report, 'applications.granted', [4, 31, 0, 0, 0, 0, 35]);
  const { text } = write(report, ending);
  const [{ fix } = {}] = check({ [reportPath(2023, ending)]: text }).diagnostics;
  expect(fix!.kind).toBe('cellsSwapped');
  const lines = text.split('\n');
  expect(
    fix!.edits.map(({ place, from, to }) => [
      lines[place.line - 1]!.slice(place.column - 1, place.endColumn - 1) === from,
      from,
      to,
    ]),
  ).toEqual([
    [true, '4', '31'],
    [true, '31', '4'],
  ]);
});

test('tables three and four have a change each', () => {
  const found = sumsOf({ 'applications.granted.0': 13, 'challenges.review.4': 0 });
  expect(found.map(({ code, fix }) => [code, fix ? editsOf(fix) : []])).toEqual([
    ['T3-ROW-SUM', ['applications.granted.natural 13 → 31']],
    ['T3-RESULT-SUM', []],
    ['T4-REVIEW-SUM', ['challenges.review.total 0 → 11']],
  ]);
});

test('where the sums do not decide, all ways are told and none is called the only one', () => {
  const [{ fix, hint } = {}] = sumsOf({ 'challenges.review.0': 9 });
  expect(hint).toBe(
    '只改 1 格就全部成立的改法有 5 种：“表四 · 行政复议”一行的总计由 11 改为 10，或结果纠正由 1 改为 2，或其他结果由 0 改为 1，或尚未审结由 0 改为 1，或结果维持由 9 改为 10。勾稽关系定不出是哪一种，对照原始登记，只按其中一种改。',
  );
  expect(fix).toMatchObject({ unique: false, complete: true });
  expect(fix!.alternatives.flatMap(editsOf)).toContain('challenges.review.upheld 9 → 10');
});

test('ways over several rows are told one by one', () => {
  const [{ fix, hint } = {}] = sumsOf({ 'applications.granted.0': 33, 'applications.granted.1': 2 });
  expect(hint).toBe(
    '只改 2 格就全部成立的改法有 2 种：（1）把“表三 · （一）予以公开”一行的自然人由 33 改为 31、商业企业由 2 改为 4；（2）把“表三 · （四）无法提供 1.本机关不掌握相关政府信息”一行的自然人由 9 改为 7、商业企业由 2 改为 4。勾稽关系定不出是哪一种，对照原始登记，只按其中一种改。',
  );
  expect([fix!.unique, fix!.alternatives.length]).toEqual([false, 1]);
});

test('neighbouring years decide between ways', () => {
  const cells = {
    'applications.carriedOver.0': 2,
    'applications.carriedOver.6': 2,
  };
  const [alone] = sumsOf(cells);
  expect(alone!.fix!.unique).toBe(false);
  const found = sumsOf(cells, { [reportPath(2022, 'yaml')]: write(reportData(2021), 'yaml').text });
  const { fix } = found.find(({ fix }) => fix)!;
  expect(fix!.unique).toBe(true);
  expect(editsOf(fix!)).toEqual([
    'applications.carriedOver.natural 2 → 0',
    'applications.carriedOver.total 2 → 0',
  ]);
});

test('a carry-over that the change mends refers to it, and one that it does not mend stands by itself', () => {
  const before = reportData(2021);
  put(before, 'applications.newReceived', [0, 1, 0, 0, 0, 0, 1]);
  put(before, 'applications.carriedForward', [0, 1, 0, 0, 0, 0, 1]);
  const report = sound();
  put(report, 'applications.newReceived', [40, 5, 0, 0, 0, 0, 45]);
  put(report, 'applications.carriedOver', [1, 0, 0, 0, 0, 0, 1]);
  const told = (more: Files) => {
    const data = memory({ ...base, [reportPath(2022, 'yaml')]: write(before, 'yaml').text, ...more });
    const { diagnostics } = runCheck({ data, forms, progress: () => {} });
    return diagnostics.filter(({ code }) => code === 'T3-CARRY').map(({ hint }) => hint);
  };
  const refers = expect.stringMatching(/^改法见第 \d+ 行的 T3-BALANCE/);
  expect(told({ [reportPath(2023, 'yaml')]: write(report, 'yaml').text })).toEqual([refers, refers]);
  put(report, 'applications.carriedOver', [0, 0, 0, 0, 0, 0, 0]);
  put(report, 'applications.newReceived', [40, 6, 0, 0, 0, 0, 46]);
  const alone = expect.stringMatching(/^两年的数应当相等/);
  expect(told({ [reportPath(2023, 'yaml')]: write(report, 'yaml').text })).toEqual([alone, alone]);
});

test('a carry-over that is wrong only for what is wrong in the year before refers to that', () => {
  const report = reportData(2021);
  put(report, 'applications.carriedOver', [1, 0, 0, 0, 0, 0, 1]);
  put(report, 'applications.carriedForward', [1, 0, 0, 0, 0, 0, 1]);
  const told = (carried: number[], received: number[]) => {
    const before = sound();
    put(before, 'applications.newReceived', received);
    put(before, 'applications.carriedForward', carried);
    const data = memory({
      ...base,
      [reportPath(2022, 'yaml')]: write(before, 'yaml').text,
      [reportPath(2023, 'yaml')]: write(report, 'yaml').text,
    });
    const { diagnostics } = runCheck({ data, forms, progress: () => {} });
    return diagnostics.filter(({ code }) => code === 'T3-CARRY').map(({ hint }) => hint);
  };
  const there = expect.stringMatching(
    /^错在2022年报告，改法见 data\/organs\/zhen\/2022.yaml 第 \d+ 行的 T3-BALANCE/,
  );
  expect(told([1, 0, 0, 0, 0, 0, 2], [41, 6, 0, 0, 0, 0, 47])).toEqual([there]);
  const alone = expect.stringMatching(/^两年的数应当相等/);
  expect(told([2, 0, 0, 0, 0, 0, 2], [42, 6, 0, 0, 0, 0, 48])).toEqual([alone, alone]);
});

test('a blank that follows from the sums is told with its number, another is not', () => {
  const report = sound();
  put(report, 'applications.granted.1', raw('空'));
  put(report, 'challenges.review.0', raw('空'));
  put(report, 'challenges.review.4', raw('空'));
  const data = memory({ ...base, [reportPath(2023, 'yaml')]: write(report, 'yaml').text });
  const { diagnostics } = runCheck({ data, forms, progress: () => {} });
  const hints = diagnostics.filter(({ code }) => code.endsWith('-BLANK')).map(({ hint }) => hint);
  const plain = expect.stringMatching(/^没有发生的写 0/);
  expect(hints).toEqual(['由勾稽关系推算，这一格是 4；对照原始登记属实的，填 4。', plain, plain]);
});

test('what a waiver accepts is not repaired, and what else fails is', () => {
  const waiver = [
    '- rule: T3-ROW-SUM',
    '    cells: [applications.granted.total]',
    '    values: [36]',
    '    reason: 其中一件由两个申请人共同提出。',
    '    by: 某镇',
    '    until: 2030-01-01',
  ].join('\n');
  const accepted = {
    'applications.granted.6': 36,
    'applications.total.6': 47,
    'applications.newReceived.6': 47,
    waivers: raw(`\n  ${waiver}`),
  };
  const left = sumsOf(accepted);
  expect(left.map(({ code, cell }) => [code, cell])).toEqual([
    ['T3-ROW-SUM', 'applications.newReceived.total'],
    ['T3-ROW-SUM', 'applications.total.total'],
  ]);
  for (const { cell } of left[0]!.fix!.edits) expect(cell).not.toBe('applications.granted.total');
});

test('a sum that fails for what a waiver keeps is told to need one as well', () => {
  const waiver = [
    '- rule: T3-ROW-SUM',
    '    cells: [applications.granted.total]',
    '    values: [36]',
    '    reason: 其中一件由两个申请人共同提出。',
    '    by: 某镇',
    '    until: 2030-01-01',
  ].join('\n');
  const granted = { 'applications.granted.6': 36, waivers: raw(`\n  ${waiver}`) };
  const [left, ...more] = sumsOf(granted);
  expect(more).toEqual([]);
  expect(left!.code).toBe('T3-RESULT-SUM');
  expect(left!.hint).toMatch(
    /^“表三 · （一）予以公开 · 总计”已有说明（waivers），这一条差的也是那么多.*rule 写 T3-RESULT-SUM，cells 写 applications\.total\.total。/,
  );
  const besides = sumsOf({ ...granted, 'applications.total.6': 50 });
  expect(besides.some(({ hint }) => hint?.includes('waivers'))).toBe(false);
});

test('a report in which nothing is right says so and proposes nothing', () => {
  const report = reportData(2021, (address, place) => (address.length * 31 + place * 17) % 97);
  const found = check({ [reportPath(2023, 'yaml')]: write(report, 'yaml').text }).diagnostics;
  const [first] = found.filter(({ code }) => code.startsWith('T3'));
  expect(first!.hint).toMatch(
    /^\d+ 条勾稽关系不成立，错处太多，没有查完，推不出怎样改；请对照原始登记逐格核对。$/,
  );
  expect(first!.fix).toBeUndefined();
});
