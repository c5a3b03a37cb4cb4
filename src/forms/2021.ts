import type { Edition } from './edition.ts';
import { applicationsTable } from './parts/applications.ts';
import { challengesTable } from './parts/challenges.ts';
import { disclosureTable, regulations } from './parts/disclosure.ts';
import { sections } from './parts/sections.ts';

const documentColumns = [
  { key: 'issued', label: '本年制发件数', unit: '件', help: '本年制定发布的件数。' },
  { key: 'repealed', label: '本年废止件数', unit: '件', help: '本年废止、失效的件数。' },
  { key: 'inForce', label: '现行有效件数', unit: '件', help: '到年底仍然有效的件数。' },
] as const;

const decisions = [
  {
    label: '本年处理决定数量',
    span: 3,
    unit: '件',
    help: '本年作出的全部决定，不论是否公开。',
  },
] as const;

const disclosure = disclosureTable([
  {
    caption: '第二十条第（一）项',
    stub: '信息内容',
    columns: documentColumns,
    rows: [
      regulations,
      {
        key: 'normativeDocuments',
        label: '行政规范性文件',
        variants: ['规范性文件'],
        help: '本机关制发的行政规范性文件。',
      },
    ],
  },
  {
    caption: '第二十条第（五）项',
    stub: '信息内容',
    columns: decisions,
    rows: [{ key: 'licensing', label: '行政许可', help: '本年作出的行政许可决定。' }],
  },
  {
    caption: '第二十条第（六）项',
    stub: '信息内容',
    columns: decisions,
    rows: [
      { key: 'punishment', label: '行政处罚', help: '本年作出的行政处罚决定。' },
      { key: 'coercion', label: '行政强制', help: '本年作出的行政强制决定。' },
    ],
  },
  {
    caption: '第二十条第（八）项',
    stub: '信息内容',
    columns: [
      {
        label: '本年收费金额（单位：万元）',
        span: 3,
        kind: 'amount',
        unit: '万元',
        help: '以万元为单位；不足一万元的写小数。',
      },
    ],
    rows: [{ key: 'fees', label: '行政事业性收费', help: '本年收取的行政事业性收费。' }],
  },
]);

const otherProcessing = {
  key: 'other',
  label: '（六）其他处理',
  rows: [
    {
      key: 'notCorrected',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      variants: ['1.逾期不补正'],
      article: '第三十条',
      help: '申请人没有按期补正，视为放弃申请。',
    },
    {
      key: 'feeUnpaid',
      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      variants: ['2.逾期不缴费'],
      article: '第四十二条',
      help: '申请人没有按期缴纳信息处理费；收费依据是国办函〔2020〕109号。',
    },
    { key: 'misc', label: '3.其他', help: '其他情形，例如申请人撤回申请。' },
  ],
} as const;

/** The five parts of section one that the notice names. */
const overview = [
  { key: 'disclosure', name: '主动公开' },
  { key: 'requests', name: '依申请公开' },
  { key: 'management', name: '政府信息管理' },
  { key: 'platform', name: '政府信息公开平台建设' },
  { key: 'safeguards', name: '监督保障' },
];

/** The blank form: fees for information processing are reported in section six. */
const remarks = [{ key: 'fees', name: '收取信息处理费的情况' }];

/** 国办公开办函〔2021〕30号附件，2021年度起使用。 */
export default {
  id: 2021,
  title: '中华人民共和国政府信息公开工作年度报告格式',
  notice: {
    number: '国办公开办函〔2021〕30号',
    title: '关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
    date: '2021-09-26',
  },
  years: { from: 2021 },
  sections: sections(
    { disclosure, applications: applicationsTable(otherProcessing), challenges: challengesTable },
    { overview, remarks },
  ),
} satisfies Edition as Edition;
