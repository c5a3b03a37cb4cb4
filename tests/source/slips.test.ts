import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { forms } from '../../src/forms/index.ts';
import { loadData } from '../../src/reports/load.ts';
import { base, check, memory, reportPath } from '../helpers/memory.ts';
import { officialCells } from '../helpers/official-form.ts';
import { type Random, random } from '../helpers/random.ts';
import { get, type ReportData, reportData } from '../helpers/report-data.ts';
import { type Ending, endings, layouts, write } from '../helpers/written.ts';

/** Signs that a keyboard, a web page or a word processor leaves in a text. */
const signs = [
  ...' \t\n\r:：,，、[]【】{}"\'“”#-—|>&*!?@`%\\/.0123456789０１eExX+_=~()（）镇\u00a0\u3000\u200b\ufeff\u0000',
];

function slip({ below, pick }: Random, text: string): string {
  const at = below(text.length);
  const lines = text.split('\n');
  const line = below(lines.length);
  switch (below(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + pick(signs) + text.slice(at);
    case 2:
      return text.slice(0, at) + pick(signs) + text.slice(at + 1);
    case 3:
      return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
    case 4:
      return lines.filter((_, i) => i !== line).join('\n');
    case 5:
      return lines.flatMap((each, i) => (i === line ? [each, each] : [each])).join('\n');
    default:
      return text.slice(0, at);
  }
}

/** The numbers that another reader finds in the cells, as texts; undefined where it cannot read the file. */
function readElsewhere(text: string, ending: Ending): Map<string, unknown> | undefined {
  try {
    const written = text.replace(/^\ufeff/, '');
    const data = (ending === 'json' ? JSON.parse(written) : parse(written)) as ReportData;
    return new Map(officialCells(2021).map(({ address, path }) => [address, get(data, path)]));
  } catch {
    return undefined;
  }
}

describe.each(endings.flatMap((ending) => layouts.map((layout) => [ending, layout] as const)))(
  'slips of the pen in %s, %s',
  (ending, layout) => {
    const path = reportPath(2023, ending);
    const sound = write(
      reportData(2021, (_, place) => place + 10),
      ending,
      layout,
    ).text;

    test('never stop the check, are told in the file, and pass only where another reader finds the same numbers', () => {
      const chance = random(ending.length * 1000 + layout.length);
      let passed = 0;
      let told = 0;
      for (let run = 0; run < 150; run++) {
        let text = sound;
        for (let i = chance.below(2); i >= 0; i--) text = slip(chance, text);
        const { diagnostics } = check({ [path]: text });
        const lines = text.replace(/^\ufeff/, '').split('\n');
        const wrong = diagnostics.filter(({ code }) => !/-SUM$|BALANCE$/.test(code));
        for (const { message, hint, place } of wrong) {
          expect(message).toMatch(/[\u4e00-\u9fff]/);
          expect(`${message}${hint}`).not.toMatch(/\[object|NaN\b(?!”)/);
          expect(place!.file).toBe(path);
          expect(place!.line).toBeLessThanOrEqual(lines.length);
          expect(place!.column).toBeLessThanOrEqual(lines[place!.line - 1]!.length + 1);
        }
        if (wrong.length > 0) {
          told++;
          continue;
        }
        passed++;
        const [report] = loadData(memory({ ...base, [path]: text }), forms).value.reports;
        const elsewhere = readElsewhere(text, ending);
        const values = new Map(officialCells(2021).map(({ address }, i) => [address, report!.values[i]]));
        expect([text, values]).toEqual([text, elsewhere]);
      }
      expect(passed).toBeGreaterThan(5);
      expect(told).toBeGreaterThan(60);
    });
  },
);
