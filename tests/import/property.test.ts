import { expect, test } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import { readDocumentFile } from '../../src/import/document.ts';
import { balanced } from './balanced.js';
import { judge } from './judge.ts';
import { messyDocument } from './messy.ts';

/** Documents of each kind; GOUJI_IMPORT_DOCUMENTS=10000 tries that many in all. */
const all = Number(process.env['GOUJI_IMPORT_DOCUMENTS'] ?? 300);

function sample(seed: number, damage: boolean) {
  const form = forms[seed % forms.length]!;
  const values = balanced(form, seed);
  const { name, text, damaged } = messyDocument(form, values, seed, damage);
  return { form, values, damaged, read: () => readDocumentFile(name, Buffer.from(text), forms), text };
}

test('mess that loses nothing: every cell is read right, without a doubt', async () => {
  for (let seed = 1; seed <= all / 3; seed++) {
    const { form, values, read } = sample(seed, false);
    const { report } = await read();
    expect(report.form.id, `document ${seed}`).toBe(form.id);
    expect(report.values, `document ${seed}`).toEqual(values);
    expect(report.doubts, `document ${seed}`).toEqual([]);
  }
}, 1_200_000);

test('rows that come to harm: what is not right is told', async () => {
  const sums = { documents: 0, harmed: 0, right: 0, told: 0, silent: 0 };
  for (let seed = 1; seed <= (all * 2) / 3; seed++) {
    const { form, values, damaged, read } = sample(1_000_000 + seed, true);
    const { report } = await read();
    if (report.form.id !== form.id) {
      expect(report.doubts.length).toBeGreaterThan(0);
      continue;
    }
    const { right, told, silent } = judge(report, values, (index) => damaged.has(index));
    sums.documents++;
    sums.harmed += damaged.size;
    sums.right += right;
    sums.told += told;
    sums.silent += silent.length;
    expect(silent, `document ${seed}`).toEqual([]);
  }
  console.log(
    `harmed: ${sums.documents} documents, ${sums.harmed} cells in harmed rows; ${sums.right} read right, ${sums.told} told, ${sums.silent} wrong and silent`,
  );
  expect(sums.harmed).toBeGreaterThan(sums.documents * 5);
}, 1_200_000);
