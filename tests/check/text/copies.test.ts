import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asSource, makeOrgans, makeSources, makeTexts, type Texts } from '../../../bench/report-texts.js';
import { copyIndex, leastSharers, type TextSource } from '../../../src/check/text/copy-index.ts';
import { allCopies, type Copies, copied } from '../../../src/check/text/similarity.ts';
import { type NamedOrgan, textParts } from '../../../src/check/text/types.ts';
import { forms } from '../../../src/forms/index.ts';
import { dataFolder } from '../../../src/reports/folder.ts';
import { loadData } from '../../../src/reports/load.ts';
import { changeCharacters, changeNumbers, mixed, rename, reorder, repunctuate } from './mutations.ts';

const organs = makeOrgans(120);

function find(sources: Iterable<TextSource>, among: readonly NamedOrgan[] = organs): Map<string, Copies> {
  const index = copyIndex(sources, { organs: among, forms });
  return new Map([...allCopies(index)].map((copies) => [`${copies.organ} ${copies.year}`, copies]));
}

/**
 * Reports of 60 organs for 2023, of which numbers 40 to 59 are made by `copy` from those of organs 0
 * to 39; organs 0 to 39 write their own.
 */
function siteWith(copy: (own: NamedOrgan, i: number) => Texts): TextSource[] {
  return organs
    .slice(0, 60)
    .map((organ, i) => asSource(organ, 2023, i < 40 ? makeTexts(organ, 2023, i) : copy(organ, i)));
}

const source = (i: number) => organs[i - 40]!;
const original = (i: number) => makeTexts(source(i), 2023, i - 40);

const manners: Record<string, (own: NamedOrgan, i: number) => Texts> = {
  'word for word': (_, i) => original(i),
  'names changed': (own, i) => rename(original(i), source(i).name, own.name),
  'numbers changed': (own, i) => changeNumbers(rename(original(i), source(i).name, own.name), i),
  'sentences reordered': (own, i) => reorder(rename(original(i), source(i).name, own.name), i),
  'one character in every clause': (own, i) =>
    changeCharacters(rename(original(i), source(i).name, own.name), i),
  'all of that': (own, i) =>
    changeCharacters(reorder(changeNumbers(rename(original(i), source(i).name, own.name), i), i), i),
  'punctuation changed': (own, i) => repunctuate(rename(original(i), source(i).name, own.name)),
};

describe('copies of another organ are found', () => {
  for (const [manner, copy] of Object.entries(manners)) {
    it(manner, () => {
      const all = find(siteWith(copy));
      for (let i = 40; i < 60; i++) {
        const copies = all.get(`${organs[i]!.slug} 2023`)!;
        expect(copied(copies), organs[i]!.name).toContain('peers');
        expect(copies.peers[0]!.organ).toBe(source(i).slug);
        expect(copies.peers[0]!.share).toBeGreaterThan(0.85);
      }
      for (let i = 20; i < 40; i++) expect(copied(all.get(`${organs[i]!.slug} 2023`)!)).toEqual([]);
    });
  }

  it('halves from two others', () => {
    const all = find(siteWith((_, i) => mixed(original(i), makeTexts(organs[i - 21]!, 2023, i - 21))));
    for (let i = 40; i < 60; i++) {
      const copies = all.get(`${organs[i]!.slug} 2023`)!;
      expect(copied(copies)).toContain('peers');
      expect(copies.peerShare).toBeGreaterThan(0.9);
      const found = copies.peers.slice(0, 2).map(({ organ }) => organ);
      expect(found.sort()).toEqual([source(i).slug, organs[i - 21]!.slug].sort());
    }
  });

  it('one half from another, one half its own: half of the text', () => {
    const all = find(siteWith((own, i) => mixed(original(i), makeTexts(own, 2023, 5000 + i))));
    for (let i = 40; i < 60; i++) {
      const { peerShare, peers } = all.get(`${organs[i]!.slug} 2023`)!;
      expect(peers[0]!.organ).toBe(source(i).slug);
      expect(peerShare).toBeGreaterThan(0.35);
      expect(peerShare).toBeLessThan(0.65);
    }
  });

  it('an earlier year of another organ', () => {
    const [a, b] = organs as [NamedOrgan, NamedOrgan];
    const all = find([
      asSource(a, 2021, makeTexts(a, 2021, 1)),
      asSource(a, 2022, makeTexts(a, 2022, 2)),
      asSource(b, 2022, makeTexts(b, 2022, 3)),
      asSource(b, 2023, rename(makeTexts(a, 2021, 1), a.name, b.name)),
    ]);
    const copies = all.get(`${b.slug} 2023`)!;
    expect(copies.peers[0]).toMatchObject({ organ: a.slug, year: 2021 });
    expect(copied(all.get(`${a.slug} 2021`)!)).toEqual([]);
  });

  it('a ring of twelve in a site of thirty', () => {
    const ring = organs
      .slice(0, 30)
      .map((organ, i) =>
        asSource(
          organ,
          2023,
          i < 12
            ? rename(makeTexts(organs[0]!, 2023, 1), organs[0]!.name, organ.name)
            : makeTexts(organ, 2023, 100 + i),
        ),
      );
    const all = [...find(ring).values()];
    expect(all.filter((copies) => copied(copies).includes('peers')).length).toBe(12);
  });
});

describe("copies of the organ's own last year", () => {
  it('are found with changed years and figures', () => {
    const [a] = organs as [NamedOrgan];
    const last = makeTexts(a, 2022, 9);
    const all = find([
      asSource(a, 2022, last),
      asSource(a, 2023, changeNumbers(rename(last, '2022', '2023'), 4)),
    ]);
    const copies = all.get(`${a.slug} 2023`)!;
    expect(copied(copies)).toEqual(['self']);
    expect(copies.self).toMatchObject({ organ: a.slug, year: 2022 });
    expect(copies.self!.share).toBe(1);
  });

  it('are not found where the text is new', () => {
    const all = find(makeSources(organs.slice(0, 20), [2021, 2022, 2023]));
    for (const copies of all.values()) expect(copied(copies)).toEqual([]);
  });
});

describe('passages', () => {
  it('say where the text stands on both sides', () => {
    const [a, b] = organs as [NamedOrgan, NamedOrgan];
    const texts = makeTexts(a, 2023, 1);
    const copy = rename(texts, a.name, b.name);
    const { peers } = find([asSource(a, 2023, texts), asSource(b, 2023, copy)]).get(`${b.slug} 2023`)!;
    expect(peers[0]!.passages.length).toBeGreaterThan(0);
    for (const { section, start, end, other, equal } of peers[0]!.passages) {
      const here = copy[section as keyof Texts].slice(start, end);
      const there = texts[other.section as keyof Texts].slice(other.start, other.end);
      expect(here).toBe(there.replaceAll(a.name, b.name));
      expect(equal).toBe(true);
    }
  });

  it('tell equal from nearly equal', () => {
    const [a, b] = organs as [NamedOrgan, NamedOrgan];
    const texts = makeTexts(a, 2023, 1);
    const copy = {
      ...texts,
      overview: texts.overview.replace('主动公开。', '主动公开。额外').replace('份，', '份鑫，'),
    };
    const { peers } = find([asSource(a, 2023, texts), asSource(b, 2023, copy)]).get(`${b.slug} 2023`)!;
    expect(peers[0]!.passages.map(({ equal }) => equal)).toContain(false);
    expect(peers[0]!.passages.map(({ equal }) => equal)).toContain(true);
  });
});

describe('what all must say is no copy', () => {
  const opening =
    '根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号要求编制本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。报告的电子版可在县政府门户网站下载，纸质文本存放在政务服务大厅供公众查阅，如有疑问请于工作日上班时间与县政务公开办公室联系。';
  for (const count of [2, 3, 6, 20, 100]) {
    it(`a statutory opening shared by ${count} organs`, () => {
      const site = organs
        .slice(0, count)
        .map((organ, i) => asSource(organ, 2023, { ...makeTexts(organ, 2023, i), opening }));
      for (const copies of find(site).values()) {
        expect(copied(copies)).toEqual([]);
        expect(copies.peerShare).toBeLessThan(0.15);
      }
    });
  }

  it('reports of zeros in the words of the form', () => {
    const zeros = (organ: NamedOrgan): Texts => ({
      opening,
      overview: `2023年，${organ.name}未收到政府信息公开申请，没有上年结转，没有结转下年度继续办理。行政许可0件，行政处罚0件，行政强制0件。没有行政复议、行政诉讼。`,
      problems: '存在的主要问题是主动公开不够及时。下一步加强培训。',
      remarks: '未收取信息处理费。',
    });
    const all = find(organs.slice(0, 4).map((organ) => asSource(organ, 2023, zeros(organ))));
    for (const copies of all.values()) expect(copied(copies)).toEqual([]);
  });

  it('a site in which all texts are the same is told as such', () => {
    const same = organs
      .slice(0, 25)
      .map((organ) =>
        asSource(organ, 2023, rename(makeTexts(organs[0]!, 2023, 1), organs[0]!.name, organ.name)),
      );
    for (const copies of find(same).values()) expect(copied(copies)).toContain('common');
  });

  it('limits: nothing is common among four, two thirds of a county, fifty anywhere', () => {
    expect([1, 4, 5, 7, 12, 30, 75, 1000].map((n) => leastSharers(n))).toEqual([5, 5, 5, 5, 8, 20, 50, 50]);
  });

  it('the sample reports, which are independent of each other', () => {
    const { value } = loadData(dataFolder(fileURLToPath(new URL('../../../', import.meta.url))), forms);
    const reports = [...value.reports].sort((a, b) =>
      a.organ === b.organ ? a.year - b.year : a.organ < b.organ ? -1 : 1,
    );
    expect(reports.length).toBeGreaterThan(20);
    const all = find(
      reports.map((report) => ({ organ: report.organ, year: report.year, parts: textParts(report) })),
      [...value.organs.values()],
    );
    for (const copies of all.values()) {
      expect(copied(copies), `${copies.organ} ${copies.year}`).toEqual([]);
      expect(copies.peerShare).toBeLessThan(0.1);
      expect(copies.self?.share ?? 0).toBeLessThan(0.1);
    }
  });
});

describe('the index', () => {
  it('gives the same answer every time', () => {
    const once = [...find(siteWith(manners['all of that']!)).values()];
    const again = [...find(siteWith(manners['all of that']!)).values()];
    expect(again).toEqual(once);
  });

  it('asks for reports in order', () => {
    const [a, b] = organs as [NamedOrgan, NamedOrgan];
    const texts = makeTexts(a, 2023, 1);
    expect(() => find([asSource(b, 2023, texts), asSource(a, 2023, texts)])).toThrow();
  });

  it('takes empty and very short reports', () => {
    const [a, b] = organs as [NamedOrgan, NamedOrgan];
    const none = { opening: '', overview: '', problems: '无。', remarks: '无。' };
    const all = find([asSource(a, 2023, none), asSource(b, 2023, none)]);
    expect([...all.values()].map(({ characters, peers }) => [characters, peers.length])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});
