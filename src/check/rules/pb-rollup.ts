import { compareText } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../reports/report.ts';
import { type Children, childrenOf, compareRow, type Difference, explains, partsOf } from '../rollup.ts';
import {
  type Finding,
  fail,
  noNumber,
  noOrgan,
  notApplicable,
  pass,
  type SiteInput,
  type SiteRule,
  spot,
  type Verdict,
} from '../rule.ts';

const own = notApplicable('只报本机关，不是汇总');
const unstated = notApplicable('没有写明报的是本机关还是包括下级（organ.yaml 的 reports）');
const childUnstated = notApplicable('有下级机关自己也有下级，没有写明报告范围（organ.yaml 的 reports）');
const incomplete = notApplicable('下级机关的报告不齐');
const otherForm = notApplicable('下级机关用了另一版表格');
/** With more parts than this, only those that could explain the difference are named. */
const fewParts = 12;

export default {
  id: 'PB-ROLLUP',
  scope: 'site',
  severity: 'warning',
  title: '汇总等于各下级之和',
  source: '条例第四十九条：主管部门公布本行政区域的年度报告',
  asks: '机关资料（organ.yaml）写明 reports: all 的，报的是包括所属各机关的数：下级机关这一年的报告齐全时，每一行都等于各下级相加（机关本身的办公机构也要单列为下级）。写 reports: own 的只报本机关，不核对；没有写的不知道是哪一种口径，也不核对。下级里自己写 reports: own 的，连同它的下级一起加。',
  wrong: '某县新收 40，五个下级机关新收相加 38。',
  right: '某县新收 40，五个下级机关新收相加 40。',
  advice: '看相差的数恰好是哪个下级的，核对是否漏加或重复；口径不同的，改正 reports。',
  seen: '真实数据里有机关本身17件、全区95件两种口径混用的。',
  check: (input) => {
    const children = childrenOf(input.data.organs);
    return input.data.reports.flatMap((report) =>
      children.has(report.organ) ? rollup(report, children, input) : [],
    );
  },
} satisfies SiteRule as SiteRule;

function rollup(report: Report, children: Children, { data, reportOf }: SiteInput): Verdict[] {
  const organ = data.organs.get(report.organ);
  const { form, year } = report;
  const all = (verdict: Verdict) => form.rows.map(() => verdict);
  if (!organ) return all(noOrgan);
  if (organ.reports !== 'all') return all(organ.reports === 'own' ? own : unstated);
  const organs = partsOf(organ, year, children);
  if (!organs) return all(childUnstated);
  const parts = organs.flatMap(({ slug }) => reportOf(slug, year) ?? []);
  if (parts.length < organs.length || parts.length === 0) return all(incomplete);
  if (parts.some((part) => part.form !== form)) return all(otherForm);
  return form.rows.map((row): Verdict => {
    const differences = compareRow(row, report, parts);
    if (!differences) return noNumber;
    return differences.length === 0 ? pass : fail(() => finding(report, differences, parts, data.organs));
  });
}

function finding(
  report: Report,
  differences: readonly Difference[],
  parts: readonly Report[],
  organs: SiteInput['data']['organs'],
): Finding {
  const main = differences.find(({ cell }) => cell.column === 'total') ?? differences[0]!;
  const { cell, stated, sum, residual } = main;
  const others = differences.filter((difference) => difference !== main).map((d) => d.cell.columnName);
  const name = (part: Report) => organs.get(part.organ)!.name;
  const suspects = parts.filter((part) => explains(part, differences));
  const shown = parts.length <= fewParts ? parts : suspects.slice(0, fewParts);
  return {
    at: spot(report, cell.address),
    message: `${cell.name}：写的是 ${stated}，${parts.length}个下级机关相加是 ${sum}，${residual > 0 ? '多' : '少'} ${Math.abs(residual)}${others.length > 0 ? `；同一行的${others.join('、')}也不符` : ''}。按包括下级的口径（reports: all）核对。`,
    hint: explanation(suspects.map(name), residual),
    left: stated,
    right: sum,
    related: [...shown]
      .sort((a, b) => compareText(a.organ, b.organ))
      .map((part) => ({
        group: '各下级机关',
        message: `${name(part)} ${part.values[cell.index]}`,
        at: spot(part, cell.address),
      })),
  };
}

function explanation(suspects: readonly string[], residual: number): string {
  if (suspects.length > 0) {
    const names = suspects.slice(0, 3).join('、');
    return residual < 0
      ? `少的恰好是${names}的数，看是不是漏加了。`
      : `多的恰好是${names}的数，看是不是加了两次。`;
  }
  return residual < 0
    ? '没有哪一个下级的数恰好等于少的数；看下级报告后来是否改过，或者本机关只报了自己的数（那就写 reports: own）。'
    : '没有哪一个下级的数恰好等于多的数；多出的可能是没有单列为下级的机关，例如办公室本身的数。';
}
