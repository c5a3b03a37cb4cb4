import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

/**
 * A small safe profile for official prose: paragraphs, emphasis, lists, links to http(s).
 * No HTML, images, headings, code, quotes or tables; a line is a paragraph, as in the documents it comes from;
 * an indented line is a paragraph too; 2023. 年… and 一、 are text.
 */
const markdown = new MarkdownIt('zero', { html: false, linkify: true })
  .use(cjkFriendly)
  .enable(['emphasis', 'list', 'linkify', 'link', 'newline']);
markdown.validateLink = (url) => /^https?:\/\//i.test(url);
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

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

const longestListNumber = 2;

/** Text to HTML. A year or another long number with a full stop does not begin a list. */
export function renderMarkdown(text: string): string {
  const guarded = text
    .replace(/^[ \t\u3000]+(?=\S)/gm, (indent) =>
      indent.includes('\u3000') || indent.includes('\t') ? '' : indent,
    )
    .replace(new RegExp(`^( *)(\\d{${longestListNumber + 1},})([.)])(?=\\s)`, 'gm'), '$1$2\\$3');
  return markdown.render(guarded);
}
