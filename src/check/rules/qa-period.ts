import { notApplicable, type ReportRule } from '../rule.ts';
import { findPeriod } from '../text/period.ts';
import { answers, quote, textsOf } from '../texts.ts';

const noOpening = notApplicable('没有开头，别处也没有写统计期限');

export default {
  id: 'QA-PERIOD',
  scope: 'report',
  severity: 'error',
  title: '统计期限是本年1月1日至12月31日',
  source: '条例第四十九条、第五十条；四川省DB51/T 2660—2019第2.1条：上一年度1月1日至12月31日',
  asks: '写明统计期限的，必须是报告年度的1月1日至12月31日；当年设立或者撤销的机关，起止可以不是全年。有开头而没有写统计期限的，只作提示。年份写成“202020年”“2O23年”的，也在这里指出。照录过去已经公布的报告（source: {published: true}）只作提示。',
  wrong: '2024年报告：所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
  right: '2024年报告：所列数据的统计期限自2024年1月1日起至2024年12月31日止。',
  advice: '改成本年度；多半是上一年的开头没有改。',
  seen: '188份真实报告里，1份写的是上一年，2份没有写，1份写成202020年。',
  check: ({ report, organ }) => {
    const { year } = report;
    const partial = organ?.years?.from === year || organ?.years?.to === year;
    const findings = findPeriod(textsOf(report), year).filter(
      ({ kind }) => !(partial && kind === 'period-range'),
    );
    const missing = findings.some(({ kind }) => kind === 'period-missing');
    if (missing && report.opening === undefined) return noOpening;
    const whole = `${year}年1月1日至${year}年12月31日`;
    return answers(report, findings, ({ kind, params }, name) => {
      const found = quote(params['found']);
      switch (kind) {
        case 'period-year':
          return { message: `${name}里的统计期限${found}不是${year}年。`, hint: `改成${whole}。` };
        case 'period-range':
          return { message: `${name}里的统计期限${found}不是全年。`, hint: `改成${whole}。` };
        case 'malformed-year':
          return { message: `${name}里的${found}不是年份。`, hint: '改成四位数的年份。' };
        case 'period-missing':
          return {
            message: `${name}没有写统计期限。`,
            hint: `在开头写明：所列数据的统计期限为${whole}。`,
            severity: 'warning',
          };
      }
    });
  },
} satisfies ReportRule as ReportRule;
