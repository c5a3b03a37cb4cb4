import { describe, expect, it } from 'vitest';
import type { Neighbours } from '../../../src/check/repair/links.ts';
import { proposalSentence, undeterminedSentence } from '../../../src/check/repair/sentence.ts';
import { formById } from '../../../src/forms/index.ts';
import type { CellValue } from '../../../src/forms/value.ts';
import { repairWhole, report, withCells } from './helpers.ts';

const form = formById(2021)!;

const right = report(form, {
  'applications.newReceived': [40, 6, 0, 0, 0, 0, 46],
  'applications.granted': [31, 4, 0, 0, 0, 0, 35],
  'applications.unable.notHeld': [9, 2, 0, 0, 0, 0, 11],
  'applications.total': [40, 6, 0, 0, 0, 0, 46],
  'challenges.review': [10, 1, 0, 0, 11],
});

function say(cells: Record<string, CellValue>, neighbours?: Neighbours): string[] {
  const result = repairWhole(form, withCells(form, right, cells), neighbours);
  return [
    ...result.proposals.slice(0, 1).map((proposal) => proposalSentence(form, proposal, result)),
    ...result.parts.flatMap((part) => undeterminedSentence(form, part) ?? []),
  ];
}

describe('what is said', () => {
  it('one cell', () => {
    expect(say({ 'applications.granted.natural': 13 })).toEqual([
      '把“表三 · （一）予以公开 · 自然人”由 13 改为 31（像是两个数字写反了），2 条勾稽关系全部成立；只改 1 格就成立的，只有这一种改法。',
    ]);
    expect(say({ 'applications.total.total': 48 })).toEqual([
      '把“表三 · （七）总计 · 总计”由 48 改为 46（像是总计没有跟着改），3 条勾稽关系全部成立；只改 1 格就成立的，只有这一种改法。',
    ]);
  });

  it('not determined: the cells of a row', () => {
    expect(say({ 'challenges.review.upheld': 9 })).toEqual([
      '把“表四 · 行政复议 · 总计”由 11 改为 10（像是总计没有跟着改），这条勾稽关系就成立；只改 1 格就成立的，还有 4 种改法。',
      '勾稽关系定不出错在哪一格：可能是“表四 · 行政复议”一行的结果维持、结果纠正、其他结果、尚未审结或总计，请对照原始登记核对。',
    ]);
  });

  it('not determined: rows', () => {
    expect(say({ 'applications.granted.natural': 33, 'applications.granted.business': 2 })).toEqual([
      '把“表三 · （一）予以公开”一行的自然人由 33 改为 31、商业企业由 2 改为 4，2 条勾稽关系全部成立；只改 2 格就成立的，还有 1 种改法。',
      '勾稽关系定不出错在哪里：可能是“表三 · （一）予以公开”一行或“表三 · （四）无法提供 1.本机关不掌握相关政府信息”一行，请对照原始登记核对。',
    ]);
  });

  it('two cells in each other’s place', () => {
    expect(say({ 'applications.granted.natural': 4, 'applications.granted.business': 31 })[0]).toBe(
      '把“表三 · （一）予以公开 · 自然人”的 4 与“表三 · （一）予以公开 · 商业企业”的 31 对调（像是两格填反了），2 条勾稽关系全部成立；只改 2 格就成立的，只有这一种改法。',
    );
  });

  it('a row in the wrong columns: the whole row as it should be', () => {
    const cells = [0, 31, 4, 0, 0, 0].map((value, i) => [
      `applications.granted.${['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg'][i]}`,
      value,
    ]);
    expect(say(Object.fromEntries(cells))).toEqual([
      '把“表三 · （一）予以公开”一行改为 [31, 4, 0, 0, 0, 0, 35]（像是这一行的数填错了列），3 条勾稽关系全部成立；只改 3 格就成立的，只有这一种改法。',
    ]);
  });

  it('blanks', () => {
    expect(say({ 'applications.granted.total': '空' })).toEqual([
      '在“表三 · （一）予以公开 · 总计”填 35，2 条勾稽关系全部成立；由勾稽关系推出，没有别的填法。',
    ]);
  });

  it('the year before', () => {
    const before = { form, values: report(form, {}) };
    const cells = { 'applications.carriedOver.natural': 2, 'applications.carriedOver.total': 2 };
    expect(say(cells, { before })).toEqual([
      '把“表三 · 二、上年结转政府信息公开申请数量”一行的自然人由 2 改为 0、总计由 2 改为 0，2 条勾稽关系全部成立，与上年或下年报告的结转数也对上了；只改 2 格就成立、又与上年下年的结转数相符的，只有这一种改法。',
    ]);
  });

  it('nothing found', () => {
    const values = form.cells.map(({ index }) => (index * 7919) % 997);
    const { proposals, parts } = repairWhole(form, values);
    expect(proposals).toEqual([]);
    expect(undeterminedSentence(form, parts[0]!)).toBe(
      `${parts[0]!.failing.length} 条勾稽关系不成立，错处太多，没有查完，推不出怎样改；请对照原始登记逐格核对。`,
    );
  });
});
