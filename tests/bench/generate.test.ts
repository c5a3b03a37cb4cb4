import { describe, expect, it } from 'vitest';
import { generate, type Options } from '../../bench/generate.js';
import { organAt } from '../../bench/organs.js';
import type { Form } from '../../src/forms/compile.ts';
import { compile } from '../../src/forms/compile.ts';
import { formById, formForYear, forms as officialForms } from '../../src/forms/index.ts';
import { scaffold } from '../../src/forms/scaffold.ts';
import { gather, runCheck } from '../../src/pipeline.ts';
import { thirdEdition } from '../forms/third-edition.ts';
import { memory } from '../helpers/memory.ts';

const today = '2025-06-30';

function program(forms: readonly Form[]) {
  return {
    forms,
    formById: (id: unknown) => formById(id, forms),
    formForYear: (year: number) => formForYear(year, forms),
    scaffold,
  };
}

function files(options: Options, forms = officialForms): Record<string, string> {
  return Object.fromEntries([...generate(options, program(forms))].map(({ path, text }) => [path, text]));
}

function env(data: Record<string, string>, forms = officialForms) {
  return { data: memory(data), forms, today, progress: () => {} };
}

const years = (data: Record<string, string>) => [
  ...new Set(Object.keys(data).flatMap((path) => /\/(\d{4})\.yaml$/.exec(path)?.[1] ?? [])),
];

describe('generated data', () => {
  const data = files({ organs: 45, years: 6 });

  it('passes every rule, and gives every rule of sums and of years something to do', () => {
    const { checked, diagnostics } = gather(env(data));
    expect(diagnostics).toEqual([]);
    for (const id of ['T3-BALANCE', 'T3-RESULT-SUM', 'T3-ROW-SUM', 'T4-REVIEW-SUM', 'T3-CARRY', 'T2-STOCK']) {
      const { pass = 0, fail, unknown } = checked.rules.get(id) ?? {};
      expect({ id, some: pass > 100, fail, unknown }).toEqual({ id, some: true, fail: 0, unknown: 0 });
    }
  });

  it('gives the rules about numbers in the text something to do, most of which they can decide', () => {
    const { checked } = gather(env(data));
    for (const id of ['TX-REQ-COUNT', 'TX-ZERO', 'TX-CASES', 'TX-T2', 'TX-LIST-SUM', 'TX-NOCOUNT']) {
      const { pass = 0, unknown = 0 } = checked.rules.get(id) ?? {};
      expect({ id, some: pass > 50, clear: unknown < pass / 20 }).toEqual({ id, some: true, clear: true });
    }
  });

  it('is no desert of zeros', () => {
    const { dataset } = gather(env(data));
    const sum = (address: string) =>
      dataset.reports.reduce((all, { form, values }) => {
        const value = values[form.cellAt.get(address)?.index ?? -1];
        return all + (typeof value === 'number' ? value : 0);
      }, 0);
    for (const { address } of officialForms[1]!.rows.filter(({ path }) => path[0] === 'applications')) {
      expect([address, sum(`${address}.total`) > 0]).toEqual([address, true]);
    }
    expect(sum('applications.carriedOver.total')).toBeGreaterThan(50);
    expect(sum('challenges.review.total')).toBeGreaterThan(5);
    expect(sum('disclosure.normativeDocuments.issued')).toBeGreaterThan(20);
  });

  it('has texts of a real length, with the numbers of the tables', () => {
    const { reports } = gather(env(data)).dataset;
    for (const { file, form, values, sections } of reports) {
      const bytes = Buffer.byteLength(data[file]!);
      expect([file, bytes > 6000 && bytes < 7500]).toEqual([file, true]);
      const received = values[form.cellAt.get('applications.newReceived.total')!.index];
      const carried = values[form.cellAt.get('applications.carriedOver.total')!.index];
      const said =
        received === 0 && carried === 0 ? '没有收到政府信息公开申请' : `新收政府信息公开申请${received}件`;
      expect(sections.get('overview')).toContain(said);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    expect(files({ organs: 3, years: 2, seed: 7 })).toEqual(files({ organs: 3, years: 2, seed: 7 }));
    expect(files({ organs: 3, years: 2, seed: 7 })).not.toEqual(files({ organs: 3, years: 2, seed: 8 }));
    expect(data).toMatchObject(files({ organs: 7, years: 6 }));
  });

  it('gives each organ a name of its own', () => {
    const organs = Array.from({ length: 30_000 }, (_, index) => organAt(index));
    expect(new Set(organs.map(({ fullName }) => fullName)).size).toBe(organs.length);
    expect(new Set(organs.map(({ slug }) => slug)).size).toBe(organs.length);
    expect(() => organAt(1_000_000)).toThrow(/no invented name/);
  });
});

describe('years and editions', () => {
  it.each([
    [{ organs: 1, years: 1 }, ['2024']],
    [{ organs: 1, years: 3 }, ['2022', '2023', '2024']],
    [{ organs: 1, years: 2, edition: 2019 }, ['2019', '2020']],
    [{ organs: 1, years: 5, edition: 2021 }, ['2021', '2022', '2023', '2024', '2025']],
    [{ organs: 1, years: 7 }, ['2019', '2020', '2021', '2022', '2023', '2024', '2025']],
  ])('%o', (options, expected) => {
    const data = files(options);
    expect(years(data)).toEqual(expected);
    expect(runCheck(env(data)).diagnostics).toEqual([]);
  });

  it('refuses years that no form is for', () => {
    expect(() => files({ organs: 1, years: 3, edition: 2019 })).toThrow(/2019 to 2020/);
    expect(() => files({ organs: 1, years: 1, edition: 2020 })).toThrow(/no edition 2020/);
  });

  it('an edition that nobody issued, from its form alone', () => {
    const forms = [...officialForms, compile(thirdEdition)];
    const data = files({ organs: 21, years: 3, edition: 2031 }, forms);
    const result = runCheck(env(data, forms));
    expect(result.diagnostics).toEqual([]);
    expect(result.counts.checks).toMatchObject({ fail: 0, unknown: 0 });
    expect(result.counts.checks.pass).toBe(21 * 3 * forms[2]!.equations.length);
  });
});
