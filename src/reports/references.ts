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
    const problem = (path: Path, name: string, found: string, why: string, write = folderName) =>
      diagnose('DATA-REFERENCE', { name, found, why, write }, { organ: slug, place: locate(document, path) });
    const unknown = (organ: string) => !claims.folders.has(organ);
    const found: Diagnostic[] = [];
    if (parent !== undefined && unknown(parent)) {
      found.push(problem(['parent'], '上级机关', parent, '在 data/organs/ 里没有'));
    } else if (parent !== undefined && isAboveItself(slug, references)) {
      const circle = '又以它为上级，绕成了圈';
      found.push(
        parent === slug
          ? problem(['parent'], '上级机关', parent, '就是它自己')
          : problem(['parent'], '上级机关', parent, circle, '改正其中一个机关的 parent。'),
      );
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

const folderName = '写那个机关在 data/organs/ 里的文件夹名；没有就删去这一项。';

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
