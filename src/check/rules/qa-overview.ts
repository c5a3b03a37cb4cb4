import { overviewOf } from '../../forms/asks.ts';
import { noText, notApplicable, pass, type ReportRule } from '../rule.ts';
import { checkOverview } from '../text/structure.ts';
import { answers, textAt } from '../texts.ts';

const earlier = notApplicable('2021年版格式才要求分五个方面');

export default {
  id: 'QA-OVERVIEW',
  scope: 'report',
  severity: 'warning',
  title: '总体情况写到五个方面',
  source: '国办公开办函〔2021〕30号：总体情况包括主动公开、依申请公开、政府信息管理、平台建设、监督保障',
  asks: '2021年度起，第一部分要说到五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。不看标题，只看内容，说法不限：写了培训、考核的就是说到监督保障，写了网站、公开栏的就是说到平台建设，没有收到申请也要写明。',
  wrong: '公布信息38条。文件统一登记。设公开栏。已列入考核。（没有说到依申请公开。）',
  right: '公布信息38条。没有收到申请。文件统一登记。设公开栏。已列入考核。',
  advice: '补写缺少的方面，没有发生的写明没有。',
  seen: '188份真实报告里，17份缺少一个或几个方面。',
  check: ({ report }) => {
    const overview = overviewOf(report.form);
    if (!overview?.asks) return earlier;
    const text = textAt(report, overview.key);
    if (text.trim() === '') return noText;
    const missing = checkOverview(text, overview);
    if (missing.length === 0) return pass;
    const parts = missing.map(({ params }) => params['part']).join('、');
    return answers(report, missing.slice(0, 1), (_, name) => ({
      message: `${name}没有说到：${parts}。`,
      hint: '补写缺少的方面，没有发生的写明没有。',
    }));
  },
} satisfies ReportRule as ReportRule;
