import { column, list, loose, row, type Topic, variant } from './topic.ts';
import { applicationsTopics } from './topics-applications.ts';

/** 表四. There is no printed total of lawsuits: it is both ways of suing together. */
const cases = (rank: number, keys: string, words: string) =>
  row('challenges', rank, [list(keys)], list(words));
const result = (keys: string, words: string) => column('challenges', [list(keys)], list(words));

export const otherResult = result('other', '其他结果 其它结果');
const challengesTopics: readonly Topic[] = [
  cases(
    2,
    'review',
    `行政复议 行政复议案件 复议 复议案件 行政复议申请 复议申请 政府信息公开行政复议 信息公开行政复议
     信息公开类行政复议 政府信息公开类行政复议 政府信息公开行政复议案件`,
  ),
  cases(
    2,
    'litigationDirect litigationAfterReview',
    `行政诉讼 行政诉讼案件 诉讼 诉讼案件 政府信息公开行政诉讼 信息公开行政诉讼 信息公开类行政诉讼
     政府信息公开类行政诉讼 起诉 被起诉`,
  ),
  // 应诉 is said of lawsuits of all kinds.
  loose(cases(2, 'litigationDirect litigationAfterReview', '行政应诉 应诉 行政应诉案件')),
  cases(
    3,
    'litigationDirect',
    `未经复议直接起诉 未经行政复议直接起诉 直接起诉 直接提起诉讼 直接提起行政诉讼 直接诉讼
     未经复议直接提起行政诉讼`,
  ),
  cases(
    3,
    'litigationAfterReview',
    '复议后起诉 行政复议后起诉 经复议后起诉 复议后提起行政诉讼 复议后提起诉讼 经行政复议后起诉 复议后诉讼 复议后再起诉',
  ),
  result(
    'upheld',
    '结果维持 维持 予以维持 获维持 被维持 维持原决定 维持原行政行为 维持原答复 结果为维持 维持结果',
  ),
  result('corrected', '结果纠正 纠正 被纠正 被纠错 纠错 予以纠正 结果为纠正'),
  otherResult,
  result(
    'pending',
    `尚未审结 未审结 正在审理 正在审理中 审理中 未结案 尚未办结 尚未结案 尚在审理 尚在审理中 仍在审理中`,
  ),
  result('total -pending', '已审结 审结 已结案 结案'),
];

/** What a case may have come to, 其他结果 among it. */
export const resultKinds = challengesTopics.filter(
  ({ axis, readings }) => axis === 'column' && readings[0]!.length === 1,
).length;

/** 表二 of both editions: 制发 is 本年制发件数 in one and 本年新制作数量 in the other. */
const kind = (key: string, words: string) => row('disclosure', 2, [[key]], list(words));
const act = (keys: string, words: string) =>
  column(
    'disclosure',
    list(keys).map((key) => [key]),
    list(words),
  );
const procurement = kind('procurement', '政府集中采购 集中采购');

/** Documents are issued, repealed and in force; of a bare number of them it is not said which. */
export const documentKinds: readonly Topic[] = [
  kind('regulations', '规章 政府规章 部门规章 地方政府规章 地方性规章'),
  kind('normativeDocuments', '行政规范性文件 规范性文件 政府规范性文件'),
];
export const anyAct = loose(act('issued newlyMade inForce totalDisclosed', '-'));

const disclosureTopics: readonly Topic[] = [
  ...documentKinds,
  kind('licensing', '行政许可 行政许可决定 行政许可处理决定 许可决定 行政许可案件'),
  kind('punishment', '行政处罚 行政处罚决定 行政处罚处理决定 处罚决定 行政处罚案件'),
  kind('coercion', '行政强制 行政强制决定 行政强制处理决定 行政强制措施 行政强制执行 强制决定'),
  kind('fees', '行政事业性收费 行政事业性收费项目 行政事业收费'),
  kind('otherServices', '其他对外管理服务事项 对外管理服务事项'),
  procurement,
  loose(kind('licensing', '行政许可决定书 准予行政许可决定书')),
  loose(kind('punishment', '行政处罚决定书 处罚决定书')),
  loose(kind('coercion', '行政强制决定书')),
  act(
    'issued newlyMade',
    `制发 制定 出台 印发 新制发 新制定 新出台 制定发布 制发并公开 制定出台 制定印发 新印发 新制作 制作 发文`,
  ),
  act('repealed', '废止 清理废止 废止失效 废止文件 废止和失效 废止或失效 废止、失效'),
  loose(act('repealed', '失效 宣布失效')),
  act(
    'inForce totalDisclosed',
    '现行有效 有效 继续有效 现行有效文件 现有有效 仍然有效 有效件数 现行有效件数 保留有效',
  ),
  act('newlyDisclosed', '新公开'),
  act('totalDisclosed', '对外公开总数量 对外公开总数 对外公开 累计对外公开 公开总数'),
  variant(act('items', '采购项目 政府集中采购项目 集中采购项目'), { of: procurement }),
  variant(act('amount', '采购总金额 采购金额 采购总额'), { of: procurement }),
];

/** Every topic but the applications as such and the verbs. */
export const topics: readonly Topic[] = [...applicationsTopics, ...challengesTopics, ...disclosureTopics];
