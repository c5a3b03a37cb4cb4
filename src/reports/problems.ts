import { z } from 'zod';
import { type Details, type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Cell } from '../forms/compile.ts';
import type { Fault } from '../forms/schema.ts';
import { locate, maxFaults, placeOf, type SourceDocument } from '../source/document.ts';
import type { SourceFault } from '../source/fault.ts';
import { type Node, nodeAt, type Path } from '../source/node.ts';
import { bare, descriptionAt, schemaAt, titleAt } from './schema-at.ts';

type Issue = z.core.$ZodIssue;
export type Context = Pick<Details, 'organ' | 'year'>;

/** Turns what zod found into diagnostics at the key or the value concerned. */
export function schemaProblems(
  document: SourceDocument,
  schema: z.ZodType,
  issues: readonly Issue[],
  context: Context,
): Diagnostic[] {
  const misspelt = new Set(issues.flatMap((issue) => meant(schema, issue)));
  const lost = document.faults.some(({ mended }) => mended === 'part');
  return issues
    .filter((issue) => !lost || !isAbsent(document, issue.path as Path))
    .filter((issue) => !misspelt.has(issue.path.join('.')) || isThere(document, issue.path as Path))
    .flatMap((issue) => problem(document, schema, issue, context));
}

/** Where the keys belong that unknown keys were probably meant to be: those are misspelt, and not missing too. */
function meant(schema: z.ZodType, issue: Issue): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys.slice(0, maxFaults).flatMap((key) => {
    const { nearest: right } = near(key, schemaAt(schema, issue.path as Path));
    return right === undefined ? [] : [[...issue.path, right].join('.')];
  });
}

function isThere(document: SourceDocument, path: Path): boolean {
  return document.root !== undefined && nodeAt(document.root, path) !== undefined;
}

/** Nothing stands there; where lines were set aside, it may be in them. */
function isAbsent({ root }: SourceDocument, path: Path): boolean {
  const node = root && nodeAt(root, path)?.node;
  return !node || (node.kind === 'scalar' && (node.value === null || node.value === ''));
}

function problem(document: SourceDocument, schema: z.ZodType, issue: Issue, context: Context): Diagnostic[] {
  const path = issue.path as Path;
  const name = titleAt(schema, path);
  const node = document.root && nodeAt(document.root, path)?.node;
  const at = (extra: Details = {}): Details => ({ ...context, place: locate(document, path), ...extra });
  const key = String(path.at(-1) ?? '');
  if (issue.code === 'custom' && issue.params) {
    const fault = issue.params as Fault;
    if (fault.fault === 'empty') return [emptyText(schema, path, context, at())];
    return [rowProblem(document, fault, path, context)];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, maxFaults).map((unknown) =>
      diagnose(
        'DATA-UNKNOWN',
        {
          key: unknown,
          where: path.length > 0 ? `“${name}”` : '这个文件',
          ...near(unknown, schemaAt(schema, path)),
        },
        { ...context, place: locate(document, [...path, unknown], 'key') },
      ),
    );
  }
  if (!node) return [diagnose('DATA-MISSING', { key, name, write: howToAdd(schema, path) }, at())];
  const found = shorten(document.text.slice(node.start, node.end));
  if (issue.code === 'invalid_type') {
    if (node.kind === 'scalar' && node.value === null && issue.expected === 'string') {
      return [emptyText(schema, path, context, at())];
    }
    if (!(bare(schemaAt(schema, path)) instanceof z.ZodStringFormat)) {
      const told = { ...(kinds[issue.expected] ?? { expected: '别的内容' }), ...typeHint(found) };
      const write =
        told.write ?? (/^-?[\d.]+$/.test(found) ? `文字要是就写数字，加上引号："${found}"。` : textHint);
      const shape = found === '' ? '空的' : (shapes[node.kind] ?? `“${found}”`);
      const title = path.length > 0 ? `“${name}”` : name;
      return [diagnose('DATA-TYPE', { name: title, expected: told.expected, found: shape, write }, at())];
    }
  }
  if (issue.code === 'too_small' && issue.origin === 'string')
    return [emptyText(schema, path, context, at())];
  const values = issue.code === 'invalid_value' ? issue.values.join('、') : '符合规定的内容';
  const expected = (descriptionAt(schema, path) ?? values).replace(/。$/, '');
  const day = bare(schemaAt(schema, path)) instanceof z.ZodISODate ? dayIn(found) : undefined;
  return [diagnose('DATA-VALUE', { name, found, expected, ...(day ? { write: `写 ${day}。` } : {}) }, at())];
}

/** The day somebody meant by 2024年1月22日, 2024/1/22, 20240122 or ２０２４．１．２２; undefined where there is no such day. */
function dayIn(found: string): string | undefined {
  const plain = found.normalize('NFKC');
  const [, year, month, day] =
    /^["']?(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?(?:[T\s].*)?["']?$/.exec(plain) ??
    /^["']?(\d{4})(\d\d)(\d\d)["']?$/.exec(plain) ??
    [];
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return z.iso.date().safeParse(written).success ? written : undefined;
}

function emptyText(schema: z.ZodType, path: Path, context: Context, details: Details): Diagnostic {
  const owner = bare(schemaAt(schema, path.slice(0, -1)));
  const optional = schemaAt(schema, path) instanceof z.ZodOptional || owner instanceof z.ZodRecord;
  // Only a report, which belongs to a year, has sections that must not stay empty.
  const section = context.year === undefined ? '写上内容。' : '写上文字；没有要说的也要写“无。”。';
  const write = optional ? '写上内容；没有就删去这一项。' : section;
  return diagnose('DATA-EMPTY-TEXT', { name: titleAt(schema, path), write }, details);
}

function howToAdd(schema: z.ZodType, path: Path): string {
  const key = path.at(-1);
  if (schemaAt(schema, path) instanceof z.ZodObject) return `补上 ${key}: 和它下面的各项，没有就写 0。`;
  const about = descriptionAt(schema, path)?.replace(/。$/, '');
  return `补上 ${key}: 和它的内容${about ? `（${about}）` : ''}。`;
}

const shapes: Partial<Record<Node['kind'], string>> = { map: '一组“名字: 内容”', list: '方括号里的一组内容' };

const mapping = { expected: '一组“名字: 内容”', write: '从下一行起写“名字: 内容”，每行前面多空两格。' };
const integer = { expected: '整数', write: '只写数字，不加引号和别的字。' };
const textHint = '文字写在 | 的下一行，前面多空两格。';

/** What the schema wants, by zod's name for it. */
const kinds: Record<string, { expected: string; write?: string }> = {
  string: { expected: '文字' },
  object: mapping,
  record: mapping,
  array: { expected: '方括号里的一组内容', write: '写成 [甲, 乙]，用半角的逗号和方括号。' },
  number: integer,
  int: integer,
  boolean: { expected: ' true 或 false', write: '写 true 或 false，不加引号。' },
};

/** `a:1` without a blank is one word to YAML, and the commonest slip of all. */
function typeHint(found: string): { write?: string } {
  if (/^[^\s:：]+(：|:\S)/.test(found)) return { write: '冒号后面要空一格，而且要用半角的“:”。' };
  if (/[，、【】［］]/.test(found) || /\d\s+\d/.test(found)) {
    return { write: '一行数写成 [0, 0, 0]，用半角的逗号和方括号。' };
  }
  return {};
}

/** The row as it is meant, where each number is there and only the signs between them are of another kind. */
function plainRow(written: string, count: number): string | undefined {
  const inner = written.normalize('NFKC').replace(/^\s*[[【]|[\]】]\s*$/g, '');
  const numbers = inner.split(/\s*[,、;]\s*|\s+/);
  return numbers.length === count && numbers.every((number) => /^(0|[1-9]\d*)$/.test(number))
    ? `[${numbers.join(', ')}]`
    : undefined;
}

function rowProblem(
  document: SourceDocument,
  fault: Exclude<Fault, { fault: 'empty' }>,
  path: Path,
  context: Context,
): Diagnostic {
  const place = locate(document, path);
  switch (fault.fault) {
    case 'missing': {
      const { row } = fault;
      const zeros = row.cells.map(() => '0').join(', ');
      const key = row.path.at(-1)!;
      const write = `补上 ${key}: ${row.single ? zeros : `[${zeros}]`}，没有就写 0。`;
      return diagnose(
        'DATA-MISSING',
        { key, name: row.name, write },
        { ...context, place, ...cellDetails(row) },
      );
    }
    case 'length':
    case 'shape': {
      const { row } = fault;
      const details = { ...context, place, ...cellDetails(row) };
      const columns = row.cells.map((cell) => cell.columnName);
      const written = document.text.slice(...offsets(document, path));
      const found = shorten(written);
      const plain = plainRow(written, columns.length);
      const hint = plain ? { write: `用半角的逗号和方括号：${plain}。` } : typeHint(found);
      if (fault.fault === 'length' && !hint.write) {
        return diagnose('DATA-ROW-LENGTH', { row: row.name, columns, found: fault.found }, details);
      }
      const expected = `方括号里的${columns.length}个数`;
      const write = `写成 [${columns.map(() => '0').join(', ')}] 的样子，依次是${columns.join('、')}。`;
      return diagnose(
        'DATA-TYPE',
        { name: row.name, expected, found: `“${found}”`, write, ...hint },
        details,
      );
    }
    case 'blank':
      return blankProblem(fault.cell, { ...context, place });
    case 'number': {
      const found = document.text.slice(...offsets(document, path));
      return numberProblem(fault, found, { ...context, place });
    }
  }
}

export function blankProblem(cell: Cell, details: Details): Diagnostic {
  return diagnose('BLANK', { cell: cell.name }, { ...details, ...cellDetails(cell), code: cell.codes.blank });
}

export function numberProblem(
  fault: Extract<Fault, { fault: 'number' }>,
  found: string,
  details: Details,
): Diagnostic {
  const { cell, why, write } = fault;
  return diagnose(
    'NUMBER',
    { cell: cell.name, found: shorten(found), why, ...(write ? { write } : {}) },
    { ...details, ...cellDetails(cell), code: cell.codes.number },
  );
}

/** Enough of what was written to know it again. */
export function shorten(text: string): string {
  const line = text.split(/\r?\n/)[0]!;
  return line.length > longest || line !== text ? `${line.slice(0, longest)}…` : text;
}
const longest = 40;

/** Of a cell, or of a row. */
export function cellDetails({ address, name }: Pick<Cell, 'address' | 'name'>): Details {
  return { cell: address, cellName: name };
}

function offsets(document: SourceDocument, path: Path): [number, number] {
  const node = document.root && nodeAt(document.root, path)?.node;
  return node ? [node.start, node.end] : [0, 0];
}

/** Faults of the text itself, such as a tab, an open bracket or a key written twice. */
export function sourceProblem(document: SourceDocument, fault: SourceFault, context: Context): Diagnostic {
  const details: Details = { ...context, place: placeOf(document, fault) };
  switch (fault.code) {
    case 'SRC-DUPLICATE-KEY':
      return diagnose(
        'SRC-DUPLICATE-KEY',
        { key: fault.what },
        {
          ...details,
          ...(fault.first
            ? { related: [{ message: '先写在这里', place: placeOf(document, fault.first) }] }
            : {}),
        },
      );
    case 'SRC-EMPTY':
      return diagnose('SRC-EMPTY', {}, details);
    case 'SRC-CHARACTER':
      return diagnose('SRC-CHARACTER', { name: fault.what }, details);
    case 'SRC-SYNTAX':
      return diagnose(
        'SRC-SYNTAX',
        { what: fault.what, ...(fault.write ? { write: fault.write } : {}) },
        details,
      );
  }
}

function near(word: string, schema: z.ZodType | undefined): { nearest?: string } {
  if (!(schema instanceof z.ZodObject)) return {};
  const keys = Object.keys(schema.shape);
  const named = keys.find((key) => {
    const title = titleAt(schema, [key]);
    return title === word || title.replace(/^[一二三四五六七八九\d（）、.]+/, '') === word;
  });
  const found = named ?? nearest(word, keys);
  return found ? { nearest: found } : {};
}
