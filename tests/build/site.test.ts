import { describe, expect, it } from 'vitest';
import { assetNames, build, page, pagePaths, siteOf, textFile } from '../helpers/built.ts';
import { attribute, byClass, element, elements, textOf, wordsOf } from '../helpers/html.ts';
import { followLinks } from '../helpers/links.ts';
import { pageFaults } from '../helpers/page-faults.ts';

const files = build();
const pages = pagePaths(files).map((path) => ({ path, content: page(files, path) }));
const site = siteOf();
const organPages = (slug: string) => pages.filter(({ path }) => path.startsWith(`organs/${slug}/`));

describe('the sample site', () => {
  it('has a page for each report, organ and year, and the others', () => {
    const expected = [
      ...['404.html', 'about.html', 'compare.html', 'corrections.html', 'index.html', 'search.html'],
      ...site.organs.flatMap(({ organ, reports }) => [
        `organs/${organ.slug}/index.html`,
        ...reports.map(({ report }) => `organs/${organ.slug}/${report.year}.html`),
        ...reports.slice(1).map(({ report }) => `organs/${organ.slug}/${report.year}-compare.html`),
        ...(organ.slug === 'shili' ? site.years.map((year) => `organs/shili/rollup-${year}.html`) : []),
        ...(organ.slug === 'dongjie' ? ['organs/dongjie/2021-before-2022-03-08.html'] : []),
      ]),
      ...site.years.map((year) => `years/${year}.html`),
      ...site.years.map((year) => `quality/${year}.html`),
      ...site.catalogue.map(({ id }) => `rules/${id.toLowerCase()}.html`),
      'quality/index.html',
      ...['data/index.html', 'data/dictionary-2019.html', 'data/dictionary-2021.html'],
    ];
    expect(pages.map(({ path }) => path).sort()).toEqual(expected.sort());
  });

  it('has nothing besides', () => {
    const others = [...files.keys()].filter(
      (path) => !path.endsWith('.html') && !/^(organs|data|search)\//.test(path),
    );
    expect(others.map((path) => path.replace(/-[0-9a-f]{10}\./, '-….')).sort()).toEqual(
      [
        ...Object.keys(assetNames)
          .filter((name) => name.endsWith('.js'))
          .map((name) => `assets/${name.replace('.js', '-….js')}`),
        'assets/site-….css',
        'feeds/corrections.xml',
        'feeds/reports.xml',
        'robots.txt',
        'sitemap.xml',
      ].sort(),
    );
  });

  it.each(pages)('$path is a sound page', ({ content }) => {
    expect(pageFaults(content)).toEqual([]);
  });

  it('has a title of its own on each page', () => {
    const titles = pages.map(({ content }) => wordsOf(element(content, 'title')));
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });

  it('has no link that leads nowhere, and none to other hosts but those of the narratives', () => {
    const { broken, foreign } = followLinks(files);
    expect(broken).toEqual([]);
    const texts = site.organs.flatMap(({ reports }) => reports.map(({ report }) => report.text)).join('\n');
    expect(foreign.filter((address) => !texts.includes(address))).toEqual([]);
  });

  it('names its own address only as canonical and in words', () => {
    for (const { path, content } of pages) {
      const canonical = elements(content, 'link').filter((link) => attribute(link, 'rel') === 'canonical');
      const current = path.replace(/(^|\/)index\.html$/, '$1').replace(/-before-[\d-]+/, '');
      const address = `https://example.org/nianbao/${current}`;
      expect(canonical.map((link) => attribute(link, 'href'))).toEqual(path === '404.html' ? [] : [address]);
      const isReport = /organs\/.*\/\d+\.html/.test(current);
      expect(byClass(content, 'address').map(textOf)).toEqual(isReport ? [`本页网址：${address}`] : []);
      // The page of the open data names the addresses of its files.
      if (path === 'data/index.html') continue;
      expect(textFile(files, path).split('example.org/').length - 1).toBe(
        canonical.length + (isReport ? 2 : 0),
      );
    }
  });

  it('has report pages of at most 60 kB, and one style sheet for all', () => {
    const sizes = site.organs.flatMap(({ organ, reports }) =>
      reports.map(({ report }) =>
        Buffer.byteLength(textFile(files, `organs/${organ.slug}/${report.year}.html`)),
      ),
    );
    expect(sizes.length).toBe(25);
    expect(Math.max(...sizes)).toBeLessThan(60_000);
    for (const { content } of pages)
      expect(elements(content, 'link').filter((link) => attribute(link, 'rel') === 'stylesheet').length).toBe(
        1,
      );
  });

  it('has style sheets that load nothing', () => {
    const [sheet] = [...files].filter(([path]) => path.endsWith('.css'));
    expect(Buffer.from(sheet![1]).toString()).not.toMatch(/url\(|@import|https?:/);
  });
});

describe('fictional organs', () => {
  const fictional = site.organs.filter(({ organ }) => organ.example);
  const notice = '示例　这个机关是虚构的，文字和数都不是真的，只用来演示。';

  it('are six, and 四棵树镇 is none of them', () => {
    expect(fictional.length).toBe(6);
    expect(site.organs.length).toBe(7);
    expect(fictional.map(({ organ }) => organ.slug)).not.toContain('sikeshu');
  });

  it('say so on each of their pages; the real one does not', () => {
    for (const { organ } of site.organs) {
      expect(organPages(organ.slug).length).toBeGreaterThan(1);
      for (const { path, content } of organPages(organ.slug)) {
        const notices = byClass(content, 'example-notice').map(wordsOf);
        expect(notices, path).toEqual(organ.example ? [notice] : []);
      }
    }
    for (const { content } of organPages('sikeshu'))
      expect(textOf(element(content, 'main'))).not.toMatch(/示例|虚构/);
  });

  it('are marked wherever they are listed among others', () => {
    for (const { path, content } of pages) {
      if (path.startsWith('organs/') || ['about.html', '404.html'].includes(path)) continue;
      for (const { organ } of site.organs) {
        const entries = elements(content, 'li', 'tr').filter((entry) =>
          elements(entry, 'a').some((a) => textOf(a) === organ.fullName),
        );
        for (const entry of entries)
          expect(byClass(entry, 'tag').map(textOf), `${path} ${organ.name}`).toEqual(
            organ.example ? ['示例'] : [],
          );
      }
    }
  });
});

describe('the page of a report with nothing but zeros', () => {
  const content = page(files, 'organs/sikeshu/2023.html');

  it('says so in one sentence', () => {
    expect(byClass(content, 'sentence').map(wordsOf)).toEqual([
      '四棵树镇2023年没有收到政府信息公开申请，也没有上年结转；没有行政复议和行政诉讼。报告中的数都是0。',
    ]);
  });

  it('prints every zero, and does not invent a date', () => {
    const cells = byClass(content, 'form').flatMap((table) => elements(table, 'td'));
    expect(cells.length).toBe(200);
    for (const cell of cells) expect([wordsOf(cell), attribute(cell, 'class')]).toEqual(['0', 'zero']);
    expect(wordsOf(byClass(content, 'facts')[0]!)).not.toContain('公布日期');
  });

  it('counts the sums that were checked', () => {
    expect(wordsOf(byClass(content, 'state')[0]!)).toBe('✓ 勾稽42条全部相符');
    expect(byClass(content, 'outcome').map(wordsOf)).toEqual(Array(6).fill('✓ 相符'));
    expect(byClass(content, 'zeros').flatMap((list) => elements(list, 'a')).length).toBe(42);
  });
});

describe('the page of a report with numbers', () => {
  it('tells what happened, as its tables say', () => {
    expect(wordsOf(byClass(page(files, 'organs/zirun/2023.html'), 'sentence')[0]!)).toBe(
      '自然资源局2023年新收政府信息公开申请31件，上年结转1件，办结30件，结转下年度2件；行政复议3件，行政诉讼1件。',
    );
  });

  it('writes each sum with its numbers', () => {
    const content = page(files, 'organs/zirun/2023.html');
    const balance = elements(content, 'li').find((item) => wordsOf(item).includes('31 + 1 = 30 + 2'))!;
    expect(wordsOf(balance)).toBe('✓ 相符 表三 · 总计 31 + 1 = 30 + 2');
    expect(attribute(elements(balance, 'a')[0]!, 'href')).toBe('#applications.carriedForward.total');
  });

  it('leads to the years before and after', () => {
    const actions = (year: number) =>
      elements(byClass(page(files, `organs/zirun/${year}.html`), 'actions')[0]!, 'a').map((a) => [
        wordsOf(a),
        attribute(a, 'href'),
      ]);
    expect(actions(2022)).toEqual([
      ['← 2021年', '2021.html'],
      ['2023年 →', '2023.html'],
      ['下载 Word', '2022.docx'],
      ['下载 Excel', '2022.xlsx'],
      ['下载 JSON', '2022.json'],
      ['下载 CSV', '2022.csv'],
    ]);
    expect(actions(2020)[0]).toEqual(['2021年 →', '2021.html']);
    expect(actions(2023)[0]).toEqual(['← 2022年', '2022.html']);
  });
});
