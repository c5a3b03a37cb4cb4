import type { Place } from '../diagnostics/diagnostic.ts';
import type { Parsed, SourceFault } from './fault.ts';
import { parseJson } from './json.ts';
import { lineStart } from './lines.ts';
import { type Node, nodeAt, type Path, type Span } from './node.ts';
import { spanInSource } from './text-span.ts';
import { parseYaml } from './yaml.ts';

export interface SourceDocument extends Parsed {
  file: string;
  text: string;
}

const maxLength = 1_000_000;
/** More faults of one kind in a file help nobody: it is the wrong file. */
export const maxFaults = 100;

/** Reads YAML or JSON text, by the ending of the file name. Never throws. */
export function readDocument(file: string, text: string): SourceDocument {
  return { file, text, ...parse(file, text) };
}

function parse(file: string, text: string): Parsed {
  const broken = (what: string, write: string, at = 0): Parsed => ({
    faults: [{ code: 'SRC-SYNTAX', what, write, start: at, end: at }],
  });
  if (text.length > maxLength) return broken('文件太大，一份报告不会有上百万字', '看看是不是放错了文件。');
  const controls = controlCharacters(text);
  if (controls.length > maxControls) return { faults: controls.slice(0, 1) };
  const deep = tooDeep(text);
  if (deep !== undefined) return broken('括号或层次套得太深', '一份报告最多只有四层。', deep);
  const visible = controls.length > 0 ? text.replace(control, ' ') : text;
  const { root, faults } = file.endsWith('.json') ? parseJson(visible) : parseYaml(visible);
  return {
    ...(root ? { root } : {}),
    faults: [...controls, ...oneInALine(visible, inOrder(faults))].slice(0, maxFaults),
  };
}

/** Far more than any report has, and far fewer than the parsers can follow on any machine. */
const maxDepth = 100;
const tooFarRight = new RegExp(`^(?: {${2 * maxDepth}}| *(?:[-?] ){${maxDepth}})`, 'm');

/** Where brackets or lines first stand too deep. */
function tooDeep(text: string): number | undefined {
  const indented = tooFarRight.exec(text);
  if (count(text, '[') + count(text, '{') <= maxDepth) return indented?.index;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 91 || char === 123) depth++;
    else if ((char === 93 || char === 125) && depth > 0) depth--;
    if (depth > maxDepth) return Math.min(at, indented?.index ?? at);
  }
  return indented?.index;
}

function count(text: string, char: string): number {
  let found = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found++;
  return found;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
/** A text with more of them is no text. */
const maxControls = 20;

/** YAML and JSON forbid control characters but readers differ; refuse them in one place and read on as if they were blanks. */
function controlCharacters(text: string): SourceFault[] {
  return [...text.matchAll(control)].map(({ 0: char, index }) => {
    const name = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return { code: 'SRC-CHARACTER', what: name, start: index, end: index + 1 };
  });
}

/** The parsers find some faults late; the first in the text is the one that the others may follow from. */
function inOrder(faults: readonly SourceFault[]): SourceFault[] {
  return [...faults].sort((a, b) => a.start - b.start);
}

/** One slip in the text often makes several faults in its line; the first says it best. */
function oneInALine(text: string, faults: readonly SourceFault[]): SourceFault[] {
  let last: number | undefined;
  return faults.filter(({ code, start, mended }) => {
    if (code !== 'SRC-SYNTAX' || mended) return true;
    const line = lineStart(text, start);
    const first = line !== last;
    last = line;
    return first;
  });
}

/** Lines and columns of a span, from 1; a column counts UTF-16 code units. */
export function placeOf(document: { file: string; text: string }, { start, end }: Span): Place {
  const from = position(document.text, start);
  const to = position(document.text, Math.max(start, end));
  return { file: document.file, ...from, endLine: to.line, endColumn: to.column };
}

/** The value at a path; the key instead where `key` is wished; the nearest thing above where neither exists. */
export function locate(document: SourceDocument, path: Path, wish: 'key' | 'value' = 'value'): Place {
  if (document.root) {
    for (let length = path.length; length >= 0; length--) {
      const found = nodeAt(document.root, path.slice(0, length));
      if (!found) continue;
      const wantsKey = wish === 'key' || length < path.length;
      if (length === 0 && path.length > 0) break;
      return placeOf(document, (wantsKey && found.key) || trimmed(document.text, found.node, found.key));
    }
  }
  return placeOf(document, { start: 0, end: 0 });
}

/** A passage of the text at a path; the text as a whole where the passage is empty or there is no such text. */
export function locatePassage(document: SourceDocument, path: Path, passage: Span): Place {
  const node = document.root && nodeAt(document.root, path)?.node;
  const span = node?.kind === 'scalar' ? spanInSource(document.text, node, passage) : undefined;
  return span ? placeOf(document, span) : locate(document, path);
}

/** An empty value is shown at its key; a value over several lines by its first line. */
function trimmed(text: string, node: Node, key: Span | undefined): Span {
  if (node.end <= node.start) return key ?? node;
  const line = text.indexOf('\n', node.start);
  return line >= 0 && line < node.end ? { start: node.start, end: line } : node;
}

function position(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', start)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}
