import { keyCells } from '../../forms/key-cells.ts';
import { numberAt } from '../cells.ts';
import { fail, noNumber, noPrevious, otherEdition, pass, type ReportRule, spot } from '../rule.ts';

const address = keyCells.newReceived;

export default {
  id: 'T3-JUMP',
  scope: 'series',
  severity: 'info',
  title: '新收件数与上一年相差不悬殊',
  source: '合理性核对',
  asks: '本年新收的总计与上一年相比，多到或少到几倍（limits.jumpFactor，默认 3），而且相差不少于一定件数（limits.jumpDifference，默认 20）的，请人看一眼：可能多写、少写了一位，或者两年的统计范围不同。',
  wrong: '2022年新收 21，2023年新收 95，文字没有说明。',
  right: '2022年新收 21，2023年新收 25。',
  advice: '核对位数和统计范围；属实的不必改，可以在总体情况里说明原因。',
  seen: '真实数据里有从21件到95件的，原因是统计范围由机关本身改成了全区。',
  check: ({ report, previous }, { limits }) => {
    const at = report.form.cellAt.get(address);
    if (!at || (previous && !previous.form.cellAt.has(address))) return otherEdition;
    if (!previous) return noPrevious;
    const now = numberAt(report, address);
    const then = numberAt(previous, address);
    if (now === undefined || then === undefined) return noNumber;
    const [low, high] = now < then ? [now, then] : [then, now];
    if (high < low * limits.jumpFactor || high - low < limits.jumpDifference) return pass;
    return fail(() => ({
      at: spot(report, address),
      message: `${at.name}：本年 ${now}，上一年 ${then}，相差 ${high - low}。`,
      hint: '核对位数和统计范围；属实的不必改，可以在总体情况里说明原因。',
      left: now,
      right: then,
      related: [{ message: `${previous.year}年报告 ${then}`, at: spot(previous, address) }],
    }));
  },
} satisfies ReportRule as ReportRule;
