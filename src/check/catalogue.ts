import type { Form } from '../forms/compile.ts';
import { forms as officialForms } from '../forms/index.ts';
import type { Rule } from './rule.ts';
import edCite from './rules/ed-cite.ts';
import edYear from './rules/ed-year.ts';
import pbCorrection from './rules/pb-correction.ts';
import pbCover from './rules/pb-cover.ts';
import pbDateSame from './rules/pb-date-same.ts';
import pbDeadline from './rules/pb-deadline.ts';
import pbEarly from './rules/pb-early.ts';
import pbIndex from './rules/pb-index.ts';
import pbRollup from './rules/pb-rollup.ts';
import pbTitle from './rules/pb-title.ts';
import qaAppraisal from './rules/qa-appraisal.ts';
import qaContact from './rules/qa-contact.ts';
import qaEncoding from './rules/qa-encoding.ts';
import qaLeftover from './rules/qa-leftover.ts';
import qaLength from './rules/qa-length.ts';
import qaOrgan from './rules/qa-organ.ts';
import qaOverview from './rules/qa-overview.ts';
import qaPeriod from './rules/qa-period.ts';
import qaPerson from './rules/qa-person.ts';
import qaProblems from './rules/qa-problems.ts';
import qaSeclist from './rules/qa-seclist.ts';
import qaSection6 from './rules/qa-section6.ts';
import qaSections from './rules/qa-sections.ts';
import qaSimilarPeer from './rules/qa-similar-peer.ts';
import qaSimilarSelf from './rules/qa-similar-self.ts';
import qaStaleYear from './rules/qa-stale-year.ts';
import qaTypo from './rules/qa-typo.ts';
import t2Items from './rules/t2-2019-items.ts';
import t2FeeUnit from './rules/t2-fee-unit.ts';
import t2RegTownship from './rules/t2-reg-township.ts';
import t2SelfLaw from './rules/t2-self-law.ts';
import t2Stock from './rules/t2-stock.ts';
import t2StockOneYear from './rules/t2-stock-1y.ts';
import t3Carry from './rules/t3-carry.ts';
import t3FeeLink from './rules/t3-fee-link.ts';
import t3Jump from './rules/t3-jump.ts';
import t3Rowset from './rules/t3-rowset.ts';
import t3ZeroHigh from './rules/t3-zero-high.ts';
import t4NoReq from './rules/t4-no-req.ts';
import t4Pending from './rules/t4-pending.ts';
import txCases from './rules/tx-cases.ts';
import txListSum from './rules/tx-list-sum.ts';
import txNoCount from './rules/tx-nocount.ts';
import txPercent from './rules/tx-percent.ts';
import txPerChange from './rules/tx-perchange.ts';
import txReqCount from './rules/tx-req-count.ts';
import txT2 from './rules/tx-t2.ts';
import txZero from './rules/tx-zero.ts';
import { sumRules } from './sum-rules.ts';
import { tableRules } from './table-rules.ts';

/** The catalogue, in its order. A new rule is its file, its line here and its fixtures in `tests/rules/`. */
export function rulesFor(forms: readonly Form[] = officialForms): readonly Rule[] {
  return [
    edYear,
    edCite,
    ...tableRules(forms),
    t3Rowset,
    ...sumRules(forms),
    t2RegTownship,
    t2Stock,
    t2StockOneYear,
    t2SelfLaw,
    t2FeeUnit,
    t2Items,
    t3Carry,
    t3ZeroHigh,
    t3FeeLink,
    t3Jump,
    t4Pending,
    t4NoReq,
    txReqCount,
    txZero,
    txCases,
    txT2,
    txPercent,
    txListSum,
    txNoCount,
    txPerChange,
    qaSections,
    qaOverview,
    qaAppraisal,
    qaSeclist,
    qaOrgan,
    qaPeriod,
    qaStaleYear,
    qaSimilarSelf,
    qaSimilarPeer,
    qaLength,
    qaLeftover,
    qaSection6,
    qaProblems,
    qaPerson,
    qaContact,
    qaTypo,
    qaEncoding,
    pbDeadline,
    pbEarly,
    pbTitle,
    pbIndex,
    pbDateSame,
    pbCorrection,
    pbCover,
    pbRollup,
  ];
}
