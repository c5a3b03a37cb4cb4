/**
 * Numbers that count nothing: dates, file numbers, articles, telephone numbers, versions, set phrases.
 * Each pattern is tried only where its first character stands.
 */
export interface Mask {
  end: number;
  /** A year (2023年) or the last month of a date or span; both say what period is spoken of. */
  year?: number | undefined;
  month?: number | undefined;
  /** A name that is written with a number, such as 12345热线: a thing, not a count. */
  name?: boolean;
}

const date = /(\d{4})年度?(?:(\d{1,2})月份?(?:\d{1,2}[日号])?)?/y;
const months = /(?:\d{1,2}月?(?:\d{1,2}[日号])?[-—–－~～至到])?(\d{1,2})月份?(?:\d{1,2}[日号])?(?!内)/y;
const names =
  /(?:12345|12315|12348|12333|12331|12319|12328|12329|12366|12388|12369|110|119|120)(?=[”"、—－-]|热线|平台|政务|政府|便民|市民|服务|市长|电话|投诉|举报|工单|公共|监督|系统)/y;
const plainMasks = [
  /\d{4}[-./]\d{1,2}[-./]\d{1,2}日?/y,
  /\d{1,2}[日号](?![线召])/y,
  /\d{1,2}：\d{2}(?::\d{2})?/y,
  /\d+(?:\.\d+){2,}/y,
  /\d+[·・]\d+/y,
  /\d+\/\d+/y,
  /\d+\.\d+版/y,
  /1[3-9]\d{9}(?!\d)/y,
  /\d{3,4}[-—－]\d{7,8}/y,
];
const fileNumber = /[〔［[【（](?:19|20)\d{2}[〕］\]】）]第?\d+号/y;
const numbering =
  /(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．）](?!\d))/y;
const ordinal =
  /第[〇零一二两三四五六七八九十百千\d]+(?:条|款|项|号|批|届|次|期|名|位|个|类|部分|章|节|季度|方|者|时间|产业|手|轮|版|页)?(?:[（(][一二三四五六七八九十\d]+[）)]项?)?/y;
const chineseYear = /([〇零一二三四五六七八九]{4})年度?/y;
const word = /[A-Za-z][A-Za-z0-9@._:：/?=&%#+~-]*/y;
const title = /《[^《》\n]{1,60}》/y;

const measures = '件条次个份元%项人名篇余';

/** What begins at a digit and is no count. `end`: of the run of digits. */
export function maskAtDigit(text: string, at: number, end: number): Mask | undefined {
  // Most numbers are followed by a measure; no mask has one there.
  if (end - at < 11 && measures.includes(text[end] ?? '-')) return undefined;
  const dated = match(date, text, at);
  if (dated) {
    return {
      end: at + dated[0].length,
      year: Number(dated[1]),
      month: dated[2] === undefined ? undefined : lastMonth(text, at, dated[0], Number(dated[2])),
    };
  }
  for (const pattern of plainMasks) {
    const found = match(pattern, text, at);
    if (found) return { end: at + found[0].length };
  }
  const span = match(months, text, at);
  if (span && Number(span[1]) <= 12) {
    return { end: at + span[0].length, month: lastMonth(text, at, span[0], Number(span[1])) };
  }
  const name = match(names, text, at);
  return name ? { end: at + name[0].length, name: true } : undefined;
}

/** 12月 alone is one month of twelve; 截至12月, 12月底, 12月下旬 and 1至12月 end the year. */
function lastMonth(text: string, at: number, words: string, month: number): number {
  const alone = /^(?:\d{4}年度?)?\d{1,2}月份?$/.test(words);
  if (
    !alone ||
    '截至到止'.includes(text[at - 1] ?? '-') ||
    '底末上中下初'.includes(text[at + words.length] ?? '-')
  )
    return month;
  return Math.min(month, 11);
}

/** What begins at another character and holds a number that is no count. */
export function maskAtMark(text: string, at: number): Mask | undefined {
  const found = match(title, text, at) ?? match(fileNumber, text, at);
  return found ? { end: at + found[0].length } : undefined;
}

export function maskOrdinal(text: string, at: number): Mask | undefined {
  const found = match(ordinal, text, at);
  if (!found) return undefined;
  // 第三季度 is a part of the year.
  return { end: at + found[0].length, ...(found[0].endsWith('季度') ? { month: 1 } : {}) };
}

/** Latin words, addresses of pages and mailboxes, with the digits in them. */
export function maskWord(text: string, at: number): Mask | undefined {
  const found = match(word, text, at);
  return found ? { end: at + found[0].length } : undefined;
}

/** Numbering at the start of a sentence or line: 一、 （二） 3. */
export function maskNumbering(text: string, at: number): Mask | undefined {
  const found = match(numbering, text, at);
  return found ? { end: at + found[0].length } : undefined;
}

const digitOf = new Map([...'〇零一二三四五六七八九'].map((c, i) => [c, i < 2 ? 0 : i - 1]));

export function maskChineseYear(text: string, at: number): Mask | undefined {
  const found = match(chineseYear, text, at);
  if (!found) return undefined;
  return {
    end: at + found[0].length,
    year: Number([...found[1]!].map((c) => digitOf.get(c)).join('')),
  };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
