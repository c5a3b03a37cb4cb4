import { describe, expect, it } from 'vitest';
import { auditProse, type ProseAudit } from '../../../src/check/prose/audit.ts';
import edition2021 from '../../../src/forms/2021.ts';
import { compile } from '../../../src/forms/compile.ts';
import type { Edition, Row } from '../../../src/forms/edition.ts';
import { textFindings } from './answers.ts';
import { situations } from './tables.ts';

const { report: bureau, lastYear: before } = situations['bureau']!;
const written = (sections: Record<string, string>) => ({
  ...bureau,
  sections: new Map(Object.entries(sections)),
});
const audit = (sections: Record<string, string>): ProseAudit => auditProse(written(sections), before);
const found = (sections: Record<string, string>) => textFindings(written(sections), before);
const rules = (sections: Record<string, string>) => found(sections).map(({ rule }) => rule);

describe('the audit of a report', () => {
  it('calls nothing different where a cell that is meant could not be read', () => {
    const rows = ['notProcessed.repeat.total', 'notProcessed.repeat.natural', 'total.total'];
    const unread = new Set(rows.map((row) => bureau.form.cellAt.get(`applications.${row}`)!.index));
    const values = bureau.values.map((value, i) => (unread.has(i) ? '看不清' : value));
    const overview = '新收政府信息公开申请32件，办结99件，其中不予处理98件。';
    const { entries } = auditProse({ ...written({ overview }), values }, before);
    expect(entries.map(({ text, verdict, why }) => [text, verdict, why])).toEqual([
      ['32件', 'differs', undefined],
      ['99件', 'unchecked', 'blank'],
      ['98件', 'unchecked', 'blank'],
    ]);
  });

  it('gives places in the source text, marks and all', () => {
    const overview = '# 总体情况\n\n（二）依申请公开\n全年**新收**政府信息公开申请 **33** 件，\n办结３０件。';
    const { entries } = audit({ overview });
    expect(entries.map(({ section, text, verdict }) => [section, text, verdict])).toEqual([
      ['overview', '33** 件', 'differs'],
      ['overview', '３０件', 'agrees'],
    ]);
    for (const { offset, length, text } of entries)
      expect(overview.slice(offset, offset + length)).toBe(text);
  });

  it('calls a number outside section one different only where it is plainly the count of the year', () => {
    expect(
      rules({
        overview: '收到政府信息公开申请31件。',
        problems: '有5件不予公开的答复说理不足，行政复议1件被纠正。',
      }),
    ).toEqual([]);
    expect(
      rules({
        overview: '收到政府信息公开申请31件。',
        problems: '全年仅收到政府信息公开申请3件，群众知晓率低。',
      }),
    ).toEqual(['TX-REQ-COUNT']);
    expect(rules({ overview: '收到政府信息公开申请31件。', remarks: '信息处理费：收取1件100元。' })).toEqual(
      [],
    );
  });

  it('wants the number of applications in section one', () => {
    expect(rules({ overview: '全年发布信息402条。' })).toEqual(['TX-NOCOUNT']);
    expect(rules({ overview: '全年发布信息402条。', remarks: '收到政府信息公开申请31件。' })).toEqual([
      'TX-NOCOUNT',
    ]);
    expect(rules({ overview: '依申请公开情况。全年共31件。' })).toEqual([]);
    expect(rules({ overview: '' })).toEqual([]);
  });

  it('tells in a finding what was found, what was tried, and what would fit', () => {
    const overview = '全年新收政府信息公开申请**32**件。';
    const [finding] = found({ overview });
    expect(finding).toMatchObject({
      rule: 'TX-REQ-COUNT',
      waivedAt: 'applications.newReceived.total',
      message: '文字写“全年新收政府信息公开申请32件”，与表三不符，表里是 31。',
      hint: expect.stringMatching(/^“一、本年新收.* \+ 二、上年结转.* 32”与文字相同/),
      at: { address: 'overview', passage: { start: overview.indexOf('32'), end: overview.indexOf('。') } },
    });
    expect(finding!.related!.map(({ message }) => message)).toEqual([
      '一、本年新收政府信息公开申请数量 · 总计 31',
    ]);
    const message = (text: string) => found({ overview: `申请31件。${text}` })[0]!.message;
    expect(message('行政事业性收费7.8126万元。')).toBe(
      '文字写“行政事业性收费7.8126万元”，与表二不符，表里是 78.126万元。',
    );
    expect(message('公开信息10条，其中动态6条、公告5条。')).toBe(
      '文字写“公开信息10条”，后面的分项相加是 11：6条 + 5条。',
    );
    expect(message('其中自然人20件，占64.1%。')).toMatch(
      /占64\.1%”，与表和文字的件数不符，重算可以读作 64\.5%/,
    );
    expect(message('行政处罚比上年增加2件。')).toBe(
      '文字写“行政处罚比上年增加2件”，与两年的表不符，行政处罚：本年 29，上年 31，减少 2。',
    );
    expect(message('收到政府信息公开申请40件。')).toMatch(/可以读作 31 或 32，都不是 40。$/);
  });

  it('passes over cells without a number', () => {
    const values = bureau.values.map(() => '空' as const);
    const { entries } = auditProse({
      ...bureau,
      values,
      sections: new Map([['overview', '收到申请31件，办结30件。']]),
    });
    expect(entries.map(({ verdict, why }) => [verdict, why])).toEqual([
      ['unchecked', 'blank'],
      ['unchecked', 'blank'],
    ]);
  });

  it('reads the rows of an edition nobody has written yet', () => {
    const form = compile(invented());
    const cell = form.cellAt.get('applications.denied.workSecret.total')!;
    const values = form.cells.map(({ index }) => (index === cell.index ? 4 : 0));
    const sections = new Map([
      ['overview', '依申请公开：不予公开4件，其中属于工作秘密4件，属于国家秘密1件。'],
    ]);
    const { entries } = auditProse({ form, values, year: 2031, sections });
    expect(entries.map(({ text, verdict, readings }) => [text, verdict, readings[0]?.key])).toEqual([
      ['4件', 'agrees', 'applications:denied|'],
      ['4件', 'agrees', 'applications:denied.workSecret|'],
      ['1件', 'differs', 'applications:denied.stateSecret|'],
    ]);
  });

  it.each([
    '其中1件、',
    '未收到申请，',
    '行政复议、行政诉讼、',
    '同意公开、撤回、结转、',
    '（',
    '行政复议1件，均获维持，',
    '分别为1件、',
    '自然人1件占1%，',
    '比上年增加',
    '第一',
    '公开\n',
    '公',
  ])('takes time in proportion to the text: %s', (piece) => {
    const time = (times: number) => {
      const overview = piece.repeat(times);
      const started = performance.now();
      audit({ overview });
      return performance.now() - started;
    };
    time(500);
    expect(time(8000)).toBeLessThan(Math.max(1500, 60 * time(500)));
  });
});

/** The edition of 2021 with one row more in （三）不予公开. */
function invented(): Edition {
  const deeper = (row: Row): Row =>
    row.key === 'denied'
      ? { ...row, rows: [...row.rows!, { key: 'workSecret', label: '9.属于工作秘密' }] }
      : { ...row, ...(row.rows ? { rows: row.rows.map(deeper) } : {}) };
  const sections = edition2021.sections.map((section) =>
    section.table
      ? {
          ...section,
          table: {
            ...section.table,
            blocks: section.table.blocks.map((block) => ({ ...block, rows: block.rows.map(deeper) })),
          },
        }
      : section,
  );
  return { ...edition2021, id: 2031, years: { from: 2031 }, sections };
}
