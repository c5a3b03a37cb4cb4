import { describe, expect, test } from 'vitest';
import type { Form } from '../../src/forms/compile.ts';
import { formById, formForYear, forms } from '../../src/forms/index.ts';
import { layout } from '../../src/forms/layout.ts';
import { type EditionId, editionIds, officialCells, officialRows } from '../helpers/official-form.ts';
import { grid } from '../helpers/printed.ts';

function form(id: EditionId): Form {
  return formById(id)!;
}

const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

test('there are two editions, oldest first', () => {
  expect(forms.map(({ id }) => id)).toEqual([2019, 2021]);
});

test('the notices and their years', () => {
  expect(form(2019)).toMatchObject({
    notice: { number: '国办公开办函〔2019〕60号', title: '关于政府信息公开工作年度报告有关事项的通知' },
    years: { from: 2019, to: 2020 },
  });
  expect(form(2021)).toMatchObject({
    notice: {
      number: '国办公开办函〔2021〕30号',
      title: '关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
      date: '2021-09-26',
    },
    years: { from: 2021 },
  });
});

test.each([
  [2018, undefined],
  [2019, 2019],
  [2020, 2019],
  [2021, 2021],
  [2025, 2021],
  [2099, 2021],
])('reports of %i use edition %s', (year, id) => {
  expect(formForYear(year)?.id).toBe(id);
});

test.each(['2021', 2020, undefined, null, '__proto__'])('%j names no edition', (id) => {
  expect(formById(id)).toBeUndefined();
});

describe.each(editionIds)('edition %i', (id) => {
  test('has the six official sections', () => {
    expect(form(id).sections.map(({ heading }) => heading)).toEqual(headings);
    expect(form(id).sections.map(({ table }) => table?.number)).toEqual([
      undefined,
      '表二',
      '表三',
      '表四',
      undefined,
      undefined,
    ]);
  });

  test('has every cell at its address, under its official name, in printing order', () => {
    const cells = form(id).cells.map(({ address, name, path }) => ({ address, name, path: path.join('.') }));
    expect(cells).toEqual(officialCells(id));
  });

  test('has every row under its official name', () => {
    expect(
      form(id).rows.map(({ address, name, single, cells }) => [address, name, single, cells.length]),
    ).toEqual(
      officialRows[id].map(({ address, name, columns }) => [
        address,
        name,
        columns.length === 0,
        columns.length || 1,
      ]),
    );
  });

  test('gives each cell its place in the list, its codes and its help', () => {
    form(id).cells.forEach((cell, i) => {
      expect(cell.index).toBe(i);
      expect(form(id).cellAt.get(cell.address)).toBe(cell);
      expect(cell.help).not.toBe('');
      const number = { disclosure: 'T2', applications: 'T3', challenges: 'T4' }[String(cell.path[0])];
      expect(cell.codes).toEqual({
        number: number === 'T2' ? 'T2-INT' : `${number}-NONNEG-INT`,
        blank: `${number}-BLANK`,
      });
    });
  });

  test('covers every column of the grid once in every printed row', () => {
    for (const { table } of form(id).sections) {
      if (!table) continue;
      for (const { head, body } of layout(form(id), table)) {
        const taken: number[] = [];
        for (const row of [...head, ...body]) {
          const width = row.reduce((sum, cell) => sum + cell.colSpan, 0);
          const above = taken.splice(0).map((rows) => rows - 1);
          expect(width + above.filter((rows) => rows > 0).length).toBe(table.width);
          taken.push(...above.filter((rows) => rows > 0));
          for (const cell of row) {
            if (cell.rowSpan > 1) taken.push(...Array<number>(cell.colSpan).fill(cell.rowSpan));
          }
        }
      }
    }
  });
});

test.each([
  [2019, { cells: 198, disclosure: 22, applications: 23 * 7, challenges: 15, rows: 23, equations: 40 }],
  [2021, { cells: 200, disclosure: 10, applications: 25 * 7, challenges: 15, rows: 25, equations: 42 }],
] as const)('edition %i has its counts', (id, counts) => {
  const { cells, rows, equations } = form(id);
  const inTable = (key: string) => cells.filter(({ path }) => path[0] === key).length;
  expect({
    cells: cells.length,
    disclosure: inTable('disclosure'),
    applications: inTable('applications'),
    challenges: inTable('challenges'),
    rows: rows.filter(({ path }) => path[0] === 'applications').length,
    equations: equations.length,
  }).toEqual(counts);
});

test.each([
  [2019, { 'T3-ROW-SUM': 23, 'T3-RESULT-SUM': 7, 'T3-BALANCE': 7 }],
  [2021, { 'T3-ROW-SUM': 25, 'T3-RESULT-SUM': 7, 'T3-BALANCE': 7 }],
] as const)('edition %i has its equations by code', (id, table3) => {
  const counts: Record<string, number> = {};
  for (const { code } of form(id).equations) counts[code] = (counts[code] ?? 0) + 1;
  expect(counts).toEqual({ ...table3, 'T4-REVIEW-SUM': 1, 'T4-DIRECT-SUM': 1, 'T4-AFTER-SUM': 1 });
});

test('only 本年增/减 may be negative, only money has decimals', () => {
  const special = (id: EditionId) =>
    form(id)
      .cells.filter(({ kind }) => kind !== 'count')
      .map(({ address, kind, unit, printUnit }) => [address, kind, unit, printUnit]);
  expect(special(2021)).toEqual([['disclosure.fees', 'amount', '万元', false]]);
  expect(special(2019)).toEqual([
    ['disclosure.licensing.change', 'change', '项', false],
    ['disclosure.otherServices.change', 'change', '项', false],
    ['disclosure.punishment.change', 'change', '项', false],
    ['disclosure.coercion.change', 'change', '项', false],
    ['disclosure.fees.change', 'change', '项', false],
    ['disclosure.procurement.amount', 'amount', '万元', true],
  ]);
});

test('table two of 2021 is printed with its official spans', () => {
  expect(grid(form(2021), 'disclosure')).toEqual([
    '第二十条第（一）项[4]',
    '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
    '规章 | n | n | n',
    '行政规范性文件 | n | n | n',
    '第二十条第（五）项[4]',
    '信息内容 | 本年处理决定数量[3]',
    '行政许可 | n[3]',
    '第二十条第（六）项[4]',
    '信息内容 | 本年处理决定数量[3]',
    '行政处罚 | n[3]',
    '行政强制 | n[3]',
    '第二十条第（八）项[4]',
    '信息内容 | 本年收费金额（单位：万元）[3]',
    '行政事业性收费 | n[3]',
  ]);
});

test('table two of 2019 is printed with its official spans', () => {
  expect(grid(form(2019), 'disclosure')).toEqual([
    '第二十条第（一）项[5]',
    '信息内容 | 本年新制作数量 | 本年新公开数量[2] | 对外公开总数量',
    '规章 | n | n[2] | n',
    '规范性文件 | n | n[2] | n',
    '第二十条第（五）项[5]',
    '信息内容 | 上一年项目数量 | 本年增/减[2] | 处理决定数量',
    '行政许可 | n[2] | n | n',
    '其他对外管理服务事项 | n[2] | n | n',
    '第二十条第（六）项[5]',
    '信息内容 | 上一年项目数量 | 本年增/减[2] | 处理决定数量',
    '行政处罚 | n[2] | n | n',
    '行政强制 | n[2] | n | n',
    '第二十条第（八）项[5]',
    '信息内容 | 上一年项目数量[2] | 本年增/减[2]',
    '行政事业性收费 | n[2] | n[2]',
    '第二十条第（九）项[5]',
    '信息内容 | 采购项目数量[2] | 采购总金额[2]',
    '政府集中采购 | n[2] | n[2]',
  ]);
});

const n7 = 'n | n | n | n | n | n | n';
const head3 = [
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）[3×3] | 申请人情况[7]',
  '自然人[1×2] | 法人或其他组织[5] | 总计[1×2]',
  '商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他',
];
const upToReconfirm = (height: number) => [
  `一、本年新收政府信息公开申请数量[3] | ${n7}`,
  `二、上年结转政府信息公开申请数量[3] | ${n7}`,
  `三、本年度办理结果[1×${height}] | （一）予以公开[2] | ${n7}`,
  `（二）部分公开（区分处理的，只计这一情形，不计其他情形）[2] | ${n7}`,
  `（三）不予公开[1×8] | 1.属于国家秘密 | ${n7}`,
  `2.其他法律行政法规禁止公开 | ${n7}`,
  `3.危及“三安全一稳定” | ${n7}`,
  `4.保护第三方合法权益 | ${n7}`,
  `5.属于三类内部事务信息 | ${n7}`,
  `6.属于四类过程性信息 | ${n7}`,
  `7.属于行政执法案卷 | ${n7}`,
  `8.属于行政查询事项 | ${n7}`,
  `（四）无法提供[1×3] | 1.本机关不掌握相关政府信息 | ${n7}`,
  `2.没有现成信息需要另行制作 | ${n7}`,
  `3.补正后申请内容仍不明确 | ${n7}`,
  `（五）不予处理[1×5] | 1.信访举报投诉类申请 | ${n7}`,
  `2.重复申请 | ${n7}`,
  `3.要求提供公开出版物 | ${n7}`,
  `4.无正当理由大量反复申请 | ${n7}`,
  `5.要求行政机关确认或重新出具已获取信息 | ${n7}`,
];
const end3 = [`（七）总计[2] | ${n7}`, `四、结转下年度继续办理[3] | ${n7}`];

test('table three of 2021 is printed with its official spans', () => {
  expect(grid(form(2021), 'applications')).toEqual([
    ...head3,
    ...upToReconfirm(22),
    `（六）其他处理[1×3] | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | ${n7}`,
    `2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | ${n7}`,
    `3.其他 | ${n7}`,
    ...end3,
  ]);
});

test('table three of 2019 is printed with its official spans', () => {
  expect(grid(form(2019), 'applications')).toEqual([
    ...head3,
    ...upToReconfirm(20),
    `（六）其他处理[2] | ${n7}`,
    ...end3,
  ]);
});

test.each(editionIds)('table four of %i is printed with its official spans', (id) => {
  const outcomes = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
  expect(grid(form(id), 'challenges')).toEqual([
    '行政复议[5] | 行政诉讼[10]',
    `${outcomes.replaceAll(/(?= \||$)/g, '[1×2]')} | 未经复议直接起诉[5] | 复议后起诉[5]`,
    `${outcomes} | ${outcomes}`,
    Array(15).fill('n').join(' | '),
  ]);
});

test.each(editionIds)('the numbers of %i stand in the printed tables in the order of the cells', (id) => {
  const printed = form(id).sections.flatMap(({ table }) =>
    table
      ? layout(form(id), table).flatMap(({ body }) => body.flat().flatMap((cell) => cell.cell ?? []))
      : [],
  );
  expect(printed).toEqual(form(id).cells.map(({ index }) => index));
});

test.each(editionIds)('only labels seen in real reports are variants in %i, never the official one', (id) => {
  const labels = (
    rows: readonly { label?: string; variants?: readonly string[]; rows?: unknown }[],
  ): string[] =>
    rows.flatMap((row) => {
      expect(row.variants ?? []).not.toContain(row.label);
      return [...(row.variants ?? []), ...labels((row.rows ?? []) as typeof rows)];
    });
  const variants = form(id).sections.flatMap(
    ({ table }) => table?.blocks.flatMap((b) => labels(b.rows)) ?? [],
  );
  expect(variants).toContain(id === 2021 ? '规范性文件' : '行政规范性文件');
});
