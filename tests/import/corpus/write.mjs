/** Reports as files of the kinds that are not made by another program: pages, Word by hand, text. */
import { crc32 } from 'node:zlib';

const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

/** A plain page; `style` is how its maker writes. */
export function html({ parts }, style = {}) {
  const {
    cell = (text) => text,
    close = true,
    paragraph = 'p',
    heading = 'h2',
    wrap = (body) => body,
    border = 1,
  } = style;
  const spans = ({ colSpan, rowSpan }) =>
    `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
  const end = (name) => (close ? `</${name}>` : '');
  const body = parts.map((part) => {
    if (part.title) return `<h1 align="center">${escapeHtml(part.title)}</h1>`;
    if (part.heading) return `<${heading}>${escapeHtml(part.heading)}</${heading}>`;
    if (part.raw) return part.raw;
    if (part.rows) {
      const rows = part.rows.map(
        (row) =>
          `<tr>${row.map((each) => `<td${spans(each)}>${cell(escapeHtml(each.text))}${end('td')}`).join('')}${end('tr')}`,
      );
      return `<table border="${border}" cellspacing="0">${rows.join('\n')}</table>`;
    }
    return `<${paragraph}>${escapeHtml(part.text)}</${paragraph}>`;
  });
  const fonts = 'body{font-family:"Noto Serif CJK SC"} p{text-indent:2em} td{font-size:9pt}';
  return `<html><head><meta charset="utf-8"><title>年报</title><style>@page{size:A4} ${fonts}</style></head><body>${wrap(body.join('\n'))}</body></html>\n`;
}

/** The text as Word gives it when a document is saved as text: a cell in a line behind a tab. */
export function tabbed({ parts }) {
  return parts
    .map((part) => {
      if (part.rows)
        return part.rows.map((row) => `${row.map(({ text }) => `\t${text}\n`).join('')}\n`).join('');
      return `${part.title ?? part.heading ?? part.text ?? ''}\n`;
    })
    .join('');
}

/** Lines with blanks between the cells, as text is taken from PDF files. */
export function spaced({ parts }) {
  return parts
    .map((part) =>
      part.rows
        ? part.rows.map((row) => `${row.map(({ text }) => text).join('  ')}\n`).join('')
        : `${part.title ?? part.heading ?? part.text ?? ''}\n`,
    )
    .join('');
}

/** A Word file by hand, with merged cells, a header and page numbers. */
export function docx({ parts }) {
  const run = (text) =>
    `<w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;
  const lines = (text) =>
    text
      .split('\n')
      .map((line) => `<w:p>${run(line)}</w:p>`)
      .join('');
  const body = parts
    .map((part) => (part.rows ? wordTable(part.rows, lines) : lines(part.title ?? part.heading ?? part.text)))
    .join('');
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const part = (name) =>
    `<Override PartName="/word/${name}.xml" ContentType="${type}.${name.replace('document', 'document.main')}+xml"/>`;
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${['document', 'header', 'footer'].map(part).join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rels}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h1" Type="${rels}/header" Target="header.xml"/><Relationship Id="f1" Type="${rels}/footer" Target="footer.xml"/></Relationships>`,
    'word/header.xml': `${head}<w:hdr ${word}><w:p>${run('示例县人民政府门户网站')}</w:p></w:hdr>`,
    'word/footer.xml': `${head}<w:ftr ${word}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('— ')}${field}${run(' —')}</w:p></w:ftr>`,
    'word/document.xml': `${head}<w:document ${word} xmlns:r="${rels}"><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="default" r:id="f1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  });
}

function wordTable(rows, lines) {
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
    .join('');
  let reaching = [];
  const made = rows.map((row) => {
    const slots = reaching.map(({ cell, column }) => ({ cell, column, merge: '<w:vMerge/>' }));
    let column = 0;
    for (const cell of row) {
      while (slots.some((slot) => column >= slot.column && column < slot.column + slot.cell.colSpan))
        column++;
      slots.push({
        cell,
        column,
        begins: true,
        merge: cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '',
      });
      column += cell.colSpan;
    }
    slots.sort((a, b) => a.column - b.column);
    reaching = [
      ...reaching.map((each) => ({ ...each, left: each.left - 1 })),
      ...slots.filter(({ begins }) => begins).map((slot) => ({ ...slot, left: slot.cell.rowSpan - 1 })),
    ].filter(({ left }) => left > 0);
    const cells = slots.map(
      ({ cell, begins, merge }) =>
        `<w:tc><w:tcPr><w:gridSpan w:val="${cell.colSpan}"/>${merge}</w:tcPr>${lines(begins ? cell.text : '')}</w:tc>`,
    );
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${border}</w:tblBorders></w:tblPr>${made.join('')}</w:tbl>`;
}

/** A zip without compression. */
export function zip(files) {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(title.length, 22);
    locals.push(Buffer.from('PK\x03\x04'), common, title, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, title);
    offset += 30 + title.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}
