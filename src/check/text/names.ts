import { type Phrases, phraseAt, phraseIndex } from './phrases.ts';
import { after, before, found, isHan, nextSign } from './scan.ts';
import type { Finding, NamedOrgan, TextPart } from './types.ts';

/** The names of all organs of a site, ready to be looked for. */
export interface OrganNames {
  phrases: Phrases;
  /** By position in the phrases: every organ of that name. */
  bearers: readonly (readonly NamedOrgan[])[];
  bySlug: ReadonlyMap<string, NamedOrgan>;
}

/**
 * QA-ORGAN: whose name the text uses. Kinds:
 * - `other-organ`: names an organ that is neither this one, nor above, below or before it.
 *   `speaks: true` where the text speaks as that organ (at the head of a sentence, in its report's
 *   title, as the one to contact): a copied text. `false` where it is only mentioned (与清河镇交界),
 *   which may well be right; departments that are only mentioned are not reported.
 *   params: found, organ (slug), name, speaks
 * - `own-name-missing`: neither its name nor 我镇, 本镇 … anywhere in the report. params: name
 */
export type OrganKind = 'other-organ' | 'own-name-missing';

/** One-character names would match anywhere, so a name has two at least. */
export function organNames(organs: Iterable<NamedOrgan>): OrganNames {
  const bearers = new Map<string, NamedOrgan[]>();
  const bySlug = new Map<string, NamedOrgan>();
  for (const organ of organs) {
    bySlug.set(organ.slug, organ);
    for (const name of new Set([organ.name, organ.fullName, ...(organ.aliases ?? [])])) {
      if (name.length < 2) continue;
      const known = bearers.get(name);
      if (known) known.push(organ);
      else bearers.set(name, [organ]);
    }
  }
  return { phrases: phraseIndex([...bearers.keys()]), bearers: [...bearers.values()], bySlug };
}

/** Mentions of other organs in one text. */
export function findOtherOrgans(text: string, organ: NamedOrgan, names: OrganNames): Finding<OrganKind>[] {
  const findings: Finding<OrganKind>[] = [];
  const mentioned = mentions(text, names);
  if (mentioned.length === 0) return findings;
  const related = relatives(organ, names);
  for (const { start, end, bearers } of mentioned) {
    if (bearers.some((bearer) => isRelated(bearer, organ, related, names))) continue;
    const other = bearers[0]!;
    const own = speaks(text, start, end);
    // Towns and the departments of their county work together every day: naming one another is nothing odd.
    if ((other.level === 'department' || organ.level === 'department') && !own) continue;
    findings.push(
      found(
        'QA-ORGAN',
        'other-organ',
        text,
        { start, end },
        {
          organ: other.slug,
          name: other.name,
          speaks: own,
        },
      ),
    );
  }
  return findings;
}

/** Nothing if the report names its organ; else a finding without a place. `own` are words such as 我镇. */
export function findOwnName(
  parts: readonly TextPart[],
  organ: NamedOrgan,
  names: OrganNames,
  own: RegExp,
): Finding<OrganKind>[] {
  if (parts.length === 0 || parts.some(({ text }) => own.test(text))) return [];
  const isOwn = ({ slug }: NamedOrgan) => slug === organ.slug;
  const named = parts.some(({ text }) => mentions(text, names).some(({ bearers }) => bearers.some(isOwn)));
  if (named) return [];
  const { section } = parts[0]!;
  return [
    {
      rule: 'QA-ORGAN',
      kind: 'own-name-missing',
      section,
      start: 0,
      end: 0,
      params: { name: organ.name },
    },
  ];
}

interface Mention {
  start: number;
  end: number;
  bearers: readonly NamedOrgan[];
}

/** Names in a text, each as long as possible, from left to right. */
export function mentions(text: string, { phrases, bearers }: OrganNames): Mention[] {
  const list: Mention[] = [];
  for (let i = nextSign(text, phrases.first); i >= 0; i = nextSign(text, phrases.first, i + 1)) {
    const match = phraseAt(phrases, text, i);
    if (!match) continue;
    const end = i + match.length;
    if (!isPartOfLongerName(text, i, end)) list.push({ start: i, end, bearers: bearers[match.position]! });
    i = end - 1;
  }
  return list;
}

/** A name that ends like this is complete; 清河 alone may go on: 清河路, 清河小学. */
const complete =
  /(?:省|市|县|区|旗|州|盟|镇|乡|街道|苏木|局|委|委员会|办|办公室|厅|院|署|站|所|中心|处|会|队|公司|政府|集团)$/;

/** 大清河镇 is another place than 清河镇, and 城关镇南村 is still of 城关镇. */
function isPartOfLongerName(text: string, start: number, end: number): boolean {
  if (/[大小新老旧上下东西南北中前后内外]/.test(text[start - 1] ?? '') && !before(text, start, wordEnd)) {
    return true;
  }
  if (complete.test(text.slice(start, end))) return false;
  return isHan(text[end]) && !after(text, end, /^(?:的|在|是|于|将|和|与|等|严格|认真|积极)/);
}

/** Words whose last character looks like the first of a place name. */
const wordEnd =
  /(?:以上|以下|以内|以外|之中|其中|之前|之后|当中|会上|网上|线上|线下|境内|辖区内|年内|年前|年后)$/;

/** The organ itself, those above it, and organs it was made of. */
function relatives(organ: NamedOrgan, { bySlug }: OrganNames): Set<string> {
  const slugs = new Set([organ.slug, ...(organ.predecessors ?? [])]);
  for (
    let above = organ.parent;
    above !== undefined && !slugs.has(above);
    above = bySlug.get(above)?.parent
  ) {
    slugs.add(above);
  }
  return slugs;
}

function isRelated(
  other: NamedOrgan,
  organ: NamedOrgan,
  related: ReadonlySet<string>,
  { bySlug }: OrganNames,
): boolean {
  if (related.has(other.slug) || other.predecessors?.includes(organ.slug)) return true;
  const seen = new Set<string>();
  let above = other.parent;
  while (above !== undefined && !seen.has(above)) {
    if (above === organ.slug) return true;
    seen.add(above);
    above = bySlug.get(above)?.parent;
  }
  return false;
}

/** What an organ does in its own report. */
const does =
  /^(?:人民政府|政府|办事处|党委|党工委)?(?:，|党政|\d{4}年|(?:20\d{2})?年?度?(?:政府|政务)信息公开|始终|高度重视|认真|严格|积极|深入|坚持|围绕|紧紧|按照|根据|切实|全面|持续|不断|主动公开|共|累计|收到|未收到|没有|结合|立足|把|将|以|继续|通过)/;
/** Words after which a name is an object or a companion, not the one who speaks. */
const mentioned =
  /(?:与|和|同|跟|及|、|向|到|赴|去|往|至|从|由|对|为|给|在|于|比|经|原|含|如|包括|会同|联合|配合|协助|学习|借鉴|组织|邀请|毗邻|撤销|并入|划归|归|《)$/;

/** Does the text speak as this organ? */
function speaks(text: string, start: number, end: number): boolean {
  if (/^[^，。；]{0,8}20\d{2}年(?:度)?(?:政府|政务)信息公开/.test(text.slice(end, end + 24))) {
    return !before(text, start, /[《与和]$/);
  }
  const rest = text.slice(end, end + 24);
  if (before(text, start, /由$/) && /^[^，。；]{0,8}(?:编制|编写|负责解释)/.test(rest)) return true;
  if (before(text, start, /(?:疑问|意见|咨询|请)[^。；]{0,12}$/) && /^[^，。；]{0,20}联系/.test(rest))
    return true;
  if (before(text, start, mentioned)) return false;
  const head = /(?:^|[。；！？\n：]|年(?:度|来|以来)?[，,]?|现将|现公布|^\s*)\s*$/.test(
    text.slice(0, start).slice(-12),
  );
  return head && does.test(text.slice(end, end + 16));
}
