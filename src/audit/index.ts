import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Streamed } from '../pages/page.ts';
import { type File, leads, makeLinks, type PendingLink } from './links.ts';
import { auditPage, lineCounter } from './page.ts';
import { decodeEntities } from './tags.ts';
import { makeSets, makeWords, type Word } from './words.ts';

export interface Audit {
  /** Looks at one file of the site as it passes by. */
  add(path: string, content: string | Uint8Array | Streamed): void;
  /** All findings, once every file has been seen. */
  finish(): Diagnostic[];
}

/**
 * Checks the rendered site as a whole: dead links and anchors, ids used twice, order of headings, tables
 * without caption or scope, images without alt, inline style and script (the Content-Security-Policy of the
 * pages refuses them), size. Keeps the paths, the ids that may be linked to (once for pages with the same ids,
 * as reports on the same form are) and the links to pages that are still to come.
 */
export function makeAudit(): Audit {
  const ids = makeWords(decodeEntities);
  const links = makeLinks(ids);
  const sameIds = makeSets();
  /** In the order in which they were missed first. */
  const missed: { file: File; id: Word | undefined; pending: readonly PendingLink[] }[] = [];
  const found: Diagnostic[] = [];
  let pages = 0;
  return {
    add(path, content) {
      const file = links.fileAt(path);
      file.seen = true;
      if (!path.endsWith('.html') || typeof content !== 'string') return;
      const read = auditPage({ path, html: content, number: pages++, ids, links }, found);
      file.ids = sameIds(read.ids);
      const lines = lineCounter(content);
      for (const { at, href } of read.links) {
        const goal = links.follow(file, href);
        if (!goal || leads(goal, href.id)) continue;
        goal.pending ??= new Map();
        let pending = goal.pending.get(href.id);
        if (!pending) {
          pending = [];
          goal.pending.set(href.id, pending);
          missed.push({ file: goal, id: href.id, pending });
        }
        if (pending.length < toldOfEach) pending.push({ from: path, href: href.href, ...lines(at) });
      }
    },
    finish() {
      for (const { file, id, pending } of missed) {
        if (leads(file, id)) continue;
        for (const { from, href, line, column } of pending) {
          const place = { file: from, line, column, endLine: line, endColumn: column + href.length };
          found.push(diagnose('AUD-LINK', { href }, { place }));
        }
      }
      return found;
    },
  };
}

/** Of the links to one place. A fault of a template is on every page; the first pages say it as well as all. */
const toldOfEach = 20;
