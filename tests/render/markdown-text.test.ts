import { describe, expect, it } from 'vitest';
import { plainParagraphs, renderMarkdown } from '../../src/render/markdown.ts';
import { narrativeBlocks } from '../../src/render/narrative.ts';
import { attribute, elements, type HtmlElement, type HtmlNode, parseHtml, textOf } from '../helpers/html.ts';
import { nestingFaults } from '../helpers/html-model.ts';
import { random } from '../helpers/random.ts';

describe('nothing of the text gets lost', () => {
  /** Pieces with every kind of mark, among words that are told apart; addresses stand for themselves. */
  const fragments = [
    ...[
      '公开',
      '“应公开”',
      '《条例》',
      '（一）',
      '一、',
      '2023年',
      '3件',
      'word',
      '　',
      ' ',
      '  ',
      '    ',
      '\t',
    ],
    ...[
      '\n',
      '\n',
      '\n\n',
      '\r\n',
      '\n  ',
      '\n    ',
      '\n- ',
      '\n1. ',
      '\n2) ',
      '\n2023. ',
      '\n* ',
      '\n- 1. ',
    ],
    ...[
      '**',
      '*',
      '***',
      '_',
      '__',
      '\\',
      '\\*',
      '`',
      '```',
      '~~',
      '#',
      '>',
      '|',
      '---',
      '===',
      '!',
      '[',
      ']',
    ],
    ...[
      '(',
      ')',
      '](',
      '[甲](',
      '[甲](https://example.cn/x)',
      '![图](https://example.cn/y)',
      '[x]()',
      ':',
      '<',
    ],
    ...[
      '>',
      '&',
      '&lt;',
      '"',
      "'",
      '{{',
      '}}',
      '{%',
      '%}',
      '{#',
      '#}',
      '<b>',
      '</p>',
      '<!--',
      '-->',
      '<script>',
    ],
    ...[
      'https://example.cn',
      'http://',
      '//',
      'javascript:',
      'www.example.cn',
      'a@b.cn',
      '7*24*365',
      '$&',
      '$1',
    ],
  ];
  const source = (seed: number): string => {
    const { below, pick } = random(seed);
    return Array.from({ length: 1 + below(25) }, () => pick(fragments)).join('');
  };

  /** The text as a browser shows it, with the numbers of lists, and with the goal of a link that does not show it. */
  function shown(node: HtmlNode): string {
    if (typeof node === 'string') return node;
    const inside = listNumber(node) + node.children.map(shown).join('');
    const goal = attribute(node, 'href');
    return goal === undefined || decodeURI(goal) === textOf(node) ? inside : inside + decodeURI(goal);
  }

  function listNumber(node: HtmlElement): string {
    if (node.name !== 'li' || node.parent!.name !== 'ol') return '';
    const items = node.parent!.children.filter((child) => typeof child !== 'string');
    let number = Number(attribute(node.parent!, 'start') ?? 1) - 1;
    for (const item of items.slice(0, items.indexOf(node) + 1))
      number = Number(attribute(item, 'value') ?? number + 1);
    return String(number);
  }

  /** Without blanks and without the characters that may be marks of emphasis, lists and links. */
  const bare = (text: string) => text.replace(/[\s*_\\+\-.()[\]]/g, '');

  it('in 20000 texts of nasty pieces; and the HTML is sound', () => {
    for (let seed = 0; seed < 20_000; seed++) {
      const text = source(seed);
      const root = parseHtml(renderMarkdown(text));
      if (bare(shown(root)) !== bare(text)) expect(shown(root), JSON.stringify(text)).toBe(text);
      const faults = nestingFaults(root);
      if (faults.length > 0) expect(faults, JSON.stringify(text)).toEqual([]);
      for (const a of elements(root, 'a')) expect(attribute(a, 'href')).toMatch(/^https?:\/\/[^/]/i);
    }
  });

  it('in texts without marks, which are only cut into lines: as when they are taken apart', () => {
    const marked = '\n\n**粗**';
    const blanks = ['\u00a0', '\u2003', '\u2028', '\ufeff', '\v', '\f'];
    const pieces = [...fragments, ...blanks].filter((piece) => plainParagraphs(piece.trim()));
    let plain = 0;
    for (let seed = 0; seed < 20_000; seed++) {
      const { below, pick } = random(seed);
      const text = Array.from({ length: 1 + below(12) }, () => pick(pieces)).join('');
      if (!plainParagraphs(text)) continue;
      plain++;
      expect(renderMarkdown(text + marked)).toBe(`${renderMarkdown(text)}<p><strong>粗</strong></p>\n`);
      expect(narrativeBlocks(text + marked).slice(0, -1)).toEqual(narrativeBlocks(text));
    }
    expect(plain).toBeGreaterThan(5_000);
  });

  it.each([
    '*',
    '**a',
    '[',
    '![',
    '[a](',
    '_',
    '- ',
    '1. ',
    '<',
    '&',
    '"',
    '\\',
    'http://',
    'https://a.cn',
    '（',
    '年',
  ])('in a very long line of %s, and soon', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const from = performance.now();
    const root = parseHtml(renderMarkdown(text));
    expect(performance.now() - from).toBeLessThan(5_000);
    expect(bare(shown(root))).toBe(bare(text));
  });
});
