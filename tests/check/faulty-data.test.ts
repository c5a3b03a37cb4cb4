import { expect, test } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import { runCheck } from '../../src/pipeline.ts';
import { base, memory, reportPath } from '../helpers/memory.ts';
import { reportData } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';

const sound = write(reportData(2021), 'yaml').text;

/** The codes that come of three years of one organ, the middle one as given, with all rules. */
function codes(middle: string): string[] {
  const files = {
    ...base,
    [reportPath(2021, 'yaml')]: sound.replace('overview', 'published: 2022-01-10\noverview'),
    [reportPath(2022, 'yaml')]: middle,
    [reportPath(2023, 'yaml')]: sound.replace('overview', 'published: 2024-01-10\noverview'),
  };
  const { diagnostics } = runCheck({ data: memory(files), forms, progress: () => {} });
  return diagnostics.filter(({ place }) => !/202[13]\.yaml/.test(place?.file ?? '')).map(({ code }) => code);
}

test('a report that cannot be read is not missing', () => {
  expect(codes(sound.replace('form: ', 'form：'))).toEqual(['SRC-SYNTAX']);
  expect(codes('')).toEqual(['SRC-EMPTY']);
});

test('a date that is none is neither late nor early', () => {
  expect(codes(sound.replace('overview', 'published: 2023-02-30\noverview'))).toContain('DATA-VALUE');
  expect(codes(sound.replace('overview', 'published: 2023-02-30\noverview'))).not.toContain('PB-DEADLINE');
  expect(codes(sound.replace('overview', 'published: 2023-02-27\noverview'))).toContain('PB-DEADLINE');
});
