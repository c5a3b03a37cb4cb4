import { describe, expect, it } from 'vitest';
import { periods, yearMentions } from '../../../src/check/text/dates.ts';
import { hashText, type Units } from '../../../src/check/text/fingerprint.ts';
import { ownLevelWords } from '../../../src/check/text/level-words.ts';
import { findOtherOrgans, findOwnName, organNames } from '../../../src/check/text/names.ts';
import { findPeriod } from '../../../src/check/text/period.ts';
import { longestAt, phraseAt, phraseIndex } from '../../../src/check/text/phrases.ts';
import { isIdNumber, isLuhn } from '../../../src/check/text/privacy.ts';
import { readSegments, type Segment, segmentWords } from '../../../src/check/text/segments.ts';
import { inParts, textParts } from '../../../src/check/text/types.ts';
import { forms } from '../../../src/forms/index.ts';
import { chengguan, county, dongjie, organs, qinghe, zirun } from './organs.ts';

function unitsOf(text: string): Units {
  const codes = Uint16Array.from(text, (character) => character.charCodeAt(0));
  return { codes, from: 0, to: codes.length };
}

describe('segments', () => {
  const words = segmentWords(organs, forms);
  const segments = (text: string) => {
    const told: (Segment & { normal: string })[] = [];
    readSegments(text, words, (segment, { codes, from, to }) =>
      told.push({ ...segment, normal: String.fromCharCode(...codes.subarray(from, to)) }),
    );
    return told;
  };
  const normal = (text: string) => segments(text).map((segment) => segment.normal);
  it('do not depend on figures, years, names, level words, marks and blanks', () => {
    const a = '2022年，清河镇向各村转发网站链接38次，方便群众**点开**查看。';
    const b = '2023年，我乡向各村转发网站链接一百零五次，方便群众 点开查看！';
    expect(normal(a)).toEqual(normal(b));
    expect(normal(a)).toEqual(['0年#向各村转发网站链接0次方便群众点开查看']);
  });
  it('cut a long sentence the same way wherever it stands', () => {
    const long =
      '赶集日设点宣传政策内容四次之多，发放说明单三百余份给来往群众，窗口备有申请表和填写样例供人取用。';
    expect(normal(long).length).toBeGreaterThan(1);
    expect(normal(`此前另有一句与它无关的话。${long}`).slice(1)).toEqual(normal(long));
  });
  it('know what every report must say', () => {
    const official = (text: string) => segments(text).map((segment) => segment.official);
    expect(official('根据《中华人民共和国政府信息公开条例》编制本报告。')).toEqual([true]);
    expect(official('没有收到政府信息公开申请，无上年结转，无结转下年度的申请。')).toEqual([true]);
    expect(official('赶集日设点宣传4次，发放说明单300余份。')).toEqual([false]);
  });
  it('give the places in the text', () => {
    const text = '前言略去。（一）山上自然村由驻村干部口头传达。';
    const [segment] = segments(text);
    expect(text.slice(segment!.start, segment!.end)).toBe('（一）山上自然村由驻村干部口头传达。');
  });
});

describe('phrases', () => {
  const index = phraseIndex(['清河', '清河镇', '河镇人民政府', '']);
  it('are found with the longest match', () => {
    expect(longestAt(index, '在清河镇人民政府', 1)).toBe(3);
    expect(phraseAt(index, '在清河镇人民政府', 2)).toEqual({ length: 6, position: 2 });
    expect(longestAt(index, '在清河镇', 0)).toBe(0);
  });
  it('cost no more with thousands of names of one county', () => {
    const names = Array.from({ length: 5000 }, (_, i) => `四川省成都市示例县第${i}镇人民政府`);
    const many = phraseIndex(names);
    expect(longestAt(many, '四川省成都市示例县第4999镇人民政府办公室', 0)).toBe(names[4999]!.length);
    expect(longestAt(many, '四川省成都市', 0)).toBe(0);
  });
});

describe('hashes', () => {
  it('are 32-bit integers that differ for different texts and seeds', () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `公开${i}`);
    const hash = (text: string, seed: number) => hashText(unitsOf(text), seed);
    expect(new Set(texts.map((text) => hash(text, 1))).size).toBeGreaterThan(19_990);
    expect(hash('公开', 1)).not.toBe(hash('公开', 2));
    expect(hash('', 1)).toBe(hash('', 1) | 0);
  });
});

describe('numbers', () => {
  it('identity numbers need a region, a day of birth and the check character', () => {
    expect(isIdNumber('11010519491231002X', 2024)).toBe(true);
    expect(isIdNumber('11010519491231002x', 2024)).toBe(true);
    expect(isIdNumber('110105194912310021', 2024)).toBe(false);
    expect(isIdNumber('11010519491231002X', 1949)).toBe(false);
    for (let i = 0; i < 17; i++) {
      const digits = [...'11010519491231002X'];
      digits[i] = String((Number(digits[i]) + 1) % 10);
      expect(isIdNumber(digits.join(''), 2024)).toBe(false);
    }
  });
  it('card numbers need the check digit', () => {
    expect(isLuhn('79927398713')).toBe(true);
    expect(isLuhn('79927398710')).toBe(false);
    expect(isLuhn('')).toBe(false);
  });
});

describe('dates', () => {
  it('years in figures, full-width figures and characters', () => {
    expect(
      yearMentions('2023年、２０２２年、二〇二一年、二○二〇年，2019号，12023年').map(({ year }) => year),
    ).toEqual([2023, 2022, 2021, 2020]);
  });
  it('periods with what is left out left open', () => {
    expect(periods('自2023年1月1日起至12月31日止')[0]).toMatchObject({
      from: { year: 2023, month: 1, day: 1 },
      to: { month: 12, day: 31 },
    });
    expect(periods('电话0728-4572288，比例3-5')).toEqual([]);
  });
});

describe('QA-PERIOD over the parts of a report', () => {
  it('is missing only where no part states it', () => {
    const opening = { section: 'opening', text: '现公布年度报告。' };
    const overview = { section: 'overview', text: '统计期限为2023年1月1日至12月31日。' };
    expect(findPeriod([opening, overview], 2023)).toEqual([]);
    expect(findPeriod([opening], 2023)).toMatchObject([{ kind: 'period-missing', section: 'opening' }]);
    expect(findPeriod([opening, overview], 2024)).toMatchObject([
      { kind: 'period-year', section: 'overview' },
    ]);
    expect(findPeriod([], 2023)).toEqual([]);
  });
});

describe('QA-ORGAN: the own name', () => {
  const names = organNames(organs);
  const missing = (text: string, organ = qinghe) =>
    findOwnName([{ section: 'overview', text }], organ, names, ownLevelWords(organ)).length > 0;
  it('or a word of its level is there', () => {
    for (const text of ['清河镇公开信息。', '我镇公开信息。', '本镇没有。', '全镇公开。', '镇政府公开。']) {
      expect(missing(text), text).toBe(false);
    }
  });
  it('or is missing', () => {
    for (const text of [
      '本单位公开信息。',
      '我乡公开信息。',
      '大清河镇公开信息。',
      '公开信息38条。',
      '城关镇公开信息。',
    ]) {
      expect(missing(text), text).toBe(true);
    }
  });
  it('differs by level', () => {
    expect(missing('街道公开信息。', dongjie)).toBe(false);
    expect(missing('我局公开信息。', zirun)).toBe(false);
    expect(missing('我镇公开信息。', zirun)).toBe(true);
    expect(missing('我县公开信息。', county)).toBe(false);
    const office = { ...zirun, name: '示例县人民政府办公室', fullName: '示例县人民政府办公室', aliases: [] };
    expect(missing('县政府办公室公开信息。', office)).toBe(false);
    expect(missing('有关单位公开信息。', office)).toBe(true);
  });
});

describe('QA-ORGAN: other organs', () => {
  const names = organNames(organs);
  const speaks = (text: string) =>
    findOtherOrgans(text, chengguan, names).map(({ params }) => params['speaks']);
  it('tells a copied text from a mention', () => {
    expect(speaks('柏树乡2023年政府信息公开工作年度报告。')).toEqual([true]);
    expect(speaks('2023年，柏树乡高度重视政府信息公开工作。')).toEqual([true]);
    expect(speaks('柏树乡坚持以公开为常态。')).toEqual([true]);
    expect(speaks('如有疑问，请与柏树乡人民政府党政办公室联系。')).toEqual([true]);
    expect(speaks('本报告由柏树乡人民政府编制。')).toEqual([true]);
    expect(speaks('赴柏树乡学习经验。')).toEqual([false]);
    expect(speaks('与柏树乡、清河镇共建平台。')).toEqual([false, false]);
    expect(speaks('邀请柏树乡政府到会交流。')).toEqual([false]);
  });
  it('does not report those above, below or before', () => {
    const merged = { ...chengguan, predecessors: ['baishu'] };
    expect(findOtherOrgans('柏树乡并入后公开信息。', merged, names)).toEqual([]);
    expect(findOtherOrgans('柏树乡、清河镇公开信息。', county, names)).toEqual([]);
    expect(findOtherOrgans('示例县公开信息。', chengguan, names)).toEqual([]);
  });
  it('takes a name borne by several organs for the related one', () => {
    const twin = { ...chengguan, slug: 'other-chengguan', parent: 'other' };
    expect(findOtherOrgans('城关镇公开信息。', chengguan, organNames([...organs, twin]))).toEqual([]);
    expect(findOtherOrgans('城关镇公开信息。', qinghe, organNames([...organs, twin]))).toHaveLength(1);
  });
  it('ends with a chain of parents that goes round', () => {
    const a = { ...chengguan, slug: 'a', name: '甲镇', parent: 'b' };
    const b = { ...chengguan, slug: 'b', name: '乙镇', parent: 'a' };
    expect(findOtherOrgans('甲镇与乙镇', { ...qinghe, parent: 'a' }, organNames([a, b, qinghe]))).toEqual([]);
  });
});

describe('parts of a report', () => {
  it('come in reading order, without the empty ones', () => {
    const sections = new Map([
      ['overview', '甲'],
      ['problems', ' \n'],
      ['remarks', '乙'],
    ]);
    expect(textParts({ opening: '前', sections }).map(({ section }) => section)).toEqual([
      'opening',
      'overview',
      'remarks',
    ]);
    expect(textParts({ sections }).map(({ section }) => section)).toEqual(['overview', 'remarks']);
    const found = inParts([{ section: 'remarks', text: '乙' }], (text) => [
      { rule: 'QA-TYPO', kind: 'cut-off', start: 0, end: text.length, params: {} },
    ]);
    expect(found).toMatchObject([{ section: 'remarks', end: 1 }]);
  });
});
