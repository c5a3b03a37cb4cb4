import { namesOf, type Organ } from '../../reports/organ.ts';
import { fail, noOrgan, notApplicable, pass, type ReportRule, spot, type Verdict } from '../rule.ts';
import { mentions, type OrganNames } from '../text/names.ts';
import type { TitleLine } from '../text/title.ts';
import { asTranscribed, namesAmong, quote, sectionName, titlesIn } from '../texts.ts';

const none = notApplicable('文字里没有另写标题');

export default {
  id: 'PB-TITLE',
  scope: 'report',
  severity: 'error',
  title: '标题的年度和机关与报告相符',
  source: '报告的标题：机关名称 + 年度 + 政府信息公开工作年度报告',
  asks: '标题由文件夹和文件名印出，不会错。文字里另外写了标题的（单独一行的“某某镇2023年政府信息公开工作年度报告”），年度和机关要与报告相符。机关可以写简称、全称或者 organ.yaml 里的别名。照录过去已经公布的报告（source: {published: true}）只作提示。',
  wrong: '清河镇2023年报告，开头第一行：清河镇2022年政府信息公开工作年度报告',
  right: '清河镇2023年报告，开头第一行：清河镇2023年政府信息公开工作年度报告',
  advice: '最好删去这一行；要留的，改成本年度、本机关。',
  seen: '188份真实报告里，9份的标题年度或机关不对。',
  check: ({ report, organ, organs }) => {
    const titles = [...titlesIn(report)].flatMap(([section, lines]) =>
      lines.map((title) => ({ section, title })),
    );
    if (titles.length === 0) return none;
    if (!organ) return noOrgan;
    const names = namesAmong(organs);
    return titles.map(({ section, title }): Verdict => {
      const year = title.years.find((mention) => mention.year !== report.year);
      const other = year ? undefined : otherOrgan(title, organ, names);
      const wrong = year ?? other;
      if (!wrong) return pass;
      const should = year ? `${report.year}年` : organ.name;
      const found = year ? `${year.year}年` : other!.text;
      return fail(() => ({
        at: spot(report, section, { start: wrong.start, end: wrong.end }),
        ...asTranscribed(report),
        message: `${sectionName(report, section)}里的标题写的是${quote(found)}，这是${organ.name}${report.year}年的报告。`,
        hint: `标题由格式印出，这一行可以删去；要留的，改成“${should}”。`,
      }));
    });
  },
} satisfies ReportRule as ReportRule;

/**
 * What a title names in place of the organ; 示例县清河镇 and 清河 both stand for 清河镇. Whose report it is stands last:
 * 示例县教育局考试中心 is not 示例县教育局, nor is 示例县 its 清河镇.
 */
function otherOrgan({ organ: { text, ...span } }: TitleLine, organ: Organ, names: OrganNames) {
  if (text === '') return undefined;
  const last = mentions(text, names).at(-1);
  const isOther = last && last.end === text.length && !last.bearers.some(({ slug }) => slug === organ.slug);
  const same = namesOf(organ).some((name) => text.includes(name) || name.includes(text));
  return same && !isOther ? undefined : { text, ...span };
}
