import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { exportCommand } from '../../src/commands/export.ts';
import { makeDocument, type OfficialDocument } from '../../src/export/document.ts';
import { fontsFrom, freeFonts } from '../../src/export/pdf/fonts.ts';
import { pdfWriter } from '../../src/export/pdf/index.ts';
import { facesOf } from '../../src/export/pdf/sfnt.ts';
import { dataOf, tryBuild } from '../helpers/built.ts';
import { sample } from '../helpers/export-samples.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';
import { folderOf, recordingTerminal } from '../helpers/terminal.ts';
import { temporaryFolder } from '../helpers/tree.ts';

const regular = readFileSync(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  ),
);
const write = pdfWriter(freeFonts()!)!;

function pdf(document: OfficialDocument): Uint8Array {
  const written = write(document);
  if ('missing' in written) throw new Error(written.missing.join());
  return written;
}

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages = Array.from({ length: document.numPages }, async (_, i) => {
    const { items } = await (await document.getPage(i + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return Promise.all(pages);
}

/** Of fonts and pages, as the file has them. */
const sourceOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a PDF', () => {
  const bytes = pdf(makeDocument(sample('chengguan 2022')));

  test('is A4, has its page numbers, and text that can be read', async () => {
    const pages = await pagesOf(bytes);
    expect(pages.length).toBeGreaterThan(3);
    for (const [i, text] of pages.entries()) expect(text.replaceAll(' ', '')).toContain(`—${i + 1}—`);
    expect(pages[0]).toContain('政府信息公开工作年度报告');
    for (const text of pages) expect(text).toContain('示例：机关、数字和文字均属虚构');
    const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1);
    expect(page.view.map((points) => Math.round((points / 72) * 25.4))).toEqual([0, 0, 210, 297]);
  });

  test('holds the face it is set in, and no other', () => {
    const names = [...sourceOf(bytes).matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !/^[A-Z]{6}\+NotoSerifSC-/.test(name))).toEqual([]);
    expect(sourceOf(bytes)).toContain('/FontFile2');
  });

  test('says whose it is, and not when it was made', () => {
    expect(sourceOf(bytes)).not.toMatch(/CreationDate|ModDate/);
  });

  test('repeats the heads of a table that does not fit on a page', async () => {
    const document = makeDocument(sample('zhen 2023'));
    const section = document.sections.find(({ table }) => table?.headRows === 3)!;
    const { rows } = section.table!;
    const last = rows.at(-1)!;
    const long = { ...section.table!, rows: [...rows, ...Array.from({ length: 80 }, () => last)] };
    const pages = await pagesOf(pdf({ ...document, sections: [{ ...section, table: long }] }));
    expect(pages.length).toBeGreaterThan(2);
    const heads = pages.map((text) => text.replaceAll(' ', '').includes('申请人情况'));
    expect(heads).toEqual([...pages.slice(0, -1).map(() => true), pages.at(-1)!.includes('四、结转')]);
  });
});

test('where Typst cannot be loaded there is no writer', () => {
  const load = () => {
    throw new Error('Failed to load native binding');
  };
  expect(pdfWriter(freeFonts()!, load)).toBeUndefined();
});

describe('fonts', () => {
  test('are asked which characters they hold and what they are called', () => {
    const [face, ...others] = facesOf(regular);
    expect(others).toEqual([]);
    expect(face!.families).toContain('Noto Serif SC');
    for (const char of '四棵树镇，“”—0A浉鄠') expect(face!.has(char.codePointAt(0)!), char).toBe(true);
    for (const char of '\u{1f600}\ue123\u{2fa1d}') expect(face!.has(char.codePointAt(0)!), char).toBe(false);
    expect(facesOf(Buffer.from('no font'))).toEqual([]);
    expect(facesOf(regular.subarray(0, 500))).toEqual([]);
  });

  test('of a folder are taken for the parts they are made for, the installed one for the rest', () => {
    const renamed = Buffer.from(regular);
    rename(renamed, 'Noto Serif SC', 'FangSong');
    const fonts = fontsFrom([renamed])!;
    expect(fonts.faces.body).toEqual(['FangSong', 'Noto Serif SC']);
    expect(fonts.faces.title).toEqual(['Noto Serif SC']);
    expect(fontsFrom([Buffer.from('no font')])).toBeUndefined();
  });

  test('that lack a character keep the document from being written', () => {
    const document = { ...makeDocument(sample('sikeshu 2023')), organ: '某\u{1f600}\ue123镇' };
    expect(write(document)).toEqual({ missing: ['\u{1f600}', '\ue123'] });
  });
});

describe('a report with a character that no face holds', () => {
  const files = oneOrgan(
    { 2023: reportJson(2021, () => 0, { overview: '工作平稳\u{1f600}。' }) },
    { site: 'downloads: [pdf]\n' },
  );

  test('is not exported as PDF, and said why', () => {
    const terminal = recordingTerminal();
    const out = temporaryFolder();
    const exit = exportCommand({ root: folderOf(files), to: ['pdf', 'docx'], out, force: false }, terminal);
    expect(exit).toBe(1);
    expect(terminal.told()).toContain('字体里没有这些字：\u{1f600}');
    expect(terminal.printed()).toContain('.docx\n');
  });

  test('keeps the site from being published', () => {
    const { files: made, result } = tryBuild(dataOf(files));
    expect(made).toBeUndefined();
    expect(
      result.diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ code, place }) => [code, place?.file]),
    ).toEqual([['OUT-MISSING', 'data/organs/zhen/2023.json']]);
  });

  test('a folder without fonts is refused', () => {
    const terminal = recordingTerminal();
    const fonts = join(temporaryFolder(), 'fonts');
    mkdirSync(fonts);
    writeFileSync(join(fonts, 'a.ttf'), 'no font');
    const options = {
      root: folderOf(files),
      to: ['pdf'] as const,
      out: temporaryFolder(),
      fonts,
      force: false,
    };
    expect(exportCommand(options, terminal)).toBe(2);
    expect(terminal.told()).toContain('没有字体文件');
  });
});

/** Puts another family name into a font, filled up with zeros to the length of the old one. */
function rename(font: Buffer, from: string, to: string): void {
  const [old, name] = [from, to.padEnd(from.length, '\0')].map((text) =>
    Buffer.from(text, 'utf16le').swap16(),
  );
  for (let at = font.indexOf(old!); at >= 0; at = font.indexOf(old!, at + 1)) name!.copy(font, at);
}
