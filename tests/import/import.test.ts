import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importCommand } from '../../src/commands/import.ts';
import { forms } from '../../src/forms/index.ts';
import { cellValues } from '../../src/forms/schema.ts';
import { formatOf } from '../../src/import/index.ts';
import { type Imported, readReport } from '../../src/import/read.ts';
import { buildSite, type Site } from '../../src/model/site.ts';
import { gather } from '../../src/pipeline.ts';
import { renderSite } from '../../src/render/index.ts';
import { templateFolder } from '../../src/render/template-folder.ts';
import { dataFolder } from '../../src/reports/folder.ts';
import { assetNames, build } from '../helpers/built.ts';
import { figures, figuresReport } from '../helpers/figures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seedFile = join(root, 'tests/fixtures/seed/四棵树镇-2023.txt');
const headings = forms.at(-1)!.sections.map((section) => section.heading);
const gathered = gather({ data: dataFolder(root), forms, progress: () => {} });

async function read(file: string, bytes: Uint8Array): Promise<Imported> {
  return readReport(await formatOf(file)!.read(bytes, headings), forms);
}

function paragraphs(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter((line) => line.trim() !== '');
}

describe('the seed text', () => {
  test('reads to exactly the hand-made data, without a doubt', async () => {
    const imported = await read('四棵树镇-2023.txt', readFileSync(seedFile));
    const byHand = gathered.dataset.reports.find((report) => report.organ === 'sikeshu')!;
    expect(imported.doubts).toEqual([]);
    expect(imported.form).toBe(byHand.form);
    expect(imported.values).toEqual(byHand.values);
    expect(imported.organName).toBe('四棵树镇');
    expect(imported.year).toBe(2023);
    expect(imported.opening).toBeUndefined();
    for (const [key, text] of byHand.sections) expect(imported.sections.get(key)).toBe(text.trim());
  });

  test('the command writes a file that check accepts as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gouji-import-'));
    try {
      const told: string[] = [];
      const terminal = { out: (t: string) => told.push(t), err: (t: string) => told.push(t), color: false };
      const options = { root: folder, files: [seedFile], organ: 'sikeshu', force: false };
      expect(await importCommand(options, terminal)).toBe(0);
      const { dataset } = gather({ data: dataFolder(folder), forms, progress: () => {} });
      expect(dataset.reports).toHaveLength(1);
      const again = await importCommand(options, terminal);
      expect(again).toBe(1);
      expect(told.join('')).toContain('已经有了，没有改动它');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a Word document with merged cells', () => {
  test('the figures of a city read right from its spans', async () => {
    const file = join(root, 'tests/fixtures/import/suqian-2023.docx');
    const imported = await read(file, readFileSync(file));
    const truth = figuresReport(figures('suqian-2023'));
    expect(imported.doubts).toEqual([]);
    expect(imported.year).toBe(2023);
    expect(imported.values).toEqual(cellValues(imported.form, truth));
    expect(imported.sections.get('remarks')).toBe('25件申请收取信息处理费2950元');
  });
});

describe('our own pages', () => {
  const site: Site = buildSite(gathered.dataset.site!, gathered.dataset, gathered.checked);
  const pages = [...renderSite(site, templateFolder(root).source, { assets: assetNames })];

  test.each(gathered.dataset.reports.map((report) => [report.organ, report.year, report] as const))(
    '%s %i reads back to the same numbers, text and notes',
    async (organ, year, report) => {
      const page = pages.find((file) => file.path === `organs/${organ}/${year}.html`)!;
      const imported = await read('x.html', Buffer.from(page.content as string));
      expect(imported.form).toBe(report.form);
      expect(imported.values).toEqual(report.values);
      for (const [key, text] of report.sections) {
        expect(paragraphs(imported.sections.get(key))).toEqual(paragraphs(text));
      }
      expect(paragraphs(imported.opening)).toEqual(paragraphs(report.opening));
    },
  );
});

describe('our own data files', () => {
  const files = build();

  test.each(gathered.dataset.reports.map((report) => [report.organ, report.year, report] as const))(
    '%s %i reads back from JSON and from CSV',
    async (organ, year, report) => {
      for (const ending of ['json', 'csv']) {
        const path = `organs/${organ}/${year}.${ending}`;
        const imported = await read(path, Buffer.from(files.get(path)!));
        expect(imported.form).toBe(report.form);
        expect(imported.values).toEqual(report.values);
        expect(imported.organName).toBe(organ);
        expect(imported.year).toBe(year);
        if (ending === 'csv') continue;
        // They are signed, and signed anew by who takes the figures over.
        const left = (['waivers', 'corrections'] as const).filter((key) => report[key]);
        expect(imported.doubts).toEqual(left.map((where) => ({ where, what: '这一部分没有读入' })));
        for (const [key, text] of report.sections) expect(imported.sections.get(key)).toBe(text.trim());
      }
    },
  );
});
