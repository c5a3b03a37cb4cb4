import { copyVerdicts } from '../copies.ts';
import type { SiteRule } from '../rule.ts';

export default {
  id: 'QA-SIMILAR-PEER',
  scope: 'site',
  severity: 'warning',
  title: '不照抄其他机关',
  source: '国办公开办函〔2021〕30号：内容雷同、敷衍了事的，按条例第四十七条处理',
  asks: '与其他机关同一年或者更早的报告相同的文字，不到可比文字的四成（limits.sameAsOthers）。按字比较：一句里改动几个字的、调换次序的都算相同；法定表述、数字、机关名称和全站通用的文字不计；可比的文字不到80字的不核对。六成以上的文字全站通用的（limits.sameAsMost），作一个说明。',
  wrong: '清河镇的报告，除了名称和数字，与城关镇的逐句相同。',
  right: '清河镇的报告按县里的提纲写，内容是本镇的做法和数字。',
  advice: '照本机关的实际情况重写；照抄了别处的，核对其中的名称、数字是不是本机关的。',
  seen: '两处相邻的乡镇开头相同；同一个笔误“可通过可以通过”出现在两个乡镇的报告里。',
  check: (input, settings) => copyVerdicts(input, settings).peers,
} satisfies SiteRule as SiteRule;
