import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import { cellValues } from '../../src/forms/schema.ts';
import type { CellValue } from '../../src/forms/value.ts';
import { readDocumentFile } from '../../src/import/document.ts';
import { figures, figuresReport } from '../helpers/figures.ts';
import { judge } from './judge.ts';

/** Documents of many makers and kinds of mess, made by `corpus/make.mjs`, with what stands in them. */
const folder = fileURLToPath(new URL('./corpus/', import.meta.url));
const truths = JSON.parse(readFileSync(`${folder}truth.json`, 'utf8')) as Record<string, Truth>;

interface Truth {
  form: number;
  organ: string;
  year: number;
  /** 看不清 where the document itself does not tell. */
  values: CellValue[];
  texts: Record<string, string>;
}

/** Cells that these documents tell too little of, and that are told as doubtful; everywhere else all are read. */
const doubtful: Record<string, number> = {
  // Its label is cut by the end of a page, and blanks leave too few sums to prove the row.
  'blanks-docx-pdf.pdf': 3,
};

const letters = (text: string) => text.replace(/[\s*]/g, '');

const sums = { documents: 0, right: 0, told: 0, silent: 0 };

describe('every document of the corpus', () => {
  test.each(Object.entries(truths))('%s', async (file, truth) => {
    const bytes = readFileSync(`${folder}files/${file}`);
    const { report, instead } = await readDocumentFile(file, bytes, forms);
    expect(instead).toBeUndefined();
    expect(report.form.id).toBe(truth.form);
    const outcome = judge(report, truth.values);
    sums.documents++;
    sums.right += outcome.right;
    sums.told += outcome.told;
    sums.silent += outcome.silent.length;
    expect(outcome.silent).toEqual([]);
    expect(outcome.told).toBe(doubtful[file] ?? 0);
    expect(report.organName).toBe(truth.organ);
    expect(report.year).toBe(truth.year);
    for (const [key, text] of Object.entries(truth.texts)) {
      const read = key === 'opening' ? report.opening : report.sections.get(key);
      expect(letters(read ?? ''), key).toBe(letters(text));
    }
  });

  test('real figures are those of the fixtures', () => {
    const real = { 'suqian-html.html': 'suqian-2024', 'shanghai-html.html': 'shanghai-office-2019' };
    for (const [file, name] of Object.entries(real)) {
      const { form, values } = truths[file]!;
      expect(values).toEqual(cellValues(forms.find(({ id }) => id === form)!, figuresReport(figures(name))));
    }
  });

  test('there are enough of them, of both editions and every kind', () => {
    const files = Object.keys(truths);
    expect(files.length).toBeGreaterThanOrEqual(60);
    for (const ending of ['docx', 'doc', 'html', 'pdf', 'txt', 'xlsx'])
      expect(files.filter((file) => file.endsWith(`.${ending}`)).length, ending).toBeGreaterThanOrEqual(4);
    expect(new Set(Object.values(truths).map(({ form }) => form))).toEqual(
      new Set(forms.map(({ id }) => id)),
    );
  });

  afterAll(() => {
    console.log(
      `corpus: ${sums.documents} documents, ${sums.right} cells right, ${sums.told} told as doubtful, ${sums.silent} wrong and silent`,
    );
  });
});
