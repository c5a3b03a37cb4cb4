import type { Severity } from '../../diagnostics/diagnostic.ts';
import type { ReportRule } from '../rule.ts';
import { type EncodingKind, findEncodingFaults } from '../text/encoding.ts';
import { inTexts, quote } from '../texts.ts';

const said: Record<EncodingKind, { what: string; hint: string; severity?: Severity }> = {
  lost: { what: '是丢失的字', hint: '对照原文补上。' },
  entity: { what: '是网页代码', hint: '换成原来的字。' },
  tag: { what: '是网页代码', hint: '删去。' },
  'title-tail': { what: '是被当作网页代码的标题', hint: '对照原文改成〈…〉。' },
  'angle-title': { what: '用了半角的尖括号', hint: '改成〈…〉。', severity: 'warning' },
  'lost-title': { what: '中间丢了标题', hint: '对照原文补上标题。' },
  mojibake: { what: '是乱码', hint: '对照原文重新输入；文件用 UTF-8 保存。' },
  radical: { what: '是部首字，不是汉字，查找时找不到', hint: '重新输入。', severity: 'warning' },
  'private-use': { what: '只有某一种字体有，别处显示不出来', hint: '换成通行的字。' },
  invisible: { what: '是看不见的字符', hint: '删去。', severity: 'warning' },
};

export default {
  id: 'QA-ENCODING',
  scope: 'report',
  severity: 'error',
  title: '没有乱码和网页代码',
  source: '公布的文字要与原文一致',
  asks: '文字里没有丢失的字、乱码、网页代码（&nbsp; 、<br>）、被系统吃掉的标题（“关于印发的通知”“《》”）、只有一种字体才有的字。部首字、看不见的字符和半角尖括号只作提示。照录过去已经公布的报告（source: {published: true}）只作提示。',
  wrong: '根据《国务院办公厅关于印发的通知》&nbsp;编制。',
  right: '根据《国务院办公厅关于印发〈政府信息公开工作年度报告格式〉的通知》编制。',
  advice: '对照原文改正。从网页复制的，先粘贴成纯文本。',
  seen: '188份真实报告里有5份，出自同一个地区的系统。',
  check: ({ report }) =>
    inTexts(report, findEncodingFaults, ({ kind, params }, section) => {
      const { what, hint, severity } = said[kind];
      const found = kind === 'invisible' ? codes(String(params['found'])) : quote(params['found']);
      const write = params['write'];
      return {
        message: `${section}里的${found}${what}。`,
        hint: write === undefined || write === ' ' ? hint : `改成“${write}”。`,
        ...(severity ? { severity } : {}),
      };
    }),
} satisfies ReportRule as ReportRule;

/** What cannot be seen is named by its number. */
function codes(text: string): string {
  return [...text].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
