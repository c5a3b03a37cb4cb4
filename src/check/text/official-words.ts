import type { Form } from '../../forms/compile.ts';

/**
 * Words every report must use whoever writes it: those of the form (titles, row and column labels,
 * the notice), of the regulation, and of the statements that the form asks for. A passage made up of
 * them says nothing about who copied from whom.
 */
export function officialWords(forms: readonly Form[]): ReadonlySet<string> {
  const words = new Set(stockWords);
  const add = (label: string | undefined) => {
    for (const word of pieces(label ?? '')) if (word.length >= 2) words.add(word);
  };
  for (const form of forms) {
    add(form.title);
    add(form.notice.title);
    add(form.notice.number);
    for (const section of form.sections) {
      add(section.heading);
      add(section.table?.title);
    }
    for (const label of form.groups.values()) for (const word of label.split(' ')) add(word);
    for (const cell of form.cells) add(cell.columnName);
  }
  return words;
}

/** A label without its number, and its parts where it is a list: 规章 · 行政复议、行政诉讼情况. */
function pieces(label: string): string[] {
  const bare = label
    .replace(/^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)/, '')
    .replace(/[“”《》]/g, '');
  return [bare, ...bare.split(/[、，（）]/), bare.replace(/情况$/, '')];
}

/** Not in the form itself: the regulation, and what the opening and the counts of section one must say. */
const stockWords = [
  '中华人民共和国政府信息公开条例',
  '政府信息公开条例',
  '国务院办公厅政府信息与政务公开办公室',
  '政府信息公开工作年度报告',
  '政府信息公开年度报告',
  '政府信息公开',
  '政务公开',
  '主动公开',
  '依申请公开',
  '政府信息管理',
  '平台建设',
  '监督保障',
  '统计',
  '期限',
  '时间',
  '数据',
  '起至',
  '日至',
  '本报告',
  '年度报告',
  '所列数据',
  '编制',
  '公布',
  '组成',
  '部分',
  '要求',
  '规定',
  '根据',
  '按照',
  '现将',
  '如下',
  '电子版',
  '下载',
  '门户网站',
  '人民政府',
  '联系',
  '电话',
  '邮编',
  '地址',
  '申请',
  '收到',
  '新收',
  '办结',
  '答复',
  '结转',
  '上年',
  '下年度',
  '本年',
  '全年',
  '年度',
  '其中',
  '未发生',
  '没有',
  '信息处理费',
  '收取',
  '规范性文件',
  '制发',
  '废止',
  '现行有效',
  '处理决定',
  '决定',
  '截至',
  '年末',
  '行政复议',
  '行政诉讼',
  '责任追究',
  '社会评议',
  '工作考核',
];
