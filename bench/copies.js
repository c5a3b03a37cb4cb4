/**
 * Processor time and memory of the copy finder on generated reports: `node bench/copies.js [reports …]` after
 * `npm run compile`. A tenth of the reports is copied from another organ with changed figures.
 */

import { copyIndex } from '../lib/check/text/copy-index.js';
import { allCopies, copied } from '../lib/check/text/similarity.js';
import { forms } from '../lib/forms/index.js';
import { clock } from './measure.js';
import { asSource, makeOrgans, makeTexts } from './report-texts.js';

const years = [2021, 2022, 2023];

function* sources(organs) {
  for (const [i, organ] of organs.entries()) {
    for (const year of years) {
      const from = i % 10 === 9 ? i - 5 : i;
      const texts = makeTexts(organs[from], year, from * 100 + (year % 100));
      const own = Object.entries(texts).map(([key, text]) => [
        key,
        text.replaceAll(organs[from].name, organ.name).replace(/\d+条/g, `${i % 97}条`),
      ]);
      yield asSource(organ, year, Object.fromEntries(own));
    }
  }
}

/** What the index keeps: its arrays. */
function megabytes(index) {
  const arrays = [...Object.values(index), ...Object.values(index.anchors)];
  return arrays.reduce((sum, array) => sum + (array.byteLength ?? 0), 0) / 2 ** 20;
}

function measure(count) {
  const organs = makeOrgans(Math.ceil(count / years.length));
  const reports = organs.length * years.length;
  let characters = 0;
  let generated = clock();
  for (const { parts } of sources(organs)) for (const { text } of parts) characters += text.length;
  generated = clock() - generated;
  const start = clock();
  const index = copyIndex(sources(organs), { organs, forms });
  const indexed = clock();
  const held = megabytes(index);
  const again = clock();
  let flagged = 0;
  let wrong = 0;
  for (const copies of allCopies(index)) {
    const isCopy = Number(copies.organ.slice(6)) % 10 === 9 || Number(copies.organ.slice(6)) % 10 === 4;
    if (copied(copies).includes('peers')) flagged++;
    if (copied(copies).includes('peers') !== isCopy) wrong++;
  }
  const done = clock();
  const per = (value) => ((value * 1000) / reports).toFixed(1);
  console.log(
    `${reports} reports of ${Math.round(characters / reports)} characters, ${index.segmentForm.length} segments: ` +
      `index ${per(indexed - start - generated)} ms, search ${per(done - again)} ms, ` +
      `index held ${per(held)} MB per 1000 reports; flagged ${flagged}, wrong ${wrong}; ` +
      `peak of the process ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
}

const counts = process.argv.slice(2).map(Number);
for (const count of counts.length > 0 ? counts : [1000, 10_000, 30_000]) measure(count);
