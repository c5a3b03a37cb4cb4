import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Parsed, SourceFault } from './document.ts';
import type { Entry, Node, Span } from './node.ts';
import { plainScalar } from './scalar.ts';

/** Reads strict JSON: no comments, no trailing commas. */
export function parseJson(text: string): Parsed {
  if (text.trim() === '') return { faults: [{ code: 'SRC-EMPTY', what: '', start: 0, end: 0 }] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const faults = errors.map((error) => translate(text, error));
  return tree ? { root: convert(text, tree, faults), faults } : { faults };
}

function convert(text: string, node: JsonNode, faults: SourceFault[]): Node {
  const start = node.offset;
  const end = node.offset + node.length;
  if (node.type === 'object') {
    return { kind: 'map', start, end, entries: entries(text, node.children ?? [], faults) };
  }
  if (node.type === 'array') {
    return {
      kind: 'list',
      start,
      end,
      items: (node.children ?? []).map((child) => convert(text, child, faults)),
    };
  }
  const value = node.type === 'number' ? plainScalar(text.slice(start, end)) : (node.value ?? null);
  return { kind: 'scalar', start, end, value };
}

function entries(text: string, properties: JsonNode[], faults: SourceFault[]): Entry[] {
  const seen = new Map<string, Span>();
  return properties.map((property) => {
    const [name, value] = property.children ?? [];
    const key = String(name?.value);
    const keySpan = { start: name?.offset ?? 0, end: (name?.offset ?? 0) + (name?.length ?? 0) };
    const first = seen.get(key);
    if (first) faults.push({ code: 'SRC-DUPLICATE-KEY', what: key, first, ...keySpan });
    seen.set(key, first ?? keySpan);
    return {
      key,
      keySpan,
      value: value
        ? convert(text, value, faults)
        : { kind: 'scalar', value: null, start: keySpan.end, end: keySpan.end },
    };
  });
}

function translate(text: string, { error, offset, length }: ParseError): SourceFault {
  const [what, write] = explain(printParseErrorCode(error), text.slice(offset, offset + length));
  return { code: 'SRC-SYNTAX', what, write, start: offset, end: offset + length };
}

function explain(error: string, found: string): [what: string, write: string] {
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
    case 'InvalidCommentToken':
      return ['JSON 文件里不能写注释', '删去注释，或者改用 .yaml 文件。'];
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return ['反斜线 \\ 用得不对', '去掉反斜线。'];
    default:
      return [`读不懂“${found}”`, '文字要放在半角双引号里；数写成 0、12 这样。'];
  }
}
