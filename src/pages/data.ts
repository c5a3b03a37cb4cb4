import { z } from 'zod';
import { forms } from '../forms/index.ts';
import { absences } from '../forms/value.ts';
import { allReports, type Site } from '../model/site.ts';
import { dictionaryPath } from './dictionary.ts';
import { feedPaths } from './feeds/atom.ts';
import { type DataFile, dataFiles, dataPath } from './feeds/data-files.ts';
import { absenceMeanings, type Field } from './feeds/data-table.ts';
import { csvChunks, dataTables } from './feeds/data-tables.ts';
import { canonicalUrl, chrome, link, type Made, makeChrome, type PageKind } from './page.ts';

const schema = z.strictObject({
  chrome,
  sentence: z.string(),
  files: z.array(
    z.strictObject({
      id: z.string(),
      file: z.string(),
      title: z.string(),
      description: z.string(),
      rows: z.int(),
      size: z.string(),
      /** Of a CSV file; the others have the same, or none of their own. */
      fields: z.array(
        z.strictObject({ name: z.string(), title: z.string(), type: z.string(), description: z.string() }),
      ),
    }),
  ),
  words: z.array(z.strictObject({ word: z.string(), meaning: z.string() })),
  dictionaries: z.array(link),
  feeds: z.array(link),
  sample: z.string(),
  citation: z.string(),
  /** schema.org Dataset as JSON text. */
  jsonLd: z.string(),
});
type View = z.infer<typeof schema>;

const path = 'data/index.html';

const types: Record<Field['type'], string> = {
  string: '文字',
  integer: '整数',
  number: '数',
  year: '年份',
  date: '日期',
};

function* build(site: Site, { bytes }: Made): Iterable<{ path: string; view: View }> {
  const files = dataFiles(site);
  const sentence = `${site.organs.length}个机关${allReports(site).length}份报告的全部数字、更正和核对结果，都可以下载再用。`;
  yield {
    path,
    view: {
      chrome: makeChrome(site, { path, title: '开放数据', description: sentence }),
      sentence,
      files: files.map((file) => ({
        id: file.resource,
        file: file.name,
        title: file.title,
        description: file.description,
        rows: file.rows,
        size: sizeText(bytes.get(dataPath(file))),
        fields: file.format === 'csv' ? fieldsOf(file.table) : [],
      })),
      words: absences.map((word) => ({ word, meaning: absenceMeanings[word] })),
      dictionaries: forms.map((form) => ({
        label: `${form.id}年版格式的各格`,
        href: `../${dictionaryPath(form)}`,
      })),
      feeds: hasFeeds(site)
        ? [
            { label: '新公布的报告（Atom）', href: `../${feedPaths.reports}` },
            { label: '更正（Atom）', href: `../${feedPaths.corrections}` },
          ]
        : [],
      sample: firstLines(site, 10),
      citation: citation(site),
      jsonLd: jsonLd(site, sentence, files),
    },
  };
}

function fieldsOf(table: DataFile['table']): View['files'][number]['fields'] {
  return (table?.fields ?? []).map(({ name, title, type, description }) => ({
    name,
    title,
    type: types[type],
    description,
  }));
}

/** Nothing where the files were not made. */
function sizeText(bytes: number | undefined): string {
  if (bytes === undefined) return '';
  const [kilo, mega] = [1000, 1_000_000];
  return bytes < mega ? `${Math.ceil(bytes / kilo)}\u00a0KB` : `${(bytes / mega).toFixed(1)}\u00a0MB`;
}

/** Feeds need full addresses and a date: see `feeds/atom.ts`. */
export function hasFeeds(site: Site): boolean {
  const dated = allReports(site).some(({ report }) => report.published !== undefined);
  return site.config.baseUrl !== undefined && dated;
}

function firstLines(site: Site, count: number): string {
  let text = '';
  for (const chunk of csvChunks(dataTables[0]!, site)) {
    text += chunk;
    if (text.split('\r\n').length > count) break;
  }
  return text.split('\r\n').slice(0, count).join('\n').trim();
}

function citation({ config, years }: Site): string {
  const span = years.length > 0 ? `${years.at(-1)}至${years[0]}年度` : '';
  return `${config.publisher}：《${config.title}》开放数据${span ? `，${span}` : ''}${config.baseUrl ? `，${canonicalUrl(config.baseUrl, path)}` : ''}。`;
}

function jsonLd(site: Site, sentence: string, files: readonly DataFile[]): string {
  const { title, publisher, baseUrl } = site.config;
  const address = (to: string) => (baseUrl ? canonicalUrl(baseUrl, to) : to);
  const publishing = { '@type': 'GovernmentOrganization', name: publisher };
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${title}：开放数据`,
    description: `${sentence}每份政府信息公开工作年度报告的每一格一行，附机关、年度、格式、单位和没有数的原因。`,
    ...(baseUrl ? { url: address(path) } : {}),
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    keywords: ['政府信息公开', '工作年度报告', '依申请公开', '行政复议', '行政诉讼'],
    creator: publishing,
    publisher: publishing,
    ...(site.years.length > 0 ? { temporalCoverage: `${site.years.at(-1)}/${site.years[0]}` } : {}),
    distribution: files.map((file) => ({
      '@type': 'DataDownload',
      name: file.title,
      encodingFormat: file.mediatype,
      contentUrl: address(dataPath(file)),
    })),
  });
}

export default { name: 'data', schema, build } satisfies PageKind<View>;
