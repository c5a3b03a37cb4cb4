import { column, joined, list, loose, row, type Topic, variant } from './topic.ts';

/** 表三 in the words of official prose. Lawful readings of a count of applications: domain of TX-REQ-COUNT. */

const received = [['newReceived'], ['newReceived', 'carriedOver']];
/** 宿迁 2023: 收办3607件 is 3511 new and 96 carried over; others mean what was handled. */
const accepted = [...received, ['total']];

/** 收到, 办结 …: what they count depends on the thing received or finished. */
export const verbs = {
  receive: row('applications', 1, received, list('收到 接收 接收到 收取到 接到 收件 登记 提出 提交')),
  receiveNew: row('applications', 1, [['newReceived']], list('新收 新收到 新接收 新受理 新增受理')),
  accept: row(
    'applications',
    1,
    accepted,
    list('受理 收办 办理 承办 处理 处置 收悉 接办 收到并办理 受理并办理'),
  ),
  finish: row(
    'applications',
    2,
    [['total']],
    list('办结 办理完毕 办毕 办理完成 处理完毕 已办理 完成办理 已办结 共办结 全部办结'),
  ),
  // Withdrawn and lapsed applications get no answer, so an organ may leave them out.
  answer: row(
    'applications',
    2,
    [['total'], ['total', '-other']],
    list('答复 回复 答复办结 办结答复 作出答复 已答复 书面答复 完成答复'),
  ),
} as const;

export type Verb = keyof typeof verbs;

/** 政府信息公开申请 and what else it is called; the verb beside it says more. */
export const request: Topic = row('applications', 0, accepted, [
  ...joined('- 公民 法人', '政府信息公开申请 信息公开申请 政务公开申请 政务信息公开申请', '- 件 事项'),
  ...joined(
    '政府信息 信息 政务信息 -',
    '依申请公开',
    '- 申请 事项 件 政府信息 政府信息事项 信息事项 政府信息申请 信息 信息申请 的申请 政府信息的申请 政府信息公开申请 政务信息 业务 工作件 申请件',
  ),
  ...joined(
    '申请公开 要求公开 公开 获取',
    '政府信息 信息 的信息 的政府信息 相关信息 相关政府信息 相关的政府信息',
    '的申请 申请',
  ),
  ...joined('申请公开 要求公开', '政府信息 信息 的信息 的政府信息 相关信息 相关政府信息 政府信息事项'),
  ...joined('政府信息公开 信息公开 公开 政务公开', '的申请 类申请 事项申请 申请件'),
  ...list('政府信息申请 信息申请 依申请 依申请信息公开 依申请事项 依申请件 依申请信息 公开申请'),
  ...list('政府信息公开的书面申请 政府信息依申请 政府信息公开依申请 申请件 申请事项'),
]);
/** 申请 alone: the context says what was applied for. */
export const bareRequestWords = list('申请 申请数 申请量 申请数量 申请总量 申请总数');

const lastYear = '上年 上年度 上一年 上一年度 去年 去年度 往年';
const nextYear = '下年 下年度 下一年 下一年度 次年 次年度 明年 翌年';
export const carriedOver = row(
  'applications',
  3,
  [['carriedOver']],
  [
    ...joined(
      lastYear,
      '结转 转入 结转来 转结 结转至本年 结转至本年度 结转到本年 结转到本年度 结转至今年 未办结 结转下来 转来',
    ),
    ...list('结转上年 结转上年度 上年末结转 上年底结转 上期结转'),
  ],
);
export const carriedForward = row(
  'applications',
  3,
  [['carriedForward']],
  [
    ...joined(
      '结转 结转至 结转到 结转入 转 转至 转入 转到 顺延 顺延至 顺延到 延至 延续至 延续到 留待 移至 跨',
      nextYear,
      '- 办理 继续办理 继续处理 处理 答复',
    ),
    ...list('年末结转 年底结转 期末结转 年末未办结 年底未办结'),
  ],
);

const outcome = (key: string, words: string) => row('applications', 4, [[key]], list(words));
const leaf = (key: string, words: string) => row('applications', 5, [[key]], list(words));

export const otherProcessing = outcome(
  'other',
  '其他处理 其它处理 作其他处理 其他方式处理 其他处理情形 其他答复',
);
export const granted = outcome('granted', '予以公开 准予公开 全部公开 予以全部公开 完全公开 予以提供');
export const partiallyGranted = outcome(
  'partiallyGranted',
  '部分公开 予以部分公开 同意部分公开 部分提供 区分处理',
);
const outcomes: readonly Topic[] = [
  granted,
  variant(outcome('granted', '同意公开 同意提供 公开答复 已公开答复 依法公开 属于主动公开 已主动公开'), {
    readings: [['granted'], ['granted', 'partiallyGranted']],
    loose: true,
  }),
  partiallyGranted,
  outcome('denied', '不予公开 不公开 决定不予公开 未予公开 不同意公开'),
  outcome('unable', '无法提供 无法公开 不能提供'),
  outcome('notProcessed', '不予处理 不予受理 不再处理'),
  otherProcessing,
  leaf('denied.stateSecret', '国家秘密 涉及国家秘密'),
  leaf(
    'denied.otherLaw',
    '法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开 法律法规禁止公开',
  ),
  leaf('denied.securityStability', '三安全一稳定 危及“三安全一稳定” “三安全一稳定” 危及三安全一稳定'),
  leaf('denied.thirdParty', '第三方合法权益 第三方权益 保护第三方权益'),
  leaf('denied.internalAffairs', '内部事务信息 三类内部事务信息 内部事务'),
  leaf('denied.processInfo', '过程性信息 四类过程性信息 “过程性信息”'),
  leaf('denied.enforcementFile', '行政执法案卷 执法案卷 行政执法案卷信息'),
  leaf('denied.adminQuery', '行政查询事项 行政查询'),
  leaf('unable.notHeld', '本机关不掌握 不掌握相关政府信息 不掌握相关信息 本机关不掌握相关信息'),
  loose(
    leaf(
      'unable.notHeld',
      '信息不存在 政府信息不存在 非本机关负责公开 不属于本机关负责公开 不属于本机关公开 非本机关公开 不属于本机关掌握 不掌握',
    ),
  ),
  leaf('unable.needsCreation', '没有现成信息 需要另行制作 无现成信息 需另行制作 需要加工分析'),
  leaf('unable.unclear', '申请内容仍不明确 申请内容不明确 补正后仍不明确 内容不明确'),
  leaf(
    'notProcessed.petition',
    '信访举报投诉类申请 信访、举报、投诉类申请 信访举报投诉类 信访、投诉、举报类申请 信访投诉举报类',
  ),
  leaf('notProcessed.repeat', '重复申请 属于重复申请 重复性申请'),
  leaf('notProcessed.publication', '要求提供公开出版物 公开出版物'),
  leaf('notProcessed.excessive', '无正当理由大量反复申请 大量反复申请'),
  leaf(
    'notProcessed.reconfirm',
    '要求行政机关确认或重新出具 要求确认或重新出具 确认或重新出具已获取信息 重新出具',
  ),
  leaf('other.notCorrected', '逾期不补正 逾期未补正 无正当理由逾期不补正'),
  leaf('other.feeUnpaid', '逾期不缴费 逾期未缴费 逾期未按收费通知要求缴纳费用 逾期未缴纳费用'),
  variant(leaf('other.misc', '撤回 主动撤回 自行撤回 撤回申请 撤销申请'), {
    readings: [['other.misc'], ['other']],
    loose: true,
  }),
];

/** The groups of results, 其他处理 among them. */
export const outcomeKinds = new Set(
  outcomes.filter(({ rank }) => rank === 4).map(({ readings }) => readings[0]![0]),
).size;

const applicant = (readings: readonly string[][], words: string) =>
  column('applications', readings, list(words));
const organisations = ['business', 'research', 'welfare', 'legalService', 'otherOrg'];
export const applicantKinds = organisations.length + 1;

export const otherApplicants = applicant([['otherOrg']], '其他组织 其它组织 其他机构 其他类组织');
const applicants: readonly Topic[] = [
  applicant([['natural']], '自然人 公民 个人 公民个人 自然人提出 申请人为自然人 自然人申请人'),
  applicant(
    [organisations],
    `法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人及其它组织 法人或其它组织
     法人和其它组织 法人其他组织 法人、组织 法人组织 法人及组织`,
  ),
  loose(applicant([organisations, ['business']], '法人 单位申请 企事业单位 组织申请 法人申请')),
  applicant([['business']], '商业企业 商业企业申请'),
  loose(applicant([['business'], organisations], '企业 公司 企业法人 企业申请')),
  applicant([['research']], '科研机构 科研院所 科研单位'),
  applicant([['welfare']], '社会公益组织 公益组织 社会组织'),
  applicant([['legalService']], '法律服务机构 律师事务所 律所 法律服务组织'),
  otherApplicants,
];

/** Whether at the end of the year or when the report was written. */
const inHand = variant(carriedForward, {
  words: list('尚在办理 尚在办理中 正在办理 正在办理中 仍在办理 仍在办理中 尚在办理期限内'),
  loose: true,
});

export const applicationsTopics: readonly Topic[] = [
  carriedOver,
  carriedForward,
  inHand,
  ...outcomes,
  ...applicants,
];
