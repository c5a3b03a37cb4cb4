import { type Data, isRaw, type ReportData } from './report-data.ts';

/** Where a token begins and ends, lines and columns from 1, the end exclusive. */
export interface Mark {
  line: number;
  column: number;
  endColumn: number;
}

/** A report as text, with the place of every key and value as it was written. */
export interface Written {
  text: string;
  value(path: string): Mark;
  key(path: string): Mark;
}

export const endings = ['yaml', 'json'] as const;
export type Ending = (typeof endings)[number];
/** A row of numbers on one line, as a keeper writes it, or one number to a line, as programs do. */
export const layouts = ['rows', 'tall'] as const;
export type Layout = (typeof layouts)[number];

interface Pen {
  layout: Layout;
  put(text: string): Mark;
  lines: string[];
  values: Map<string, Mark>;
  keys: Map<string, Mark>;
}

export function write(data: ReportData, ending: Ending, layout: Layout = 'rows'): Written {
  const pen = newPen(layout);
  if (ending === 'yaml') yamlMap(pen, data, '', '');
  else jsonValue(pen, data, '', '');
  if (ending === 'json') pen.put('\n');
  return {
    text: pen.lines.join('\n'),
    value: (path) => found(pen.values, path),
    key: (path) => found(pen.keys, path),
  };
}

function newPen(layout: Layout): Pen {
  const lines = [''];
  return {
    layout,
    lines,
    values: new Map(),
    keys: new Map(),
    put(text) {
      const last = lines.at(-1)!;
      const mark = { line: lines.length, column: last.length + 1, endColumn: last.length + text.length + 1 };
      const [first, ...rest] = text.split('\n');
      lines[lines.length - 1] = last + first;
      lines.push(...rest);
      return mark;
    },
  };
}

function found(marks: Map<string, Mark>, path: string): Mark {
  const mark = marks.get(path);
  if (!mark) throw new Error(`nothing was written at ${path}`);
  return mark;
}

function join(path: string, step: string | number): string {
  return path === '' ? String(step) : `${path}.${step}`;
}

function yamlMap(pen: Pen, data: ReportData, path: string, indent: string): void {
  for (const [key, value] of Object.entries(data)) {
    const at = join(path, key);
    pen.put(indent);
    pen.keys.set(at, pen.put(key));
    pen.put(':');
    if (typeof value === 'object' && !Array.isArray(value) && !isRaw(value)) {
      pen.put('\n');
      yamlMap(pen, value, at, `${indent}  `);
      continue;
    }
    pen.put(' ');
    if (typeof value === 'string') {
      pen.values.set(at, pen.put('|'));
      pen.put(`\n${indent}  ${value}`);
    } else if (Array.isArray(value) && pen.layout === 'tall') {
      yamlList(pen, value, at, `\n${indent}  - `);
    } else {
      token(pen, value, at);
    }
    pen.put('\n');
  }
}

function yamlList(pen: Pen, items: Data[], path: string, lead: string): void {
  items.forEach((item, i) => {
    pen.put(lead);
    token(pen, item, join(path, i));
  });
}

function jsonValue(pen: Pen, data: Data, path: string, indent: string): void {
  if (typeof data !== 'object' || Array.isArray(data) || isRaw(data)) {
    token(pen, data, path, pen.layout === 'tall' ? indent : undefined);
    return;
  }
  pen.put('{');
  Object.entries(data).forEach(([key, value], i) => {
    const at = join(path, key);
    pen.put(`${i > 0 ? ',' : ''}\n${indent}  `);
    pen.keys.set(at, pen.put(JSON.stringify(key)));
    pen.put(': ');
    jsonValue(pen, value, at, `${indent}  `);
  });
  pen.put(`\n${indent}}`);
}

/** A number, a quoted text, a row of them, or raw text; a row takes several lines where an indent is given. */
function token(pen: Pen, data: Data, path: string, indent?: string): void {
  if (!Array.isArray(data)) {
    const text = typeof data === 'object' && isRaw(data) ? data.raw : JSON.stringify(data);
    pen.values.set(path, pen.put(text));
    return;
  }
  const start = pen.put('[');
  data.forEach((item, i) => {
    if (i > 0) pen.put(indent === undefined ? ', ' : ',');
    if (indent !== undefined) pen.put(`\n${indent}  `);
    token(pen, item, join(path, i));
  });
  if (indent !== undefined) pen.put(`\n${indent}`);
  pen.values.set(path, { ...start, endColumn: pen.put(']').endColumn });
}
