import { overviewOf } from '../../forms/asks.ts';
import { noOrgan, noText, notApplicable, type ReportRule } from '../rule.ts';
import { checkAppraisal, governments } from '../text/structure.ts';
import { answers, textAt, textsOf } from '../texts.ts';

const office = notApplicable('街道、部门不是一级政府');

export default {
  id: 'QA-APPRAISAL',
  scope: 'report',
  severity: 'warning',
  title: '各级政府写明考核、评议和责任追究',
  source: '条例第五十条第一款第（四）项：各级人民政府还应当包括工作考核、社会评议和责任追究结果情况',
  asks: '乡镇、县、市、省政府的报告，要说到工作考核、社会评议、责任追究三项的结果，写在哪一部分都可以；没有发生的也写明。街道和部门不作要求。',
  wrong: '某镇：公开工作已列入年度考核。（没有说到社会评议和责任追究。）',
  right: '某镇：公开工作已列入年度考核；问卷评议满意率96%；没有责任追究的情况。',
  advice: '在“监督保障”里补写；没有开展或者没有发生的照实写明。',
  check: ({ report, organ }) => {
    if (!organ) return noOrgan;
    if (!governments.includes(organ.level)) return office;
    // Where section one could not be read, or is not there, another rule has told it.
    const section = overviewOf(report.form)?.key;
    if (section === undefined || textAt(report, section).trim() === '') return noText;
    return answers(report, checkAppraisal(textsOf(report), organ.level, section), ({ params }) => ({
      message: `全文没有说到：${(params['missing'] as readonly string[]).join('、')}。`,
      hint: '政府的报告要写明工作考核、社会评议和责任追究结果，没有发生的写明没有。',
    }));
  },
} satisfies ReportRule as ReportRule;
