import type { Column, EquationPattern, Table } from '../edition.ts';

/** Sources: 国办公开办函〔2019〕60号 and 〔2021〕30号, annexed forms; the editions have this in common. */

const caseColumns: readonly Column[] = [
  { key: 'upheld', label: '结果维持', help: '维持了原来的处理，或驳回了请求。' },
  { key: 'corrected', label: '结果纠正', help: '撤销、变更、确认违法或责令履行。' },
  { key: 'other', label: '其他结果', help: '撤回、不予受理等其他结案方式。' },
  { key: 'pending', label: '尚未审结', help: '到年底还没有结案。' },
  { key: 'total', label: '总计', variants: ['合计'], help: '各种结果相加。' },
];

function caseSum(code: string, row: string, name: string, seen: string): EquationPattern {
  return {
    code,
    name: `${name}各种结果之和等于总计`,
    source: '表格的总计栏',
    each: 'row',
    rows: [row],
    left: ['upheld', 'corrected', 'other', 'pending'],
    right: ['total'],
    sides: ['各种结果相加', '总计'],
    at: 'total',
    seen,
  };
}

const onceInTwelve = '12套完整的真实数据里有1套不符：各种结果填了数，总计写的是 0。';

/** 表四，两版相同。 */
export const challengesTable: Table = {
  number: '表四',
  title: '政府信息公开行政复议、行政诉讼情况',
  stubWidth: 0,
  unit: '件',
  codes: { number: 'T4-NONNEG-INT', blank: 'T4-BLANK' },
  blocks: [
    {
      columns: [
        {
          key: 'review',
          label: '行政复议',
          article: '第五十一条',
          help: '对信息公开处理不服申请的复议。',
          columns: caseColumns,
        },
        {
          label: '行政诉讼',
          named: true,
          article: '第五十一条',
          columns: [
            {
              key: 'litigationDirect',
              label: '未经复议直接起诉',
              help: '没有复议，直接起诉。',
              columns: caseColumns,
            },
            {
              key: 'litigationAfterReview',
              label: '复议后起诉',
              help: '复议之后再起诉。',
              columns: caseColumns,
            },
          ],
        },
      ],
      rows: [{}],
    },
  ],
  equations: [
    caseSum('T4-REVIEW-SUM', 'review', '行政复议', onceInTwelve),
    caseSum('T4-DIRECT-SUM', 'litigationDirect', '未经复议直接起诉', onceInTwelve),
    caseSum('T4-AFTER-SUM', 'litigationAfterReview', '复议后起诉', onceInTwelve),
  ],
};
