import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type YAMLError,
  type Node as YamlNode,
} from 'yaml';
import type { Parsed, SourceFault } from './document.ts';
import type { Entry, Node, Span } from './node.ts';
import { plainScalar } from './scalar.ts';

/** Reads YAML 1.2 with the full parser. Anchors, aliases, tags and several documents in a file are refused. */
export function parseYaml(text: string): Parsed {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: false,
    logLevel: 'silent',
  });
  const faults: SourceFault[] = [];
  for (const error of document.errors) addOnce(faults, translate(text, error));
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === '' && faults.length === 0)) {
    if (faults.length === 0) faults.push({ code: 'SRC-EMPTY', what: '', start: 0, end: 0 });
    return { faults };
  }
  return { root: convert(text, contents, faults), faults };
}

function convert(text: string, node: YamlNode, faults: SourceFault[]): Node {
  const [start, end] = node.range ?? [0, 0];
  if (isAlias(node) || ('anchor' in node && node.anchor) || node.tag) {
    addOnce(faults, {
      code: 'SRC-SYNTAX',
      what: '不能用锚点、引用或类型标记（& * !）',
      write: '把内容直接写出来。',
      start,
      end,
    });
  }
  if (isMap(node)) {
    return { kind: 'map', start, end, entries: entries(text, node.items, faults) };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(text, item as YamlNode, faults));
    return { kind: 'list', start, end, items };
  }
  if (isScalar(node)) {
    const value =
      node.type === 'PLAIN' || node.source === '' ? plainScalar(node.source ?? '') : String(node.value);
    return { kind: 'scalar', start, end, value: node.type === 'QUOTE_DOUBLE' && value === null ? '' : value };
  }
  return { kind: 'scalar', start, end, value: null };
}

function entries(text: string, pairs: readonly unknown[], faults: SourceFault[]): Entry[] {
  const seen = new Map<string, Span>();
  const result: Entry[] = [];
  for (const pair of pairs as { key: YamlNode | null; value: YamlNode | null }[]) {
    const [start, end] = pair.key?.range ?? [0, 0];
    if (!isScalar(pair.key) || isCollection(pair.key)) {
      addOnce(faults, { code: 'SRC-SYNTAX', what: '名字要写成一个词', start, end });
      continue;
    }
    const key = String(pair.key.value);
    const span = { start, end };
    const first = seen.get(key);
    if (first) faults.push({ code: 'SRC-DUPLICATE-KEY', what: key, first, ...span });
    seen.set(key, first ?? span);
    const value: Node = pair.value
      ? convert(text, pair.value, faults)
      : { kind: 'scalar', start: end, end, value: null };
    result.push({ key, keySpan: span, value });
  }
  return result;
}

/** One mistake often makes several errors in a line; the first says it best. */
function addOnce(faults: SourceFault[], fault: SourceFault): void {
  if (!faults.some((f) => f.code === fault.code && Math.abs(f.start - fault.start) < 2)) faults.push(fault);
}

const colon = '冒号后面要空一格，而且要用半角的“:”';

function translate(text: string, error: YAMLError): SourceFault {
  const [start, end] = error.pos;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const fault = (what: string, write?: string, span: Span = { start, end }): SourceFault => ({
    code: 'SRC-SYNTAX',
    what,
    ...(write ? { write } : {}),
    ...span,
  });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return fault('行首用了制表符（Tab）', '缩进只用空格，每层两个。');
    case 'MULTIPLE_DOCS':
      return fault('一个文件里写了两份内容（有单独一行 ---）', '一个文件只写一份报告，删去 --- 以下的内容。');
    case 'MISSING_CHAR':
      return /quote/.test(error.message)
        ? fault('引号没有成对', '补上后一个引号，或者去掉引号。')
        : fault('这里少了逗号或括号', '一行数写成 [0, 0, 0]，用半角的逗号和方括号。');
    case 'BAD_INDENT':
      return /Flow/.test(error.message)
        ? fault('方括号没有收尾', '在这一行数的末尾补上 ]。')
        : fault('缩进没有对齐', '同一层的各行左边对齐，每层两个空格。');
    case 'BAD_DQ_ESCAPE':
      return fault('双引号里的反斜线 \\ 不能这样用', '去掉反斜线，或者不用引号。');
    case 'BAD_SCALAR_START':
      return fault(`内容不能以“${text[start]}”开头`, '把内容放进引号里，或者写在 | 的下一行。');
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const line = lineSpans(text, lineStart, end).find((span) =>
        badColon.test(text.slice(span.start, span.end)),
      );
      if (line) return fault('冒号写得不对', colon, line);
      return fault(
        '这里的冒号或缩进不对',
        '每行只写一个“名字: 内容”；内容里有冒号的，放进引号里或写在 | 的下一行。',
      );
    }
    case 'UNEXPECTED_TOKEN':
      return text[start] === ','
        ? fault('两个逗号之间没有数', '没有就写 0；原报告空着的写 空。')
        : fault(`这里不该有“${text.slice(start, end)}”`);
    default:
      return fault('这里的格式读不懂', '对照相邻的行，看看冒号、缩进和括号。');
  }
}

/** A name followed by a full-width colon, or by a colon without a blank. */
const badColon = /^\s*[^\s:：#]+(：|:\S)/;

function lineSpans(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let start = from; start <= to && start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}
