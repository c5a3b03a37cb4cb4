import { numbersIn } from '../prose-rules.ts';
import { notApplicable, type ReportRule } from '../rule.ts';

const none = notApplicable('文字里没有申请的件数');

export default {
  id: 'TX-REQ-COUNT',
  scope: 'report',
  severity: 'warning',
  title: '文字里的申请件数与表三相符',
  source: '国办公开办函〔2021〕30号：总体情况说明依申请公开的情况，数据与表格一致',
  asks: '第一部分写的申请件数，包括收到、办结、结转、按申请人和按办理结果分的件数，要同表三相符。同一个说法有几种合规的读法（收到的件数可以只算新收，也可以连同上年结转；办结、答复、分组小计、占比各有各的算法），有一种相符就算相符，都不符才提示，并列出试过的读法。约数、部分时间段、只说其中一部分的不核对。',
  wrong: '表三新收 31、上年结转 1；文字：收到政府信息公开申请33件。',
  right: '表三新收 31、上年结转 1；文字：收到政府信息公开申请31件（或：收办政府信息公开申请32件）。',
  advice:
    '对照登记台账，改正文字或者表三；两处口径不同的（例如文字只说本级、表格是全县合计），在文字里说明白。',
  seen: '洪泽2024年文字17件、表三95件（文字只说政府办公室）；上海市政府办公厅2019年公开和部分公开文字258件、表三275件，无法提供文字265件、表三337件。',
  check: (input) =>
    numbersIn(input, 'TX-REQ-COUNT', none, {
      against: '表三',
      hint: '对照登记台账，改正文字或者表三。',
    }),
} satisfies ReportRule as ReportRule;
