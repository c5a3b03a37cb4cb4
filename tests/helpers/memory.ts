import edYear from '../../src/check/rules/ed-year.ts';
import { sumRules } from '../../src/check/sum-rules.ts';
import type { Result } from '../../src/diagnostics/result.ts';
import type { Form } from '../../src/forms/compile.ts';
import { forms as allForms } from '../../src/forms/index.ts';
import { runCheck } from '../../src/pipeline.ts';
import type { DataSource } from '../../src/reports/load.ts';

export type Files = Record<string, string | Uint8Array>;

/** A data folder without a disk. Listed in the order given. */
export function memory(files: Files): DataSource {
  return {
    list: () => Object.keys(files).map((path) => ({ path })),
    read: (path) => {
      const content = files[path];
      if (content === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}

/** What every data folder needs besides the report that is tried. */
export const base: Files = {
  'data/site.yaml': 'title: 年报\npublisher: 某县人民政府办公室\n',
  'data/organs/zhen/organ.yaml': 'name: 某镇\nfullName: 某县某镇人民政府\nlevel: township\n',
};

/**
 * Reads files in memory, `base` among them unless the files say otherwise, and checks the edition and the printed sums.
 * The other rules have fixtures of their own, see `tests/rules/`.
 */
export function check(files: Files, forms: readonly Form[] = allForms): Result {
  const data = memory({ ...base, ...files });
  return runCheck({ data, forms, rules: [edYear, ...sumRules(forms)], progress: () => {} });
}

/** The same for a single report of the one organ. */
export function checkReport(year: number, ending: string, text: string | Uint8Array): Result {
  return check({ [reportPath(year, ending)]: text });
}

export function reportPath(year: number, ending: string): string {
  return `data/organs/zhen/${year}.${ending}`;
}
