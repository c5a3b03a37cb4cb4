import { ordinary } from './blocks.ts';

export interface Title {
  /** As printed, without blanks. */
  title: string;
  organName: string;
  /** May be missing. */
  year?: number;
}

const titlePattern =
  /^(?:(20\d\d)年?度?)?(.*?)(?:[(（]?(20\d\d)年?度?[)）]?)?政府信息公开(?:工作)?(?:(20\d\d)年?度?)?(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)(?:[(（](20\d\d)年?度?[)）])?$/;

/** Longer than the longest name of an organ. */
const longest = 400;
/** A line up to this length may hold a comma and be a title all the same. */
const short = 60;

/** Takes the title of a report apart; undefined for any other line. */
export function readTitle(text: string): Title | undefined {
  const title = withYear(
    ordinary(text)
      .replace(/\s+|\*\*/g, '')
      .replace(/^《(.*)》$/, '$1'),
  );
  if (title.length > longest || (title.length > short && /[，。；：！？]/.test(title))) return undefined;
  const match = titlePattern.exec(title);
  if (!match) return undefined;
  const year = match[1] ?? match[3] ?? match[4] ?? match[5];
  // 政府信息公开年报 alone is a link of the page.
  if (title.endsWith('年报') && !year) return undefined;
  const organName = match[2]!.replace(/^关于|关于$/g, '');
  return { title, organName, ...(year ? { year: Number(year) } : {}) };
}

/** （2023年度） on a line of its own, below the title. */
export function yearBelow(text: string): number | undefined {
  const match = /^[(（]?(20\d\d)年度?[)）]?$/.exec(withYear(ordinary(text).replace(/\s+|\*\*/g, '')));
  return match ? Number(match[1]) : undefined;
}

const digits = '〇一二三四五六七八九';

/** 二〇二三年, with whatever stands for the nought, in digits. */
function withYear(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(/二([〇○ＯO0零][〇○ＯO0零一二三四五六七八九]{2})(?=年)/g, (_, rest: string) =>
      ['二', ...rest].map((char) => Math.max(0, digits.indexOf(char))).join(''),
    );
}
