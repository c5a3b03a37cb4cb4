import { type Needles, needles } from './needles.ts';
import { before, firstOfOverlaps, found, scan } from './scan.ts';
import { sentenceAround } from './sentences.ts';
import type { Finding, Span } from './types.ts';

/** `missing-number`: a count without its figure: 共件, 收到申请件, 增长%, 现行有效的规范性文件。 params: found */
export type MissingKind = 'missing-number';

const unit = '(?:条|件|次|份|篇|期|场|人次|余条|余件|万元|元|户|起|宗|例)';
const stop = '(?=\\s*(?:[，。；、,;）)]|$))';

interface Pattern {
  pattern: RegExp;
  words?: Needles;
  real?: (text: string, span: Span) => boolean;
}

/** They find a unit at the end of a clause: see `bareUnit`. */
const ofCounts: readonly Pattern[] = [
  // 共件, 合计条; 公共条 belongs to another word.
  {
    pattern: new RegExp(`(?:(?<![公总])共|共计|合计|总计|累计|分别为)\\s*${unit}${stop}`, 'g'),
  },
  // 收到政府信息公开申请件
  {
    pattern: new RegExp(
      `(?:收到|受理|新收|接收|接到|答复|办理|处理)(?:各类|有关|群众|公民|网上|书面|的)*(?:政府信息|政务信息|信息)?(?:公开)?(?:的)?申请\\s*(?:共|共计)?\\s*件${stop}`,
      'g',
    ),
    real: (text, { start }) => before(text, start, /(?:未|没有|没|无|不|尚未|所|已|将|从|对|为)$/),
  },
  // 公开信息条, 发布文件份
  {
    pattern: new RegExp(
      `(?:公开|发布|公布|上传|更新|推送)(?:各类|政府|政务|工作|动态|各种)*信息\\s*(?:共|共计|累计)?\\s*(?:条|份|篇)${stop}`,
      'g',
    ),
  },
  // 规范性文件件
  {
    pattern: new RegExp(`(?:规范性文件|决定|复议|诉讼|举报|建议|提案)\\s*(?:共|共计|为)?\\s*件${stop}`, 'g'),
    real: (text, { start, end }) =>
      /(?:决定|建议|提案)件$/.test(text.slice(start, end)) &&
      !/处理|许可|处罚|强制/.test(text.slice(Math.max(0, start - 4), start)),
  },
  // Blanks where the figure was: 公开信息  条
  {
    pattern: new RegExp(`(?<=[㐀-鿿])(?:[ \\t]{2,}|\\u3000+)${unit}${stop}`, 'g'),
    words: needles(['  ', '\t', '\u3000']),
  },
  {
    pattern: new RegExp(`(?<=(?:共|计|申请|信息|文件|增加|减少|收费|金额))[ \\t]${unit}${stop}`, 'g'),
    words: needles([' ', '\t']),
  },
];

const ofOthers: readonly Pattern[] = [
  // 增长%, 满意率为%
  {
    pattern: /(?:增长|下降|增加|减少|提高|占比?|达到?|率为?|升|降)(?:了|到|至|约)*\s*[%％]/g,
    words: needles('%％'),
  },
  // 截至年月日, 第条
  {
    pattern: /(?<![\d一二三四五六七八九十〇零本当次上每一周全某同去今明多余几半整年])年\s?月\s?日/g,
    words: needles(['年月', '月日', '年 月']),
  },
  { pattern: /第[条款项](?=[，。、；规和的“])/g, words: needles(['第条', '第款', '第项']) },
  // 金额为万元
  {
    pattern: /(?:金额|收费|收取费用|费用)(?:共计|合计|总额|为|共)+\s*万?元(?=[，。；])/g,
    words: needles(['金额', '收费', '费用']),
  },
];

/** A unit at the end of a clause without a figure before it, and not the end of 文件 or 日期. */
const bareUnit = new RegExp(
  `[条件次份篇期场元户起宗例]${stop}(?<!(?:[\\d０-９〇零一二三四五六七八九十百千万亿两几多余数文附条事信证邮要层其名日限按学市现月年身用农账引一比链头]|[\\d余多]人).)`,
);

export function missingNumbers(text: string): Finding<MissingKind>[] {
  const asked = bareUnit.test(text) ? [...ofCounts, ...ofOthers] : ofOthers;
  const all = asked.flatMap(({ pattern, words, real }) =>
    scan(text, pattern, words)
      .filter((span) => !real?.(text, span))
      .map((span) => found('QA-TYPO', 'missing-number' as const, text, span)),
  );
  return firstOfOverlaps(text, [...all, ...emptyStock(text)]);
}

const inForce = needles(['现行有效']);

/**
 * 制定规范性文件3件，废止1件，现行有效的规范性文件。 The clause that should give the stock ends
 * without a figure, though the sentence counts the others.
 */
function emptyStock(text: string): Finding<MissingKind>[] {
  return scan(text, /现行有效(?:的)?(?:行政)?规范性文件(?=[。；，])/g, inForce).flatMap((span) => {
    if (!before(text, span.start, /[，；、]\s*$/, 4)) return [];
    const sentence = sentenceAround(text, span.start);
    const counted = /\d+\s*[件个份]|[一二三四五六七八九十两零]件/.test(
      text.slice(sentence.start, span.start),
    );
    return counted ? [found('QA-TYPO', 'missing-number' as const, text, span)] : [];
  });
}
