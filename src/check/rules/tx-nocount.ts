import { overviewOf } from '../../forms/asks.ts';
import { keyCells } from '../../forms/key-cells.ts';
import { numberAt, valueAt } from '../cells.ts';
import { fail, notApplicable, otherEdition, pass, type ReportRule, spot } from '../rule.ts';

const received = keyCells.newReceived;
const empty = notApplicable('第一部分没有文字');

export default {
  id: 'TX-NOCOUNT',
  scope: 'report',
  severity: 'warning',
  title: '第一部分写明收到申请的件数',
  source: '国办公开办函〔2021〕30号：总体情况包括主动公开、依申请公开等五个方面',
  asks: '第一部分要写明本年收到政府信息公开申请多少件；没有收到的也要写明没有收到。写了与申请有关的件数的，就算写明。',
  wrong: '依申请公开方面，规范办理流程，依法保障公众的知情权。',
  right: '依申请公开方面，全年收到政府信息公开申请31件（或：全年未收到政府信息公开申请）。',
  advice: '在第一部分写明件数，与表三一致；没有收到的写“全年未收到政府信息公开申请”。',
  seen: '看得到第一部分的真实报告里，有7份没有写明。',
  check: ({ report, prose }) => {
    const section = overviewOf(report.form)?.key;
    if (section === undefined || valueAt(report, received) === undefined) return otherEdition;
    if ((report.sections.get(section) ?? '').trim() === '') return empty;
    if (prose().statesRequests) return pass;
    return fail(() => ({
      at: spot(report, section),
      waivedAt: received,
      message: '第一部分没有写明收到政府信息公开申请的件数。',
      hint: `写上“${sentence(numberAt(report, received))}”，或者意思相同的话。`,
    }));
  },
} satisfies ReportRule as ReportRule;

function sentence(count: number | undefined): string {
  if (count === undefined) return '全年收到政府信息公开申请…件';
  return count === 0 ? '全年未收到政府信息公开申请' : `全年收到政府信息公开申请${count}件`;
}
