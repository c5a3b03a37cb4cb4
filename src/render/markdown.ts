import MarkdownIt, { type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

/**
 * A small safe profile for official prose: paragraphs, emphasis, lists, links to http(s), a backslash before a mark.
 * No HTML, images, headings, code, quotes or tables; a line is a paragraph, as in the documents it comes from;
 * an indented line is a paragraph too; 2023. 年… and 一、 are text.
 */
const markdown = new MarkdownIt('zero', { html: false, linkify: true })
  .use(cjkFriendly)
  .enable(['emphasis', 'escape', 'list', 'linkify', 'link']);
markdown.validateLink = (url) => /^https?:\/\/[a-z0-9[]/i.test(url);
/** An address is shown as it was written. */
markdown.normalizeLinkText = (text) => text;
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
for (const schema of ['http:', 'https:']) {
  markdown.linkify.add(schema, {
    /** 汉字 follow an address without a blank (网址http://www.example.gov.cn查阅), so it ends before them. */
    validate: (text, pos, linkify) => {
      const address = /^[!-~]*/.exec(text.slice(pos))![0];
      const validator = linkify.re.get_http_validator();
      validator.lastIndex = 0;
      return validator.exec(address)?.[0].length ?? 0;
    },
  });
}

/** 7*24*365 is a product; without its signs it would be another number. */
markdown.inline.ruler.before('emphasis', 'product', (state, silent) => {
  if (!/^\d\*\d/.test(state.src.slice(state.pos - 1, state.pos + 2))) return false;
  if (!silent) state.pending += '*';
  state.pos++;
  return true;
});

markdown.block.ruler.at('paragraph', (state, startLine) => {
  const content = state.getLines(startLine, startLine + 1, state.blkIndent, false).trim();
  state.line = startLine + 1;
  state.push('paragraph_open', 'p', 1).map = [startLine, state.line];
  const inline = state.push('inline', '', 0);
  inline.content = content;
  inline.map = [startLine, state.line];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
});

/** Keeps the lines of a list item apart, and its number as written, where browsers would count on. */
markdown.core.ruler.after('block', 'list-items', ({ tokens }) => {
  const paragraphs: (typeof tokens)[] = [];
  const numbers: number[] = [];
  for (const token of tokens) {
    if (token.type === 'ordered_list_open') numbers.push(Number(token.attrGet('start') ?? 1));
    if (token.type === 'ordered_list_close') numbers.pop();
    if (token.type === 'list_item_open') {
      paragraphs.push([]);
      if (token.info === '') continue;
      const number = Number(token.info);
      if (number !== numbers.at(-1)) token.attrSet('value', String(number));
      numbers[numbers.length - 1] = number + 1;
    }
    if (token.type.startsWith('paragraph_')) paragraphs.at(-1)?.push(token);
    if (token.type === 'list_item_close') {
      const inside = paragraphs.pop()!;
      if (inside.length > 2) for (const paragraph of inside) paragraph.hidden = false;
    }
  }
});

/** Text to HTML. */
export function renderMarkdown(text: string): string {
  const plain = plainParagraphs(text);
  if (!plain) return markdown.render(prepared(text));
  return plain.map((line) => `<p>${markdown.utils.escapeHtml(line)}</p>\n`).join('');
}

/** The same text taken apart, for documents that are not HTML. */
export function parseMarkdown(text: string): Token[] {
  return markdown.parse(prepared(text), {});
}

/** What can mean something: a sign, an address, the mark of an item at the beginning of a line. */
const meaningful = /[*_\\[\0]|:\/\/|^\s*(?:[-+]|\d+[.)])/m;

/**
 * The paragraphs of a text in which nothing means anything but its lines, as in most; undefined where the text has to be
 * taken apart, which takes much longer and would give the same.
 */
export function plainParagraphs(text: string): string[] | undefined {
  if (meaningful.test(text)) return undefined;
  return text
    .split(lineEnd)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const lineEnd = /\r\n|\r|\n/;

function prepared(text: string): string {
  return text.split(lineEnd).map(prepare).join('\n');
}

/** Eight lists in each other; with more, markdown-it drops the text. */
const deepestIndent = 14;

/** Indents by full-width blanks or tabs begin a paragraph; what looks like a mark but means nothing becomes text. */
function prepare(line: string): string {
  const text = line.trimStart();
  const blank = line.slice(0, line.length - text.length);
  const indent = /^ *$/.test(blank) ? blank.slice(0, deepestIndent) : '';
  return indent + guardMarker(text).replaceAll(linkWithoutGoalOrText, '$&\\');
}

const linkWithoutGoalOrText = /\](?=\(\s*\))|\[\s*\](?=\()/g;
const marker = /^(?:[-*+]|(\d+)[.)])(?=\s|$)/;
const longestNumber = 2;

/** A year or another long number, a mark with nothing behind it, or one behind another mark, begins no list. */
function guardMarker(text: string): string {
  const [mark, number = ''] = marker.exec(text) ?? [];
  if (mark === undefined) return text;
  const content = text.slice(mark.length).trimStart();
  if (/^[-*+\s]*$/.test(content) || number.length > longestNumber) return escapeEnd(text, mark.length);
  const inner = marker.exec(content)?.[0];
  return inner === undefined
    ? text
    : text.slice(0, text.length - content.length) + escapeEnd(content, inner.length);
}

/** Puts a backslash before the last character of a mark. */
function escapeEnd(text: string, length: number): string {
  return `${text.slice(0, length - 1)}\\${text.slice(length - 1)}`;
}
