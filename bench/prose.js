// @ts-check
/**
 * @import { Cell, DataRow } from '../src/forms/compile.ts'
 * @import { Figures } from './figures.js'
 * @import { Organ } from './organs.js'
 * @import { Random } from './random.js'
 */

/**
 * The text of a report by key, `opening` included; its numbers about the tables are read from the tables.
 * @param {Figures} figures
 * @param {Organ} organ
 * @param {number} year
 * @param {Random} random
 * @returns {Record<string, string>}
 */
export function prose(figures, organ, year, random) {
  const { form } = figures;
  const { self, name } = organ;
  const { int } = random;
  /** @param {readonly Filler[]} pool @param {number} count */
  const some = (pool, count) =>
    random
      .some(pool, count)
      .map((filler) => filler(int, self))
      .join('');
  /** @param {readonly Filler[]} pool @param {number} count */
  const list = (pool, count) =>
    random
      .some(pool, count)
      .map((filler, i) => `${'一二三四五'[i]}是${filler(int, self)}`)
      .join('；');
  const headings = form.sections.map(({ heading }) => heading.replace(/^[一二三四五六七八九]、/, ''));
  const opening = paragraphs(
    `根据《中华人民共和国政府信息公开条例》第五十条，按照${form.notice.number}《${form.title}》的要求，${organ.fullName}编制${year}年政府信息公开工作年度报告。`,
    `本报告由${headings.join('、')}共${'一二三四五六七八九'[headings.length - 1]}部分组成，数据的统计期限为${year}年1月1日至12月31日。${some(filler.opening, 3)}`,
  );
  const overview = paragraphs(
    `${year}年，${name}${random.pick(['围绕群众关切推进公开', '把公开贯穿于决策和执行', '坚持便民利企的要求推进公开', '以规范促公开'])}，${random.pick(['各项任务按计划完成', '工作比上年更加规范', '没有出现积压'])}。`,
    `主动公开。${tableTwo(figures)}${some(filler.disclosure, 3)}`,
    `依申请公开。${applications(figures)}${challenges(figures)}${some(filler.applications, 2)}`,
    `政府信息管理。${some(filler.management, 3)}`,
    `政府信息公开平台建设。${some(filler.platform, 3)}`,
    `监督保障。${some(filler.supervision, 3)}${random.pick(['没有发生责任追究的情况。', '全年没有责任追究。'])}`,
  );
  const problems = paragraphs(
    `${self}政府信息公开工作还存在以下问题：${list(filler.problems, 3)}。`,
    `上一年提出的${random.pick(['解读形式单一', '更新不够及时', '文书格式不一'])}问题已经解决。${year + 1}年将从以下几个方面改进：${list(filler.plans, 3)}。`,
  );
  const remarks = `全年没有收取信息处理费。${random.pick(['没有其他需要报告的事项。', '无其他事项。'])}`;
  const texts = form.sections.filter(({ table }) => !table).map(({ key }) => key);
  const bodies = [overview, problems, remarks];
  return { opening, ...Object.fromEntries(texts.map((key, i) => [key, bodies[i] ?? '无。'])) };
}

/** @param {string[]} lines */
function paragraphs(...lines) {
  return lines.join('\n\n');
}

/** @param {Figures} figures */
function tableTwo({ form, values }) {
  /** @param {Cell} cell */
  const phrase = ({ index, columnName, kind, unit }) => {
    const value = values[index] ?? 0;
    if (kind === 'change') {
      return value === 0 ? '本年没有增减' : `本年${value > 0 ? '增加' : '减少'}${Math.abs(value)}${unit}`;
    }
    const what = columnName.replace(/（.*）/, '').replace(/件数$|(?<!总)数量$/, '');
    return `${what}${value}${unit}`;
  };
  const table = form.sections.find((section) => section.table)?.key;
  return form.rows
    .filter(({ path }) => path[0] === table)
    .map(({ label, cells }) => `${label}${cells.map(phrase).join('、')}`)
    .join('；')
    .concat('。');
}

/** @param {Figures} figures */
function applications(figures) {
  const { form, values } = figures;
  const all = form.cellAt.get('applications.total.total');
  if (!all) return '';
  const total = (/** @type {string} */ key) => valueAt(figures, `applications.${key}.total`);
  if (total('newReceived') + total('carriedOver') === 0) {
    return '全年没有收到政府信息公开申请，也没有上年结转的申请。';
  }
  const received = form.rows.find(({ address }) => address === 'applications.newReceived');
  const applicants = (received?.cells ?? [])
    .filter(({ column }) => column !== 'total')
    .map(({ columnName, index }) => `${columnName}${values[index]}件`);
  const results = form.equations.find(
    ({ at, left }) => form.cells[at] === all && form.cells[left[0] ?? -1]?.column === 'total',
  );
  /** @type {Map<string, number>} */
  const groups = new Map();
  for (const index of results?.left ?? []) {
    const group = form.groups.get(`applications.${form.cells[index]?.path[1]}`) ?? '';
    groups.set(group, (groups.get(group) ?? 0) + (values[index] ?? 0));
  }
  const outcomes = [...groups].map(([group, count]) => `${group.replace(/（.*?）/g, '')}${count}件`);
  return [
    `本年新收政府信息公开申请${total('newReceived')}件${among(applicants)}，上年结转${total('carriedOver')}件；`,
    `办结${total('total')}件${among(outcomes)}，结转下年度继续办理${total('carriedForward')}件。`,
  ].join('');
}

/** @param {Figures} figures */
function challenges(figures) {
  const { form, values } = figures;
  const rows = form.rows.filter(({ path }) => path[0] === 'challenges');
  const count = (/** @type {DataRow} */ row) => valueAt(figures, `${row.address}.total`);
  if (rows.length === 0) return '';
  if (rows.every((row) => count(row) === 0)) return '没有因政府信息公开引起的行政复议和行政诉讼。';
  return rows
    .map((row) => {
      const outcomes = row.cells
        .filter(({ column }) => column !== 'total')
        .map(({ columnName, index }) => `${columnName}${values[index]}件`);
      return `${row.label}${count(row)}件${among(outcomes)}`;
    })
    .join('；')
    .concat('。');
}

/** @param {string[]} parts  Those that are none are left out. */
function among(parts) {
  const some = parts.filter((part) => !/\D0件$/.test(part));
  return some.length === 0 ? '' : `（其中${some.join('、')}）`;
}

/** @param {Figures} figures @param {string} address */
function valueAt({ form, values }, address) {
  return values[form.cellAt.get(address)?.index ?? -1] ?? 0;
}

/** @typedef {(int: Random['int'], self: string) => string} Filler */

/** Sentences about what no table counts. */
const filler = {
  /** @type {Filler[]} */
  opening: [
    () =>
      '本报告的电子版可以在县政府门户网站的政府信息公开年报栏目阅读和下载，纸质版放在便民服务大厅供查阅。',
    (_, self) =>
      `对报告内容有疑问的，可以向${self}承担政府信息公开工作的机构询问，来信来电都会在五个工作日内回复。`,
    () => '报告中的金额以万元为单位，其余数字以件或者项为单位，统计口径与上一年相同。',
    () => '报告在公布前经过承办机构核对和负责人审定，表中各项数字由业务股室分别提供。',
  ],
  /** @type {Filler[]} */
  disclosure: [
    (int) => `在门户网站发布各类信息${int(60, 480)}条，其中重大民生信息逐条附有办理依据和联系方式。`,
    (int, self) =>
      `${self}对照主动公开基本目录逐项核对，补发漏登的信息${int(3, 40)}条，调整归类不当的${int(2, 20)}条。`,
    (int) => `发布政策解读材料${int(2, 30)}篇，以图表和问答的形式说明办理条件、标准和时限。`,
    (int) => `就教育、医疗、养老等群众关心的事项集中公开办事指南${int(8, 60)}份，随政策变化及时更新。`,
    (int) => `惠农补贴按项目公示发放标准和名单${int(4, 36)}批，公示期内收到的意见逐条核实。`,
  ],
  /** @type {Filler[]} */
  applications: [
    (int) => `答复文书经承办人、审核人两级把关，平均用时${int(5, 18)}个工作日，没有逾期答复。`,
    (int, self) => `${self}把登记、补正、审查、答复、归档纳入同一流程，组织承办人员培训${int(1, 4)}次。`,
    () => '对申请内容不明确的，一次性告知需要补正的事项，并当面或者通过电话说明。',
  ],
  /** @type {Filler[]} */
  management: [
    (int) => `清理五年以上的存量信息，更正失效链接${int(4, 90)}处，标注已经失效的文件${int(1, 12)}份。`,
    (int, self) =>
      `${self}落实先审查后公开的制度，全年审查拟公开信息${int(60, 400)}条，退回修改${int(1, 30)}条。`,
    (int) => `对含有个人信息的名册作遮盖处理，抽查${int(20, 120)}份，发现问题当日改正。`,
    () => '制作文件时同步确定公开属性，不予公开的写明理由，由分管负责人签字确认。',
  ],
  /** @type {Filler[]} */
  platform: [
    (int) => `门户网站专栏调整栏目${int(2, 12)}个，检索结果按照年度和主题排列，老年人模式可以放大字号。`,
    (int) => `在便民服务大厅设立查阅点，备有纸质材料${int(20, 160)}份，全年接待查阅${int(10, 300)}人次。`,
    (int, self) => `${self}的公开栏更换版面${int(4, 24)}期，与网站同日更新，内容由专人核对。`,
    (int) => `政务新媒体转发本级公开的信息${int(20, 260)}条，停用长期没有更新的账号${int(1, 3)}个。`,
  ],
  /** @type {Filler[]} */
  supervision: [
    (int) => `政府信息公开列入年度工作考核，分值为${int(3, 6)}分，考核结果在内部通报。`,
    (int, self) => `${self}开展社会评议，发放问卷${int(60, 400)}份，意见集中在更新速度和检索方便两个方面。`,
    (int) => `召开专题会议${int(1, 4)}次，听取工作考核和社会评议的情况，确定整改事项。`,
    (int) => `每季度自查一次栏目更新情况，发现并整改问题${int(2, 24)}个，整改结果逐项登记。`,
  ],
  /** @type {Filler[]} */
  problems: [
    () => '政策解读的形式比较单一，有的材料只是摘录原文，群众看后仍不清楚如何办理，还要再打电话询问',
    (_, self) =>
      `${self}承办人员变动较多，新到岗的人员对答复文书的格式和法律依据还不够熟悉，文书退回修改的次数偏多`,
    () => '线下公开栏与网站的更新有先有后，个别内容张贴偏晚，过期的内容也没有及时撤下',
    () => '部分栏目的信息分类较粗，查找往年的材料需要逐页翻看，按照文号检索的结果不够准确',
  ],
  /** @type {Filler[]} */
  plans: [
    (int) => `编写常见事项的问答，每季度更新一次，全年不少于${int(8, 24)}期，并请群众代表试读`,
    (_, self) => `${self}将编写申请办理手册，新到岗人员先学习后上岗，答复前对照清单自查，文书由两人复核`,
    () => '线上线下由同一人负责发布，每月末对照检查一次，检查结果列入股室的月度小结',
    () => '按照主题和年度细分栏目，补充往年材料的目录，方便群众查找和下载',
  ],
};
