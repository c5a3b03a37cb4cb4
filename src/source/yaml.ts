import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node as YamlNode } from 'yaml';
import { applyEdits, moved } from './edits.ts';
import { hidesTheRest, type Parsed, type SourceFault } from './fault.ts';
import { lineStart } from './lines.ts';
import { mend } from './mend/mend.ts';
import type { Entry, Node, Span } from './node.ts';
import { readPlain } from './plain.ts';
import { plainScalar } from './scalar.ts';
import { foreignBlank, foreignIndent, yamlFaults } from './yaml-faults.ts';

/** Reads YAML 1.2. Anchors, aliases, tags and several documents in a file are refused. */
export function parseYaml(text: string): Parsed {
  const root = readPlain(text);
  if (root) return { root, faults: [] };
  const parsed = parseAnyYaml(text);
  // Lines without a right colon are one word to the parser.
  const broken =
    text.length <= maxMended &&
    (parsed.faults.some(hidesTheRest) || (parsed.root?.kind === 'scalar' && /[:：]/.test(text)));
  return broken ? parseMended(text, parsed) : parsed;
}

/** Several times a long report; keeps the work on hostile files small. */
const maxMended = 100_000;

/** Reads a text with slips as if they had been written right; what the parser says besides is told beside them. */
function parseMended(text: string, parsed: Parsed): Parsed {
  const { faults, edits } = mend(text);
  if (faults.length === 0) return parsed;
  const mended = applyEdits(text, edits);
  const { root, faults: others } = parseAnyYaml(mended.text);
  const lines = new Set(faults.map(({ start }) => lineStart(text, start)));
  const back = ({ start, end }: Span) => ({ start: mended.origin(start), end: mended.origin(end) });
  const left = others
    .map((fault) => ({ ...fault, ...back(fault), ...(fault.first ? { first: back(fault.first) } : {}) }))
    .filter(({ code, start }) => code !== 'SRC-SYNTAX' || !lines.has(lineStart(text, start)));
  return { ...(root ? { root: moved(root, mended.origin) } : {}), faults: [...faults, ...left] };
}

/** The same with the full parser, whatever the layout. */
export function parseAnyYaml(text: string): Parsed {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: false,
    // Not 'silent': that would pass over a second document.
    logLevel: 'error',
  });
  const { contents } = document;
  const faults = yamlFaults(text, document.errors.slice(0, maxErrors), contents);
  if (contents === null || (isScalar(contents) && contents.value === '' && faults.length === 0)) {
    if (faults.length === 0) faults.push({ code: 'SRC-EMPTY', what: '', start: 0, end: 0 });
    return { faults };
  }
  const found = { faults, starts: new Set(faults.map((fault) => fault.start)) };
  return { root: convert(text, contents, found), faults };
}

/** Errors after so many follow from those before, or this is no data file; each is looked at in the whole text. */
const maxErrors = 200;

interface Found {
  faults: SourceFault[];
  /** Where faults of the writing begin. */
  starts: Set<number>;
}

function convert(text: string, node: YamlNode, found: Found): Node {
  const [start, end] = node.range ?? [0, 0];
  refuseProperties(text, node, found);
  if (isMap(node)) {
    return { kind: 'map', start, end, entries: entries(text, node.items, found) };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(text, item as YamlNode, found));
    return { kind: 'list', start, end, items };
  }
  if (isScalar(node)) {
    if (node.type === 'PLAIN' && /^[｜＞]\s/.test(node.source ?? '')) {
      const write = '“|”和“>”用半角的。';
      addOnce(found, {
        ...{ code: 'SRC-SYNTAX', what: `这里用了全角的“${node.source![0]}”`, write },
        ...{ start, end: start + 1, contained: true },
      });
    }
    const value =
      node.type === 'PLAIN' || node.source === '' ? plainScalar(node.source ?? '') : String(node.value);
    return { kind: 'scalar', start, end, value: node.type === 'QUOTE_DOUBLE' && value === null ? '' : value };
  }
  return { kind: 'scalar', start, end, value: null };
}

function refuseProperties(text: string, node: YamlNode, found: Found): void {
  if (!isAlias(node) && !('anchor' in node && node.anchor) && !node.tag) return;
  const [start, end] = node.range ?? [0, 0];
  addOnce(found, {
    code: 'SRC-SYNTAX',
    what: '不能用锚点、引用或类型标记（& * !）',
    write: '把内容直接写出来；文字以这些符号开头的，写在 | 的下一行。',
    start: properties(text, start),
    end,
    ...(isAlias(node) ? {} : { contained: true }),
  });
}

function entries(text: string, pairs: readonly unknown[], found: Found): Entry[] {
  const seen = new Map<string, Span>();
  const result: Entry[] = [];
  for (const pair of pairs as { key: YamlNode | null; value: YamlNode | null }[]) {
    const [start, end] = pair.key?.range ?? [0, 0];
    if (!isScalar(pair.key) || pair.key.range?.[0] === pair.key.range?.[1]) {
      const from = text[start - 1] === '?' ? start - 1 : start;
      addOnce(found, {
        code: 'SRC-SYNTAX',
        what: '名字要写成一个词',
        write: '写成“名字: 内容”。',
        start: from,
        end,
      });
      continue;
    }
    refuseProperties(text, pair.key, found);
    const key = String(pair.key.value);
    const span = { start, end };
    const blank = foreignBlank.exec(key);
    if (blank) {
      addOnce(found, {
        code: 'SRC-SYNTAX',
        ...foreignIndent,
        start,
        end: start + blank[0].length,
      });
    }
    const first = seen.get(key);
    if (first) found.faults.push({ code: 'SRC-DUPLICATE-KEY', what: key, first, ...span });
    seen.set(key, first ?? span);
    const earlier = first && result.findIndex((entry) => entry.key === key);
    // Of a name written twice the first counts; one that holds nothing says nothing.
    if (earlier !== undefined && isEmpty(result[earlier]!.value)) result.splice(earlier, 1);
    const value: Node = pair.value
      ? convert(text, pair.value, found)
      : { kind: 'scalar', start: end, end, value: null };
    result.push({ key, keySpan: span, value });
  }
  return result;
}

function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && (node.value === null || node.value === '');
}

/** Tags and anchors stand before the node they belong to. */
function properties(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 200), start);
  return start - (/(?<![^\s[{,])(?:[&!]\S*\s+)*[&!]\S*\s*$/.exec(before)?.[0].length ?? 0);
}

/** One mistake often makes several errors in a place; the parser's own says it best. */
function addOnce({ faults, starts }: Found, fault: SourceFault): void {
  if ([-1, 0, 1].some((step) => starts.has(fault.start + step))) return;
  starts.add(fault.start);
  faults.push(fault);
}
