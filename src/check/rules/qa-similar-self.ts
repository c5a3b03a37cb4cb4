import { copyVerdicts } from '../copies.ts';
import type { SiteRule } from '../rule.ts';

export default {
  id: 'QA-SIMILAR-SELF',
  scope: 'site',
  severity: 'warning',
  title: '不照抄上一年',
  source: '国办公开办函〔2021〕30号：内容雷同、敷衍了事的，按条例第四十七条处理',
  asks: '与本机关上一年的报告相同的文字，不到可比文字的一半（limits.sameAsLastYear）。按字比较：一句里改动几个字的、调换次序的都算相同；法定表述、数字、机关名称和全站通用的文字不计；可比的文字不到80字的不核对。',
  wrong: '2023年的报告，除了数字和年份，与2022年的逐句相同。',
  right: '2023年的报告沿用2022年的开头，其余各段写本年的做法。',
  advice: '照本年的实际情况重写，至少改写工作情况、存在的问题和改进的办法。',
  seen: '一份市级报告与上一年的文字有42%相同。',
  check: (input, settings) => copyVerdicts(input, settings).self,
} satisfies SiteRule as SiteRule;
