import { type Needles, needles, occurs } from './needles.ts';
import { found, scan, withoutOverlaps } from './scan.ts';
import type { Finding } from './types.ts';

/**
 * QA-ENCODING: what a program has left in the text. Kinds:
 * - `lost`: U+FFFD, or question marks in place of characters
 * - `entity`: &nbsp; &lt; &#12288; params: found, write (the character, where it is one of the usual)
 * - `tag`: <p>, </span>, <br/>
 * - `title-tail`: </中华人民共和国…>: a title in 〈…〉 that a system took for a tag
 * - `angle-title`: <中华人民共和国…> with half-width signs; params: write
 * - `lost-title`: 关于印发的通知, 《》: the title between is gone
 * - `mojibake`: text read in a wrong encoding: 锟斤拷, æ”¿åºœ
 * - `radical`: a Kangxi radical or compatibility form from a PDF font; params: write (the character)
 * - `private-use`: a character that only one font has
 * - `invisible`: a zero-width character
 * params: found
 */
export type EncodingKind =
  | 'lost'
  | 'entity'
  | 'tag'
  | 'title-tail'
  | 'angle-title'
  | 'lost-title'
  | 'mojibake'
  | 'radical'
  | 'private-use'
  | 'invisible';

export function findEncodingFaults(text: string): Finding<EncodingKind>[] {
  const all = (
    kind: EncodingKind,
    pattern: RegExp,
    sought?: Needles,
    write: (found: string) => string | undefined = () => undefined,
  ) =>
    scan(text, pattern, sought).map((span) => {
      const better = write(text.slice(span.start, span.end));
      return found('QA-ENCODING', kind, text, span, better === undefined ? {} : { write: better });
    });
  const lostTitles = all('lost-title', lostTitle, lostTitleWords);
  if (!occurs(text, suspicious)) return lostTitles;
  return withoutOverlaps([
    ...lostTitles,
    ...all('lost', /\uFFFD+|(?<=[㐀-鿿，。])\?{2,}(?=[㐀-鿿，。])/g, lostSigns),
    ...all(
      'entity',
      /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,5});|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo)(?![a-z])/gi,
      ampersand,
      character,
    ),
    ...all(
      'tag',
      /<\/?(?:p|div|span|br|b|i|u|strong|em|font|table|tbody|thead|tr|t[dh]|ul|ol|li|a|img|h[1-6]|style|script|o:p|meta|sup|sub)(?:\s[^<>]*)?\/?>/gi,
      lessThan,
    ),
    ...all('title-tail', /<\/[㐀-鿿“”《》〈〉、]+(?:=""[^<>]*)?>?/g, lessThan),
    ...all('angle-title', /<[㐀-鿿“”、（）0-9]{3,}>/g, lessThan, (title) => `〈${title.slice(1, -1)}〉`),
    ...all('mojibake', /[锟斤拷]{3,}|烫{3,}|屯{3,}|锘[㐀-鿿]/g),
    ...all('mojibake', latinMojibake),
    ...all('mojibake', gbkMojibake),
    ...all('radical', /[\u2E80-\u2EFF\u2F00-\u2FDF\uF900-\uFAFF]/g, undefined, (radical) => {
      const usual = radicals.get(radical) ?? radical.normalize('NFKC');
      return usual === radical ? undefined : usual;
    }),
    ...all('private-use', /[\uE000-\uF8FF]+/g),
    ...all('invisible', /[\u200B-\u200F\u2060\uFEFF\u00AD]+/g),
  ]);
}

const lostSigns = needles(['??', '\uFFFD']);
const ampersand = needles('&');
const lessThan = needles('<');

const lostTitleWords = needles(['印发的通知', '《', '〈', '<']);
const lostTitle = /关于印发的通知|《\s*》|〈\s*〉|<\s*>/g;

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  hellip: '…',
  ensp: ' ',
  emsp: ' ',
  times: '×',
};

function character(entity: string): string | undefined {
  const name = entity.slice(1).replace(/;$/, '').toLowerCase();
  if (!name.startsWith('#')) return entities[name];
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** UTF-8 read as Latin-1 or Windows-1252 (æ”¿åºœ), and GBK read as Latin-1 (ÕþÎñ). */
const latinMojibake =
  /(?:[\u00C2-\u00EF][\u0080-\u00BF\u0152-\u0178\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{1,2}){2,}|[\u00A1-\u00FE]{6,}/g;

/**
 * UTF-8 read as GBK: 政府信息公开 becomes 鏀垮簻淇℃伅鍏紑. These characters begin or end the
 * misread forms of the commonest ones and hardly occur otherwise; three close together are no chance.
 */
const gbkMojibake =
  /(?:[鏀垮簻淇℃伅鍏紑鐨勫伐浣滄姤鍛婃儏鍐佃鏂囦欢闃舵鎶ヨ璇锋眰鏄锛銆鈥闂][㐀-鿿]?[€\uE000-\uF8FF?]?){4,}/g;

/** Every fault but a lost title has at least one of them. */
const suspicious = needles(
  `<&?\u00ad\u2060\ufeff\ufffd锟拷烫屯锘${gbkMojibake.source.replace(/[\0-\u3000]/g, '')}`,
  [
    [0xa1, 0xb6],
    [0xb8, 0xd6],
    [0xd8, 0xff],
    [0x200b, 0x200f],
    [0x2e80, 0x2fdf],
    [0xe000, 0xfaff],
  ],
);

/** CJK radicals that have no compatibility mapping of their own, as PDF fonts use them. */
const radicals = new Map(
  [
    ...'⺠民⻓长⻔门⻅见⻉贝⻋车⻛风⻜飞⻝食⻢马⻥鱼⻦鸟⻩黄⻬齐⻰龙⺟母⻄西⻆角⻙韦⻚页⻮齿⻳龟⺝月⺓幺⺫目⻘青⻨麦⻤鬼⻣骨⻁虎⻧卤⻪黾',
  ].reduce<[string, string][]>((pairs, c, i, list) => {
    if (i % 2 === 0) pairs.push([c, list[i + 1]!]);
    return pairs;
  }, []),
);
