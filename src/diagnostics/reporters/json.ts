import type { Diagnostic, Fix, FixEdit, Place, Related } from '../diagnostic.ts';
import type { ProseReport } from '../prose.ts';
import type { Reporter } from './index.ts';

/** One object for programs. Keys are absent where they do not apply; a change that breaks readers raises the version. */
export const json: Reporter = ({ ok, counts, diagnostics, changes, prose }) => {
  const object = {
    version: 1,
    ok,
    counts,
    diagnostics: diagnostics.map(flatten),
    ...(changes ? { changes } : {}),
    ...(prose ? { prose: prose.map(flattenProse) } : {}),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
};

function flatten(diagnostic: Diagnostic): object {
  const {
    code,
    severity,
    message,
    place,
    organ,
    year,
    cell,
    cellName,
    left,
    right,
    related,
    hint,
    fix,
    ...rest
  } = diagnostic;
  return {
    ...{ code, severity, message, ...place, organ, year, cell, cellName, left, right },
    related: related?.map(flattenRelated),
    hint,
    ...rest,
    fix: fix && flattenFix(fix),
  };
}

function flattenFix({ title, kind, unique, complete, edits, alternatives }: Fix): object {
  return {
    title,
    kind,
    unique,
    complete,
    edits: edits.map(flattenEdit),
    alternatives: alternatives.map(({ title, kind, edits }) => {
      return { title, kind, edits: edits.map(flattenEdit) };
    }),
  };
}

function flattenEdit({ place, cell, cellName, from, to }: FixEdit): object {
  return { ...place, cell, cellName, from, to };
}

function flattenRelated({ group, message, place, cell }: Related): object {
  const { file, line, column } = place ?? {};
  return { message: group ? `${group}：${message}` : message, file, line, column, cell };
}

function flattenProse({ numbers, lists, ...report }: ProseReport): object {
  const flat = <T extends { place: Place }>({ place, ...rest }: T) => ({ ...place, ...rest });
  return { ...report, numbers: numbers.map(flat), lists: lists.map(flat) };
}
