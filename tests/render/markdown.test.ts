import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { attribute, elements, parseHtml, textOf } from '../helpers/html.ts';

/** The HTML without its line ends, which mean nothing. */
const html = (text: string) => renderMarkdown(text).replaceAll('\n', '');
const paragraphs = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const link = (href: string, text = href) => `<a href="${href}">${text}</a>`;

describe('HTML and template syntax stay text', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['<!-- 注释 -->', '&lt;!-- 注释 --&gt;'],
    ['<b>粗</b>', '&lt;b&gt;粗&lt;/b&gt;'],
    ['</p><h1>', '&lt;/p&gt;&lt;h1&gt;'],
    ['&amp; &lt; &#60; &nbsp; &copy;', '&amp;amp; &amp;lt; &amp;#60; &amp;nbsp; &amp;copy;'],
    ['5<6，7>3，A&B，“引”"quot"', '5&lt;6，7&gt;3，A&amp;B，“引”&quot;quot&quot;'],
    ['{{ chrome.title }} {% if x %} {# x #}', '{{ chrome.title }} {% if x %} {# x #}'],
    ['`代码` ~~删~~ ==标== H~2~O 10^2^ $x$', '`代码` ~~删~~ ==标== H~2~O 10^2^ $x$'],
  ])('%s', (source, inner) => {
    expect(html(source)).toBe(paragraphs(inner));
  });

  it('makes no image', () => {
    expect(html('![图](图.png)')).toBe(paragraphs('![图](图.png)'));
    expect(html('![图](https://example.cn/x.png)')).toBe(`<p>!${link('https://example.cn/x.png', '图')}</p>`);
  });
});

describe('each line is a paragraph', () => {
  it.each([
    ['甲\n乙', ['甲', '乙']],
    ['甲\n\n\n乙\n', ['甲', '乙']],
    ['甲\r\n乙\r丙', ['甲', '乙', '丙']],
    ['甲  \n乙\\\n丙', ['甲', '乙\\', '丙']],
    ['  两个空格', ['两个空格']],
    ['    四个空格', ['四个空格']],
    ['\t制表符', ['制表符']],
    ['　　全角空格', ['全角空格']],
    ['\u00a0\u2003其他空格', ['其他空格']],
    ['甲\n    乙\n\t丙\n　　丁', ['甲', '乙', '丙', '丁']],
    ['', []],
    [' \n　\n\t', []],
  ])('%j', (source, lines) => {
    expect(html(source)).toBe(paragraphs(...lines));
  });
});

describe('what other Markdown takes for blocks is text', () => {
  it.each([
    '# 标题',
    '###### 标题 #',
    '> 引用',
    '```',
    '~~~ js',
    '---',
    '***',
    '___',
    '===',
    '- - -',
    '* * * *',
    '+ - *',
    '| 甲 | 乙 |',
    '|---|---|',
    '[甲]: https',
    ': 说明',
    '[^1]: 脚注',
    '- ',
    '*',
    '1.',
    '12)',
    '2023.',
    '2023. 年度工作',
    '2023) 年',
    '100. 第一百',
    '2023.1.1至12.31',
    '3.5万件',
    '1、健全机制',
    '（一）健全机制',
    '一、健全机制',
    '一. 健全机制',
    '-5件',
    '*号',
    '1.健全机制',
  ])('%s', (line) => {
    const escaped = line.trim().replaceAll('>', '&gt;');
    expect(html(line)).toBe(paragraphs(escaped));
    expect(html(`甲\n${line}\n乙`)).toBe(paragraphs('甲', escaped, '乙'));
  });
});

describe('lists', () => {
  it.each([
    ['- 甲\n- 乙', '<ul><li>甲</li><li>乙</li></ul>'],
    ['* 甲\n* 乙', '<ul><li>甲</li><li>乙</li></ul>'],
    ['1. 甲\n2. 乙', '<ol><li>甲</li><li>乙</li></ol>'],
    ['1) 甲\n2) 乙', '<ol><li>甲</li><li>乙</li></ol>'],
    ['3. 丙\n4. 丁', '<ol start="3"><li>丙</li><li>丁</li></ol>'],
    ['前\n1. 甲\n后\n2. 乙', '<p>前</p><ol><li>甲</li></ol><p>后</p><ol start="2"><li>乙</li></ol>'],
    [
      '- 甲\n  - 乙\n    - 丙\n- 丁',
      '<ul><li>甲<ul><li>乙<ul><li>丙</li></ul></li></ul></li><li>丁</li></ul>',
    ],
    ['1. 甲\n   - 乙', '<ol><li>甲<ul><li>乙</li></ul></li></ol>'],
    ['- 甲\n\n- 乙', '<ul><li><p>甲</p></li><li><p>乙</p></li></ul>'],
    ['- **甲**：一', '<ul><li><strong>甲</strong>：一</li></ul>'],
    ['　　- 甲', '<ul><li>甲</li></ul>'],
    ['- 甲\n　　乙', '<ul><li>甲</li></ul><p>乙</p>'],
  ])('%j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('keeps the lines of an item apart', () => {
    expect(html('- 甲\n  乙\n- 丙')).toBe('<ul><li><p>甲</p><p>乙</p></li><li>丙</li></ul>');
    expect(html('1. 甲\n\n   乙')).toBe('<ol><li><p>甲</p><p>乙</p></li></ol>');
    expect(html('- 甲\n  乙\n  - 丙')).toBe('<ul><li><p>甲</p><p>乙</p><ul><li>丙</li></ul></li></ul>');
  });

  it('keeps the numbers as they are written', () => {
    expect(html('1. 甲\n3. 乙\n4. 丙')).toBe('<ol><li>甲</li><li value="3">乙</li><li>丙</li></ol>');
    expect(html('1. 甲\n1. 乙')).toBe('<ol><li>甲</li><li value="1">乙</li></ol>');
    expect(html('2. 甲\n   5. 乙\n3. 丙')).toBe(
      '<ol start="2"><li>甲<ol start="5"><li>乙</li></ol></li><li>丙</li></ol>',
    );
    expect(html('1. 甲\n2023. 乙')).toBe('<ol><li>甲</li></ol><p>2023. 乙</p>');
  });

  it('takes one mark a line', () => {
    expect(html('- 2023. 年')).toBe('<ul><li>2023. 年</li></ul>');
    expect(html('- - 甲')).toBe('<ul><li>- 甲</li></ul>');
    expect(html('- 1. 甲')).toBe('<ul><li>1. 甲</li></ul>');
    expect(html(`${'- '.repeat(40)}甲`)).toBe(`<ul><li>${'- '.repeat(39)}甲</li></ul>`);
  });

  it('loses nothing however deep', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i)}- 第${i}层`);
    const text = textOf(parseHtml(renderMarkdown(lines.join('\n'))));
    for (let i = 0; i < 40; i++) expect(text).toContain(`第${i}层`);
  });
});

describe('emphasis', () => {
  it.each([
    ['**“应公开”**的', '<strong>“应公开”</strong>的'],
    ['按照**《条例》**规定', '按照<strong>《条例》</strong>规定'],
    ['**（一）公开。**坚持', '<strong>（一）公开。</strong>坚持'],
    ['一是*公开*。', '一是<em>公开</em>。'],
    ['***公开***', '<em><strong>公开</strong></em>'],
    ['**a**b', '<strong>a</strong>b'],
    ['**没有收尾', '**没有收尾'],
    ['没有开头**', '没有开头**'],
    ['**甲*乙**丙*', '<strong>甲*乙</strong>丙*'],
    ['** 空 **', '** 空 **'],
    ['snake_case_name', 'snake_case_name'],
    ['7*24*365小时', '7*24*365小时'],
    ['长3*宽4', '长3*宽4'],
    ['\\*\\*不粗\\*\\*', '**不粗**'],
    ['\\# \\[甲\\](乙) \\\\', '# [甲](乙) \\'],
    ['C:\\表\\甲', 'C:\\表\\甲'],
  ])('%s', (source, inner) => {
    expect(html(source)).toBe(paragraphs(inner));
  });

  it('does not reach over a line end', () => {
    expect(html('**甲\n乙**')).toBe(paragraphs('**甲', '乙**'));
  });
});

describe('links go to http and https only', () => {
  it.each([
    ['[甲](https://example.cn/a)', link('https://example.cn/a', '甲')],
    ['[甲](HTTP://example.cn)', link('HTTP://example.cn', '甲')],
    ['[**甲**](https://example.cn)', link('https://example.cn', '<strong>甲</strong>')],
    ['[甲](https://example.cn "题")', '<a href="https://example.cn" title="题">甲</a>'],
    ['[甲](https://example.cn/?a="b"&c)', link('https://example.cn/?a=%22b%22&amp;c', '甲')],
  ])('%s', (source, inner) => {
    expect(html(source)).toBe(paragraphs(inner));
  });

  it.each([
    '[甲](javascript:alert(1))',
    '[甲](JaVaScRiPt:alert(1))',
    '[甲](java\tscript:alert(1))',
    '[甲](data:text/html,x)',
    '[甲](vbscript:x)',
    '[甲](file:///etc/passwd)',
    '[甲](mailto:a@example.cn)',
    '[甲](//example.cn)',
    '[甲](../index.html)',
    '[甲](#main)',
    '[甲](http:)',
    '[甲](https://)',
    '[甲](https:///x)',
    '[甲](https://`x)',
    '[甲]()',
    '[甲]( )',
    '[甲][乙]',
    '[甲]',
    '[]()',
    '[ ](x)',
    'www.example.cn a@example.cn',
    'ftp://example.cn //example.cn mailto:a@example.cn',
    'javascript://example.cn',
    'xhttps://example.cn',
  ])('%s is text', (source) => {
    const root = parseHtml(renderMarkdown(source));
    expect(elements(root, 'a')).toEqual([]);
    expect(textOf(root).trim()).toBe(source);
  });

  it('has no link without words', () => {
    expect(html('[](https://example.cn)')).toBe(paragraphs(`[](${link('https://example.cn')})`));
  });

  it('has no definitions and no angle brackets', () => {
    expect(html('[甲]: https://example.cn\n[甲]')).toBe(
      paragraphs(`[甲]: ${link('https://example.cn')}`, '[甲]'),
    );
    expect(html('<https://example.cn>')).toBe(paragraphs(`&lt;${link('https://example.cn')}&gt;`));
  });

  it.each([
    ['见https://example.cn/a，电话', '见', 'https://example.cn/a', '，电话'],
    ['见https://example.cn/a。', '见', 'https://example.cn/a', '。'],
    ['（https://example.cn/a）', '（', 'https://example.cn/a', '）'],
    ['“https://example.cn”、', '“', 'https://example.cn', '”、'],
    ['网址http://www.example.gov.cn查阅', '网址', 'http://www.example.gov.cn', '查阅'],
    ['http://www.example.gov.cn/xxgk/下载', '', 'http://www.example.gov.cn/xxgk/', '下载'],
    ['https://example.cn:8080/a?b=c&d#e；', '', 'https://example.cn:8080/a?b=c&d#e', '；'],
    ['(https://example.cn/a_b_c).', '(', 'https://example.cn/a_b_c', ').'],
    ['https://example.cn/%E5%B9%B4报', '', 'https://example.cn/%E5%B9%B4', '报'],
    ['**https://example.cn**', '', 'https://example.cn', ''],
  ])('%s links the address alone, as written', (source, before, address, after) => {
    const root = parseHtml(renderMarkdown(source));
    const [found, ...more] = elements(root, 'a');
    expect(more).toEqual([]);
    expect(attribute(found!, 'href')).toBe(address);
    expect(textOf(found!)).toBe(address);
    expect(textOf(root).trim()).toBe(before + address + after);
  });

  it('links several addresses', () => {
    expect(html('https://a.cn、https://b.cn')).toBe(
      paragraphs(`${link('https://a.cn')}、${link('https://b.cn')}`),
    );
  });
});
