import { describe, expect, test } from 'vitest';
import { differences } from '../../src/export/differences.ts';
import { exported, type Format, formats, writerOf } from '../../src/export/index.ts';
import { forms } from '../../src/forms/index.ts';
import { formatOf } from '../../src/import/index.ts';
import { type Imported, readReport } from '../../src/import/read.ts';
import type { ReportEntry } from '../../src/model/site.ts';
import { sample, samples } from '../helpers/export-samples.ts';

const headings = forms.at(-1)!.sections.map(({ heading }) => heading);

function write(format: Format, entry: ReportEntry): Uint8Array {
  const writer = writerOf(format);
  if ('problem' in writer) throw new Error(writer.problem);
  const written = writer(exported(entry));
  if ('problem' in written) throw new Error(written.problem);
  return written;
}

async function readBack(format: Format, entry: ReportEntry): Promise<Imported> {
  return readReport(await formatOf(`x.${format}`)!.read(write(format, entry), headings), forms);
}

describe.each(formats)('%s, read back', (format) => {
  const documents = format === 'docx' || format === 'pdf' || format === 'xlsx';

  test.each(samples)('%s is the same report', async (_, entry) => {
    const { report, organ } = entry;
    const imported = await readBack(format, entry);
    expect(imported.form).toBe(report.form);
    expect(imported.year).toBe(report.year);
    expect(imported.organName).toBe(documents ? organ.organ.fullName : organ.organ.slug);
    expect(imported.values).toEqual(report.values);
    if (format === 'csv') return;
    expect(imported.published).toBe(report.published);
    expect(imported.notes).toEqual(report.notes);
    expect(differences(report, imported, { text: true, notes: true })).toEqual([]);
  });

  test('a name of about 200 characters leaves title, name and year as they are', async () => {
    const entry = sample('chengguan 2022');
    const fullName = `示例县${'示例新区综合管理服务'.repeat(19)}管理委员会`;
    const organ = { ...entry.organ, organ: { ...entry.organ.organ, fullName } };
    const imported = await readBack(format, { ...entry, organ });
    expect(imported.year).toBe(entry.report.year);
    if (documents) expect(imported.organName).toBe(fullName);
    const carried = { text: format !== 'csv', notes: format !== 'csv' };
    expect(differences(entry.report, imported, carried)).toEqual([]);
  });

  test('leaves no doubt where all cells hold numbers', async () => {
    for (const name of ['sikeshu 2023', 'zhen 2023', 'chengguan 2022', 'qinghe 2020']) {
      const { doubts } = await readBack(format, sample(name));
      expect(doubts.filter(({ where }) => where !== '')).toEqual([]);
    }
  });
});

describe('the comparison', () => {
  const entry = sample('chengguan 2022');
  const told = async (change: (imported: Imported) => Partial<Imported>) => {
    const imported = await readBack('docx', entry);
    return differences(entry.report, { ...imported, ...change(imported) }, { text: true, notes: true });
  };

  test('names a cell, a note and the place in a text', async () => {
    const found = await told(({ values, sections }) => ({
      values: values.with(3, 7),
      notes: new Map(),
      sections: new Map(sections).set('remarks', sections.get('remarks')!.replace('未收取', '收取')),
    }));
    expect(found).toEqual([
      { where: '表二 · 行政规范性文件 · 本年制发件数', data: '2', document: '7' },
      { where: '表二 · 行政规范性文件 · 本年制发件数（注）', data: '其中修订1件', document: '没有' },
      {
        where: '六、其他需要报告的事项',
        data: '“…1.信息处理费：本年度未收取。2.其他事项：表…”',
        document: '“…1.信息处理费：本年度收取。2.其他事项：表二…”',
      },
    ]);
  });

  test('tells a blank from 0, and another edition', async () => {
    expect(await told(({ values }) => ({ values: values.with(0, '空') }))).toEqual([
      { where: '表二 · 规章 · 本年制发件数', data: '0', document: '空' },
    ]);
    expect(await told(() => ({ form: forms[0]! }))).toEqual([
      { where: '报告格式', data: '2021', document: '2019' },
    ]);
  });
});
