/**
 * The tables of both editions as the notices print them (国办公开办函〔2019〕60号, 〔2021〕30号), written out by
 * hand: every cell with its spans, row by row, and the address each number has in the data. Nothing here is
 * derived from the project's own description of the form.
 */

/** A heading with what it is a heading of, or the address of a number; then columns and rows it spans. */
export interface OfficialCell {
  label?: string;
  scope?: 'col' | 'colgroup' | 'row' | 'rowgroup';
  address?: string;
  columns: number;
  rows: number;
}
export interface OfficialTable {
  title: string;
  rows: OfficialCell[][];
}

const head = (label: string, columns = 1, rows = 1): OfficialCell => ({ label, scope: 'col', columns, rows });
const heads = (label: string, columns: number): OfficialCell => ({
  label,
  scope: 'colgroup',
  columns,
  rows: 1,
});
const row = (label: string, columns = 1): OfficialCell => ({ label, scope: 'row', columns, rows: 1 });
const rowGroup = (label: string, rows: number): OfficialCell => ({
  label,
  scope: 'rowgroup',
  columns: 1,
  rows,
});
const td = (address: string, columns = 1): OfficialCell => ({ address, columns, rows: 1 });

const documents = (key: string, names: readonly string[], columns: readonly number[]) =>
  names.map((name, i) => td(`disclosure.${key}.${name}`, columns[i]));

const issued = ['issued', 'repealed', 'inForce'];
const disclosure2021: OfficialCell[][] = [
  [heads('第二十条第（一）项', 4)],
  [head('信息内容'), head('本年制发件数'), head('本年废止件数'), head('现行有效件数')],
  [row('规章'), ...documents('regulations', issued, [1, 1, 1])],
  [row('行政规范性文件'), ...documents('normativeDocuments', issued, [1, 1, 1])],
  [heads('第二十条第（五）项', 4)],
  [head('信息内容'), head('本年处理决定数量', 3)],
  [row('行政许可'), td('disclosure.licensing', 3)],
  [heads('第二十条第（六）项', 4)],
  [head('信息内容'), head('本年处理决定数量', 3)],
  [row('行政处罚'), td('disclosure.punishment', 3)],
  [row('行政强制'), td('disclosure.coercion', 3)],
  [heads('第二十条第（八）项', 4)],
  [head('信息内容'), head('本年收费金额（单位：万元）', 3)],
  [row('行政事业性收费'), td('disclosure.fees', 3)],
];

const made = ['newlyMade', 'newlyDisclosed', 'totalDisclosed'];
const decided = ['previousItems', 'change', 'decisions'];
const items = [head('信息内容'), head('上一年项目数量'), head('本年增/减', 2), head('处理决定数量')];
const disclosure2019: OfficialCell[][] = [
  [heads('第二十条第（一）项', 5)],
  [head('信息内容'), head('本年新制作数量'), head('本年新公开数量', 2), head('对外公开总数量')],
  [row('规章'), ...documents('regulations', made, [1, 2, 1])],
  [row('规范性文件'), ...documents('normativeDocuments', made, [1, 2, 1])],
  [heads('第二十条第（五）项', 5)],
  items,
  [row('行政许可'), ...documents('licensing', decided, [2, 1, 1])],
  [row('其他对外管理服务事项'), ...documents('otherServices', decided, [2, 1, 1])],
  [heads('第二十条第（六）项', 5)],
  items,
  [row('行政处罚'), ...documents('punishment', decided, [2, 1, 1])],
  [row('行政强制'), ...documents('coercion', decided, [2, 1, 1])],
  [heads('第二十条第（八）项', 5)],
  [head('信息内容'), head('上一年项目数量', 2), head('本年增/减', 2)],
  [row('行政事业性收费'), ...documents('fees', ['previousItems', 'change'], [2, 2])],
  [heads('第二十条第（九）项', 5)],
  [head('信息内容'), head('采购项目数量', 2), head('采购总金额', 2)],
  [row('政府集中采购'), ...documents('procurement', ['items', 'amount'], [2, 2])],
];

const applicants = ['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg', 'total'];
const numbers = (key: string) => applicants.map((column) => td(`applications.${key}.${column}`));
const applicationsHead: OfficialCell[][] = [
  [
    head('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3),
    heads('申请人情况', 7),
  ],
  [head('自然人', 1, 2), heads('法人或其他组织', 5), head('总计', 1, 2)],
  [head('商业企业'), head('科研机构'), head('社会公益组织'), head('法律服务机构'), head('其他')],
];
const applicationsRows = (height: number, other: OfficialCell[][]): OfficialCell[][] => [
  ...applicationsHead,
  [row('一、本年新收政府信息公开申请数量', 3), ...numbers('newReceived')],
  [row('二、上年结转政府信息公开申请数量', 3), ...numbers('carriedOver')],
  [rowGroup('三、本年度办理结果', height), row('（一）予以公开', 2), ...numbers('granted')],
  [row('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 2), ...numbers('partiallyGranted')],
  [rowGroup('（三）不予公开', 8), row('1.属于国家秘密'), ...numbers('denied.stateSecret')],
  [row('2.其他法律行政法规禁止公开'), ...numbers('denied.otherLaw')],
  [row('3.危及“三安全一稳定”'), ...numbers('denied.securityStability')],
  [row('4.保护第三方合法权益'), ...numbers('denied.thirdParty')],
  [row('5.属于三类内部事务信息'), ...numbers('denied.internalAffairs')],
  [row('6.属于四类过程性信息'), ...numbers('denied.processInfo')],
  [row('7.属于行政执法案卷'), ...numbers('denied.enforcementFile')],
  [row('8.属于行政查询事项'), ...numbers('denied.adminQuery')],
  [rowGroup('（四）无法提供', 3), row('1.本机关不掌握相关政府信息'), ...numbers('unable.notHeld')],
  [row('2.没有现成信息需要另行制作'), ...numbers('unable.needsCreation')],
  [row('3.补正后申请内容仍不明确'), ...numbers('unable.unclear')],
  [rowGroup('（五）不予处理', 5), row('1.信访举报投诉类申请'), ...numbers('notProcessed.petition')],
  [row('2.重复申请'), ...numbers('notProcessed.repeat')],
  [row('3.要求提供公开出版物'), ...numbers('notProcessed.publication')],
  [row('4.无正当理由大量反复申请'), ...numbers('notProcessed.excessive')],
  [row('5.要求行政机关确认或重新出具已获取信息'), ...numbers('notProcessed.reconfirm')],
  ...other,
  [row('（七）总计', 2), ...numbers('total')],
  [row('四、结转下年度继续办理', 3), ...numbers('carriedForward')],
];
const other2021: OfficialCell[][] = [
  [
    rowGroup('（六）其他处理', 3),
    row('1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'),
    ...numbers('other.notCorrected'),
  ],
  [
    row('2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'),
    ...numbers('other.feeUnpaid'),
  ],
  [row('3.其他'), ...numbers('other.misc')],
];
const other2019: OfficialCell[][] = [[row('（六）其他处理', 2), ...numbers('other')]];

const outcomes = ['upheld', 'corrected', 'other', 'pending', 'total'];
const outcomeLabels = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const cases = (key: string) => outcomes.map((column) => td(`challenges.${key}.${column}`));
const challenges: OfficialCell[][] = [
  [heads('行政复议', 5), heads('行政诉讼', 10)],
  [...outcomeLabels.map((label) => head(label, 1, 2)), heads('未经复议直接起诉', 5), heads('复议后起诉', 5)],
  [...outcomeLabels, ...outcomeLabels].map((label) => head(label)),
  [...cases('review'), ...cases('litigationDirect'), ...cases('litigationAfterReview')],
];

const tables = (disclosure: OfficialCell[][], applications: OfficialCell[][]): OfficialTable[] => [
  { title: '表二　主动公开政府信息情况', rows: disclosure },
  { title: '表三　收到和处理政府信息公开申请情况', rows: applications },
  { title: '表四　政府信息公开行政复议、行政诉讼情况', rows: challenges },
];

export const officialTables: Record<2019 | 2021, OfficialTable[]> = {
  2019: tables(disclosure2019, applicationsRows(20, other2019)),
  2021: tables(disclosure2021, applicationsRows(22, other2021)),
};

export const officialHeadings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

/** The addresses of all numbers in the order in which they are printed. */
export function printedAddresses(edition: 2019 | 2021): string[] {
  return officialTables[edition].flatMap(({ rows }) =>
    rows.flatMap((row) => row.flatMap(({ address }) => (address === undefined ? [] : [address]))),
  );
}
