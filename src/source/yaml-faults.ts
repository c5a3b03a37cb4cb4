import { isCollection, isPair, isScalar, type Scalar, type YAMLError } from 'yaml';
import { unclosedBracket } from './bracket.ts';
import type { SourceFault } from './fault.ts';
import { lineStart } from './lines.ts';
import type { Span } from './node.ts';

type Fault = [what: string, write?: string, span?: Span | undefined];

/** The parser's errors in a data keeper's words, each at the place to mend. */
export function yamlFaults(text: string, errors: readonly YAMLError[], contents: unknown): SourceFault[] {
  const faults: SourceFault[] = [];
  for (const error of withoutFollowing(errors)) {
    const [start, end] = error.pos;
    const open = /^Flow/.test(error.message) ? openBracket(text, start) : undefined;
    if (open !== undefined) {
      faults.push(unclosedBracket(text, open, start));
      continue;
    }
    const [what, write, span = { start, end }] = isIndent(error)
      ? badIndent(text, errors.filter(isIndent))
      : translate(text, error, contents);
    const contained = error.code === 'BAD_DQ_ESCAPE' || error.code === 'BAD_SCALAR_START';
    const fault: SourceFault = {
      ...{ code: 'SRC-SYNTAX', what, ...span },
      ...(write ? { write } : {}),
      ...(contained ? { contained } : {}),
    };
    // A quotation that never ends takes in all that follows; nothing behind its beginning is a fault of its own.
    if (openEnd(error)) return [...faults.filter((each) => each.start < fault.start), fault];
    faults.push(fault);
  }
  return faults;
}

function isIndent({ code, message }: Pick<YAMLError, 'code' | 'message'>): boolean {
  return code === 'BAD_INDENT' && !/^Flow/.test(message);
}

function openEnd({ code, message }: YAMLError): boolean {
  return code === 'MISSING_CHAR' && /quote/.test(message);
}

/**
 * Leaves out what only follows from an earlier error: after a tab or a line that stands wrong, the lines below cannot
 * be told apart by their indents, and after a stray bracket the parser takes all the rest to be no data.
 */
function withoutFollowing(errors: readonly YAMLError[]): YAMLError[] {
  let tab = false;
  let ended = false;
  let other = false;
  let indent = false;
  return errors.filter(({ code, message }) => {
    if (code === 'TAB_AS_INDENT') tab = true;
    else if (tab) return false;
    if (isIndent({ code, message })) {
      const first = !other && !indent;
      indent = true;
      return first;
    }
    other = true;
    if (!/in YAML stream/.test(message)) return true;
    const first = !ended;
    ended = true;
    return first;
  });
}

const colon = '冒号后面要空一格，而且要用半角的“:”。';
const row = '一行数写成 [0, 0, 0]，用半角的逗号和方括号。';

function translate(text: string, error: YAMLError, contents: unknown): Fault {
  const [start, end] = error.pos;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return ['行首用了制表符（Tab）', '缩进只用空格，每层两个。'];
    case 'MULTIPLE_DOCS':
      return [
        '一个文件里写了两份内容（有单独一行 --- 或 ...）',
        '一个文件只写一份，删去这一行以下的内容。',
        firstLine(text, start, end),
      ];
    case 'MISSING_CHAR':
      if (openEnd(error)) {
        return ['引号没有成对', '补上后一个引号，或者去掉引号。', openQuote(text, contents)];
      }
      return /Implicit map key/.test(error.message) ? badName(text, error) : ['这里少了逗号或括号', row];
    case 'BAD_DQ_ESCAPE':
      return ['双引号里的反斜线 \\ 不能这样用', '去掉反斜线，或者不用引号。'];
    case 'BAD_SCALAR_START':
      return [`内容不能以“${text[start]}”开头`, '把内容放进引号里，或者写在 | 的下一行。'];
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return badName(text, error);
    case 'UNEXPECTED_TOKEN': {
      const found = text.slice(start, end).split('\n')[0]!;
      if (/at node end/.test(error.message)) return [`这里多了“${found}”`, '删去它；一行只写一个内容。'];
      if (found === ',') return ['两个逗号之间没有数', '没有就写 0；原报告空着的写 空。'];
      return [`这里不该有“${found}”`, '对照相邻的行，看看括号和冒号。'];
    }
    default:
      return ['这里的格式读不懂', '对照相邻的行，看看冒号、缩进和括号。'];
  }
}

/**
 * The line that stands wrong. The parser takes the first line of a block for right, and complains of every other one;
 * the line above the first it complains of is the odd one if its neighbours on either side stand alike.
 */
function badIndent(text: string, errors: readonly YAMLError[]): Fault {
  const [at, second] = errors.map(({ pos }) => lineStart(text, pos[0])) as [number, number?];
  const indent = (span: Span | undefined) => span && span.start - lineStart(text, span.start);
  const [here] = lineSpans(text, at, text.length);
  const [before, above] = lineSpans(text, 0, at)
    .filter(({ start }) => text[start] !== '#')
    .reverse();
  const next = second === undefined ? undefined : lineSpans(text, second, text.length)[0];
  const odd = indent(above) === indent(here) || indent(next) === indent(here) ? before : here;
  const blank = odd && foreignBlankBefore(text, odd.start);
  if (blank) return [foreignIndent.what, foreignIndent.write, blank];
  return ['这一行的缩进没有对齐', '同一层的各行左边对齐，每层两个空格。', odd];
}

/** Blanks that YAML takes for letters, at the beginning of a name. */
export const foreignBlank = /^[\u00a0\u2000-\u200b\u3000\ufeff]+/;

export const foreignIndent = {
  what: '行首用了全角空格，或者别的不是半角空格的空白',
  write: '删掉它，缩进只用半角空格，每层两个。',
};

function foreignBlankBefore(text: string, end: number): Span | undefined {
  const line = text.lastIndexOf('\n', end - 1) + 1;
  const start = line + (/^ */.exec(text.slice(line, end))?.[0].length ?? 0);
  return foreignBlank.test(text.slice(start, end)) ? { start, end } : undefined;
}

/** The bracket that the text before an offset opens and does not close, comments aside. */
function openBracket(text: string, before: number): number | undefined {
  let depth = 0;
  for (let end = before; end > 0; ) {
    const start = lineStart(text, end);
    const line = text.slice(start, end).replace(/\s#.*$/s, '');
    for (let at = line.length - 1; at >= 0; at--) {
      if (line[at] === ']' || line[at] === '}') depth++;
      if ((line[at] === '[' || line[at] === '{') && depth-- === 0) return start + at;
    }
    end = start - 1;
  }
  return undefined;
}

/** It is the last scalar there is; shown by its first line. */
function openQuote(text: string, contents: unknown): Span | undefined {
  const [start, end] = lastScalar(contents)?.range ?? [];
  if (start === undefined || end === undefined) return undefined;
  return firstLine(text, start, end);
}

function firstLine(text: string, start: number, end: number): Span {
  return { start, end: start + text.slice(start, end).split(/\r?\n/)[0]!.trimEnd().length };
}

function lastScalar(node: unknown): Scalar | undefined {
  if (isScalar(node)) return node;
  if (isPair(node)) return lastScalar(node.value) ?? lastScalar(node.key);
  return isCollection(node) ? lastScalar(node.items.at(-1)) : undefined;
}

/** A name followed by a full-width colon, or by a colon without a blank, or with one of another kind. */
const badColon = /^\s*[^\s:：#]+(：|:[\S\u00a0\u2000-\u200b\u3000])/;

/** Lines that the parser took for one name, because a colon or the indentation of one of them is wrong. */
function badName(text: string, { code, pos: [start, end] }: YAMLError): Fault {
  const line = lineStart(text, start);
  const wrong = lineSpans(text, line, end).find((span) => badColon.test(text.slice(span.start, span.end)));
  if (wrong) return ['冒号写得不对', colon, wrong];
  const rest = firstLine(text, start, text.length);
  if (/[:：]/.test(text.slice(rest.start, rest.end))) {
    const how = '每行只写一个“名字: 内容”；内容里有冒号的，放进引号里或写在 | 的下一行。';
    return ['这里的冒号或缩进不对', how, rest];
  }
  const [next] = lineSpans(text, rest.end, text.length);
  if (code !== 'MISSING_CHAR' && next && text.slice(line, start).trim() !== '') {
    return ['这一行缩进多了', '同一层的各行左边对齐，每层两个空格。', next];
  }
  return ['这一行没有冒号，也没有缩进', '文字写在 | 的下一行，比名字多空两格；名字后面要有冒号。', rest];
}

/** The lines from one offset to another, without what is blank on either side. */
function lineSpans(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let start = from; start < to; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end);
    const left = start + line.length - line.trimStart().length;
    if (line.trim() !== '') spans.push({ start: left, end: left + line.trim().length });
    start = end + 1;
  }
  return spans;
}
