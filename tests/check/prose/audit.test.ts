import { describe, expect, it } from 'vitest';
import { auditProse, type ProseAudit } from '../../../src/check/prose/audit.ts';
import { auditTable } from '../../../src/check/prose/audit-table.ts';
import { findings } from '../../../src/check/prose/findings.ts';
import { padded, width } from '../../../src/diagnostics/width.ts';
import edition2021 from '../../../src/forms/2021.ts';
import { compile } from '../../../src/forms/compile.ts';
import type { Edition, Row } from '../../../src/forms/edition.ts';
import { situations } from './tables.ts';

const { report: bureau, lastYear: before } = situations['bureau']!;
const audit = (sections: Record<string, string>): ProseAudit =>
  auditProse({ ...bureau, sections: new Map(Object.entries(sections)) }, before);
const rules = (sections: Record<string, string>) => findings(audit(sections)).map(({ rule }) => rule);

describe('the audit of a report', () => {
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
    expect(rules({ overview: '' })).toEqual(['TX-NOCOUNT']);
  });

  it('tells in a finding what was found, what was tried, and what would fit', () => {
    const [finding] = findings(audit({ overview: '新收政府信息公开申请32件。' }));
    expect(finding).toEqual({
      rule: 'TX-REQ-COUNT',
      section: 'overview',
      offset: 10,
      length: 3,
      params: {
        text: '32件',
        found: '32',
        readings: [['一、本年新收政府信息公开申请数量 · 总计', '31']],
        closest: ['一、本年新收政府信息公开申请数量 · 总计 + 二、上年结转政府信息公开申请数量 · 总计', '32'],
      },
    });
    const [money] = findings(audit({ overview: '申请31件，行政事业性收费7.8126万元。' }));
    expect(money!.params).toMatchObject({
      found: '7.8126万元',
      readings: [['行政事业性收费', '78.126万元']],
    });
    const [list] = findings(audit({ overview: '申请31件，公开信息10条，其中动态6条、公告5条。' }));
    expect(list!.params).toMatchObject({ text: '10条', found: '10', parts: ['6条', '5条'], sum: '11' });
    const [share] = findings(audit({ overview: '申请31件，其中自然人20件，占64.1%。' }));
    expect(share!.rule).toBe('TX-PERCENT');
    expect(share!.params.found).toBe('64.1%');
    expect(share!.params.readings[0]).toEqual([
      '一、本年新收政府信息公开申请数量 · 自然人 20 ÷ 一、本年新收政府信息公开申请数量 · 总计 31 = 64.5%',
      '64.5%',
    ]);
  });

  it('lists findings in the order of the text', () => {
    const found = findings(
      audit({
        overview: '政府信息公开申请40件，公开信息10条，其中动态6条、公告5条，行政诉讼2件。',
        remarks: '收到政府信息公开申请40件。',
      }),
    );
    expect(found.map(({ rule, section }) => `${section} ${rule}`)).toEqual([
      'overview TX-REQ-COUNT',
      'overview TX-LIST-SUM',
      'overview TX-CASES',
      'remarks TX-REQ-COUNT',
    ]);
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

describe('the audit as a table', () => {
  const overview =
    '收到政府信息公开申请33件，其中自然人20件，网上申请9件；发布信息12条，其中动态7条、公告6条。未发生行政诉讼。上半年办结15件。';
  const table = auditTable(audit({ overview, remarks: '无。' }), bureau.form);

  it('says of every number what it is held against', () => {
    expect(table).toMatchInlineSnapshot(`
      "部分          原文            类别    结论    依据
      ────────────  ──────────────  ──────  ──────  ────────────────────────────────────────────────────────────────────────────────────
      一、总体情况  33件            数      不符    一、本年新收政府信息公开申请数量 · 总计 31
                                                    一、本年新收政府信息公开申请数量 · 总计 + 二、上年结转政府信息公开申请数量 · 总计 32
      一、总体情况  20件            数      相符    一、本年新收政府信息公开申请数量 · 自然人 20
      一、总体情况  9件             数      表外    表中没有这一项
      一、总体情况  12条            数      表外    表中没有这一项
      一、总体情况  7条             数      表外    表中没有这一项
      一、总体情况  6条             数      表外    表中没有这一项
      一、总体情况  未发生行政诉讼  说没有  不符    行政诉讼 未经复议直接起诉 · 总计 + 行政诉讼 复议后起诉 · 总计 1
      一、总体情况  15件            数      未核对  只说其中一部分，表中没有这一部分
      一、总体情况  33件            合计    不全列  20件 + 9件 = 29
      一、总体情况  12条            合计    不符    7条 + 6条 = 13

      文字中的数 8 处：与表相符 1，不符 2，表外 4，未核对 1。分项合计 2 组，其中 1 组不等于总数。
      "
    `);
  });

  it('is aligned for characters of two columns', () => {
    const lines = table.split('\n');
    const rule = lines[1]!;
    const starts = [...rule.matchAll(/(?<=^| {2})─/g)].map(({ index }) => width(rule.slice(0, index)));
    for (const line of lines.slice(2, lines.indexOf(''))) {
      for (const start of starts) expect(columnStarts(line, start)).toBe(true);
    }
  });
});

/** Whether a cell, and not the middle of one, stands at a column of the terminal. */
function columnStarts(line: string, column: number): boolean {
  if (column === 0) return true;
  let used = 0;
  for (const [i, char] of [...line].entries()) {
    if (used === column) return [...line][i - 1] === ' ';
    used += width(char);
  }
  return used < column;
}

describe('widths', () => {
  it('count a Chinese character as two', () => {
    expect(width('收到3件')).toBe(7);
    expect(padded('收', 4)).toBe('收  ');
  });
});
