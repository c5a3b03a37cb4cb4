import { onceFor } from '../forms/once.ts';
import { shortReportName } from '../reports/name.ts';
import type { Report } from '../reports/report.ts';
import type { Settings } from '../reports/settings.ts';
import {
  type Finding,
  fail,
  noPrevious,
  notApplicable,
  pass,
  type SiteInput,
  spot,
  type Verdict,
} from './rule.ts';
import { copyIndex, type TextSource } from './text/copy-index.ts';
import type { Match, SharedPassage } from './text/shared-passages.ts';
import { allCopies, type Copies, copied, copyLimits } from './text/similarity.ts';
import { quote, textAt, textsOf } from './texts.ts';

/** What the rules about copied texts answer, a verdict for each report in their order. */
export interface CopyVerdicts {
  self: readonly Verdict[];
  peers: readonly Verdict[];
}

/** Compares all reports of the site once, whichever of the rules asks first. */
export const copyVerdicts: (input: SiteInput, settings: Settings) => CopyVerdicts = onceFor(compareAll);

const short = notApplicable('除去法定表述以后，可比较的文字太少');
const alone = notApplicable('只有一个机关');

function compareAll({ data, reportOf, forms }: SiteInput, { limits }: Settings): CopyVerdicts {
  const { organs, reports } = data;
  const index = copyIndex(sources(reports), { organs: organs.values(), forms });
  const least = {
    ...copyLimits,
    self: limits.sameAsLastYear / 100,
    peers: limits.sameAsOthers / 100,
    common: limits.sameAsMost / 100,
  };
  const oneOrgan = reports.every(({ organ }) => organ === reports[0]?.organ);
  const self: Verdict[] = [];
  const peers: Verdict[] = [];
  let next = 0;
  for (const copies of allCopies(index)) {
    const report = reports[next++]!;
    const name = (of: Report) => shortReportName(organs, of);
    const beyond = copied(copies, least);
    const enough = copies.characters >= least.characters;
    const previous = reportOf(report.organ, report.year - 1);
    const { self: last } = copies;
    if (!previous || !last || last.year !== previous.year) self.push(noPrevious);
    else if (!enough) self.push(short);
    else {
      self.push(beyond.includes('self') ? fail(() => likeLastYear(report, previous, last)) : pass);
    }
    if (oneOrgan) peers.push(alone);
    else if (beyond.includes('peers')) {
      const others = copies.peers.flatMap((match) => {
        const of = reportOf(match.organ, match.year);
        return of ? [{ of, match }] : [];
      });
      peers.push(fail(() => likeOthers(report, copies, others, name)));
    } else if (beyond.includes('common')) peers.push(fail(() => likeMost(report, copies)));
    else peers.push(enough ? pass : short);
  }
  return { self, peers };
}

function* sources(reports: readonly Report[]): Generator<TextSource> {
  for (const report of reports) yield { organ: report.organ, year: report.year, parts: textsOf(report) };
}

const how = '比较时不计法定表述、数字、机关名称和全站通用的文字，改动几个字、调换次序的也算相同。';

function likeLastYear(report: Report, previous: Report, match: Match): Finding {
  return {
    at: at(report, match.passages),
    message: `与上一年的报告有 ${percent(match.share)}（${match.shared}字）的文字相同。${how}`,
    hint: '照本年的实际情况重写，至少改写工作情况、存在的问题和改进的办法。',
    related: passages(report, previous, match, '本报告', `${previous.year}年报告`),
  };
}

function likeOthers(
  report: Report,
  { peerShare }: Copies,
  others: readonly { of: Report; match: Match }[],
  name: (of: Report) => string,
): Finding {
  const shown = others.slice(0, 3);
  const [first] = shown;
  const list = shown.map(({ of, match }) => `${name(of)}（${percent(match.share)}）`).join('、');
  return {
    at: at(report, first?.match.passages ?? []),
    message: `${percent(peerShare)}的文字与其他机关的报告相同：${list}。${how}`,
    hint: '照本机关的实际情况重写；照抄了别处的，核对其中的名称、数字是不是本机关的。',
    ...(first ? { related: passages(report, first.of, first.match, '本报告', name(first.of)) } : {}),
  };
}

function likeMost(report: Report, { commonShare }: Copies): Finding {
  return {
    at: spot(report, 'overview'),
    message: `${percent(commonShare)}的文字与全站大多数机关相同，多半出自同一份范文。`,
    hint: '范文只供参考，补写本机关的实际情况。',
    severity: 'info',
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function at(report: Report, passages: readonly SharedPassage[]) {
  const [longest] = byLength(passages);
  return longest ? spot(report, longest.section, longest) : spot(report, 'overview');
}

const shownPassages = 3;

function passages(report: Report, other: Report, match: Match, here: string, there: string) {
  return byLength(match.passages)
    .slice(0, shownPassages)
    .flatMap((passage) => {
      const { start, end } = passage.other;
      const otherText = textAt(other, passage.other.section).slice(start, end);
      return [
        {
          group: here,
          message: quote(textAt(report, passage.section).slice(passage.start, passage.end)),
          at: spot(report, passage.section, passage),
        },
        { group: there, message: quote(otherText), at: spot(other, passage.other.section, passage.other) },
      ];
    })
    .sort((a, b) => (a.group === b.group ? 0 : a.group === here ? -1 : 1));
}

function byLength(passages: readonly SharedPassage[]): SharedPassage[] {
  return [...passages].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}
