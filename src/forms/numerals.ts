const digits = new Map([...'〇零一二三四五六七八九'].map((c, i) => [c, i < 2 ? 0 : i - 1]));
digits.set('两', 2);
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** Longer texts are no numbers; the limit also keeps what follows from a long run of 万 short. */
const maxLength = 30;

/**
 * Reads a whole number in 汉字, such as 十二, 两千三百, 二〇二三 or 一亿零五十万; undefined for anything else,
 * and for 一百二 or 一万五, which mean 120 and 15000 to one reader and 102 and 10005 to another.
 */
export function chineseNumber(text: string): number | undefined {
  if (text.length > maxLength) return undefined;
  if (/^[〇零一二三四五六七八九]{2,}$/.test(text)) {
    return Number([...text].map((c) => digits.get(c)).join(''));
  }
  for (const [mark, factor] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(mark);
    if (at < 0) continue;
    const high = chineseNumber(text.slice(0, at));
    const rest = text.slice(at + 1);
    if (digits.has(rest)) return undefined;
    const low = rest === '' ? 0 : chineseNumber(rest);
    return high === undefined || low === undefined ? undefined : high * factor + low;
  }
  return belowTenThousand(text);
}

function belowTenThousand(text: string): number | undefined {
  let sum = 0;
  let pending: number | undefined;
  let lastUnit = 10_000;
  let zero = false;
  for (const char of text) {
    const digit = digits.get(char);
    const unit = units.get(char);
    if (digit !== undefined && (pending === undefined || pending === 0)) {
      zero ||= digit === 0;
      pending = digit;
    } else if (unit !== undefined && unit < lastUnit && (pending !== undefined || unit === 10)) {
      sum += (pending ?? 1) * unit;
      lastUnit = unit;
      pending = undefined;
    } else {
      return undefined;
    }
  }
  const shortened = pending !== undefined && lastUnit > 10 && lastUnit < 10_000 && !zero;
  return text === '' || shortened ? undefined : sum + (pending ?? 0);
}
