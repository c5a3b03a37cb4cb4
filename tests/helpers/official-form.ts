/**
 * The official form as the notices print it, written out by hand from 国办公开办函〔2019〕60号 and
 * 〔2021〕30号. The tests compare the project's own description with this one; nothing here is derived from it.
 */

/** Key in the data, printed label. */
export type Labelled = readonly [key: string, label: string];

export interface OfficialRow {
  /** Keys in the data, joined by dots. */
  address: string;
  /** As the official name of a cell gives it. */
  name: string;
  /** A row of numbers; without columns it holds one number under one heading. */
  columns: readonly Labelled[];
  /** Heading of the one number. */
  heading?: string;
}

const applicants: readonly Labelled[] = [
  ['natural', '自然人'],
  ['business', '商业企业'],
  ['research', '科研机构'],
  ['welfare', '社会公益组织'],
  ['legalService', '法律服务机构'],
  ['otherOrg', '其他'],
  ['total', '总计'],
];

const outcomes: readonly Labelled[] = [
  ['upheld', '结果维持'],
  ['corrected', '结果纠正'],
  ['other', '其他结果'],
  ['pending', '尚未审结'],
  ['total', '总计'],
];

function row(address: string, name: string, columns: readonly Labelled[]): OfficialRow {
  return { address, name, columns };
}

function single(address: string, name: string, heading: string): OfficialRow {
  return { address, name, columns: [], heading };
}

const documents2021: readonly Labelled[] = [
  ['issued', '本年制发件数'],
  ['repealed', '本年废止件数'],
  ['inForce', '现行有效件数'],
];

const disclosure2021: readonly OfficialRow[] = [
  row('disclosure.regulations', '表二 · 规章', documents2021),
  row('disclosure.normativeDocuments', '表二 · 行政规范性文件', documents2021),
  single('disclosure.licensing', '表二 · 行政许可', '本年处理决定数量'),
  single('disclosure.punishment', '表二 · 行政处罚', '本年处理决定数量'),
  single('disclosure.coercion', '表二 · 行政强制', '本年处理决定数量'),
  single('disclosure.fees', '表二 · 行政事业性收费', '本年收费金额（单位：万元）'),
];

const documents2019: readonly Labelled[] = [
  ['newlyMade', '本年新制作数量'],
  ['newlyDisclosed', '本年新公开数量'],
  ['totalDisclosed', '对外公开总数量'],
];
const items2019: readonly Labelled[] = [
  ['previousItems', '上一年项目数量'],
  ['change', '本年增/减'],
];
const decisions2019: readonly Labelled[] = [...items2019, ['decisions', '处理决定数量']];

const disclosure2019: readonly OfficialRow[] = [
  row('disclosure.regulations', '表二 · 规章', documents2019),
  row('disclosure.normativeDocuments', '表二 · 规范性文件', documents2019),
  row('disclosure.licensing', '表二 · 行政许可', decisions2019),
  row('disclosure.otherServices', '表二 · 其他对外管理服务事项', decisions2019),
  row('disclosure.punishment', '表二 · 行政处罚', decisions2019),
  row('disclosure.coercion', '表二 · 行政强制', decisions2019),
  row('disclosure.fees', '表二 · 行政事业性收费', items2019),
  row('disclosure.procurement', '表二 · 政府集中采购', [
    ['items', '采购项目数量'],
    ['amount', '采购总金额'],
  ]),
];

function application(key: string, label: string): OfficialRow {
  return row(`applications.${key}`, `表三 · ${label}`, applicants);
}

const applicationsUpToOther: readonly OfficialRow[] = [
  application('newReceived', '一、本年新收政府信息公开申请数量'),
  application('carriedOver', '二、上年结转政府信息公开申请数量'),
  application('granted', '（一）予以公开'),
  application('partiallyGranted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'),
  application('denied.stateSecret', '（三）不予公开 1.属于国家秘密'),
  application('denied.otherLaw', '（三）不予公开 2.其他法律行政法规禁止公开'),
  application('denied.securityStability', '（三）不予公开 3.危及“三安全一稳定”'),
  application('denied.thirdParty', '（三）不予公开 4.保护第三方合法权益'),
  application('denied.internalAffairs', '（三）不予公开 5.属于三类内部事务信息'),
  application('denied.processInfo', '（三）不予公开 6.属于四类过程性信息'),
  application('denied.enforcementFile', '（三）不予公开 7.属于行政执法案卷'),
  application('denied.adminQuery', '（三）不予公开 8.属于行政查询事项'),
  application('unable.notHeld', '（四）无法提供 1.本机关不掌握相关政府信息'),
  application('unable.needsCreation', '（四）无法提供 2.没有现成信息需要另行制作'),
  application('unable.unclear', '（四）无法提供 3.补正后申请内容仍不明确'),
  application('notProcessed.petition', '（五）不予处理 1.信访举报投诉类申请'),
  application('notProcessed.repeat', '（五）不予处理 2.重复申请'),
  application('notProcessed.publication', '（五）不予处理 3.要求提供公开出版物'),
  application('notProcessed.excessive', '（五）不予处理 4.无正当理由大量反复申请'),
  application('notProcessed.reconfirm', '（五）不予处理 5.要求行政机关确认或重新出具已获取信息'),
];

const other2021: readonly OfficialRow[] = [
  application(
    'other.notCorrected',
    '（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  ),
  application(
    'other.feeUnpaid',
    '（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  ),
  application('other.misc', '（六）其他处理 3.其他'),
];

const applicationsFromTotal: readonly OfficialRow[] = [
  application('total', '（七）总计'),
  application('carriedForward', '四、结转下年度继续办理'),
];

const challenges: readonly OfficialRow[] = [
  row('challenges.review', '表四 · 行政复议', outcomes),
  row('challenges.litigationDirect', '表四 · 行政诉讼 未经复议直接起诉', outcomes),
  row('challenges.litigationAfterReview', '表四 · 行政诉讼 复议后起诉', outcomes),
];

/** Every row of the data in printing order. */
export const officialRows = {
  2019: [
    ...disclosure2019,
    ...applicationsUpToOther,
    application('other', '（六）其他处理'),
    ...applicationsFromTotal,
    ...challenges,
  ],
  2021: [...disclosure2021, ...applicationsUpToOther, ...other2021, ...applicationsFromTotal, ...challenges],
} as const satisfies Record<number, readonly OfficialRow[]>;

export type EditionId = keyof typeof officialRows;
export const editionIds: readonly EditionId[] = [2019, 2021];

export interface OfficialCell {
  address: string;
  name: string;
  /** Where the number stands in the data. */
  path: string;
}

/** Every number of the form in printing order. */
export function officialCells(edition: EditionId): OfficialCell[] {
  return officialRows[edition].flatMap((row: OfficialRow) =>
    row.columns.length === 0
      ? [{ address: row.address, name: `${row.name} · ${row.heading}`, path: row.address }]
      : row.columns.map(([key, label], i) => ({
          address: `${row.address}.${key}`,
          name: `${row.name} · ${label}`,
          path: `${row.address}.${i}`,
        })),
  );
}
