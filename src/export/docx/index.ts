import { once } from '../../forms/once.ts';
import {
  contentTypes,
  coreProperties,
  corePropertiesType,
  declaration,
  escapeXml,
  type Relation,
  relations,
} from '../../office/xml.ts';
import { type Packed, pack, zip } from '../../office/zip.ts';
import type { Run } from '../../render/narrative.ts';
import type { DocumentSection, OfficialDocument, Paragraph } from '../document.ts';
import { fontTable, linePitch, namespaces, numberingPart, settingsPart, styleSheet } from './styles.ts';
import { tableXml } from './table.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/**
 * A Word document laid out after GB/T 9704-2012: A4, text of 156 × 225 mm, title 二号小标宋, body 三号仿宋 with 22 lines
 * a page, headings 黑体 and 楷体, page numbers — 1 — outside. Written as the XML it consists of, so that it costs a
 * millisecond and the same report gives the same bytes.
 */
export function writeDocx(document: OfficialDocument): Uint8Array {
  const links = linkList();
  const body = [
    titleXml(document),
    ...document.opening.map((paragraph) => paragraphXml(paragraph, links)),
    ...document.sections.map((section) => sectionXml(section, links)),
  ].join('');
  const linked = links.relations();
  const header = packedOnce(headerXml(document.banner));
  return zip({
    ...fixedParts(),
    'docProps/core.xml': coreProperties(document.title.join(''), document.organ, document.published),
    'word/_rels/document.xml.rels':
      linked.length > 0 ? relations([...parts, ...linked]) : packedOnce(relations(parts)),
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${body}${pageXml}</w:body></w:document>`,
    ...Object.fromEntries(sides.map((side) => [`word/header-${side}.xml`, header])),
  });
}

const known = new Map<string, Packed>();

/** For parts that most documents have in common: packing takes long even for the smallest. */
function packedOnce(text: string): Packed {
  let packed = known.get(text);
  if (!packed) {
    packed = pack(text);
    known.set(text, packed);
  }
  return packed;
}

const sides = ['odd', 'even'] as const;
const parts: readonly Relation[] = [
  { id: 'styles', type: 'styles', target: 'styles.xml' },
  { id: 'numbering', type: 'numbering', target: 'numbering.xml' },
  { id: 'settings', type: 'settings', target: 'settings.xml' },
  { id: 'fonts', type: 'fontTable', target: 'fontTable.xml' },
  ...sides.flatMap((side) => [
    { id: `header-${side}`, type: 'header', target: `header-${side}.xml` },
    { id: `footer-${side}`, type: 'footer', target: `footer-${side}.xml` },
  ]),
];

/** What is the same in every document, packed once. */
const fixedParts = once(() => ({
  '[Content_Types].xml': pack(
    contentTypes({
      'word/document.xml': `${word}.document.main+xml`,
      ...Object.fromEntries(parts.map(({ type, target }) => [`word/${target}`, `${word}.${type}+xml`])),
      'docProps/core.xml': corePropertiesType,
    }),
  ),
  '_rels/.rels': pack(
    relations([
      { id: 'document', type: 'officeDocument', target: 'word/document.xml' },
      { id: 'core', type: 'core-properties', target: 'docProps/core.xml' },
    ]),
  ),
  'word/styles.xml': pack(styleSheet()),
  'word/numbering.xml': pack(numberingPart()),
  'word/settings.xml': pack(settingsPart()),
  'word/fontTable.xml': pack(fontTable()),
  ...Object.fromEntries(sides.map((side) => [`word/footer-${side}.xml`, pack(footerXml(side))])),
}));

const references = (['default', 'even'] as const)
  .map((type) => {
    const side = type === 'even' ? 'even' : 'odd';
    return `<w:headerReference w:type="${type}" r:id="header-${side}"/><w:footerReference w:type="${type}" r:id="footer-${side}"/>`;
  })
  .join('');
/** A4 with the margins of GB/T 9704: 天头 37 mm, 订口 28 mm, text 156 × 225 mm. */
const pageXml = `<w:sectPr>${references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="1134" w:footer="1247" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="${linePitch}"/></w:sectPr>`;

function headerXml(banner: string | undefined): string {
  const text = banner ? `<w:r><w:t>${escapeXml(banner)}</w:t></w:r>` : '';
  return `${declaration}<w:hdr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${text}</w:p></w:hdr>`;
}

/** — 1 — at the outer edge, one character in. */
function footerXml(side: 'odd' | 'even'): string {
  const place =
    side === 'odd'
      ? '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'
      : '<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>';
  const text = (value: string) => `<w:r><w:t xml:space="preserve">${value}</w:t></w:r>`;
  return `${declaration}<w:ftr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/>${place}</w:pPr>${text('— ')}<w:fldSimple w:instr="PAGE">${text('1')}</w:fldSimple>${text(' —')}</w:p></w:ftr>`;
}

function titleXml({ title, facts }: OfficialDocument): string {
  const lines = title.map((line) => `<w:t>${escapeXml(line)}</w:t>`).join('<w:br/>');
  const told = facts.map(({ name, value }, i) =>
    styled(i < facts.length - 1 ? 'Fact' : 'LastFact', textRun({ text: `${name}：${value}` })),
  );
  return styled('Title', `<w:r>${lines}</w:r>`) + told.join('');
}

function sectionXml({ heading, paragraphs, table, notes }: DocumentSection, links: LinkList): string {
  return [
    styled('Heading1', textRun({ text: heading })),
    ...paragraphs.map((paragraph) => paragraphXml(paragraph, links)),
    ...(table ? [tableXml(table), styled('Gap', '')] : []),
    ...notes.map((note) => styled('Note', textRun({ text: note }))),
  ].join('');
}

/** Items keep their number as text, since it is part of what was written; bullets are Word's own. */
function paragraphXml({ runs, mark, depth, heading }: Paragraph, links: LinkList): string {
  const bullet = mark === '-';
  const text = runs.map((run) => runXml(run, links)).join('');
  const number = mark && !bullet ? textRun({ text: `${mark} ` }) : '';
  const style = heading ? 'Heading2' : depth > 0 ? 'ListParagraph' : '';
  const list = bullet
    ? `<w:numPr><w:ilvl w:val="${Math.min(depth, 9) - 1}"/><w:numId w:val="1"/></w:numPr>`
    : '';
  const further = depth > 1 ? `<w:ind w:left="${(depth - 1) * 640}"/>` : '';
  return `<w:p>${style || list ? `<w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${list}${further}</w:pPr>` : ''}${number}${text}</w:p>`;
}

function styled(style: string, runs: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;
}

function runXml(run: Run, links: LinkList): string {
  return run.href ? `<w:hyperlink r:id="${links.add(run.href)}">${textRun(run)}</w:hyperlink>` : textRun(run);
}

function textRun({ text, strong, emphasis }: Run): string {
  const properties = `${strong ? '<w:b/>' : ''}${emphasis ? '<w:i/>' : ''}`;
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

interface LinkList {
  /** Gives the id of the relation. */
  add(href: string): string;
  relations(): Relation[];
}

function linkList(): LinkList {
  const targets: string[] = [];
  return {
    add: (href) => {
      const known = targets.indexOf(href);
      return `link-${known >= 0 ? known : targets.push(href) - 1}`;
    },
    relations: () =>
      targets.map((target, i) => ({ id: `link-${i}`, type: 'hyperlink', target, external: true })),
  };
}
