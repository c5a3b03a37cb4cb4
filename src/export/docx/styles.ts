import { declaration, escapeXml } from '../../office/xml.ts';

export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/**
 * The faces of GB/T 9704, each with what stands in for it where it is not installed: a face that comes with Windows,
 * and a free one.
 */
const faces = {
  小标宋: {
    name: '方正小标宋简体',
    instead: ['方正小标宋_GBK', '思源宋体 Heavy', 'Noto Serif CJK SC', '宋体'],
  },
  仿宋: { name: '仿宋_GB2312', instead: ['仿宋', '方正仿宋_GBK', '朱雀仿宋', 'Noto Serif CJK SC'] },
  黑体: { name: '黑体', instead: ['方正黑体_GBK', '思源黑体', 'Noto Sans CJK SC'] },
  楷体: { name: '楷体_GB2312', instead: ['楷体', '方正楷体_GBK', '霞鹜文楷', 'Noto Serif CJK SC'] },
  宋体: { name: '宋体', instead: ['方正书宋_GBK', '思源宋体', 'Noto Serif CJK SC'] },
} as const;
type Face = keyof typeof faces;

export function fontTable(): string {
  const each = Object.values(faces).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="${name === '黑体' ? 'swiss' : 'roman'}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `${declaration}<w:fonts ${namespaces}>${each.join('')}</w:fonts>`;
}

/** Run properties: face for 汉字 and Latin letters alike, size in half points. */
function run(face: Face, halfPoints: number, more = ''): string {
  const { name } = faces[face];
  return `<w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>${more}<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr>`;
}

interface Style {
  id: string;
  name: string;
  /** Paragraph properties in the order of the standard. */
  paragraph: string;
  run: string;
  based?: string;
}

/** Line pitch of 22 lines on 225 mm, in twentieths of a point. */
export const linePitch = 579;
const exact = (twentieths: number) => `<w:spacing w:line="${twentieths}" w:lineRule="exact"/>`;
const indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';

const styles: readonly Style[] = [
  {
    id: 'Normal',
    name: 'Normal',
    paragraph: `<w:widowControl w:val="0"/>${exact(linePitch)}${indent}<w:jc w:val="both"/>`,
    run: run('仿宋', 32),
  },
  {
    id: 'Title',
    name: 'Title',
    paragraph: `<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="${linePitch}" w:after="180" w:line="700" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`,
    run: run('小标宋', 44),
  },
  {
    id: 'Fact',
    name: '发布信息',
    paragraph: `<w:snapToGrid w:val="0"/><w:spacing w:line="480" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`,
    run: run('楷体', 28),
  },
  {
    id: 'LastFact',
    name: '发布信息末行',
    paragraph: `<w:snapToGrid w:val="0"/><w:spacing w:after="${linePitch}" w:line="480" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`,
    run: run('楷体', 28),
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: '<w:keepNext/><w:keepLines/><w:outlineLvl w:val="0"/>',
    run: run('黑体', 32),
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    paragraph: '<w:keepNext/><w:keepLines/><w:outlineLvl w:val="1"/>',
    run: run('楷体', 32),
  },
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    paragraph: '',
    run: '',
  },
  {
    id: 'TableLarge',
    name: '表格',
    paragraph: `<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="40" w:after="40" w:line="300" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`,
    run: run('宋体', 24),
  },
  {
    id: 'TableSmall',
    name: '表格小字',
    paragraph: `<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="40" w:after="40" w:line="250" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`,
    run: run('宋体', 20),
  },
  {
    id: 'Note',
    name: '表注',
    paragraph: `<w:snapToGrid w:val="0"/><w:spacing w:before="60" w:line="320" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/>`,
    run: run('宋体', 21),
  },
  {
    id: 'Gap',
    name: '表后',
    paragraph: `<w:snapToGrid w:val="0"/><w:spacing w:line="200" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/>`,
    run: '',
  },
  {
    id: 'Header',
    name: 'header',
    paragraph: `<w:spacing w:line="320" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`,
    run: run('宋体', 21),
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: `<w:spacing w:line="320" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/>`,
    run: run('宋体', 28),
  },
];

export function styleSheet(): string {
  const each = styles.map(({ id, name, paragraph, run: properties }) => {
    const first = id === 'Normal';
    const based = first ? '' : '<w:basedOn w:val="Normal"/>';
    return `<w:style w:type="paragraph"${first ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${escapeXml(name)}"/>${based}<w:qFormat/><w:pPr>${paragraph}</w:pPr>${properties}</w:style>`;
  });
  return `${declaration}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${each.join('')}</w:styles>`;
}

/** Bullets for lists without numbers, nine levels deep, as many as Word has. */
export function numberingPart(): string {
  const levels = Array.from(
    { length: 9 },
    (_, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:suff w:val="space"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr>${indent}</w:pPr></w:lvl>`,
  );
  return `${declaration}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

export function settingsPart(): string {
  return `${declaration}<w:settings ${namespaces}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="${linePitch}"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;
}
