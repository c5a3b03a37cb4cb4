import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { importCommand } from '../../src/commands/import.ts';
import { forms } from '../../src/forms/index.ts';
import { readDocumentFile } from '../../src/import/document.ts';
import { ImportFault } from '../../src/import/fault.ts';
import { zip } from './corpus/write.mjs';

const corpus = fileURLToPath(new URL('./corpus/files/', import.meta.url));
const sample = (file: string) => readFileSync(join(corpus, file));

/** What a person is told of a document; fails where it reads, or where it takes long. */
async function fault(file: string, bytes: Uint8Array): Promise<string> {
  const start = performance.now();
  const told = await readDocumentFile(file, bytes, forms).then(
    () => 'it was read',
    (error: unknown) => {
      if (error instanceof ImportFault) return error.message;
      throw error;
    },
  );
  expect(performance.now() - start).toBeLessThan(10_000);
  return told;
}

/** A zip with one packed part whose size is stated as something else. */
function packedZip(name: string, content: Uint8Array, size: number): Buffer {
  const packed = deflateRawSync(content);
  const whole = Buffer.from(zip({ [name]: packed, 'word/document.xml': '' }));
  const central = whole.indexOf('PK\x01\x02');
  for (const [at, shift] of [
    [0, 4],
    [central, 6],
  ] as const) {
    whole.writeUInt16LE(8, at + shift + 4);
    whole.writeUInt32LE(size, at + shift + 18);
  }
  return whole;
}

/** A PDF whose one page has this content. */
function pdf(content: Uint8Array, filter: string): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>',
  ].map((text, i) => Buffer.from(`${i + 1} 0 obj${text}endobj\n`));
  const stream = [Buffer.from(`4 0 obj<</Length ${content.length}/Filter${filter}>>stream\n`), content];
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...objects,
    ...stream,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ]);
}

describe('a document that means harm, or has come to harm', () => {
  test('a zip bomb, by the size it states', async () => {
    const bomb = packedZip('word/media/a.bmp', Buffer.alloc(300_000_000), 300_000_000);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await fault('a.docx', bomb)).toContain('解开以后太大');
  });

  test('a zip bomb that states a small size', async () => {
    expect(await fault('a.docx', packedZip('word/media/a.bmp', Buffer.alloc(300_000_000), 1000))).toContain(
      '损坏',
    );
  });

  test('a zip with too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`word/${i}.xml`, '']));
    expect(await fault('a.docx', zip(parts))).toContain('部件太多');
  });

  test('a PDF bomb', async () => {
    expect(await fault('a.pdf', pdf(deflateSync(Buffer.alloc(400_000_000)), '/FlateDecode'))).toContain(
      '太大',
    );
  });

  test('a PDF bomb packed twice', async () => {
    const twice = deflateSync(deflateSync(Buffer.alloc(50_000_000)));
    expect(await fault('a.pdf', pdf(twice, '[/FlateDecode/FlateDecode]'))).toContain('太大');
  });

  test('pages nested without end', async () => {
    for (const tag of ['div', 'table><tr><td', 'b', 'ul><li', 'font', 'x-y'])
      expect(await fault('a.html', Buffer.from(`<html>${`<${tag}>`.repeat(200_000)}`)), tag).toContain(
        '太深',
      );
  });

  test('Word nested without end', async () => {
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}`;
    expect(await fault('a.docx', zip({ 'word/document.xml': xml }))).toMatch(/打不开|太深|没有找到/);
  });

  test('JSON nested without end', async () => {
    expect(await fault('a.json', Buffer.from('['.repeat(500_000)))).toContain('套得太深');
  });

  test('entities that grow, and one that reads a file', async () => {
    const lol = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const head = `<!DOCTYPE x [<!ENTITY l0 "lol">${lol}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const xml = `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&l12;&f;</w:t></w:r></w:p></w:body></w:document>`;
    const told = await fault('a.docx', zip({ 'word/document.xml': xml }));
    expect(told).toMatch(/打不开|没有找到/);
    expect(told).not.toContain('root:');
  });

  test('100 MB is not even opened', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gouji-hostile-'));
    try {
      const file = join(folder, 'large.txt');
      writeFileSync(file, '');
      truncateSync(file, 100_000_000);
      const told: string[] = [];
      const terminal = { out: (t: string) => told.push(t), err: (t: string) => told.push(t), color: false };
      expect(await importCommand({ root: folder, files: [file], organ: 'a', force: false }, terminal)).toBe(
        1,
      );
      expect(told.join('')).toContain('文件太大');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('a table a hundred thousand rows long', async () => {
    const rows = '<tr><td>规章<td>1<td>2<td>3'.repeat(100_000);
    const page = `<html><h2>二、主动公开政府信息情况</h2><table>${rows}</table>`;
    expect(await fault('a.html', Buffer.from(page))).toContain('不像一份年度报告');
    expect(await fault('a.txt', Buffer.from('规章\n1\n2\n3\n'.repeat(100_000)))).toContain(
      '不像一份年度报告',
    );
  });

  test.each([
    'plain2021-docx.docx',
    'plain2021-html-doc.doc',
    'plain2021-html-pdf.pdf',
    'plain2021-xlsx.xlsx',
  ])('%s cut off anywhere is told, or read without a silent fault', async (file) => {
    const whole = sample(file);
    for (const share of [0.01, 0.2, 0.5, 0.8, 0.97]) {
      const told = await fault(file, whole.subarray(0, Math.floor(whole.length * share)));
      expect(told, String(share)).toMatch(/不完整|损坏|不是|没有|不像|打不开/);
    }
  });

  test('encrypted', async () => {
    const zipped = Buffer.from(zip({ 'word/document.xml': '' }));
    zipped.writeUInt16LE(1, zipped.indexOf('PK\x01\x02') + 8);
    expect(await fault('a.docx', zipped)).toContain('密码');
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await fault('a.docx', ole)).toContain('密码');
    const locked = readFileSync(new URL('../fixtures/import/encrypted.pdf', import.meta.url));
    expect(await fault('a.pdf', locked)).toContain('密码');
  });

  test('what it is not', async () => {
    const tell: [string, Uint8Array, string][] = [
      ['a.pdf', Buffer.from('这不是 PDF'), '里面却不是'],
      ['a.docx', Buffer.from('\x89PNG\r\n', 'latin1'), '图片'],
      ['a.docx', Buffer.from('{\\rtf1 x}'), 'RTF'],
      ['a.doc', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related'), 'mht'],
      ['a.docx', zip({ 'content.xml': '' }), 'OpenDocument'],
      ['a.xyz', Buffer.from('文字'), '不认识'],
      ['a.txt', Buffer.alloc(0), '空的'],
      ['a.txt', Buffer.from('今天天气很好。'), '没有找到年度报告'],
      ['a.pdf', pdf(deflateSync(Buffer.from(' ')), '/FlateDecode'), '扫描'],
    ];
    for (const [file, bytes, words] of tell) expect(await fault(file, bytes), file).toContain(words);
  });
});

describe('a sheet', () => {
  const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const workbook = (rows: string) =>
    zip({
      'xl/workbook.xml': `<workbook xmlns="${sheet}" xmlns:r="${rels}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${sheet}"><sheetData>${rows}</sheetData></worksheet>`,
    });
  const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const head = `<row r="1">${text('A1', '二、主动公开政府信息情况')}</row><row r="2">${text('A2', '行政事业性收费')}`;

  test('whose formula has no result is not read as blank', async () => {
    expect(await fault('a.xlsx', workbook(`${head}<c r="B2"><f>1+1</f></c></row>`))).toContain('公式');
  });

  test('whose formula has one is read, without what binary arithmetic adds', async () => {
    const bytes = workbook(`${head}<c r="B2"><f>1+1</f><v>96171.600000000006</v></c></row>`);
    const { report } = await readDocumentFile('a.xlsx', bytes, forms);
    expect(report.values[report.form.cellAt.get('disclosure.fees')!.index]).toBe(96171.6);
  });
});

describe('a name that says something else', () => {
  test.each([
    ['a.doc', 'plain2021-html.html', '.html'],
    ['a.doc', 'plain2021-docx.docx', '.docx'],
    ['a.docx', 'plain2021-html-doc.doc', '.doc'],
    ['a.html', 'plain2021-html-pdf.pdf', '.pdf'],
    ['a.docx', 'plain2021-xlsx.xlsx', '.xlsx'],
    ['noname', 'plain2021-docx.docx', '.docx'],
  ])('%s that is %s is read as what it is', async (name, file, ending) => {
    const { report, instead } = await readDocumentFile(name, sample(file), forms);
    expect(instead).toBe(ending);
    expect(report.values).toEqual((await readDocumentFile(file, sample(file), forms)).report.values);
  });
});

/** In a process of its own, with little memory: it would die of more. */
test('bombs are told in bounded memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-hostile-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, 'a.docx'),
    packedZip('word/media/a.bmp', Buffer.alloc(300_000_000), 300_000_000),
  );
  writeFileSync(join(folder, 'b.pdf'), pdf(deflateSync(Buffer.alloc(400_000_000)), '/FlateDecode'));
  writeFileSync(join(folder, 'c.html'), `<html>${'<div>'.repeat(1_000_000)}`);
  const cli = new URL('../../lib/cli.js', import.meta.url).href;
  const run = join(folder, 'run.mjs');
  writeFileSync(
    run,
    `process.on('exit', () => console.log('peak', process.resourceUsage().maxRSS)); await import('${cli}');`,
  );
  const { stdout: out } = spawnSync(process.execPath, [run, 'import', folder], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(out).toContain('没有读入 3 份');
  expect(Number(/peak (\d+)/.exec(out)?.[1])).toBeLessThan(700_000);
});
