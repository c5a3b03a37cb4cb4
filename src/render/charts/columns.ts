import type { ColumnChart } from '../../pages/charts.ts';
import { escapeHtml } from '../html.ts';
import { place } from './place.ts';

/** About the width on a phone, where two stand side by side: a unit is a pixel there, so 12 is legible. */
const width = 160;
const height = 100;
const top = 20;
const base = 78;
const margin = 4;
/** Of a digit of the value, at the size the style sheet gives. */
const digit = 7;
const widest = 26;

/** A column chart as SVG: colours by class from the style sheet, every value printed, no style in the markup. */
export function renderColumns({ id, title, description, max, points }: ColumnChart): string {
  const step = (width - 2 * margin) / points.length;
  const bar = Math.min(step * 0.62, widest);
  const marks = points.map(({ label, value, word, newForm }, i) => {
    const middle = margin + step * (i + 0.5);
    const last = i === points.length - 1 ? ' latest' : '';
    const full = step >= digit * 4 + 2;
    const axis = text('year', middle, height - 6, full ? label : label.slice(-2));
    const border = newForm ? line('new-form', middle - step / 2, top - 8, middle - step / 2, base) : '';
    if (value === undefined) return `${border}${text('absent', middle, base - 4, word)}${axis}`;
    const y = base - (max > 0 ? (value / max) * (base - top) : 0);
    const mark =
      value === 0
        ? `<circle class="none" cx="${place(middle)}" cy="${place(base - 3)}" r="2.5"></circle>`
        : `<rect class="column${last}" x="${place(middle - bar / 2)}" y="${place(y)}" width="${place(bar)}" height="${place(base - y)}"></rect>`;
    const number = text('number', middle, value === 0 ? base - 9 : y - 4, word);
    return `${border}${mark}${number}${axis}`;
  });
  return `<svg class="columns" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-desc">${escapeHtml(description)}</desc>${line('axis', margin, base, width - margin, base)}${marks.join('')}</svg>`;
}

function text(kind: string, x: number, y: number, words: string): string {
  return `<text class="${kind}" x="${place(x)}" y="${place(y)}">${escapeHtml(words)}</text>`;
}

function line(kind: string, x1: number, y1: number, x2: number, y2: number): string {
  return `<path class="${kind}" d="M${place(x1)} ${place(y1)}L${place(x2)} ${place(y2)}"></path>`;
}
