import { z } from 'zod';
import { type Details, type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Fault } from '../forms/schema.ts';
import { locate, placeOf, type SourceDocument, type SourceFault } from '../source/document.ts';
import { nodeAt, type Path } from '../source/node.ts';

type Issue = z.core.$ZodIssue;
export type Context = Pick<Details, 'organ' | 'year'>;

/** Turns what zod found into diagnostics at the key or the value concerned. */
export function schemaProblems(
  document: SourceDocument,
  schema: z.ZodType,
  issues: readonly Issue[],
  context: Context,
): Diagnostic[] {
  return issues.flatMap((issue) => problem(document, schema, issue, context));
}

function problem(document: SourceDocument, schema: z.ZodType, issue: Issue, context: Context): Diagnostic[] {
  const path = issue.path as Path;
  const name = titleAt(schema, path);
  const node = document.root && nodeAt(document.root, path)?.node;
  const at = (extra: Details = {}): Details => ({ ...context, place: locate(document, path), ...extra });
  const key = String(path.at(-1) ?? '');
  if (issue.code === 'custom' && issue.params) {
    return [rowProblem(document, issue.params as Fault, path, name, context)];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((unknown) =>
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
  if (!node) return [diagnose('DATA-MISSING', { key, name }, at())];
  const found = document.text.slice(node.start, node.end).split('\n')[0]!;
  if (issue.code === 'invalid_type') {
    if (node.kind === 'scalar' && node.value === null && issue.expected === 'string') {
      return [diagnose('DATA-EMPTY-TEXT', { name }, at())];
    }
    const shape = node.kind === 'map' ? '一组内容' : node.kind === 'list' ? '一行数' : `“${found}”`;
    const expected = kinds[issue.expected] ?? '别的内容';
    return [
      diagnose(
        'DATA-TYPE',
        {
          name: path.length > 0 ? `“${name}”` : name,
          expected,
          found: found === '' ? '空的' : shape,
          ...typeHint(found),
        },
        at(),
      ),
    ];
  }
  if (issue.code === 'too_small' && issue.origin === 'string')
    return [diagnose('DATA-EMPTY-TEXT', { name }, at())];
  const values = issue.code === 'invalid_value' ? issue.values.join('、') : '符合规定的内容';
  const expected = (descriptionAt(schema, path) ?? values).replace(/。$/, '');
  return [diagnose('DATA-VALUE', { name, found, expected }, at())];
}

const kinds: Record<string, string> = {
  string: '文字',
  object: '一组“名字: 内容”',
  record: '一组“名字: 内容”',
  array: '一组内容',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
};

/** `a:1` without a blank is one word to YAML, and the commonest slip of all. */
function typeHint(found: string): { write?: string } {
  if (/^[^\s:：]+(：|:\S)/.test(found)) return { write: '冒号后面要空一格，而且要用半角的“:”。' };
  if (/[，、【】［］]/.test(found)) return { write: '一行数写成 [0, 0, 0]，用半角的逗号和方括号。' };
  return {};
}

function rowProblem(
  document: SourceDocument,
  fault: Fault,
  path: Path,
  name: string,
  context: Context,
): Diagnostic {
  const place = locate(document, path);
  switch (fault.fault) {
    case 'empty':
      return diagnose('DATA-EMPTY-TEXT', { name }, { ...context, place });
    case 'missing': {
      const { row } = fault;
      const zeros = row.cells.map(() => '0').join(', ');
      const key = row.path.at(-1)!;
      const write = `补上 ${key}: ${row.single ? zeros : `[${zeros}]`}，没有就写 0。`;
      return diagnose(
        'DATA-MISSING',
        { key, name: row.name, write },
        { ...context, place, cell: row.address, cellName: row.name },
      );
    }
    case 'length':
    case 'shape': {
      const { row } = fault;
      const details = { ...context, place, cell: row.address, cellName: row.name };
      const columns = row.cells.map((cell) => cell.columnName);
      if (fault.fault === 'length')
        return diagnose('DATA-ROW-LENGTH', { row: row.name, columns, found: fault.found }, details);
      const found = document.text.slice(...offsets(document, path)).split('\n')[0]!;
      const expected = row.single ? '一个数' : `方括号里的${columns.length}个数`;
      return diagnose(
        'DATA-TYPE',
        { name: row.name, expected, found: `“${found}”`, ...typeHint(found) },
        details,
      );
    }
    case 'blank':
      return diagnose(
        'BLANK',
        { cell: fault.cell.name },
        { ...context, ...cellDetails(fault.cell), code: fault.cell.codes.blank, place },
      );
    case 'number': {
      const found = document.text.slice(...offsets(document, path));
      return numberProblem(fault, found, { ...context, place });
    }
  }
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
function shorten(text: string): string {
  const line = text.split(/\r?\n/)[0]!;
  return line.length > longest || line !== text ? `${line.slice(0, longest)}…` : text;
}
const longest = 40;

export function cellDetails(cell: { address: string; name: string }): Details {
  return { cell: cell.address, cellName: cell.name };
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

function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let current: unknown = schema;
  for (const key of path) {
    while (current instanceof z.ZodOptional) current = current.unwrap();
    if (current instanceof z.ZodArray) current = current.element;
    else if (current instanceof z.ZodRecord) current = current.valueType;
    else if (current instanceof z.ZodObject) current = current.shape[String(key)];
    else return undefined;
  }
  return current as z.ZodType | undefined;
}

/** The official name of what stands at a path: the schema's title, or the nearest one above. */
function titleAt(schema: z.ZodType, path: Path): string {
  for (let length = path.length; length > 0; length--) {
    const title = schemaAt(schema, path.slice(0, length))?.meta()?.title;
    if (title) return title;
  }
  return '这个文件';
}

function descriptionAt(schema: z.ZodType, path: Path): string | undefined {
  return schemaAt(schema, path)?.meta()?.description;
}
