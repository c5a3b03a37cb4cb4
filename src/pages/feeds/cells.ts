import type { Site } from '../../model/site.ts';
import { type FileKind, organPath } from '../page.ts';

/**
 * The figures of all years of an organ, in the order of their forms' cells, for the script of the report pages.
 * A script and not JSON, since pages opened from a disk may load scripts only.
 */
function* build(site: Site): Iterable<{ path: string; text: string }> {
  for (const { organ, reports } of site.organs) {
    if (reports.length === 0) continue;
    const years = reports.map(({ report: { year, form, values } }) => ({ year, form: form.id, values }));
    yield {
      path: organPath(organ.slug).replace('index.html', 'cells.js'),
      text: `globalThis.goujiCells = ${JSON.stringify(years)};\n`,
    };
  }
}

export default { name: 'cells', build } satisfies FileKind;
