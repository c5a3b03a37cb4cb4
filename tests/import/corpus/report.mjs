/**
 * Reports as lists of parts, and the mess that is made of them: plain functions from parts to parts. A cell of a
 * table keeps the index of its number, so that what has to be read stays known whatever is done to it.
 */
import { layout } from '../../../lib/forms/layout.js';

const paragraphs = {
  overview: [
    '根据《中华人民共和国政府信息公开条例》的有关规定，充分按照“应公开、尽公开”的要求，扎实推进政务公开工作。',
    '一、完善组织架构，明确职责分工。全年召开专题会议4次，培训120人次。',
    '二、突出公开重点，细化公开内容。通过门户网站公开信息2,345条，其中工作动态1,208条，占51.5%。',
    '三、坚持以民为本，落实群众监督。群众满意度为98.6%，比上年提高1.2个百分点。',
  ],
  problems: [
    '存在的主要问题：一是政策解读形式较为单一；二是依申请公开办理水平有待提高。',
    '改进情况：（一）丰富解读形式，全年制作图解36张；（二）加强业务培训。下一步，将持续提升公开质量。',
  ],
  remarks: ['本年度没有收取信息处理费。除此之外，没有其他需要报告的事项。'],
};

/** A report as it should be. `values`: a number or a text for each cell. */
export function report(form, { organ = '示例县示例镇', year = form.id + 2, values }) {
  const parts = [{ title: `${organ}${year}年政府信息公开工作年度报告` }];
  for (const { key, heading, table } of form.sections) {
    parts.push({ heading });
    if (!table) parts.push(...paragraphs[key].map((text) => ({ text, key })));
    else
      parts.push({
        key,
        rows: layout(form, table).flatMap(({ head, body }) =>
          [...head, ...body].map((row) =>
            row.map(({ text, cell, colSpan, rowSpan }) => ({
              text: text ?? String(values[cell]),
              colSpan,
              rowSpan,
              ...(cell === undefined ? {} : { cell }),
            })),
          ),
        ),
      });
  }
  return { form, organ, year, values: [...values], parts };
}

/** What an importer should make of it. */
export function truth({ form, organ, year, values, parts }) {
  const texts = {};
  for (const { text, wanted = text, key } of parts)
    if (text !== undefined && key) texts[key] = `${texts[key] ?? ''}${wanted}`;
  return { form: form.id, organ, year, values, texts };
}

/** Changes every cell of the tables. */
export function cells(change) {
  return (made) => ({
    ...made,
    parts: made.parts.map((part) =>
      part.rows
        ? { ...part, rows: part.rows.map((row) => row.map((cell) => change(cell, made) ?? cell)) }
        : part,
    ),
  });
}

export function labels(change) {
  return cells((cell) => (cell.cell === undefined ? { ...cell, text: change(cell.text) } : cell));
}

export function numbers(change) {
  return cells((cell, made) =>
    cell.cell === undefined
      ? cell
      : { ...cell, text: change(cell.text, made.form.cells[cell.cell], cell.cell) },
  );
}

/** Changes the row that holds the number at an address: its cells with numbers, the labels stay. */
export function row(address, change) {
  return (made) => {
    const index = made.form.cellAt.get(address).index;
    return {
      ...made,
      parts: made.parts.map((part) =>
        part.rows
          ? {
              ...part,
              rows: part.rows.map((each) =>
                each.some(({ cell }) => cell === index)
                  ? [
                      ...each.filter(({ cell }) => cell === undefined),
                      ...change(each.filter(({ cell }) => cell !== undefined)),
                    ]
                  : each,
              ),
            }
          : part,
      ),
    };
  };
}

/** The number at an address is another. */
export function stated(address, value, written = String(value)) {
  return (made) => {
    const index = made.form.cellAt.get(address).index;
    const values = made.values.with(index, value);
    return { ...numbers((text, _, cell) => (cell === index ? written : text))(made), values };
  };
}

export function parts(change) {
  return (made) => ({ ...made, parts: change(made.parts, made) });
}

/** No spans: what a merged cell covers is blank, or repeats its text. */
export function flattened(repeat) {
  return parts((all) =>
    all.map((part) => {
      if (!part.rows) return part;
      const grid = part.rows.map(() => []);
      part.rows.forEach((cellsOfRow, r) => {
        let column = 0;
        for (const cell of cellsOfRow) {
          while (grid[r][column]) column++;
          for (let y = 0; y < cell.rowSpan; y++) {
            for (let x = 0; x < cell.colSpan; x++) {
              const first = x === 0 && y === 0;
              const { cell: index, ...label } = cell;
              const text = first || (repeat && index === undefined) ? cell.text : '';
              grid[r + y][column + x] = { ...(first ? cell : label), text, colSpan: 1, rowSpan: 1 };
            }
          }
        }
      });
      return { ...part, rows: grid };
    }),
  );
}
