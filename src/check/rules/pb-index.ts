import { shortReportName } from '../../reports/name.ts';
import type { Report } from '../../reports/report.ts';
import { fail, notApplicable, pass, type SiteRule, spot, type Verdict } from '../rule.ts';
import { quote } from '../texts.ts';

const none = notApplicable('没有写索引号');
/** 国务院办公厅; seen on pages of townships, as the default of a system. */
const stateCouncil = '000014349';

export default {
  id: 'PB-INDEX',
  scope: 'site',
  severity: 'warning',
  title: '索引号没有错',
  source: '政府信息公开目录：索引号一般是机构代码/年份-流水号，一份信息一个',
  asks: '写了索引号（indexNumber）的：没有系统留下的空值（None、〔〕）、多余的“.0”、空格和全角字符；里面的年份是报告年度或者公布的一年；不是国务院办公厅的代码；全站没有重复；机构代码与本机关其他年份的相同，不是别的机关的。各地的编法不同，不要求一种格式。',
  wrong: 'indexNumber: 2021-None',
  right: 'indexNumber: 006939748/2024-00084',
  advice: '照目录系统里的索引号改；没有的不要写。',
  seen: '有用国务院办公厅代码的、写成 2021-None 的、末尾多出“.0”的，也有空的〔〕号。',
  check: ({ data }) => {
    const name = (of: Report) => shortReportName(data.organs, of);
    const byNumber = groups(data.reports, ({ indexNumber }) => indexNumber);
    const byPrefix = groups(data.reports, prefixOf);
    const byOrgan = groups(data.reports, ({ organ }) => organ);
    return data.reports.map((report): Verdict => {
      const number = report.indexNumber;
      if (number === undefined) return none;
      const twin = byNumber.get(number)!.find((other) => other !== report);
      const why = malformed(number, report.year);
      if (why) return wrong(report, why);
      if (twin) return wrong(report, `与${name(twin)}的相同`, twin);
      const prefix = prefixOf(report);
      const own = byOrgan
        .get(report.organ)!
        .filter((other) => other !== report && prefixOf(other) !== undefined);
      if (prefix === undefined || own.length === 0 || own.some((other) => prefixOf(other) === prefix))
        return pass;
      const stranger = byPrefix.get(prefix)!.find(({ organ }) => organ !== report.organ);
      return stranger
        ? wrong(report, `的机构代码 ${prefix} 与本机关其他年份的不同，${name(stranger)}用的也是它`, stranger)
        : pass;
    });
  },
} satisfies SiteRule as SiteRule;

function wrong(report: Report, why: string, other?: Report): Verdict {
  return fail(() => ({
    at: spot(report, 'indexNumber'),
    message: `索引号${quote(report.indexNumber)}${why}。`,
    hint: '照目录系统里的索引号改；没有的，删去这一行。',
    ...(other
      ? { related: [{ message: `索引号 ${other.indexNumber}`, at: spot(other, 'indexNumber') }] }
      : {}),
  }));
}

/** What stands before the slash, where it looks like a code of an organ. */
function prefixOf({ indexNumber = '' }: Report): string | undefined {
  return /^([0-9A-Z]{8,9}|[0-9A-Z]{18})(?=[-/])/.exec(indexNumber)?.[1];
}

function malformed(number: string, year: number): string | undefined {
  if (/none|null|undefined|nan|[〔[(（]\s*[〕\])）]/i.test(number)) return '没有填完，是系统留下的空值';
  if (/\.0$/.test(number)) return '末尾多出“.0”';
  if (/[\s\uff00-\uffef\u3000]/.test(number)) return '里有空格或者全角字符';
  if (number.startsWith(stateCouncil)) return '用的是国务院办公厅的代码';
  const stated = /\/(20\d{2})-\d+$/.exec(number)?.[1];
  if (stated === undefined || [year, year + 1].includes(Number(stated))) return undefined;
  return `里的年份不是${year}年，也不是公布的${year + 1}年`;
}

function groups<K>(reports: readonly Report[], keyOf: (report: Report) => K | undefined): Map<K, Report[]> {
  const map = new Map<K, Report[]>();
  for (const report of reports) {
    const key = keyOf(report);
    if (key === undefined) continue;
    const list = map.get(key);
    if (list) list.push(report);
    else map.set(key, [report]);
  }
  return map;
}
