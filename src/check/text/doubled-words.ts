import { needles } from './needles.ts';
import { firstOfOverlaps, found, scan } from './scan.ts';
import type { Finding, Span } from './types.ts';

/** `doubled-word`: 的的, 进行进行, 可通过可以通过. params: found, write */
export type DoubledKind = 'doubled-word';

/**
 * A character that is never doubled in good prose, with the neighbours that make it good after all:
 * 目的|的, 了|了解, 作为|为, 参与|与.
 */
const characters: readonly { sign: string; notAfter: string; notBefore: string }[] = [
  { sign: '的', notAfter: '目标标打有靶', notBefore: '确' },
  { sign: '了', notAfter: '', notBefore: '解然却结如' },
  { sign: '在', notAfter: '存所现内潜实正', notBefore: '' },
  { sign: '和', notAfter: '总温饱缓共调', notBefore: '谐平气' },
  { sign: '为', notAfter: '行作成认以因名定', notBefore: '民何' },
  { sign: '与', notAfter: '参给赋授', notBefore: '' },
  { sign: '及', notAfter: '涉普触危顾以', notBefore: '时' },
  { sign: '以', notAfter: '可所得足难加予', notBefore: '' },
  { sign: '于', notAfter: '', notBefore: '' },
  { sign: '被', notAfter: '', notBefore: '' },
  { sign: '我', notAfter: '自', notBefore: '' },
  { sign: '并', notAfter: '合兼吞归', notBefore: '' },
  { sign: '向', notAfter: '方面导趋', notBefore: '' },
  { sign: '将', notAfter: '', notBefore: '' },
];

const bySign = new Map(characters.map(({ sign, ...neighbours }) => [sign.charCodeAt(0), neighbours]));

/**
 * Words of two characters that cannot follow themselves. Nouns can, across the border of two words:
 * 主动公开|公开栏, 信息管理|管理办法.
 */
const pairs = new Set(
  '进行 以及 可以 通过 根据 按照 由于 关于 并且 而且 或者 没有 已经 应当 必须 能够 为了 我们 同时 不断 及时 积极 认真 严格 全面 切实 有效 继续 持续 扎实 深入 仍然 仍有 存在 加强 加大 提高 提升 完善 健全 落实 推进 做好 开展 收到'.split(
    ' ',
  ),
);

const longest = 12;
const [firstHan, lastHan] = [0x3400, 0x9fff];
/** By code unit, where it was last seen, counted on from text to text so that it need not be cleared. */
const seen = new Int32Array(0x10000);
let counted = longest;

interface Doubles {
  /** Three to twelve characters said twice: 政府信息政府信息. */
  phrases: Span[];
  pairs: Span[];
  single: Span[];
}

/** One pass over the text, many times faster than patterns with references. */
function doubles(text: string): Doubles {
  const found: Doubles = { phrases: [], pairs: [], single: [] };
  if (counted > 0x3fffffff) {
    seen.fill(0);
    counted = longest;
  }
  const base = counted + longest;
  counted = base + text.length;
  let pairsFrom = 0;
  let singleFrom = 0;
  let phrasesFrom = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < firstHan || code > lastHan) continue;
    const distance = base + i - seen[code]!;
    seen[code] = base + i;
    if (distance > longest) continue;
    if (distance === 1) {
      if (i - 1 >= singleFrom && isSingle(text, i - 1)) {
        found.single.push({ start: i - 1, end: i + 1 });
        singleFrom = i + 1;
      }
    } else if (distance === 2) {
      const start = i - 2;
      const same = text.charCodeAt(start + 1) === text.charCodeAt(i + 1);
      if (same && start >= pairsFrom && pairs.has(text.slice(start, i))) {
        found.pairs.push({ start, end: start + 4 });
        pairsFrom = start + 4;
      }
    } else {
      const start = i - distance;
      const once = text.slice(start, i);
      if (start < phrasesFrom || !text.startsWith(once, i) || !/^[㐀-鿿]+$/.test(once)) continue;
      found.phrases.push({ start, end: i + distance });
      phrasesFrom = i + distance;
    }
  }
  return found;
}

function isSingle(text: string, start: number): boolean {
  const neighbours = bySign.get(text.charCodeAt(start));
  if (!neighbours) return false;
  const before = text[start - 1];
  const after = text[start + 2];
  return (
    !(before !== undefined && neighbours.notAfter.includes(before)) &&
    !(after !== undefined && neighbours.notBefore.includes(after))
  );
}

/** The same verb with and without 以: 可通过可以通过. */
const maySign = needles('可');
const nearly = /可(以)?([㐀-鿿]{2})可(以)?\2/g;

export function doubledWords(text: string): Finding<DoubledKind>[] {
  const half = (word: string) => word.slice(0, word.length / 2);
  const doubled = (spans: readonly Span[], write: (found: string) => string) =>
    spans.map((span) =>
      found('QA-TYPO', 'doubled-word' as const, text, span, {
        write: write(text.slice(span.start, span.end)),
      }),
    );
  const { phrases, pairs, single } = doubles(text);
  return firstOfOverlaps(text, [
    ...doubled(scan(text, nearly, maySign), (word) => `可以${word.slice(-2)}`),
    ...doubled(phrases, half),
    ...doubled(pairs, half),
    ...doubled(single, half),
  ]);
}
