import { type Needles, needles, occurs } from './needles.ts';
import { after, before, found, scan, withoutOverlaps } from './scan.ts';
import type { Finding, Span } from './types.ts';

/**
 * QA-LEFTOVER: remains of a template. Kinds:
 * - `placeholder`: signs to be replaced: XX, ×××, ＊＊, ○○, ____, 某镇, 20XX年
 * - `instruction`: what the template says to its user: （具体网址）, （此处填写…）, 请填写, （不超过1000字）
 * - `form-note`: a sentence of the blank form: 该部分以表格形式报告, 收取信息处理费情况在此处报告
 * - `blank-number`: a file number not filled in: 〔〕号, 〔2021〕号
 * - `program`: a failed field of a program: {{name}}, #REF!, 错误！未找到引用源。, undefined
 */
export type LeftoverKind = 'placeholder' | 'instruction' | 'form-note' | 'blank-number' | 'program';

export function findLeftovers(text: string): Finding<LeftoverKind>[] {
  const all = (
    kind: LeftoverKind,
    pattern: RegExp,
    sought?: Needles,
    real: (span: Span) => boolean = () => false,
  ) =>
    scan(text, pattern, sought)
      .filter((span) => !real(span))
      .map((span) => found('QA-LEFTOVER', kind, text, span));
  return withoutOverlaps([
    ...all('instruction', bracketed, brackets),
    ...all('instruction', asking, askingWords, ({ start }) =>
      before(text, start, /(?:队伍|人员|有|亟|尚|应|需|须)$/),
    ),
    ...all('form-note', formNotes, formNoteWords),
    ...all('blank-number', blankNumber, numberSign),
    ...all('program', missingReference, errorWord),
    ...(occurs(text, rareSigns) ? withRareSigns() : []),
  ]);

  function withRareSigns(): Finding<LeftoverKind>[] {
    return [
      ...all('instruction', lenticular, lenticularSign),
      ...all('program', program, programWords),
      ...all('placeholder', blankDate, crossSigns),
      ...all('placeholder', blankYear),
      ...all('placeholder', crosses, crossSigns, (span) => isRealCross(text, span)),
      ...all('placeholder', singleCross, crossSigns),
      ...all(
        'placeholder',
        circles,
        circleSigns,
        ({ start, end }) => isNumeral(text[start - 1]) || isNumeral(text[end]),
      ),
      ...all('placeholder', stars, twoStars),
      ...all('placeholder', asterisks, twoAsterisks),
      ...all(
        'placeholder',
        underscores,
        twoUnderscores,
        ({ start, end }) => isCode(text[start - 1]) || isCode(text[end]),
      ),
      ...all('placeholder', someOrgan, someSign, (span) => isRealSome(text, span)),
      ...all('placeholder', someDate, someSign),
    ];
  }
}

/** All but the commonest remains have one of these; most texts have none. */
const rareSigns = needles('XＸx×✕✖○●□△◯＊*_＿某【{<#[uNn');

/** Brackets that hold nothing but a word for what belongs there, or an order to write it; [网址](…) is a link. */
const brackets = needles('（([［');
const bracketed = new RegExp(
  `[（([［](?:${[
    '(?:网址|链接|文字描述|文字说明|情况描述|机关名称|单位名称|文号)(?:略)?',
    '(?:具体|详细|完整|填写|填入|插入)(?:网址|链接|地址|电话|邮箱|邮编|文字|数字|数据|日期|时间|年份|名称|单位|单位名称|机关名称|姓名|文号|内容|情况)(?:描述|说明)?',
    '(?:在此处?|此处)(?![指不仅所为的期])[^（）()]{0,40}',
    '请(?:填|写|输入|插入|选择|补充|根据实际|结合实际|视情况|自行|删)[^（）()]{0,40}',
    '[^（）()]{0,20}(?:选填|必填|自行(?:填写|补充|删减)|视情况(?:填写|增减)|待填写?|待补充|待核实)',
    '(?:如有|若有|如无|若无)[^（）()]{0,6}填[^（）()表申请]{0,8}',
    '[.…。]{2,}',
    '(?:不超过|不少于|限)\\d{2,5}字|\\d{2,5}字(?:以内|以上|左右|以下)',
  ].join('|')})[）)\\]］](?!\\()`,
  'g',
);

const lenticularSign = needles('【');
const lenticular =
  /【(?:[\s.…]*|[^【】]{0,16}(?:此处|填写|填入|插入|网址|机关名称|单位名称|名称|年份|数字|选填|示例|XX|××|[.…]{2,})[^【】]{0,16})】/g;

const askingWords = needles(['填', '此处', '这里', '待补充', '输入']);
const asking =
  /(?:请(?:在此)?(?:填写|填入|输入)(?![^，。；]{0,16}(?:表|申请|问卷|留言|意见|信息))|(?:单击|点击)(?:或点击)?(?:此处|这里)(?:处)?(?:以)?输入[^。，]{0,4}|此处(?:填写|填入|插入|省略|略)|待(?:填写|填报|补充)(?=[。，；）)]|$))/g;

/** 国办公开办函〔2019〕60号 and 〔2021〕30号: what their blank forms say in place of the content. */
const formNoteWords = needles(['表格形式', '信息处理费']);
const formNotes = /该?(?:本)?部分(?:内容)?以表格形式(?:报告|体现|填报)|收取信息处理费(?:的)?情况在此处?报告/g;

const numberSign = needles('号');
const blankNumber =
  /[〔[［【(（](?:\s*|(?:19|20)\d{2}|20\s*[年XＸx×]*)[〕\]］】)）]\s*号|[〔[［](?:19|20)\d{2}[〕\]］]\s*[XＸx×]+\s*号/g;

const programWords = needles(['{', '<%', '#', 'undefined', 'NaN', 'null', 'None', '[object']);
const program =
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<%[^%]*%>|#(?:REF|NAME|VALUE|N\/A|DIV\/0|NULL|NUM)[!？！?]?|(?<![A-Za-z])(?:undefined|NaN|\[object Object\])(?![A-Za-z])|(?<=[㐀-鿿，。：])(?:null|None)(?=[㐀-鿿，。；]|$)/g;

const errorWord = needles(['错误']);
const missingReference = /错误[！!]\s*未(?:找到引用源|定义书签)/g;

const blankYear = /(?<!\d)20(?:[XＸx×*＊○_＿]{1,2}|\d[XＸx×*＊○_＿])年/g;

/** 2023年X月X日, xx年xx月xx日, 12月X日: one date, whatever of it is missing. */
const blankDate =
  /(?:20)?[\dXＸx×]{1,2}年\s?[XＸx×]{1,2}月(?:\s?[\dXＸx×]{1,2}日)?|(?<![A-Za-z\d])[\dXＸx×]{1,2}月\s?[XＸx×]{1,2}日/g;

/** A single × is a sign of multiplication; X is a letter, so X光 and AAA等 are no remains. */
const crossSigns = needles('XＸx×✕✖');
const crosses = /[XＸx×✕✖]{2,}/g;

/** X条: a single one in place of a figure. */
const singleCross = /(?<![A-Za-z\d])[XＸ×](?=(?:条|件|次|份|篇|期|场|人次|万元)[，。；、）])/g;

function isRealCross(text: string, { start, end }: Span): boolean {
  const sign = text.slice(start, end);
  const left = text[start - 1];
  const right = text[end];
  // A Roman numeral: 第XX届. Official prose does not use them, but sports events do.
  if (/^X{2,3}$/.test(sign) && left === '第' && /[届次卷章]/.test(right ?? '')) return true;
  if (/^[X×]+$/.test(sign) && left === '.' && right === '.') return false;
  // Part of a word, an address or a number that was masked on purpose: 138××××1234.
  if (isCode(left) || isCode(right)) return true;
  if (/\d/.test(left ?? '') && /\d/.test(right ?? '')) return true;
  if (/[-—]/.test(left ?? '') && /\d/.test(right ?? '')) return true;
  return isMaskedName(text, start, end);
}

/** 申请人张××, 原告李XX: a person whose name is left out, as the law asks. */
function isMaskedName(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  return (
    before(text, start, /(?:申请人|原告|第三人|上诉人|当事人|村民|居民|市民|举报人|信访人)[㐀-鿿]$/) ||
    (before(text, start, /(?:^|[，。；、：（\s]|由|与|和|对)[张王李赵刘陈杨黄周吴徐孙马朱胡林郭何高罗]$/) &&
      after(text, end, /^(?:等|诉|不服|申请|某|、|，|向|提起|先生|女士|一案)/))
  );
}

const circleSigns = needles('○●□△◯');
const circles = /[○●□△◯]{2,}/g;

/** ○ is used for 〇 in years: 二○二三年. */
function isNumeral(character: string | undefined): boolean {
  return /[〇零一二三四五六七八九十]/.test(character ?? '');
}

/** ASCII asterisks are marks of bold text, so they count only before a unit, or in a row of four. */
const twoStars = needles(['＊＊']);
const stars = /[＊]{2,}/g;
const twoAsterisks = needles(['**']);
const asterisks =
  /(?<=[㐀-鿿])\*{2,3}(?=[条件次份篇期场个人年月日号届项家户](?:[，。；、）]|$))|\*{4,}|(?<=^|[\s，。；])\*{2,3}(?=(?:镇|乡|街道|县|区|局)(?:人民政府|办事处|政府信息|20\d{2}年))/gm;

const twoUnderscores = needles(['__', '＿＿']);
const underscores = /[_＿]{3,}|(?<=[㐀-鿿]\s?)[_＿]{2}(?=\s?[条件次份篇期场个人年月日号届项家户元万])/g;

function isCode(character: string | undefined): boolean {
  return /[A-Za-z@/_.]/.test(character ?? '');
}

/** 某镇 in place of the organ's own name. */
const someSign = needles('某');
const someOrgan =
  /某{1,3}(?:省|市|县|区|镇|乡|街道|局|单位|机关)(?=人民政府|政府信息|办事处|政务公开|党政|20\d{2}年)/g;

/** 申请人要求公开某镇政府…: a case told without names. */
function isRealSome(text: string, { start }: Span): boolean {
  return before(
    text,
    start,
    /(?:申请|公开|关于|涉及|对|向|诉|起诉|要求|例如|比如|如|有|以)[^，。；：]{0,8}$/,
    12,
  );
}

const someDate = /某年(?:某月(?:某日)?)?|某月某日/g;
