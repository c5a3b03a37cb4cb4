import type { ReportRule } from '../rule.ts';
import { findLeftovers, type LeftoverKind } from '../text/leftovers.ts';
import { inTexts, quote } from '../texts.ts';

const said: Record<LeftoverKind, [what: string, hint: string]> = {
  placeholder: ['是模板里等着填写的记号', '填上实际的内容。'],
  instruction: ['是模板给填写人的提示', '换成实际的内容，没有的删去。'],
  'form-note': ['是空白表格上的说明', '换成本机关的情况，没有的写“无”。'],
  'blank-number': ['文号没有填完', '补全文号；不需要的整个删去。'],
  program: ['是办公软件留下的记号', '换成实际的内容，没有的删去。'],
};

export default {
  id: 'QA-LEFTOVER',
  scope: 'report',
  severity: 'error',
  title: '没有模板留下的字样',
  source: '国办公开办函〔2021〕30号：内容要准确完整',
  asks: '报告里没有等着填写的记号（XX、×××、某镇、20XX年、____）、模板的提示（“（具体网址）”“请填写”“（不超过1000字）”）、空白表格上的说明、没有填完的文号，也没有办公软件的错误记号。隐去姓名的“申请人张××”“李某”不算。照录过去已经公布的报告（source: {published: true}）只作提示。',
  wrong: '电子版可以在政府门户网站（具体网址）下载，全年公开信息XX条。',
  right: '电子版可以在县政府门户网站下载，全年公开信息176条。',
  advice: '填上实际的内容；没有的整句删去。',
  seen: '188份真实报告里有5份。',
  check: ({ report }) =>
    inTexts(report, findLeftovers, ({ kind, params }, section) => {
      const [what, hint] = said[kind];
      return { message: `${section}里的${quote(params['found'])}${what}。`, hint };
    }),
} satisfies ReportRule as ReportRule;
