import { describe, expect, it } from 'vitest';
import { type BuiltFiles, build, dataOf, page, pagePaths, textFile } from '../helpers/built.ts';
import { parseCsv } from '../helpers/csv.ts';
import { attribute, byClass, byId, element, elements, textOf, wordsOf } from '../helpers/html.ts';
import { followLinks } from '../helpers/links.ts';
import { pageFaults } from '../helpers/page-faults.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';

/** Builds, and looks for faults in every page and link. */
function sound(data: Record<string, string>, files = build(dataOf(data))): BuiltFiles {
  for (const path of pagePaths(files)) expect(pageFaults(page(files, path)), path).toEqual([]);
  expect(followLinks(files)).toEqual({ broken: [], foreign: [] });
  return files;
}

const site = 'title: 年报\npublisher: 某办\n';
const organ = (name: string, more = '') =>
  `name: ${name}\nfullName: 某县${name}人民政府\nlevel: township\n${more}`;
const zero = reportJson(2021);
const sentence = (files: BuiltFiles, path: string) => wordsOf(byClass(page(files, path), 'sentence')[0]!);
const mainText = (files: BuiltFiles, path: string) => wordsOf(element(page(files, path), 'main'));

describe('a site with little in it', () => {
  it('may have no organ', () => {
    const files = sound({ 'data/site.yaml': site });
    expect(
      pagePaths(files)
        .filter((path) => !path.includes('/'))
        .sort(),
    ).toEqual(['404.html', 'about.html', 'compare.html', 'corrections.html', 'index.html', 'search.html']);
    expect(mainText(files, 'index.html')).toBe('年报 还没有公布报告。');
  });

  it('may have organs without reports', () => {
    const files = sound({
      'data/site.yaml': site,
      'data/organs/a/organ.yaml': organ('甲镇'),
      'data/organs/b/organ.yaml': organ('乙镇'),
    });
    expect(mainText(files, 'index.html')).toBe(
      '年报 还没有公布报告。 按机关看 乡镇 某县甲镇人民政府 某县乙镇人民政府',
    );
    expect(sentence(files, 'organs/a/index.html')).toBe('还没有公布报告。');
    expect(elements(page(files, 'organs/a/index.html'), 'table')).toEqual([]);
    expect(mainText(files, 'about.html')).not.toContain('核对的规则和结果');
  });

  it('counts only the organs that have reports', () => {
    const files = sound({
      ...oneOrgan({ 2022: zero, 2023: zero }),
      'data/organs/b/organ.yaml': organ('乙镇'),
    });
    expect(mainText(files, 'index.html')).toContain('已公布1个机关的2份报告，最新是2023年度，1份。');
    expect(mainText(files, 'years/2023.html')).toContain(
      '2023年度有1个机关公布了报告，其中1个没有收到新的申请。',
    );
    expect(mainText(files, 'years/2023.html')).toContain('这一年没有报告的机关 某县乙镇人民政府');
  });

  it('may have one report of one organ', () => {
    const files = sound(oneOrgan({ 2023: zero }));
    expect(mainText(files, 'index.html')).toContain('已公布1个机关的1份报告，最新是2023年度，1份。');
    expect(mainText(files, 'years/2023.html')).not.toContain('没有报告的机关');
    const report = page(files, 'organs/zhen/2023.html');
    expect(elements(byClass(report, 'actions')[0]!, 'a').map(wordsOf)).toEqual([
      '下载 Word',
      '下载 JSON',
      '下载 CSV',
    ]);
    expect(elements(byId(report, 'history'), 'th').slice(0, 2).map(wordsOf)).toEqual(['项目', '2023年']);
  });
});

describe('years', () => {
  it('without a report are named, from the first report to the last', () => {
    const files = sound(oneOrgan({ 2019: reportJson(2019), 2021: zero, 2024: zero }));
    expect(mainText(files, 'organs/zhen/index.html')).toContain('没有报告的年份：2020、2022、2023。');
    expect([...files.keys()].filter((path) => path.startsWith('years/'))).toEqual([
      'years/2024.html',
      'years/2021.html',
      'years/2019.html',
    ]);
  });

  it('lead on over a gap', () => {
    const files = sound(oneOrgan({ 2019: reportJson(2019), 2024: zero }));
    const links = elements(byClass(page(files, 'organs/zhen/2024.html'), 'actions')[0]!, 'a');
    expect([wordsOf(links[0]!), attribute(links[0]!, 'href')]).toEqual(['← 2019年', '2019.html']);
  });

  it('do not count an organ that did not exist then', () => {
    const files = sound({
      ...oneOrgan({ 2020: reportJson(2019), 2023: zero }),
      'data/organs/neu/organ.yaml': organ('新镇', 'years:\n  from: 2022\n'),
      'data/organs/alt/organ.yaml': organ('旧镇', 'years:\n  to: 2021\n'),
      'data/organs/immer/organ.yaml': organ('老镇', 'years:\n  from: 1950\n  to: 2100\n'),
    });
    const missing = (year: number) =>
      elements(page(files, `years/${year}.html`), 'li')
        .map(wordsOf)
        .filter((text) => text.startsWith('某县'));
    expect(missing(2020)).toEqual(['某县旧镇人民政府', '某县老镇人民政府']);
    expect(missing(2023)).toEqual(['某县老镇人民政府', '某县新镇人民政府']);
  });

  it('in which all received applications leave out those that received none', () => {
    const one = (address: string) =>
      /^applications\.(newReceived|granted|total)\.(natural|total)$/.test(address) ? 1 : 0;
    const files = sound(oneOrgan({ 2023: reportJson(2021, one) }));
    expect(sentence(files, 'years/2023.html')).toBe('2023年度有1个机关公布了报告。');
    expect(sentence(files, 'organs/zhen/2023.html')).toBe(
      '某镇2023年新收政府信息公开申请1件，上年结转0件，办结1件，结转下年度0件；没有行政复议和行政诉讼。',
    );
  });
});

/** Blanks are let pass in a report that is set down as it was published. */
const transcribed = { source: { published: true } };

describe('numbers that are not there', () => {
  const words: Record<string, string> = {
    'applications.newReceived.total': '空',
    'applications.carriedOver.total': '未报',
    'applications.total.total': '看不清',
    'challenges.review.total': '不适用',
    'challenges.litigationDirect.total': '未报',
  };
  const files = sound(
    oneOrgan({ 2022: zero, 2023: reportJson(2021, (address) => words[address] ?? 0, transcribed) }),
  );
  const report = page(files, 'organs/zhen/2023.html');

  it('are words in the sentence, never 0', () => {
    expect(sentence(files, 'organs/zhen/2023.html')).toBe(
      '某镇2023年新收政府信息公开申请（空），上年结转未报，办结看不清，结转下年度0件；行政复议不适用，行政诉讼未报。',
    );
    expect(sentence(files, 'years/2023.html')).toBe('2023年度有1个机关公布了报告。');
  });

  it('are words in every table', () => {
    const expected = ['（空）', '未报', '看不清', '0', '不适用', '未报', '0'];
    const row = (path: string, head: string) =>
      elements(elements(page(files, path), 'tr').find((tr) => wordsOf(tr).startsWith(head))!, 'td').map(
        wordsOf,
      );
    expect(row('organs/zhen/index.html', '2023年').slice(0, 7)).toEqual(expected);
    expect(row('years/2023.html', '某县').slice(0, 7)).toEqual(expected);
    const history = elements(byId(report, 'history'), 'tr').slice(1);
    expect(history.map((tr) => elements(tr, 'td').map(wordsOf))).toEqual(expected.map((word) => ['0', word]));
  });

  it('leave the sums over them undecided, said open and counted', () => {
    const state = '35条相符，7条不能核对';
    expect(wordsOf(byClass(report, 'state')[0]!)).toBe(`？ ${state}`);
    expect(attribute(byClass(report, 'state')[0]!, 'class')).toBe('state state-unknown');
    expect(textOf(byId(report, 'checks'))).toContain(`${state}（共42条）。`);
    expect(elements(byId(report, 'checks'), 'details').map((node) => node.attributes.has('open'))).toEqual([
      true,
    ]);
    const undecided = elements(byId(report, 'checks'), 'li')
      .map(wordsOf)
      .filter((text) => text.includes('不能核对'));
    expect(undecided).toContain('？ 不能核对 表三 · 一、本年新收政府信息公开申请数量 有1格不是数');
    expect(undecided).toContain('？ 不能核对 表三 · 总计 有3格不是数');
    expect(undecided.length).toBe(7);
    expect(mainText(files, 'about.html')).toContain('47条相符，3条不能核对');
    expect(mainText(files, 'organs/zhen/index.html')).toContain(state);
  });
});

describe('marks in names and texts', () => {
  const nasty = `<b>"粗"</b> & 'x' {{ chrome.root }} {% raw %} ]]> <!-- --> &amp;`;
  const quoted = JSON.stringify(nasty);
  const text = (key: string) => ({ [key]: `${key} ${nasty}` });
  const files = sound({
    'data/site.yaml': `title: ${quoted}\npublisher: ${quoted}\ndescription: ${quoted}\nabout: ${quoted}\nbaseUrl: https://example.cn/\ncontact:\n  address: ${quoted}\n  telephone: ${quoted}\n`,
    'data/organs/a/organ.yaml': `name: ${quoted}\nfullName: ${quoted}\nlevel: county\naliases: [${quoted}]\n`,
    'data/organs/b/organ.yaml': organ('乙镇', 'parent: a\n'),
    'data/organs/a/2023.json': reportJson(2021, undefined, {
      ...text('overview'),
      ...text('opening'),
      ...text('problems'),
      ...text('remarks'),
      // A copy of what was published keeps its slips.
      source: { published: true },
      notes: { disclosure: nasty, 'challenges.review.total': nasty },
    }),
  });

  it('are text on every page that shows them', () => {
    const shown: Record<string, number> = {
      'index.html': 3,
      'organs/a/index.html': 2,
      'organs/b/index.html': 1,
      'organs/a/2023.html': 8,
      'years/2023.html': 1,
      'about.html': 4,
      '404.html': 1,
    };
    for (const path of pagePaths(files)) {
      const content = page(files, path);
      const count = textOf(element(content, 'main')).split(nasty).length - 1;
      expect(count, path).toBeGreaterThanOrEqual(shown[path] ?? 0);
      expect(textOf(element(content, 'title')).endsWith(nasty), path).toBe(true);
      expect(wordsOf(element(content, 'footer'))).toContain(nasty);
      expect(textFile(files, path)).not.toContain('<b>');
    }
    expect(wordsOf(element(page(files, 'organs/a/2023.html'), 'h1'))).toBe(
      `${nasty}2023年政府信息公开工作年度报告`,
    );
  });

  it('are whole in the data files', () => {
    expect(JSON.parse(textFile(files, 'organs/a/2023.json'))).toMatchObject({
      ...text('overview'),
      notes: { disclosure: nasty },
    });
    expect(textFile(files, 'organs/a/2023.csv')).toContain(`a,"${nasty.replaceAll('"', '""')}",2023,`);
  });
});

describe('the page for missing pages', () => {
  const hrefs = (files: BuiltFiles, ...names: string[]) =>
    elements(page(files, '404.html'), ...names).map((node) => attribute(node, 'href'));

  it('links as from the first page', () => {
    const files = sound(oneOrgan({ 2023: zero }));
    expect(hrefs(files, 'base')).toEqual([]);
    expect(hrefs(files, 'a')).toContain('organs/zhen/index.html');
  });

  it.each(['https://example.cn/', 'https://example.cn/xxgk/nb/'])('begins at the path of %s', (baseUrl) => {
    const files = sound(oneOrgan({ 2023: zero }, { site: `baseUrl: ${baseUrl}\n` }));
    expect(hrefs(files, 'base')).toEqual([new URL(baseUrl).pathname]);
  });
});

describe('organs', () => {
  it('stand below the one they belong to, also where two of those have one name', () => {
    const county = (name: string) => `name: 城区\nfullName: ${name}城区人民政府\nlevel: county\n`;
    const files = sound({
      'data/site.yaml': site,
      'data/organs/a/organ.yaml': county('甲市'),
      'data/organs/b/organ.yaml': county('乙市'),
      'data/organs/c/organ.yaml': organ('丙镇', 'parent: a\n'),
      'data/organs/d/organ.yaml': organ('丁镇', 'parent: b\n'),
    });
    const headings = elements(page(files, 'index.html'), 'h3').map(wordsOf);
    expect(headings).toEqual(['县级政府', '城区所属', '城区所属']);
    const facts = wordsOf(byClass(page(files, 'organs/d/index.html'), 'facts')[0]!);
    expect(facts).toBe('层级乡镇 上级机关乙市城区人民政府');
  });

  it('show no fact that is empty', () => {
    const files = sound(oneOrgan({ 2023: zero }, { organ: 'aliases: []\n' }));
    expect(wordsOf(byClass(page(files, 'organs/zhen/index.html'), 'facts')[0]!)).toBe('层级乡镇');
  });

  it('have no name in a CSV file that a spreadsheet would reckon', () => {
    for (const name of ['=1+1', '+86镇', '-1+2镇', '@甲镇']) {
      const data = oneOrgan({ 2023: zero });
      const named = `name: "${name}"\nfullName: "${name}"\nlevel: township\n`;
      const files = sound({ ...data, 'data/organs/zhen/organ.yaml': named });
      for (const path of [...files.keys()].filter((each) => each.endsWith('.csv'))) {
        const fields = parseCsv(textFile(files, path).replace(/^\ufeff/, '')).flat();
        expect(
          fields.filter((field) => /^[=@+-]/.test(field)),
          path,
        ).toEqual([]);
      }
    }
  });
});
