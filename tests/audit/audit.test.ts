import { describe, expect, test } from 'vitest';
import { makeAudit } from '../../src/audit/index.ts';

function page(body: string): string {
  return `<!doctype html>\n<html lang="zh-CN">\n<body>\n<h1>标题</h1>\n${body}\n</body>\n</html>\n`;
}

function audit(files: Record<string, string>): string[] {
  const run = makeAudit();
  for (const [path, content] of Object.entries(files)) run.add(path, content);
  return run
    .finish()
    .map(({ code, place, message }) => `${place?.file}:${place?.line}:${place?.column} ${code} ${message}`);
}

describe('a sound site', () => {
  test('links between pages, anchors, canonical address and data images pass', () => {
    const found = audit({
      'index.html': page(
        '<a href="organs/a/2023.html#x">a</a><a href="#top" id="top">t</a><a href="a.css">s</a>',
      ),
      'organs/a/2023.html': page(
        '<link rel="canonical" href="https://example.org/"><p id="x"><a href="../../index.html">首页</a><img alt="" src="data:,"></p><h2>二</h2><table><caption>表</caption><tr><th scope="col">甲</th></tr></table>',
      ),
      'a.css': 'p{}',
    });
    expect(found).toEqual([]);
  });

  test('links from the root of a server and to other sites are not ours to judge', () => {
    expect(
      audit({ 'a.html': page('<a href="/x/index.html">x</a><a href="https://example.org/">y</a>') }),
    ).toEqual([]);
  });

  test('addresses with broken percent signs are told like others that lead nowhere', () => {
    const found = audit({ 'a.html': page('<a href="b%zz.html">x</a><a href="#%">y</a>') });
    expect(found).toEqual([expect.stringContaining('b%zz.html'), expect.stringContaining('#%')]);
  });

  test('a block of data, a drawing with a name and one that is hidden pass', () => {
    const body =
      '<script type="application/ld+json">{}</script><svg aria-labelledby="x"><title id="x">图</title></svg><svg aria-hidden="true"></svg>';
    expect(audit({ 'a.html': page(body) })).toEqual([]);
  });

  test('a choice in an address is for a script, and no place on the page', () => {
    expect(audit({ 'a.html': page('<a href="#left=x&amp;right=y">x</a>') })).toEqual([]);
  });

  test('one address leads to other files from other folders', () => {
    const link = page('<a href="b.html#x">b</a>');
    const goal = page('<p id="x"></p>');
    expect(audit({ 'a/a.html': link, 'a/b.html': goal, 'c/a.html': link, 'c/b.html': goal })).toEqual([]);
    expect(audit({ 'a/a.html': link, 'a/b.html': goal, 'c/a.html': link, 'c/b.html': page('') })).toEqual([
      expect.stringMatching(/^c\/a\.html:5:1 AUD-LINK/),
    ]);
  });

  test('ids and addresses are compared as they are meant', () => {
    const body =
      '<p id="a&amp;b"></p><p id="a&amp;amp;b"></p><a href="#a&amp;b">1</a><a href=#a&amp;amp;b>2</a>';
    expect(audit({ 'a.html': page(body) })).toEqual([]);
    expect(audit({ 'a.html': page('<p id="a&amp;b"></p><a href="#a">1</a>') })).toHaveLength(1);
    expect(audit({ 'a.html': page('<p id="a&quot;"></p><p id="a&quot;"></p>') })).toHaveLength(1);
  });

  test.each([
    ['organs/a/2023.html', 75_000],
    ['years/2023.html', 500_000],
    ['rules/x.html', 150_000],
  ])('%s may have %i characters', (path, budget) => {
    const sized = (size: number) => audit({ [path]: page('x'.repeat(size)) });
    expect(sized(budget - 200)).toEqual([]);
    expect(sized(budget)).toEqual([expect.stringContaining('AUD-SIZE')]);
  });

  test('what stands in a comment or in text is not a tag', () => {
    expect(audit({ 'a.html': page('<!-- <img src="x"> --><p>a &lt;img&gt; &amp; b</p>') })).toEqual([]);
  });
});

test('a dead link that is on every page is told of the first twenty', () => {
  const pages = Array.from({ length: 50 }, (_, i) => [`${i + 10}.html`, page('<a href="no.html">x</a>')]);
  const found = audit(Object.fromEntries(pages));
  expect(found.length).toBe(20);
  expect(found[0]).toMatch(/^10\.html:5:1 AUD-LINK/);
});

test('a link to a page that comes later is no fault', () => {
  expect(audit({ 'a.html': page('<a href="b.html#x">b</a>'), 'b.html': page('<p id="x">x</p>') })).toEqual(
    [],
  );
});

test('a page alike another is judged by itself', () => {
  const body = '<p id="x"></p><p id="y"></p><a href="#y">y</a>';
  const pages = {
    '1.html': page(body),
    '2.html': page(body.replace('<p id="y"></p>', '')),
    '3.html': page(body),
  };
  expect(audit(pages)).toEqual([expect.stringMatching(/^2\.html:5:15 AUD-LINK/)]);
});

describe('each fault, at its place', () => {
  test.each([
    ['dead link', '<a href="no.html">x</a>', '5:1 AUD-LINK'],
    ['dead anchor on the page itself', '<a href="#no">x</a>', '5:1 AUD-LINK'],
    ['dead anchor on another page', '<p>\n<a href="b.html#no">x</a>', '6:1 AUD-LINK'],
    ['link out of the site', '<a href="../b.html">x</a>', '5:1 AUD-LINK'],
    ['id twice', '<p id="x"></p><p id="x"></p>', '5:15 AUD-PAGE'],
    ['inline style', '<p style="color:red">', '5:1 AUD-PAGE'],
    ['inline script', '<p onclick="x()">', '5:1 AUD-PAGE'],
    ['script in the page', '<script>x()</script>', '5:1 AUD-PAGE'],
    ['style in the page', '<style>p{}</style>', '5:1 AUD-PAGE'],
    ['label that is not there', '<p aria-labelledby="x" id="y">', '5:1 AUD-PAGE'],
    ['one of two labels that is not there', '<p aria-labelledby="y x" id="y">', '5:1 AUD-PAGE'],
    ['field of a label that is not there', '<label for="x">y</label>', '5:1 AUD-PAGE'],
    ['drawing without a name', '<svg></svg>', '5:1 AUD-PAGE'],
    ['skipped heading', '<h3>x</h3>', '5:1 AUD-PAGE'],
    ['second first heading', '<h1>x</h1>', '5:1 AUD-PAGE'],
    ['table without caption', '<table><tr><td>1</td></tr></table>', '5:1 AUD-PAGE'],
    ['header cell without scope', '<table><caption>x</caption><tr><th>1</th></tr></table>', '5:32 AUD-PAGE'],
    ['image without alt', '<img src="data:,">', '5:1 AUD-PAGE'],
    ['picture from another site', '<img alt="" src="//example.org/x.png">', '5:1 AUD-PAGE'],
    [
      'style sheet from another site',
      '<link rel="stylesheet" href="https://example.org/x.css">',
      '5:1 AUD-PAGE',
    ],
    ['too large', 'x'.repeat(200_000), '1:1 AUD-SIZE'],
  ])('%s', (_, body, expected) => {
    const found = audit({ 'a.html': page(body), 'b.html': page('') });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^a\\.html:${expected} `));
  });
});
