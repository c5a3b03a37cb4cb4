import { describe, expect, test } from 'vitest';
import { docx, zip } from './corpus/write.mjs';
import { form, index, made, numbers, page, parts, read } from './strange.ts';

const at = index('applications.newReceived.welfare');
const sound = made();

describe('cells of a page', () => {
  const cell = (change: (text: string) => string) =>
    numbers(sound, (text, i) => (i === at ? change(text) : text));
  const html = (inside: (text: string) => string) =>
    page(cell((text) => `@${text}`)).replace(/@(\d+)/, (_, text: string) => inside(text));

  test.each<[string, (text: string) => string]>([
    ['a raised mark', (text) => `${text}<sup>1</sup>`],
    ['a struck number beside', (text) => `<del>9</del>${text}`],
    ['hidden text', (text) => `<span style="display: none">9</span>${text}`],
    ['the field of a form', (text) => `<input type="text" value="${text}">`],
    ['characters without width', (text) => `&#8203;${text}&zwnj;`],
    ['a fraction of nothing', (text) => `${text}.00`],
  ])('%s changes no number and is no doubt', async (_, inside) => {
    const report = await read(html(inside));
    expect(report.values).toEqual(sound.values);
    expect(report.doubts).toEqual([]);
  });

  test.each(['①', '[1]', '*', '［注２］'])('the mark %s is told, and is no digit', async (mark) => {
    const report = await read(html((text) => `${text}${mark}`));
    expect(report.values).toEqual(sound.values);
    expect(report.doubts.map((doubt) => doubt.cell)).toEqual([form.cells[at]!.name]);
  });

  test.each([
    ['a picture', () => '<img src="5.png">'],
    ['nothing but a struck number', (text: string) => `<s>${text}</s>`],
    ['nothing but a raised number', (text: string) => `<sup>${text}</sup>`],
  ] as const)('%s is not a blank', async (_, inside) => {
    const report = await read(html(inside));
    expect(report.values[at]).toBe('看不清');
    expect(report.doubts.some((doubt) => doubt.cell === form.cells[at]!.name)).toBe(true);
  });

  test('零 and 〇 are written for 0', async () => {
    for (const nought of ['零', '〇']) {
      const report = await read(page(numbers(sound, (text) => (text === '0' ? nought : text))));
      expect(report.values).toEqual(sound.values);
      expect(report.doubts).toEqual([]);
    }
  });
});

test('columns of table four in another order are told', async () => {
  const swapped = page(sound).replace(
    '结果维持</td><td rowspan="2">结果纠正',
    '结果纠正</td><td rowspan="2">结果维持',
  );
  expect(swapped).not.toBe(page(sound));
  const report = await read(swapped);
  expect(report.values.slice(-15).every((value) => value === '看不清')).toBe(true);
  expect(report.doubts.some(({ what }) => what.includes('次序'))).toBe(true);
});

describe('Word', () => {
  /** The document with its XML changed; `from` must be there. */
  function word(from: RegExp, to: string): Promise<Awaited<ReturnType<typeof read>>> {
    const whole = Buffer.from(docx(sound));
    const start = whole.lastIndexOf('<?xml');
    const xml = whole.subarray(start, whole.indexOf('PK\x01\x02')).toString();
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    return read(
      zip({
        '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
        '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rels}/officeDocument" Target="word/document2.xml"/></Relationships>`,
        'word/document2.xml': changed,
      }),
      'a.docx',
    );
  }
  const number = /<w:r>(<w:t xml:space="preserve">\d+<\/w:t>)<\/w:r>/g;

  test.each<[string, string]>([
    ['hidden text', '<w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r><w:r>$1</w:r>'],
    ['a simple field', '<w:fldSimple w:instr="=SUM(LEFT)"><w:r>$1</w:r></w:fldSimple>'],
    ['struck out text', '<w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r><w:r>$1</w:r>'],
  ])('%s, in a main part of another name', async (_, to) => {
    const report = await word(number, to);
    expect(report.values).toEqual(sound.values);
    expect(report.doubts).toEqual([]);
  });

  test('a formula', async () => {
    const formula = /<w:r><w:t xml:space="preserve">(\d+)<\/w:t><\/w:r>/g;
    const report = await word(
      formula,
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>$1</m:t></m:r></m:oMath>',
    );
    expect(report.values).toEqual(sound.values);
  });

  test('a message has no English of a library', async () => {
    await expect(read(zip({ 'word/document.xml': '<a/>' }), 'a.docx')).rejects.toThrow(
      /^文件打不开，可能已损坏。/,
    );
  });
});

describe('Excel', () => {
  type Sheet = { name: string; hidden?: boolean; rows: string[] };
  const text = (value: string) => `t="inlineStr"><is><t>${value.replaceAll('<', '&lt;')}</t></is>`;

  function rowsOf(of: typeof sound, change: (cells: string[]) => string[] = (cells) => cells): string[] {
    return of.parts.flatMap((part) =>
      (
        part.rows?.map((row) => row.map((each) => each.text)) ?? [
          [part.title ?? part.heading ?? part.text ?? ''],
        ]
      )
        .map(change)
        .map((cells) =>
          cells.map((value, c) => `<c r="${String.fromCharCode(65 + c)}#" ${text(value)}</c>`).join(''),
        ),
    );
  }

  function book(sheets: Sheet[]): Buffer {
    const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    return zip({
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
      'xl/workbook.xml': `<workbook ${main} xmlns:r="${rels}"><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="r${i + 1}" Type="${rels}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
      ...Object.fromEntries(
        sheets.map(({ rows }, i) => [
          `xl/worksheets/sheet${i + 1}.xml`,
          `<worksheet ${main}><sheetData>${rows.map((row, r) => `<row r="${r + 1}"${row.startsWith('!') ? ' hidden="1"' : ''}>${row.replace('!', '').replaceAll('#"', `${r + 1}"`)}</row>`).join('')}</sheetData></worksheet>`,
        ]),
      ),
    }) as Buffer;
  }

  test('hidden rows and sheets are not read', async () => {
    const rows = rowsOf(sound);
    const row = rows.findIndex((each) => each.includes('2.重复申请'));
    const doubled = rows.toSpliced(row, 0, `!${rows[row]!.replaceAll(/<t>\d+</g, '<t>99<')}`);
    const earlier = rowsOf(made(8));
    const report = await read(
      book([
        { name: '上年', hidden: true, rows: earlier },
        { name: '本年', rows: doubled },
      ]),
      'a.xlsx',
    );
    expect(report.values).toEqual(sound.values);
    expect(report.doubts).toEqual([]);
  });

  test('an error in a cell is not a blank, and a formula with an empty result is told', async () => {
    const rows = rowsOf(sound);
    const row = rows.findIndex((each) => each.includes('一、本年新收'));
    const put = (cell: string) => rows.with(row, rows[row]!.replace(/<c r="B#".*?<\/c>/, cell));
    const error = await read(book([{ name: '表', rows: put('<c r="B#" t="e"><v>#REF!</v></c>') }]), 'a.xlsx');
    const first = index('applications.newReceived.natural');
    expect(error.values[first]).toBe('看不清');
    expect(error.doubts.map(({ cell }) => cell)).toContain(form.cells[first]!.name);
    const open = book([{ name: '表', rows: put('<c r="B#"><f>SUM(1,2)</f><v></v></c>') }]);
    await expect(read(open, 'a.xlsx')).rejects.toThrow('公式没有存下结果');
  });
});

describe('text', () => {
  const lines = (row: (cells: string[]) => string, of = sound) =>
    of.parts
      .map((part) =>
        part.rows
          ? part.rows.map((cells) => row(cells.map((each) => each.text))).join('\n')
          : (part.title ?? part.heading ?? part.text),
      )
      .join('\n');
  const tabbed = lines((cells) => cells.join('\t'));

  test('cells between bars, with rules between the rows or without', async () => {
    const bars = lines((cells) => `│${cells.join('│')}│\n├──┼──┼──┤`);
    const marks = lines((cells) => `| ${cells.join(' | ')} |\n|---|---|`);
    for (const each of [bars, marks]) {
      const report = await read(each, 'a.txt');
      expect(report.values).toEqual(sound.values);
      expect(report.doubts).toEqual([]);
    }
  });

  test('UTF-16 without a mark', async () => {
    const little = Buffer.from(tabbed, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()])
      expect((await read(bytes, 'a.txt')).values).toEqual(sound.values);
  });

  test('a row that begins or ends with blank cells keeps them', async () => {
    const blank = numbers(sound, (value, i) =>
      form.cells[i]!.address.startsWith('disclosure.regulations') ? '' : value,
    );
    const report = await read(
      lines((cells) => cells.join('\t'), blank),
      'a.txt',
    );
    expect(report.values.slice(0, 6)).toEqual(['空', '空', '空', ...sound.values.slice(3, 6)]);
    expect(report.doubts).toEqual([]);
  });

  test('CSV with semicolons, and numbers kept as text', async () => {
    const semicolons = lines(
      (cells) => cells.join(';'),
      parts(sound, (part) => (part.text ? [] : part)),
    );
    const texts = lines(
      (cells) => cells.join(','),
      numbers(sound, (text, i) => (i % 2 ? `="${text}"` : `'${text}`)),
    );
    for (const each of [semicolons, texts]) expect((await read(each, 'a.csv')).values).toEqual(sound.values);
  });
});
