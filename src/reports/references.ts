import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { locate, type SourceDocument } from '../source/document.ts';
import type { Path } from '../source/node.ts';
import type { Claims } from './files.ts';

/** What an organ says of other organs, by slug; known even where something else in its file is wrong. */
export type References = Map<string, { document: SourceDocument } & Relatives>;

interface Relatives {
  parent?: string;
  predecessors: unknown[];
}

export function relatives(data: unknown): Relatives {
  const { parent, predecessors } = (data ?? {}) as Record<string, unknown>;
  return {
    ...(typeof parent === 'string' ? { parent } : {}),
    predecessors: Array.isArray(predecessors) ? predecessors : [],
  };
}

/** A parent or predecessor must be an organ of the data, and nobody is above itself. */
export function referenceProblems(references: References, claims: Claims): Diagnostic[] {
  return [...references].flatMap(([slug, { document, parent, predecessors }]) => {
    const problem = (path: Path, name: string, found: string, why: string) =>
      diagnose('DATA-REFERENCE', { name, found, why }, { organ: slug, place: locate(document, path) });
    const unknown = (organ: string) => !claims.folders.has(organ);
    const found: Diagnostic[] = [];
    if (parent !== undefined && unknown(parent)) {
      found.push(problem(['parent'], '上级机关', parent, '在 data/organs/ 里没有'));
    } else if (parent !== undefined && isAboveItself(slug, references)) {
      const why = parent === slug ? '就是它自己' : '又以它为上级，绕成了圈';
      found.push(problem(['parent'], '上级机关', parent, why));
    }
    predecessors.forEach((predecessor, i) => {
      if (typeof predecessor !== 'string') return;
      const place = ['predecessors', i];
      if (predecessor === slug) found.push(problem(place, '前身', predecessor, '就是它自己'));
      else if (unknown(predecessor))
        found.push(problem(place, '前身', predecessor, '在 data/organs/ 里没有'));
    });
    return found;
  });
}

function isAboveItself(slug: string, references: References): boolean {
  const seen = new Set<string>();
  let at = references.get(slug)?.parent;
  while (at !== undefined && !seen.has(at)) {
    if (at === slug) return true;
    seen.add(at);
    at = references.get(at)?.parent;
  }
  return false;
}
