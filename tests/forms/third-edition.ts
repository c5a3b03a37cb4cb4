import type { Column, Edition } from '../../src/forms/edition.ts';

const outcome: readonly Column[] = [
  { key: 'kept', label: '维持', help: '维持原处理。' },
  { key: 'lost', label: '败诉', help: '原处理被改变。' },
  { key: 'sum', label: '合计', help: '两种结果相加。' },
];

/**
 * An edition that nobody issued: another section, other tables, rows, columns and equations. What works for
 * it works because it is derived from this file, for nothing else knows of it.
 */
export const thirdEdition: Edition = {
  id: 2031,
  title: '政府信息公开工作年度报告格式（试验）',
  notice: { number: '试验函〔2031〕1号', title: '关于试验格式的通知' },
  years: { from: 2031 },
  sections: [
    { key: 'summary', heading: '一、概述', help: '写总的情况。' },
    {
      key: 'output',
      heading: '二、公开情况',
      help: '文件和收费。',
      table: {
        number: '表二',
        title: '公开情况',
        stubWidth: 1,
        unit: '件',
        codes: { number: 'X2-NUMBER', blank: 'X2-EMPTY' },
        blocks: [
          {
            caption: '甲项',
            stub: '内容',
            columns: [
              { key: 'old', label: '原有', help: '年初的件数。' },
              { key: 'change', label: '增减', kind: 'change', help: '本年的变化。' },
              { key: 'now', label: '现有', help: '年末的件数。' },
            ],
            rows: [
              { key: 'rules', label: '规则', help: '各种规则。' },
              { key: 'notices', label: '通告', help: '各种通告。' },
            ],
          },
          {
            caption: '乙项',
            stub: '内容',
            columns: [{ label: '金额', span: 3, kind: 'amount', unit: '万元', help: '收费金额。' }],
            rows: [{ key: 'income', label: '收费', help: '全年收费。' }],
          },
        ],
        equations: [
          {
            code: 'X2-STOCK',
            name: '原有加增减等于现有',
            source: '试验',
            each: 'row',
            rows: ['rules', 'notices'],
            left: ['old', 'change'],
            right: ['now'],
            sides: ['原有加增减', '现有'],
            at: 'now',
          },
        ],
      },
    },
    {
      key: 'requests',
      heading: '三、申请情况',
      help: '收到和办理的申请。',
      table: {
        number: '表三',
        title: '申请情况',
        stubWidth: 2,
        unit: '件',
        codes: { number: 'X3-NUMBER', blank: 'X3-EMPTY' },
        blocks: [
          {
            stub: '办理',
            columns: [
              { key: 'people', label: '个人', help: '个人的申请。' },
              {
                label: '单位',
                columns: [
                  { key: 'home', label: '境内', help: '境内单位。' },
                  { key: 'abroad', label: '境外', help: '境外单位。' },
                  { key: 'units', label: '小计', help: '单位相加。' },
                ],
              },
              { key: 'all', label: '合计', help: '全部相加。' },
            ],
            rows: [
              { key: 'received', label: '收到', help: '全年收到的。' },
              {
                key: 'answered',
                label: '答复',
                rows: [
                  { key: 'given', label: '给予', help: '给予公开。' },
                  { key: 'moved', label: '转送', help: '转给别的机关。' },
                ],
              },
              { key: 'waiting', label: '未答复', help: '年末未答复的。' },
            ],
          },
        ],
        equations: [
          {
            code: 'X3-UNITS',
            name: '境内加境外等于小计',
            source: '试验',
            each: 'row',
            left: ['home', 'abroad'],
            right: ['units'],
            sides: ['单位相加', '小计'],
            at: 'units',
          },
          {
            code: 'X3-ALL',
            name: '个人加小计等于合计',
            source: '试验',
            each: 'row',
            left: ['people', 'units'],
            right: ['all'],
            sides: ['个人加小计', '合计'],
            at: 'all',
          },
          {
            code: 'X3-FLOW',
            name: '收到等于答复加未答复',
            source: '试验',
            each: 'column',
            left: ['received'],
            right: ['answered', 'waiting'],
            sides: ['收到', '答复加未答复'],
            at: 'waiting',
          },
        ],
      },
    },
    {
      key: 'disputes',
      heading: '四、争议情况',
      help: '复议和诉讼。',
      table: {
        number: '表四',
        title: '争议情况',
        stubWidth: 0,
        unit: '起',
        codes: { number: 'X4-NUMBER', blank: 'X4-EMPTY' },
        blocks: [
          {
            columns: [
              { key: 'first', label: '一审', help: '一审案件。', columns: outcome },
              { key: 'second', label: '二审', help: '二审案件。', columns: outcome },
            ],
            rows: [{}],
          },
        ],
        equations: [
          {
            code: 'X4-SUM',
            name: '两种结果等于合计',
            source: '试验',
            each: 'row',
            left: ['kept', 'lost'],
            right: ['sum'],
            sides: ['两种结果相加', '合计'],
            at: 'sum',
          },
        ],
      },
    },
    { key: 'plans', heading: '五、打算', help: '写下一年的打算。' },
    { key: 'extra', heading: '六、附带', help: '没有就写“无。”。' },
    { key: 'thanks', heading: '七、致谢', help: '没有就写“无。”。' },
  ],
};
