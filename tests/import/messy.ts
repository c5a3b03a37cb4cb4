import type { Form } from '../../src/forms/compile.ts';
import { layout } from '../../src/forms/layout.ts';
import { generator } from './balanced.js';

/** A document as some portal, program or clerk might leave it, the same for the same seed. */
export interface Messy {
  name: string;
  text: string;
  /** Cells in rows that were damaged: they may be unreadable, but not misread in silence. */
  damaged: Set<number>;
}

interface MadeCell {
  text: string;
  colSpan: number;
  rowSpan: number;
  cell?: number;
}

type Row = MadeCell[];

interface Dice {
  below: (limit: number) => number;
  pick: <T>(...choices: T[]) => T;
  /** True once in so many times. */
  once: (times: number) => boolean;
}

/** Spans, line breaks, labels, attributes and widths of digits at random; with `damage`, rows come to harm. */
export function messyDocument(form: Form, values: readonly number[], seed: number, damage: boolean): Messy {
  const below = generator(seed);
  const dice: Dice = {
    below,
    pick: (...choices) => choices[below(choices.length)]!,
    once: (times) => below(times) === 0,
  };
  const damaged = new Set<number>();
  const sections = form.sections.map(({ heading, table }) => ({
    heading,
    rows: table
      ? layout(form, table)
          .flatMap(({ head, body }) => [...head, ...body])
          .map((row) =>
            row.map(
              ({ text, cell, colSpan, rowSpan }): MadeCell => ({
                text: cell === undefined ? label(text!, dice) : number(form, cell, values[cell]!, dice),
                colSpan,
                rowSpan,
                ...(cell === undefined ? {} : { cell }),
              }),
            ),
          )
          .flatMap((row) => (damage && dice.once(15) ? harm(form, row, dice, damaged) : [row]))
      : undefined,
  }));
  const title = dice.pick(
    '示例镇2023年政府信息公开工作年度报告',
    '示例镇政府信息公开工作2023年度报告',
    '2023年示例镇政府信息公开工作年度报告',
  );
  const made = dice.pick(page, page, page, tabbed, lines)(title, sections, dice);
  return { ...made, damaged };
}

/** One thing that happens to a row of numbers on its way through programs; all its cells count as damaged. */
function harm(form: Form, row: Row, { below, pick }: Dice, damaged: Set<number>): Row[] {
  const labels = row.filter(({ cell }) => cell === undefined);
  const numbers = row.filter(({ cell }) => cell !== undefined);
  if (numbers.length === 0) return [row];
  for (const { cell } of numbers) damaged.add(cell!);
  const at = below(numbers.length);
  const cell = numbers[at]!;
  const changed = (text: string): Row => [...labels, ...numbers.with(at, { ...cell, text })];
  const harms: (() => Row[])[] = [
    () => [[...labels, ...numbers.toSpliced(at, 1)]],
    () => [
      [...labels, ...numbers.toSpliced(at, 2, { ...cell, text: cell.text + (numbers[at + 1]?.text ?? '') })],
    ],
    () => [
      [
        ...labels,
        ...numbers.toSpliced(
          at,
          1,
          { ...cell, text: cell.text.slice(0, 1) },
          { ...cell, text: cell.text.slice(1) },
        ),
      ],
    ],
    () => [[...labels, ...numbers.toSpliced(at, 0, { ...cell, text: '' })]],
    () => [changed(cell.text.split('').join(' '))],
    () => [changed(pick('?', '见附件', '1,23', `${cell.text}a`, '——', '（略）'))],
    () => [[...labels.slice(0, -1), { ...labels.at(-1)!, text: '□□口' }, ...numbers]],
    () => [],
    () => [row, row],
  ];
  // Where no sum binds a row, one that stands a column too far right is a row like any other.
  const bound = form.equations.some(({ left }) => left.includes(numbers[0]!.cell!));
  const shift = () => [
    [...labels, ...numbers.map((each, i) => ({ ...each, text: numbers[i - 1]?.text ?? '' }))],
  ];
  return pick(
    ...(bound && numbers.length > 3 ? [...harms, shift] : harms).filter(
      (_, i) => i !== 6 || labels.length > 0,
    ),
  )();
}

function label(text: string, { pick }: Dice): string {
  const middle = Math.floor(text.length / 2);
  return pick(
    text,
    text.replace(/[“”]/g, '"'),
    text.replaceAll('（', '(').replaceAll('）', ')'),
    text.replace(/^(\d)\./, '$1、'),
    text.replace(/^(\d)\./, '$1．'),
    `${text.slice(0, middle)}\n${text.slice(middle)}`,
    `${text.slice(0, middle)} ${text.slice(middle)}`,
    text.replace('行政规范性文件', '规范性文件'),
  );
}

function number(form: Form, index: number, value: number, { pick }: Dice): string {
  const text = String(value);
  const wide = text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const grouped = text.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
  return pick(text, text, text, text, wide, grouped, `${text}${form.cells[index]!.unit}`);
}

type Sections = readonly { heading: string; rows: Row[] | undefined }[];
type Writer = (title: string, sections: Sections, dice: Dice) => { name: string; text: string };

const page: Writer = (title, sections, { pick, once }) => {
  const closed = !once(4);
  const cell = ({ text, colSpan, rowSpan }: MadeCell) => {
    const colspan = colSpan > 1 ? ` colspan=${colSpan}` : '';
    const rowspan = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
    const style = pick('', ' valign="top"', " class='x'", ' style="mso-x:1"');
    const attributes = pick(
      `${colspan}${rowspan}${style}`,
      `${style}${rowspan}${colspan}`,
      `${rowspan}${style}${colspan}`,
    );
    const inner = text.replaceAll('\n', '<br>');
    const wrapped = pick(
      inner,
      `<p>${inner}</p>`,
      `<p align=center><span>${inner}</span></p>`,
      ` ${inner}\n`,
      `<font>${inner}</font>`,
    );
    return `<td${attributes}>${wrapped}${closed ? '</td>' : ''}`;
  };
  const table = (rows: Row[]) =>
    `<table border="1">${pick('', '<tbody>')}${rows.map((row) => `<tr${pick('', ' height="20"')}>${row.map(cell).join(pick('', '\n'))}${closed ? '</tr>' : ''}`).join('\n')}</table>`;
  const body = sections.map(({ heading, rows }) => {
    const shown = pick(heading, heading.replace('、', '、 '), `　　${heading}`);
    const tag = pick('p', 'h2', 'div', 'h3');
    const text = pick(
      '<p>　　正文。</p>',
      '<div><p>正文。</p></div>',
      '<p><span>正</span><span>文。</span></p>',
    );
    return `<${tag}>${pick(shown, `<strong>${shown}</strong>`, `<span style="x">${shown}</span>`)}</${tag}>${rows ? table(rows) : text}`;
  });
  const inner = `<h1>${title}</h1><p>发布日期：2024-01-20　来源：示例镇</p>${body.join('\n')}`;
  const wrapped = pick(
    inner,
    `<div class="content">${inner}</div>`,
    `<table><tr><td>${inner}</td></tr></table>`,
  );
  const nav = '<ul><li>首页</li><li>政府信息公开年报</li></ul>';
  return {
    name: 'a.html',
    text: `<html><body><nav>导航</nav>${nav}${wrapped}<footer>版权所有</footer></body></html>`,
  };
};

/** A cell in a line behind a tab, rows apart by an empty line. */
const tabbed: Writer = (title, sections) => ({
  name: 'a.txt',
  text: `${title}\n${sections
    .map(({ heading, rows }) => {
      const table = rows?.map((row) => `${row.map(({ text }) => `\t${text}\n`).join('')}\n`).join('');
      return `${heading}\n${table ?? '正文。\n'}`;
    })
    .join('')}`,
});

/** A cell in a line; labels that reach down leave empty lines. */
const lines: Writer = (title, sections) => ({
  name: 'a.txt',
  text: `${title}\n${sections
    .map(({ heading, rows }) => {
      const table = rows?.map((row) => {
        const lead = row[0]?.cell === undefined && /^\d/.test(row[0]?.text ?? '') ? '\n\n' : '';
        return `${lead}${row.map(({ text }) => `${text.replaceAll('\n', '')}\n`).join('')}`;
      });
      return `${heading}\n${table?.join('') ?? '正文。\n'}`;
    })
    .join('')}`,
});
