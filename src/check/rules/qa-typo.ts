import type { ReportRule } from '../rule.ts';
import { findTypos } from '../text/typography.ts';
import { inTexts, quote } from '../texts.ts';

export default {
  id: 'QA-TYPO',
  scope: 'report',
  severity: 'warning',
  title: '没有明显的笔误',
  source: '文字核对；标点符号用法 GB/T 15834—2011',
  asks: '括号、书名号、引号成对；没有连写两遍的字词（“的的”“进行进行”）；没有缺数的“共条”“增长%”；没有连着的两个标点；中文里不用半角标点；每一段写完整，有句号。',
  wrong: '全年共条信息信息信息，其中通知公告（12条，增长%。',
  right: '全年共公开信息176条，其中通知公告12条，增长3%。',
  advice: '照提示改。',
  seen: '188份真实报告里有9份。',
  check: ({ report }) =>
    inTexts(report, findTypos, ({ kind, params }, section) => {
      const found = quote(params['found']);
      switch (kind) {
        case 'unopened':
          return {
            message: `${section}里的${found}前面没有“${params['expected']}”。`,
            hint: '补上，或者删去。',
          };
        case 'unclosed':
          return {
            message: `${section}里的${found}没有收尾。`,
            hint: `补上“${params['expected']}”，或者删去。`,
          };
        case 'doubled-word':
          return { message: `${section}里的${found}写了两遍。`, hint: `改成“${params['write']}”。` };
        case 'missing-number':
          return { message: `${section}里的${found}缺数。`, hint: '补上数；没有发生的写 0 或者“没有”。' };
        case 'doubled-mark':
          return { message: `${section}里的标点${found}连在一起。`, hint: `改成“${params['write']}”。` };
        case 'half-width': {
          const count = Number(params['count']);
          const all = count > 3 ? `，全文有 ${count}处` : '';
          return {
            message: `${section}里的${found}是半角标点${all}。`,
            hint: `改成“${params['write']}”。`,
          };
        }
        case 'cut-off':
          return { message: `${section}里以${found}结尾的一段没有写完。`, hint: '写完，或者补上句号。' };
      }
    }),
} satisfies ReportRule as ReportRule;
