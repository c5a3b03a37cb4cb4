import { continuedKey } from '../../forms/continued.ts';
import { forms } from '../../forms/index.ts';
import type { Site } from '../../model/site.ts';
import { type FileKind, organPath } from '../page.ts';

/**
 * For the scripts that compare and search: the texts of an organ's reports, and the cells of each edition in the order
 * of the figures in `cells.js`. Scripts and not JSON, since pages opened from a disk may load scripts only.
 */
function* build(site: Site): ReturnType<FileKind['build']> {
  const cells = forms.map((form) => [
    form.id,
    form.cells.map((cell) => [cell.address, cell.name, continuedKey(cell)]),
  ]);
  yield {
    path: 'data/cell-names.js',
    text: `globalThis.goujiCellNames = ${JSON.stringify(Object.fromEntries(cells))};\n`,
  };
  for (const { organ, reports } of site.organs) {
    if (reports.length === 0) continue;
    const texts = reports.map(({ report }) => ({
      year: report.year,
      sections: report.form.sections.flatMap(({ key, heading }) => {
        const text = report.sections.get(key);
        return text === undefined ? [] : [{ key, heading, text }];
      }),
    }));
    yield { path: textsPath(organ.slug), text: `globalThis.goujiTexts = ${JSON.stringify(texts)};\n` };
  }
}

export const textsPath = (slug: string): string => organPath(slug).replace('index.html', 'texts.js');

export default { name: 'texts', build } satisfies FileKind;
