import { forms } from '../../forms/index.ts';
import { rowsUnder } from '../cells.ts';
import type { ReadingRule } from '../rule.ts';

const counts = forms.map((form) => `${form.id}年版${rowsUnder(form, 'applications').length}行`);

export default {
  id: 'T3-ROWSET',
  scope: 'reading',
  severity: 'error',
  title: '表三的行与格式版本一致',
  source: '国家统一格式的表格',
  asks: `表三的行与所用版本完全一致（${counts.join('，')}），不多不少。读取时判定：缺的行以 DATA-MISSING 指出，多的行以 DATA-UNKNOWN 指出，整张表是另一版的以 ED-YEAR 指出。`,
  wrong: 'form: 2021，而 other: [0, 0, 0, 0, 0, 0, 0] 只写一行。',
  right: 'form: 2021，other 下面写 notCorrected、feeUnpaid、misc 三行。',
  advice: '照提示补上缺的行，删去多的行；整张表是另一版的，改用对的版本。',
  seen: '38份看得出版本的真实报告里，2份在2021年版的表二后面接了2019年版的表三。',
} satisfies ReadingRule as ReadingRule;
