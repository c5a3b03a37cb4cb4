import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { ours } from '../../render/template-folder.ts';
import type { OfficialDocument } from '../document.ts';
import type { Fonts } from './fonts.ts';
import { facesOf } from './sfnt.ts';

type Load = (name: string) => unknown;

/** Or the characters that no face holds: a document with holes is not written. */
export type PdfWriter = (document: OfficialDocument) => Uint8Array | { missing: string[] };

/**
 * Sets a document with Typst, which is loaded here and not before: 0.3 s once, some milliseconds a document.
 * No face but those given is used, so that the bytes do not depend on what else is installed.
 * Undefined where Typst cannot be loaded.
 */
export function pdfWriter(fonts: Fonts, load: Load = createRequire(import.meta.url)): PdfWriter | undefined {
  const compiler = makeCompiler(fonts, load);
  if (!compiler) return undefined;
  const mainFileContent = readFileSync(join(ours, 'documents/report.typ'), 'utf8');
  const faces = JSON.stringify(fonts.faces);
  const held = fonts.files.flatMap((file) => facesOf(file));
  return (document) => {
    const missing = charactersOf(document).filter(
      (char) => !held.some(({ has }) => has(char.codePointAt(0)!)),
    );
    if (missing.length > 0) return { missing };
    const inputs = { document: JSON.stringify(begun(document)), faces };
    const pdf = compiler.pdf({ mainFileContent, inputs });
    compiler.evictCache(2);
    return pdf;
  };
}

/** Whatever keeps it from loading, Typst cannot be used here: left out, or not made for this system. */
function makeCompiler(fonts: Fonts, load: Load): NodeCompiler | undefined {
  let typst: { NodeCompiler: typeof NodeCompiler };
  try {
    typst = load('@myriaddreamin/typst-ts-node-compiler') as typeof typst;
  } catch {
    return undefined;
  }
  const fontBlobs = fonts.files.map((file) => Buffer.from(file));
  return typst.NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}

/** A grid of Typst holds only the cells that begin in a row. */
function begun(document: OfficialDocument): unknown {
  const sections = document.sections.map((section) => {
    if (!section.table) return section;
    const rows = section.table.rows.map((row) => row.filter(({ begins }) => begins).map(({ cell }) => cell));
    return { ...section, table: { ...section.table, rows } };
  });
  return { ...document, sections };
}

/** Every character of a document that leaves a mark on paper, once. */
function charactersOf(document: OfficialDocument): string[] {
  return [...new Set(JSON.stringify(document).replace(/\\[bfnrt]/g, ''))]
    .filter((char) => !unseen.test(char))
    .sort();
}

const unseen = /[\p{Cc}\p{Cf}\p{Z}]/u;
