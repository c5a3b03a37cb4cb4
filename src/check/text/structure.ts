import type { Ask } from '../../forms/edition.ts';
import type { Level } from '../../reports/organ.ts';
import { needles, occurs } from './needles.ts';
import { nextSign, scan, signTable } from './scan.ts';
import type { Finding, Params, Span, TextPart, TextRule } from './types.ts';

/**
 * What the form asks the prose to hold (国办公开办函〔2021〕30号; 条例 art. 50). What is missing has no
 * place, so these findings span nothing but name their section. Kinds:
 * - QA-OVERVIEW `part-missing`: params part (主动公开 …), key
 * - QA-APPRAISAL `appraisal-missing`: params missing (list of 考核, 评议, 责任追究)
 * - QA-SECLIST `list-incomplete`: params missing (section keys), listed; `list-count`: params found, count
 * - QA-PROBLEMS `problems-missing`, `improvements-missing`, `follow-up-missing`
 * - QA-SECTION6 `fees-missing`: params bare (the section says 无 and no more)
 * - QA-LENGTH `too-long`, `too-short`: params count, limit
 */
export type StructureKind =
  | 'part-missing'
  | 'appraisal-missing'
  | 'list-incomplete'
  | 'list-count'
  | 'problems-missing'
  | 'improvements-missing'
  | 'follow-up-missing'
  | 'fees-missing'
  | 'too-long'
  | 'too-short';

type StructureFinding = Finding<StructureKind>;

function missing(
  rule: TextRule,
  kind: StructureKind,
  section: string,
  params: Params = {},
): StructureFinding {
  return { rule, kind, section, start: 0, end: 0, params };
}

/** A section of text: its key, and what the edition asks it to tell. */
interface Asked {
  key: string;
  asks?: readonly Ask[];
}

/**
 * The parts of section one, by the keys of the form. Few reports use the exact headings, so a part is there when its
 * matter is told in any of the wordings that reports use.
 */
const partWords: Readonly<Record<string, RegExp>> = {
  disclosure:
    /主动公开|主动(?:向社会|对外)?(?:公布|发布|更新|扩大公开)|公开(?:各类|政府|政务|有关|相关)*信息|(?:发布|公布|公示|上传|上网)[^。；]{0,24}(?:信息|动态|公告|内容)|公开内容|信息[^。；]{0,8}\d+\s?条/,
  requests:
    /依申请|申请公开|(?:收到|受理|接到|接收|新收|办理|办结|答复|没有|未|无)[^。；]{0,24}申请|申请[^。；]{0,24}(?:\d+\s?[件宗起]|[一二三四五六七八九十两零]件|为零|为0)/,
  management:
    /信息(?:资源)?(?:规范化|动态)?管理|信息(?:的)?(?:公开|发布)?(?:前)?(?:保密)?(?:审核|审查|审批|把关|校对)|(?:审核|审查|审签|签发|复核|校对|审批|初审)|三审|公开属性|动态调整|(?:清理|梳理|归档|归类|登记|存档|核查|整理|更新)[^。；]{0,20}(?:信息|文件|目录|档案|文书)|(?:信息|文件|目录|档案|文书|案卷|卷宗|台账)[^。；]{0,20}(?:清理|梳理|归档|归类|登记|存档|核查|整理|编号|编成|移交)|先审后发|检索/,
  platform:
    /平台|网站|公众号|新媒体|微博|抖音|公开栏|宣传栏|公示栏|公告栏|电子屏|专栏|栏目|渠道|载体|阵地|务栏|查阅[点台处室]|公报|广播|微信群/,
  safeguards:
    /监督|保障|考核|评议|责任追究|追责|问责|培训|组织领导|领导小组|督查|督促|督导|检查|专人负责|专题研究|负总责/,
};

/** QA-OVERVIEW: what the edition asks of section one and the text does not tell. */
export function checkOverview(overview: string, { key: section, asks = [] }: Asked): StructureFinding[] {
  if (overview.trim() === '') return [];
  return asks
    .filter(({ key }) => !(partWords[key]?.test(overview) ?? true))
    .map(({ key, name }) => missing('QA-OVERVIEW', 'part-missing', section, { part: name, key }));
}

/** Art. 50(4) asks governments at every level for this; departments and subdistrict offices are none. */
export const governments: readonly Level[] = ['township', 'county', 'prefecture', 'province'];
const appraisal = [
  ['考核', /考核|考评|绩效(?:考|评)/],
  ['评议', /评议|社会评价|满意度|测评|第三方评估/],
  ['责任追究', /追究|追责|问责/],
] as const;

/** QA-APPRAISAL, over all texts of the report: the notice puts it under 监督保障, some put it last. */
export function checkAppraisal(
  parts: readonly TextPart[],
  level: Level,
  section: string,
): StructureFinding[] {
  if (!governments.includes(level)) return [];
  const texts = parts.filter(({ section }) => section !== 'opening').map(({ text }) => text);
  if (texts.length === 0) return [];
  const lacking = appraisal
    .filter(([, words]) => !texts.some((text) => words.test(text)))
    .map(([name]) => name);
  return lacking.length === 0
    ? []
    : [missing('QA-APPRAISAL', 'appraisal-missing', section, { missing: lacking })];
}

/** How reports call the six sections in the list of the opening; keys are those of the form. */
const sectionWords = [
  ['overview', /总体情况|概述|概况|基本情况|总体工作/],
  ['disclosure', /主动公开/],
  ['applications', /(?:处理|收到|受理|办理)[^、，；]{0,8}申请|依申请|申请(?:公开|办理|处理|情况)/],
  ['challenges', /复议|诉讼/],
  ['problems', /问题|不足/],
  ['remarks', /其[他它](?:需要|应当|需|有关)?(?:报告|说明)?|附件|附表/],
] as const;

const counts = '一二三四五六七八九十';

/** A sentence that lists three sections or more. */
export interface SectionList extends Span {
  /** Keys of the sections it names. */
  listed: readonly string[];
}

export function sectionLists(text: string): SectionList[] {
  const lists: SectionList[] = [];
  let until = 0;
  for (const { start } of scan(text, listWords, listNeedles)) {
    if (start < until) continue;
    const span = listAround(text, start);
    until = span.end;
    const list = text.slice(span.start, span.end);
    const listed = sectionWords.filter(([, words]) => words.test(list)).map(([key]) => key);
    if (listed.length >= 3 && /[、，；,;][\s\S]*[、，；,;]/.test(list) && listing.test(list)) {
      lists.push({ ...span, listed });
    }
  }
  return lists;
}

const listWords = /总体情况|概述|主动公开政府信息(?:的)?情况|存在的(?:主要)?问题/g;
const listNeedles = needles([
  ...['总体情况', '概述', '主动公开政府信息情况', '主动公开政府信息的情况', '存在的问题', '存在的主要问题'],
]);
const listing = /(?:包括|包含|组成|构成|分为|分成|共分|部分|方面|内容|涵盖|依次|目次|由|标题|题为|从)/;

/** QA-SECLIST: a sentence that lists three sections or more lists all six, and calls them six. */
export function checkSectionList(
  text: string,
  section = 'opening',
  lists: readonly SectionList[] = sectionLists(text),
): StructureFinding[] {
  return lists.flatMap(({ listed, ...span }): StructureFinding[] => {
    if (listed.length < sectionWords.length) {
      const lacking = sectionWords.map(([key]) => key).filter((key) => !listed.includes(key));
      const params = { missing: lacking, listed: listed.length };
      return [{ ...missing('QA-SECLIST', 'list-incomplete', section, params), ...span }];
    }
    const count = /([一二三四五六七八九十\d]+)个?(?:大)?(?:部分|方面)/.exec(text.slice(span.start, span.end));
    const number = count ? counts.indexOf(count[1]!) + 1 || Number(count[1]) : 6;
    if (!count || number === 6) return [];
    const start = span.start + count.index;
    const params = { found: count[0], count: number };
    const found = missing('QA-SECLIST', 'list-count', section, params);
    return [{ ...found, start, end: start + count[0].length }];
  });
}

const listEnds = signTable('。！？\n');

/** The sentence of a place; a list goes on after a semicolon, and over lines that end in a comma or the like. */
function listAround(text: string, at: number): { start: number; end: number } {
  const ends = (i: number) => {
    if (listEnds[text.charCodeAt(i)] === 0) return false;
    return text[i] !== '\n' || !/[：:；;，,、]\s*$/.test(text.slice(Math.max(0, i - 4), i));
  };
  let start = at;
  let end = at;
  while (start > 0 && !ends(start - 1)) start--;
  while (end < text.length && !ends(end)) end++;
  return { start, end: Math.min(end + 1, text.length) };
}

const improvementWords =
  /下一步|下年|下一年|来年|明年|今后|改进|将(?!来)|加强|完善|提升|措施|打算|计划|整改|健全|优化|进一步|准备|争取|拟|推进|强化|提高|须|要(?:增|加|把|建|抓|补|改|定)/;
/** Where a section turns from what is wrong to what will be done. */
const turn = /下一步|下年|今后|改进(?:措施|方向|打算|情况)|为此|对此|针对|打算|计划|将(?!来)|要|拟/;
const problemWords =
  /问题|不足|差距|短板|薄弱|有待|不够|不平衡|欠缺|困难|滞后|不高|不强|不到位|不及时|不全面|弱项|缺乏|缺少/;
const followUpWords =
  /上一?年|去年|上年度|此前|原来|以往|往年|(?:报告|年报)[^。；]{0,8}(?:提出|指出|所列|反映|列出)|整改|问题[^。；]{0,12}(?:好转|改观|改善|缓解|消除|解决|纠正)/;

/** Names a problem, or says a whole sentence before it turns to improvements. */
function tellsProblems(text: string): boolean {
  if (/^(?:无|没有|暂无)[^，]{0,12}$/.test(text)) return false;
  const told = text.slice(0, turn.exec(text)?.index ?? text.length);
  return problemWords.test(text) || /[^。；]{6,}[。；]/.test(told);
}

/** QA-PROBLEMS. `hasLastYear`: a report of the year before exists, so its problems can be followed up. */
export function checkProblems(problems: string, section: string, hasLastYear: boolean): StructureFinding[] {
  const text = problems.trim();
  if (text === '') return [];
  const has = tellsProblems(text);
  return [
    ...(has ? [] : [missing('QA-PROBLEMS', 'problems-missing', section)]),
    ...(improvementWords.test(text) ? [] : [missing('QA-PROBLEMS', 'improvements-missing', section)]),
    ...(has && hasLastYear && !followUpWords.test(text)
      ? [missing('QA-PROBLEMS', 'follow-up-missing', section)]
      : []),
  ];
}

/** QA-SECTION6: the fees for information processing, where an edition asks for them. */
export function checkRemarks(remarks: string, section: string): StructureFinding[] {
  const text = remarks.trim();
  if (text === '' || /收费|处理费|费用|收取|免费/.test(text)) return [];
  const bare = /^(?:无|没有|暂无)(?:其他)?(?:需要报告的)?(?:事项)?[。.]?$/.test(text.replace(/\s/g, ''));
  return [missing('QA-SECTION6', 'fees-missing', section, { bare })];
}

const markSigns = needles('[*_`\\-+#>');
const marks = /[[*_`\\]|^\s*(?:[-+]|#{1,6}|>)\s/m;

/** Characters without blanks and Markdown marks; a letter or a figure counts as one. */
export function textLength(text: string): number {
  const plain =
    occurs(text, markSigns) && marks.test(text)
      ? text
          .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
          .replace(/^\s*(?:[-*+]|#{1,6}|>)\s+/gm, '')
          .replace(/\*\*|__|`/g, '')
          .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
      : text;
  let count = plain.length;
  for (let i = nextSign(plain, uncounted); i >= 0; i = nextSign(plain, uncounted, i + 1)) count--;
  return count;
}

/** Blanks, and the second half of a character beyond the first plane. */
const uncounted = signTable('\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff', [
  [0x2000, 0x200a],
  [0xdc00, 0xdfff],
]);

/** 武政办发〔2025〕54号: in principle at most 1000 characters. The least is ours: fewer tell nothing. */
export const lengthLimits = { least: 100, most: 1000 };

/** QA-LENGTH of section one. */
export function checkLength(overview: string, section: string, limits = lengthLimits): StructureFinding[] {
  const count = textLength(overview);
  if (count > limits.most) return [missing('QA-LENGTH', 'too-long', section, { count, limit: limits.most })];
  if (count > 0 && count < limits.least) {
    return [missing('QA-LENGTH', 'too-short', section, { count, limit: limits.least })];
  }
  return [];
}
