import type { Column, Edition } from './edition.ts';
import { applicationsTable } from './parts/applications.ts';
import { challengesTable } from './parts/challenges.ts';
import { disclosureTable, regulations } from './parts/disclosure.ts';
import { sections } from './parts/sections.ts';

const documentColumns: readonly Column[] = [
  { key: 'newlyMade', label: '本年新制作数量', unit: '件', help: '本年新制定的件数。' },
  {
    key: 'newlyDisclosed',
    label: '本年新公开数量',
    span: 2,
    unit: '件',
    help: '本年新公开的件数。',
  },
  {
    key: 'totalDisclosed',
    label: '对外公开总数量',
    unit: '件',
    help: '到年底对外公开的总件数。',
  },
];

const previousItems: Column = {
  key: 'previousItems',
  label: '上一年项目数量',
  unit: '项',
  help: '上一年底的事项数。',
};
const change: Column = {
  key: 'change',
  label: '本年增/减',
  span: 2,
  kind: 'change',
  unit: '项',
  help: '比上一年增加或减少的事项数，减少的写负数。',
};

/** The official form sets the numbers on other grid lines than their headings. */
const decisionColumns: readonly Column[] = [
  { ...previousItems, valueSpan: 2 },
  { ...change, valueSpan: 1 },
  { key: 'decisions', label: '处理决定数量', unit: '件', help: '本年作出的决定数。' },
];

const disclosure = disclosureTable([
  {
    caption: '第二十条第（一）项',
    stub: '信息内容',
    columns: documentColumns,
    rows: [
      regulations,
      {
        key: 'normativeDocuments',
        label: '规范性文件',
        variants: ['行政规范性文件'],
        help: '本机关制发的规范性文件。',
      },
    ],
  },
  {
    caption: '第二十条第（五）项',
    stub: '信息内容',
    columns: decisionColumns,
    rows: [
      { key: 'licensing', label: '行政许可', help: '行政许可事项和决定。' },
      {
        key: 'otherServices',
        label: '其他对外管理服务事项',
        help: '许可之外的对外管理服务事项。',
      },
    ],
  },
  {
    caption: '第二十条第（六）项',
    stub: '信息内容',
    columns: decisionColumns,
    rows: [
      { key: 'punishment', label: '行政处罚', help: '行政处罚事项和决定。' },
      { key: 'coercion', label: '行政强制', help: '行政强制事项和决定。' },
    ],
  },
  {
    caption: '第二十条第（八）项',
    stub: '信息内容',
    columns: [{ ...previousItems, span: 2 }, change],
    rows: [{ key: 'fees', label: '行政事业性收费', help: '行政事业性收费的项目数。' }],
  },
  {
    caption: '第二十条第（九）项',
    stub: '信息内容',
    columns: [
      {
        key: 'items',
        label: '采购项目数量',
        span: 2,
        unit: '项',
        help: '本年集中采购的项目数。',
      },
      {
        key: 'amount',
        label: '采购总金额',
        span: 2,
        kind: 'amount',
        unit: '万元',
        printUnit: true,
        help: '这一版表格没有印单位；数据一律以万元为单位，251000元写 25.1。',
      },
    ],
    rows: [{ key: 'procurement', label: '政府集中采购', help: '本年政府集中采购。' }],
  },
]);

/** 国办公开办函〔2019〕60号附件（试行），2019、2020年度使用。 */
export default {
  id: 2019,
  title: '政府信息公开工作年度报告格式（试行）',
  notice: {
    number: '国办公开办函〔2019〕60号',
    title: '关于政府信息公开工作年度报告有关事项的通知',
  },
  years: { from: 2019, to: 2020 },
  sections: sections({
    disclosure,
    applications: applicationsTable({
      key: 'other',
      label: '（六）其他处理',
      help: '以上各种结果之外的处理，例如申请人撤回申请、逾期不补正、逾期不缴费。',
    }),
    challenges: challengesTable,
  }),
} satisfies Edition as Edition;
