import type { Form, FormTable } from '../../src/forms/compile.ts';
import { layout, type PrintedCell } from '../../src/forms/layout.ts';

/** A small seeded generator of numbers: the same mess on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Messy {
  text: string;
  /** Cells that were left out or spoilt on purpose: nothing right can be read there. */
  spoilt: Set<number>;
}

interface Made {
  text: string;
  next: () => number;
  spoilt: Set<number>;
  values: readonly (number | '')[];
  spoil: boolean;
}

/** A page as a portal might show it: spans kept or flattened, labels in their variants, digits of any width. */
export function messyHtml(form: Form, values: readonly (number | '')[], seed: number, spoil: boolean): Messy {
  const made: Made = { text: '', next: random(seed), spoilt: new Set(), values, spoil };
  const pick = <T>(...choices: T[]): T => choices[Math.floor(made.next() * choices.length)]!;
  const title = pick(
    '某镇2023年政府信息公开工作年度报告',
    '某镇政府信息公开工作2023年度报告',
    '2023年某镇政府信息公开工作年度报告',
  );
  const parts = form.sections.map(({ heading, table }) => {
    const shown = pick(heading, heading.replace('、', '、 '), `${heading}`, `　　${heading}`);
    const tag = pick('p', 'h2', 'div', 'h3');
    const body = table
      ? messyTable(form, table, made)
      : pick('<p>　　正文。</p>', '<div><p>正文。</p></div>', '<p><span>正</span><span>文。</span></p>');
    return `<${tag}>${pick(shown, `<strong>${shown}</strong>`, `<span style="x">${shown}</span>`)}</${tag}>${body}`;
  });
  const inner = `<h1>${title}</h1><p>发布日期：2024-01-20　来源：某镇</p>${parts.join('\n')}`;
  const wrapped = pick(
    inner,
    `<div class="content">${inner}</div>`,
    `<table><tr><td>${inner}</td></tr></table>`,
  );
  const nav = '<ul><li>首页</li><li>政府信息公开年报</li></ul>';
  return {
    text: `<html><body><nav>导航</nav>${nav}${wrapped}<footer>版权所有</footer></body></html>`,
    spoilt: made.spoilt,
  };
}

function messyTable(form: Form, table: FormTable, made: Made): string {
  const pick = <T>(...choices: T[]): T => choices[Math.floor(made.next() * choices.length)]!;
  const closes = made.next() < 0.8;
  const rows = layout(form, table).flatMap(({ head, body }) =>
    [...head, ...body].map((row) => {
      let cells = row.map((cell) => cellHtml(form, cell, made));
      const numbers = row.flatMap((cell) => (cell.cell === undefined ? [] : [cell.cell]));
      if (made.spoil && numbers.length > 0 && made.next() < 0.05) {
        cells = cells.slice(0, -1);
        for (const index of numbers) made.spoilt.add(index);
      }
      const end = closes ? '</tr>' : '';
      return `<tr${pick('', ' height="20"', ' style="mso-x:1"')}>${cells.join(pick('', '\n', ' '))}${end}`;
    }),
  );
  return `<table border="1">${pick('', '<tbody>')}${rows.join('\n')}</table>`;
}

function cellHtml(form: Form, cell: PrintedCell, made: Made): string {
  const pick = <T>(...choices: T[]): T => choices[Math.floor(made.next() * choices.length)]!;
  const spans = `${cell.colSpan > 1 ? ` colspan=${cell.colSpan}` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`;
  const inner = cell.cell === undefined ? label(cell.text!, pick) : number(form, cell.cell, made, pick);
  const wrapped = pick(inner, `<p>${inner}</p>`, `<p align=center><span>${inner}</span></p>`, ` ${inner}\n`);
  return `<td${spans}${pick('', ' valign="top"', " class='x'")}>${wrapped}</td>`;
}

type Pick = <T>(...choices: T[]) => T;

function label(text: string, pick: Pick): string {
  const middle = Math.floor(text.length / 2);
  return pick(
    text,
    text.replace(/[“”]/g, '"'),
    text.replaceAll('（', '(').replaceAll('）', ')'),
    text.replace(/^(\d)\./, '$1、'),
    text.replace(/^(\d)\./, '$1．'),
    `${text.slice(0, middle)}<br>${text.slice(middle)}`,
    `${text.slice(0, middle)} ${text.slice(middle)}`,
    text.replace('行政规范性文件', '规范性文件'),
  );
}

function number(form: Form, index: number, made: Made, pick: Pick): string {
  const value = made.values[index]!;
  const { unit } = form.cells[index]!;
  if (made.spoil && made.next() < 0.02) {
    made.spoilt.add(index);
    return pick('', '/', '—', '?', '12 3', '1,23', '见附件', '１２３a');
  }
  if (value === '') return pick('', '&nbsp;', '　');
  const text = String(value);
  const wide = text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const grouped = text.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
  return pick(text, text, text, wide, grouped, `${text}${unit}`, `<font>${text}</font>`);
}
