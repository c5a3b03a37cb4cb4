import { describe, expect, test } from 'vitest';
import { exported, type Format, writerOf } from '../../src/export/index.ts';
import { forms } from '../../src/forms/index.ts';
import { formatOf } from '../../src/import/index.ts';
import { type Imported, readReport } from '../../src/import/read.ts';
import type { ReportEntry } from '../../src/model/site.ts';
import { samples } from '../helpers/export-samples.ts';

const headings = forms.at(-1)!.sections.map(({ heading }) => heading);

function write(format: Format, entry: ReportEntry): Uint8Array {
  const writer = writerOf(format);
  if ('missing' in writer) throw new Error(writer.missing);
  return writer(exported(entry));
}

async function readBack(format: Format, entry: ReportEntry): Promise<Imported> {
  const name = `x.${format}`;
  return readReport(await formatOf(name)!.read(write(format, entry), headings), forms);
}

describe.each(['docx', 'pdf', 'xlsx', 'csv', 'json'] as const)('%s, read back', (format) => {
  test.each(samples)('%s is the same report', async (_, entry) => {
    const { report } = entry;
    const imported = await readBack(format, entry);
    expect(imported.form).toBe(report.form);
    expect(imported.year).toBe(report.year);
    expect(imported.organName).toBe(entry.organ.organ.fullName);
    expect(imported.values).toEqual(report.values);
    expect(imported.doubts).toEqual([]);
    expect(imported.notes).toEqual(report.notes);
  });
});
