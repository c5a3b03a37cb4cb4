import { createScanner, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { unclosedBracket } from './bracket.ts';
import type { SourceFault } from './fault.ts';

/** The parser's errors in a data keeper's words, each at the place to mend. */
export function jsonFaults(text: string, errors: readonly ParseError[]): SourceFault[] {
  const faults: SourceFault[] = [];
  let last = -1;
  for (const { error, offset, length } of errors) {
    const follows = last >= 0 && text.slice(last, offset).trim() === '';
    last = Math.max(last, offset + length);
    if (follows) continue;
    const code = printParseErrorCode(error);
    const open = code === 'CommaExpected' && nameAt(text, offset) ? openBracket(text, offset) : undefined;
    if (open !== undefined && text[open] === '[') {
      faults.push(unclosedBracket(text, open, offset));
      return faults;
    }
    const comma = commaBefore(text, offset);
    if (comma !== undefined) {
      const [what, write] = ['最后一项后面多了逗号', '删去这个逗号。'];
      faults.push({ code: 'SRC-SYNTAX', what, write, start: comma, end: comma + 1, contained: true });
      continue;
    }
    const [what, write] = explain(code, text.slice(offset, offset + length));
    faults.push({
      ...{ code: 'SRC-SYNTAX', what, write, start: offset, end: offset + length },
      ...(insideQuotes.includes(code) ? { contained: true } : {}),
    });
  }
  return faults;
}

const insideQuotes = ['InvalidEscapeCharacter', 'InvalidUnicode', 'InvalidCharacter'];

/** Where a bracket closes after a comma, the comma; whatever stands elsewhere is read all the same. */
function commaBefore(text: string, offset: number): number | undefined {
  if (text[offset] !== '}' && text[offset] !== ']') return undefined;
  const comma = text.slice(0, offset).trimEnd().length - 1;
  return text[comma] === ',' ? comma : undefined;
}

/** Whether a name and its colon stand here, as they never do inside a row. */
function nameAt(text: string, offset: number): boolean {
  return /^\s*("(?:[^"\\\n]|\\.)*"\s*)?:/.test(text.slice(offset, offset + 200));
}

/** The innermost bracket that is open at an offset; brackets inside quotes do not count. */
function openBracket(text: string, offset: number): number | undefined {
  const open: number[] = [];
  const scanner = createScanner(text.slice(0, offset), true);
  for (;;) {
    scanner.scan();
    const at = scanner.getTokenOffset();
    if (at >= offset) return open.at(-1);
    const length = scanner.getTokenLength();
    const token = text.slice(at, at + length);
    if (token === '[' || token === '{') open.push(at);
    if (token === ']' || token === '}') open.pop();
  }
}

function explain(error: string, found: string): [what: string, write: string] {
  if (/^[：，“”‘’【】｛｝]/.test(found)) {
    return [`这里用了全角的标点“${found[0]}”`, '冒号、逗号、引号和括号都用半角的。'];
  }
  switch (error) {
    case 'CommaExpected':
      return ['前面少了逗号，或者数的写法不对', '各项之间用半角逗号隔开；数写成 0、12 这样。'];
    case 'ColonExpected':
      return ['名字后面少了冒号', '写成 "名字": 内容。'];
    case 'PropertyNameExpected':
      return ['这里要写名字', '名字放在半角双引号里；最后一项后面不要逗号。'];
    case 'ValueExpected':
      return ['这里要写内容', '写上内容；最后一项后面不要逗号。'];
    case 'CloseBraceExpected':
      return ['大括号没有收尾', '在末尾补上 }。'];
    case 'CloseBracketExpected':
      return ['方括号没有收尾', '在这一行数的末尾补上 ]。'];
    case 'EndOfFileExpected':
      return ['内容结束之后还有别的字', '删去最后一个 } 之后的字。'];
    case 'UnexpectedEndOfString':
      return ['引号没有成对，或者引号里换了行', '补上后一个引号；引号里换行写成 \\n。'];
    case 'InvalidCharacter':
      return ['引号里有不能直接写的字符，例如制表符（Tab）', '删掉它；换行写成 \\n。'];
    case 'InvalidCommentToken':
      return ['JSON 文件里不能写注释', '删去注释，或者改用 .yaml 文件。'];
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return ['反斜线 \\ 用得不对', '去掉反斜线。'];
    default:
      return [`读不懂“${found}”`, '文字要放在半角双引号里；数写成 0、12 这样。'];
  }
}
