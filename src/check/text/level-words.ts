import { onceFor } from '../../forms/once.ts';
import { after, before, found, scan } from './scan.ts';
import { sentenceAround } from './sentences.ts';
import type { Finding, NamedOrgan } from './types.ts';

/**
 * QA-ORGAN: words for an organ's own level that don't fit. Kinds:
 * - `wrong-level`: 我乡 in the report of a 镇, 我镇 in that of a 县. params: found, noun, own
 * - `higher-level`: the text speaks for the county or the province as if it were its own area:
 *   全县各级…, 全省主动公开…; 在全县排名 or 按照我县要求 is no such case. params: found, noun, own
 */
export type LevelKind = 'wrong-level' | 'higher-level';

type Rank = 'town' | 'county' | 'prefecture' | 'province' | 'department';

/** Nouns by rank. 市 is a county-level or a higher city, 区 a district or an autonomous region. */
const ranks: Readonly<Record<string, readonly Rank[]>> = {
  镇: ['town'],
  乡: ['town'],
  街道: ['town'],
  街: ['town'],
  苏木: ['town'],
  县: ['county'],
  旗: ['county'],
  区: ['county', 'province'],
  市: ['county', 'prefecture', 'province'],
  州: ['prefecture'],
  盟: ['prefecture'],
  省: ['province'],
  自治区: ['province'],
  局: ['department'],
  委: ['department'],
  厅: ['department'],
};

const rankOf: Readonly<Record<NamedOrgan['level'], Rank>> = {
  township: 'town',
  subdistrict: 'town',
  department: 'department',
  county: 'county',
  prefecture: 'prefecture',
  province: 'province',
};

const order: readonly Rank[] = ['town', 'county', 'prefecture', 'province'];

/**
 * Words for one's own area or office. Left out: 全局 (overall), 我办 and 我处 (any office may say so),
 * and compounds such as 全市场, 全区域, 全乡镇, 本市场.
 */
const levelWord =
  /(我|本|全)(?<![健安完保齐周基根成资文样版原].)(自治区|街道|苏木|省|市|县|区|旗|州|盟|镇|乡|街(?!道)|局|委|厅)(?![场域级镇街间土村属长面位性部盘托派任限]|会议)/g;

export function findLevelWords(text: string, organ: NamedOrgan): Finding<LevelKind>[] {
  const own = ownNouns(organ);
  const rank = rankOf[organ.level];
  if (own.length === 0 && rank !== 'department') return [];
  return scan(text, levelWord).flatMap((span): Finding<LevelKind>[] => {
    const [, owner, noun] = span.groups as [string, string, string];
    const candidates = ranks[noun]!;
    if (own.includes(noun) || (owner === '全' && candidates[0] === 'department')) return [];
    if (before(text, span.start, /[“《‘]$/)) return [];
    const params = { noun, own: own[0] ?? '' };
    // An office whose name shows no noun (办公室, 中心) may be part of a 局.
    if (own.length === 0 && candidates[0] === 'department') return [];
    if (isWrong(rank, candidates)) return [found('QA-ORGAN', 'wrong-level', text, span, params)];
    if (rank === 'department' || !speaksFor(text, span.start, span.end)) return [];
    return [found('QA-ORGAN', 'higher-level', text, span, params)];
  });
}

/** Words that show a report is the organ's own: 我镇, 本镇, 全镇, 镇政府, 本机关; of a department 我局, 政府办公室. */
export const ownLevelWords = onceFor((organ: NamedOrgan): RegExp => {
  const nouns = ownNouns(organ).join('|');
  if (organ.level === 'department') {
    const bare = organ.name.replace(/^.*?[省市县区旗州盟](?=.{3})/, '').replace(/^人民(?=政府)/, '');
    const short = bare.length >= 3 ? `|${escapeForPattern(bare)}` : '';
    return new RegExp(`(?:我|本)(?:机关|${nouns || '办|中心|院|处|所|站'})${short}`);
  }
  const any = '(?:我|本)机关';
  if (nouns === '') return new RegExp(any);
  const alone = organ.level === 'subdistrict' ? '|街道' : '';
  return new RegExp(`${any}|(?:我|本|全|该)(?:${nouns})|(?:${nouns})(?:人民)?政府${alone}`);
});

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What the organ calls itself, by the end of its name: 城关镇 → 镇. */
export function ownNouns({ name, level }: Pick<NamedOrgan, 'name' | 'level'>): string[] {
  if (level === 'subdistrict') return ['街道', '街'];
  if (level === 'department') {
    const noun = /(局|委|委员会|厅)$/.exec(name)?.[1];
    return noun ? [noun.replace('委员会', '委')] : [];
  }
  const bare = name.replace(/(?:人民)?政府(?:办公[室厅])?$/, '');
  const noun = /(自治区|街道|苏木|[镇乡省市县区旗州盟])$/.exec(bare)?.[1];
  return noun ? [noun] : [];
}

/** A noun of the same rank that isn't the organ's, or of a lower one. 我局 is wrong in any government. */
function isWrong(rank: Rank, candidates: readonly Rank[]): boolean {
  const [lowest] = candidates;
  if (rank === 'department') return lowest === 'town' || lowest === 'department';
  if (lowest === 'department') return true;
  return candidates.every((candidate) => order.indexOf(candidate) <= order.indexOf(rank));
}

/** What only those do who report for the whole area. */
const reports =
  /^(?:各级(?:各部门|行政机关|政府|机关)|各(?:镇|乡|部门|单位|级)|行政机关|共|累计|主动公开|(?:新)?收到|受理|办结|未收到|政府信息公开工作|政务公开工作|始终|高度重视|坚持|认真|严格|深入贯彻)/;
const aside =
  /(?:在|按照|根据|依照|依据|对照|为|居|列|排|属|是|对|向|受|被|经|到|与|和|及|、|从|由|给|是|以)$/;

function speaksFor(text: string, start: number, end: number): boolean {
  const sentence = sentenceAround(text, start);
  const head = text.slice(sentence.start, start);
  if (
    /(?:提升|提高|推动|推进|加强|促进|做好|规范)$/.test(head) &&
    after(text, end, /^(?:政府信息公开|政务公开)/)
  ) {
    return !/(?:按照|根据|要求|部署|贯彻|落实)/.test(head);
  }
  if (!/(?:^|[，：,:）]|年度?|以来|下)\s*$/.test(head) || aside.test(head)) return false;
  if (/(?:部署|要求|统一|安排|考核|评比|排名|排位|通报|名列)/.test(text.slice(end, sentence.end)))
    return false;
  return after(text, end, reports);
}
