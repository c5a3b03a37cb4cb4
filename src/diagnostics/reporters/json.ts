import type { Diagnostic, Fix, Place, Related } from '../diagnostic.ts';
import type { Reporter } from './index.ts';

/** One object for programs. A change that breaks readers raises the version. */
export const json: Reporter = ({ ok, counts, diagnostics, changes }) => {
  const object = {
    version: 1,
    ok,
    counts,
    diagnostics: diagnostics.map(flatten),
    ...(changes ? { changes } : {}),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
};

function flatten(diagnostic: Diagnostic): object {
  const { code, severity, message, place, related, fix, ...rest } = diagnostic;
  return {
    code,
    severity,
    message,
    ...position(place),
    ...rest,
    ...(related ? { related: related.map(flattenRelated) } : {}),
    ...(fix ? { fix: flattenFix(fix) } : {}),
  };
}

function flattenFix({ title, edits }: Fix): object {
  return { title, edits: edits.map(({ place, from, to }) => ({ ...place, from, to })) };
}

function flattenRelated({ group, message, place, cell }: Related): object {
  return { message: group ? `${group}：${message}` : message, ...position(place), ...(cell ? { cell } : {}) };
}

function position(place: Place | undefined): object {
  return place ?? {};
}
