import type { Form } from '../../forms/compile.ts';
import { type ReportRule, unknown } from '../rule.ts';
import { findSectionFaults } from '../text/headings.ts';
import { answers, quote, textsOf } from '../texts.ts';

const noText = unknown('没有读出文字');

export default {
  id: 'QA-SECTIONS',
  scope: 'report',
  severity: 'error',
  title: '六个部分各归其位',
  source: '条例第五十条；国家统一格式的六个部分及其标题、顺序',
  asks: '六个部分都有内容（没有的在读取时就指出），标题和顺序由格式印出，不必自己写。一个部分的文字里出现另一部分的标题，说明内容放错了位置。重复写了本部分的标题，或者小标题、要点的序号跳号、重号（“（一）（二）（四）”“一是…二是…四是”），只作提示。照录过去已经公布的报告（source: {published: true}）只作提示。',
  wrong: '“一、总体情况”的文字里另起一行写着“二、主动公开政府信息情况”。',
  right: '“一、总体情况”的文字分（一）（二）（三）（四）（五）五段。',
  advice: '把文字移到它所属的部分，删去标题；序号按顺序改。',
  seen: '188份真实报告里，2份改了标题，8份序号有错。',
  check: ({ report }) => {
    const parts = textsOf(report);
    if (parts.length === 0) return noText;
    return answers(report, findSectionFaults(parts, report.form), ({ kind, params }, section) => {
      const found = quote(params['found']);
      switch (kind) {
        case 'other-heading':
          return {
            message: `${section}里有另一部分的标题${found}。`,
            hint: isTable(report.form, params['target'])
              ? '删去标题；那一部分只有表，数填进表里，文字留在这里。'
              : `把这行以下的文字移到“${params['heading']}”，删去标题。`,
          };
        case 'own-heading':
          return {
            message: `${section}里又写了一遍本部分的标题。`,
            hint: '删去这一行，标题由格式印出。',
            severity: 'warning',
          };
        case 'numbering':
          return {
            message: params['before']
              ? `${section}里的序号${found}接在“${params['before']}”后面，不连续。`
              : `${section}里的序号从${found}开始。`,
            hint: `应当是“${params['expected']}”；看是不是漏了一段。`,
            severity: 'warning',
          };
      }
    });
  },
} satisfies ReportRule as ReportRule;

function isTable({ sections }: Form, target: unknown): boolean {
  return sections.some(({ key, table }) => key === target && table !== undefined);
}
