import { catalogue } from '../../diagnostics/catalogue.ts';
import { formForYear, isFor } from '../../forms/index.ts';
import { fail, pass, type ReportRule, spot } from '../rule.ts';

/** Reports that name no edition, or one whose tables they do not have, are told while reading, under this code too. */
export default {
  id: 'ED-YEAR',
  scope: 'report',
  severity: 'error',
  title: '格式版本与报告年度相符',
  source: '国办公开办函〔2019〕60号（2019、2020年度）；国办公开办函〔2021〕30号（2021年度起）',
  asks: '2019、2020年度的报告用2019年版格式，2021年度起用2021年版格式。',
  wrong: '2022.yaml 里写 form: 2019，表二仍有“政府集中采购”，表三“（六）其他处理”只有一行。',
  right: '2022.yaml 里写 form: 2021，表格按2021年版填写。',
  advice: '照应用的版本重新填写。已经按旧格式公布、现在照录的，在报告里写说明（waivers），格写 form。',
  seen: '38份看得出版本的真实报告里，3份整份用了旧格式，2份新旧混用。',
  check: ({ report, forms }) => {
    const { form, year } = report;
    if (isFor(form, year)) return pass;
    return fail(() => {
      const due = formForYear(year, forms);
      const params = { year, edition: form.id, first: forms[0]!.years.from, ...(due ? { due: due.id } : {}) };
      const hint = catalogue['ED-YEAR'].hint?.(params);
      return {
        at: spot(report, 'form'),
        message: catalogue['ED-YEAR'].message(params),
        ...(hint ? { hint } : {}),
      };
    });
  },
} satisfies ReportRule as ReportRule;
