import { existed, type Organ } from '../../reports/organ.ts';
import type { Report } from '../../reports/report.ts';
import { fail, notApplicable, pass, type SiteRule, spot, type Verdict } from '../rule.ts';

const merged = notApplicable('已经撤并，由后来的机关报告');
const notDue = notApplicable('还没有到公布期限');

export default {
  id: 'PB-COVER',
  scope: 'site',
  severity: 'warning',
  title: '该有的报告都有',
  source: '条例第四十九条',
  asks: '从一个机关最早的报告到本站最近的报告年度，只要机关存在，每年都要有报告。撤并（organ.yaml 的 years.to）以后的年度不要；撤并当年由后来的机关报告的，也不要。最近一年没有到期限的，不算缺。反过来，设立以前、撤销以后的年度不应当有报告。需要作为错误的，在 data/site.yaml 写 settings: {severities: {PB-COVER: error}}。',
  wrong: '某镇有2021、2023年的报告，没有2022年的。',
  right: '某镇2021、2022、2023年的报告都有。',
  advice: '补上缺的报告；机关已经撤并的，在 organ.yaml 写 years: {to: 年份}，并在后来的机关写 predecessors。',
  check: ({ data, coverage, reportOf }) => {
    const verdicts: Verdict[] = [];
    for (const [slug, states] of coverage) {
      const organ = data.organs.get(slug)!;
      for (const [year, state] of states) {
        if (state === 'merged') verdicts.push(merged);
        else if (state === 'notDue') verdicts.push(notDue);
        else if (state === 'missing') verdicts.push(missing(organ, year));
        else verdicts.push(existed(organ, year) ? pass : outside(organ, reportOf(slug, year)!));
      }
    }
    return verdicts;
  },
} satisfies SiteRule as SiteRule;

function missing(organ: Organ, year: number): Verdict {
  return fail(() => ({
    at: { organ, year },
    message: `${organ.name}没有${year}年的报告。`,
    hint: '补上报告；机关已经撤并的，在 organ.yaml 写 years: {to: 年份}。',
  }));
}

/** A report of a year in which there was no such organ; sums over the organs leave it out. */
function outside({ name, years }: Organ, report: Report): Verdict {
  const { year } = report;
  const { from, to } = years!;
  const when = to !== undefined && year > to ? `${to}年撤销` : `${from}年才设立`;
  return fail(() => ({
    at: spot(report, 'form'),
    message: `机关资料写明${name}${when}，却有${year}年的报告。`,
    hint: '年份写错的，改 organ.yaml 的 years；是前身或者后来的机关的报告，移到那个机关的文件夹。',
  }));
}
