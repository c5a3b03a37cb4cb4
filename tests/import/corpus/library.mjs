/** A Word file as a program makes it with the npm package docx: headings as styles, spans as the package writes them. */
export async function library({ parts }) {
  const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } =
    await import('docx');
  const paragraphs = (text) =>
    text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
  const children = parts.flatMap((part) => {
    if (part.title) return new Paragraph({ text: part.title, heading: HeadingLevel.TITLE });
    if (part.heading) return new Paragraph({ text: part.heading, heading: HeadingLevel.HEADING_1 });
    if (!part.rows) return paragraphs(part.text);
    const rows = part.rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            ({ text, colSpan, rowSpan }) =>
              new TableCell({ columnSpan: colSpan, rowSpan, children: paragraphs(text) }),
          ),
        }),
    );
    return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows });
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
