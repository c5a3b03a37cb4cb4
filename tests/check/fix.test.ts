import { describe, expect, test } from 'vitest';
import { type FixOptions, fixReport } from '../../src/check/fix/fix-report.ts';
import { forms } from '../../src/forms/index.ts';
import { loadReport } from '../../src/reports/load-report.ts';
import { figures, figuresReport } from '../helpers/figures.ts';
import { reportPath } from '../helpers/memory.ts';
import { editionIds } from '../helpers/official-form.ts';
import { random } from '../helpers/random.ts';
import { allRelations } from '../helpers/relations.ts';
import { type Data, get, put, type Raw, type ReportData, raw, reportData } from '../helpers/report-data.ts';
import { endings, layouts, write } from '../helpers/written.ts';

const year = { 2019: 2020, 2021: 2023 } as const;

function fix(text: string, ending = 'yaml', options: Partial<FixOptions> = {}, of = 2023) {
  const file = { path: reportPath(of, ending), organ: 'zhen', year: of };
  const fixed = fixReport(file, text, forms, { zeros: false, ...options });
  if ('problem' in fixed) return { problem: fixed.problem, text, fixes: [] };
  return {
    text: fixed.text,
    fixes: fixed.fixes.map(({ cell, from, to, why }) => [cell.address, from, to, why]),
  };
}

/** A report whose table four is written like this. */
function page(rows: string[], newline = '\n'): string {
  const [before, after] = write(reportData(2021), 'yaml').text.split(/ {2}review: [\s\S]*(?=problems:)/);
  return [before!.trimEnd(), ...rows, after!].join('\n').replaceAll('\n', newline);
}

describe.each(editionIds)('a blank total of the %i edition', (id) => {
  const totals = new Map(
    allRelations(id).flatMap(({ right }) => (right.length === 1 ? [[right[0]!.join('.'), right[0]!]] : [])),
  );

  test('is known for every row of table three, every column of the results, every group of table four', () => {
    expect(totals.size).toBe(id === 2021 ? 25 + 7 + 3 - 1 : 23 + 7 + 3 - 1);
  });

  test.each(endings)(
    'is filled from its addends, wherever it stands and however it is blank (%s)',
    (ending) => {
      const blanks = ending === 'json' ? ['"空"', 'null', ''] : ['空', '', '~', "'空'"];
      [...totals.keys()].forEach((path, i) => {
        const blank = blanks[i % blanks.length]!;
        const layout = blank === '' && ending === 'json' ? 'rows' : layouts[(i >> 2) % layouts.length]!;
        const report = sumsOf(id);
        const value = get(report, path) as number;
        const sound = write(report, ending, layout).text;
        put(report, path, raw(blank));
        const { text, fixes } = fix(write(report, ending, layout).text, ending, {}, year[id]);
        const cell = path.replace(/\d+$/, (place) => columns(path)[Number(place)]!);
        expect(fixes).toEqual([[cell, blank, String(value), 'total']]);
        expect(text).toBe(sound);
      });
    },
  );
});

function columns(path: string): readonly string[] {
  return path.startsWith('challenges')
    ? ['upheld', 'corrected', 'other', 'pending', 'total']
    : ['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg', 'total'];
}

/** A report whose relations hold and whose numbers are all different from zero. */
function sumsOf(id: 2019 | 2021): ReportData {
  const report = reportData(id, () => 1);
  for (const { left, right } of allRelations(id)) {
    if (right.length !== 1) continue;
    const [row, place] = right[0]!;
    put(
      report,
      `${row}.${place}`,
      left.reduce((sum, at) => sum + (get(report, at.join('.')) as number), 0),
    );
  }
  const total = get(report, 'applications.total') as number[];
  total.forEach((sum, place) => {
    put(report, `applications.newReceived.${place}`, sum);
    put(report, `applications.carriedOver.${place}`, place === 6 ? 6 : 1);
    put(report, `applications.carriedForward.${place}`, place === 6 ? 6 : 1);
  });
  return report;
}

describe('real figures', () => {
  test.each(['suqian-2023', 'suqian-2024', 'sikeshu-2023'])(
    'all totals of %s come back from blank',
    (name) => {
      const found = figures(name);
      const id = Number(found.edition) as 2019 | 2021;
      const whole = figuresReport(found);
      const blank = figuresReport(found);
      for (const { right } of allRelations(id)) {
        if (right.length === 1) put(blank, right[0]!.join('.'), '空');
      }
      const { text, fixes } = fix(write(blank, 'json').text, 'json', {}, found.year);
      expect(fixes.length).toBe(34);
      expect(text).toBe(write(whole, 'json').text);
    },
  );

  test('totals over blank cells stay blank: blank is not zero', () => {
    const report = figuresReport(figures('shanghai-office-2019'));
    const { text } = write(report, 'yaml');
    expect(fix(text, 'yaml', {}, 2019)).toEqual({ text, fixes: [] });
  });
});

describe('a total is left alone', () => {
  const untouched: [string, (report: ReportData) => void][] = [
    [
      'where an addend is blank',
      (report) => put(report, 'applications.granted', [1, '空', 0, 0, 0, 0, '空']),
    ],
    [
      'where an addend is no number',
      (report) => put(report, 'applications.granted', [1, raw('x'), 0, 0, 0, 0, '空']),
    ],
    [
      'where another relation would fail',
      (report) => put(report, 'applications.granted', [2, 1, 0, 0, 0, 0, '空']),
    ],
    ['where it is 未报', (report) => put(report, 'challenges.review', [0, 0, 0, 0, '未报'])],
    ['where it is 不适用', (report) => put(report, 'challenges.review', [0, 0, 0, 0, '不适用'])],
    ['where it is wrong', (report) => put(report, 'challenges.review', [1, 0, 0, 0, 7])],
    ['where the row is short of it', (report) => put(report, 'challenges.review', [1, 0, 0, 0])],
    ['where the row is not there', (report) => delete (report['challenges'] as ReportData)['review']],
    [
      'where the report is a faithful copy of what was published',
      (report) => {
        put(report, 'challenges.review', [1, 0, 0, 0, '空']);
        put(report, 'source', { published: raw('true') });
      },
    ],
  ];
  test.each(untouched)('%s', (_, break_) => {
    const report = reportData(2021);
    break_(report);
    for (const ending of endings) {
      const { text } = write(report, ending);
      expect(fix(text, ending)).toEqual({ text, fixes: [] });
    }
  });

  test('but not for a blank elsewhere, which leaves another relation undecided', () => {
    const report = reportData(2021);
    put(report, 'applications.granted', [1, 0, 0, 0, 0, 0, raw('空')]);
    put(report, 'applications.partiallyGranted', [0, 0, 0, 0, 0, raw('空'), raw('空')]);
    expect(fix(write(report, 'yaml').text).fixes).toEqual([
      ['applications.granted.total', '空', '1', 'total'],
    ]);
  });

  test('a blank addend is never filled', () => {
    const report = reportData(2021);
    put(report, 'applications.granted', ['空', 1, 0, 0, 0, 0, 5]);
    const { text } = write(report, 'yaml');
    expect(fix(text).fixes).toEqual([]);
  });
});

describe('a number that is only written wrong', () => {
  const written: [string, string, string][] = [
    ['１２', '12', 'fullWidth'],
    ['"１２"', '12', 'fullWidth'],
    ['1,234', '1234', 'thousands'],
    ['1，234', '1234', 'thousands'],
    ['１，２３４，５６７', '1234567', 'thousands'],
    ["1'234", '1234', 'thousands'],
    ['1_234', '1234', 'thousands'],
    ['1 234', '1234', 'thousands'],
  ];
  test.each(written)('%s becomes %s', (token, plain, why) => {
    for (const ending of endings) {
      const report = reportData(2021);
      put(report, 'disclosure.punishment', raw(token));
      const { text, fixes } = fix(write(report, ending).text, ending);
      expect(fixes).toEqual([['disclosure.punishment', token, plain, why]]);
      put(report, 'disclosure.punishment', raw(plain));
      expect(text).toBe(write(report, ending).text);
    }
  });

  test.each(endings)('in a row that the separators break apart (%s)', (ending) => {
    const report = reportData(2021);
    put(report, 'applications.newReceived', raw('[1,234, 0, 0, 0, 0, 0, １２34]'));
    const { text, fixes } = fix(write(report, ending).text, ending);
    expect(fixes.map(([, from, to]) => [from, to])).toEqual([
      ['1,234', '1234'],
      ['１２34', '1234'],
    ]);
    put(report, 'applications.newReceived', raw('[1234, 0, 0, 0, 0, 0, 1234]'));
    expect(text).toBe(write(report, ending).text);
  });

  test('counts as its number for the totals', () => {
    const report = reportData(2021);
    put(report, 'challenges.review', [raw('１'), 0, 0, 0, raw('空')]);
    expect(fix(write(report, 'yaml').text).fixes).toEqual([
      ['challenges.review.upheld', '１', '1', 'fullWidth'],
      ['challenges.review.total', '空', '1', 'total'],
    ]);
  });

  test.each(['007', '００７', '012'])('%s loses its zeros only where that is asked for', (token) => {
    const report = reportData(2021);
    put(report, 'disclosure.punishment', raw(token));
    const { text } = write(report, 'yaml');
    expect(fix(text)).toEqual({ text, fixes: [] });
    const plain = String(Number(token.normalize('NFKC')));
    expect(fix(text, 'yaml', { zeros: true }).fixes).toEqual([
      ['disclosure.punishment', token, plain, 'leadingZeros'],
    ]);
  });

  const doubtful = [
    '"12"',
    '1e3',
    '12件',
    '十二',
    '-5',
    '1.5',
    '12（其中修订1件）',
    '1,23',
    '1.234,567',
    '12,34',
    '无',
    '-',
    '1,2345',
  ];
  test.each(doubtful)('%s is left alone', (token) => {
    for (const path of ['disclosure.punishment', 'disclosure.fees', 'applications.granted.2']) {
      if (path === 'disclosure.fees' && ['1.5', '"12"'].includes(token)) continue;
      const report = reportData(2021);
      put(report, path, raw(token));
      const { text } = write(report, 'yaml');
      expect(fix(text, 'yaml', { zeros: true })).toEqual({ text, fixes: [] });
    }
  });

  test('numbers in the text are no cells', () => {
    const report = { ...reportData(2021), overview: '收到１２件，1,234条，空。' };
    const { text } = write(report, 'yaml');
    expect(fix(text)).toEqual({ text, fixes: [] });
  });
});

describe('everything else in the file stays as it is', () => {
  const cases: [string, string[], string[]][] = [
    [
      'comments, and blanks without a pattern',
      [
        '  # 全年 １２ 件，1,234 元',
        '  review: [ １２,0 , 0,  0, 空]   # 复议，空',
        '  litigationDirect: [0, 0, 0, 0,]# 诉讼',
        '',
        '  litigationAfterReview: [0,0,0,0,空] #',
      ],
      [
        '  # 全年 １２ 件，1,234 元',
        '  review: [ 12,0 , 0,  0, 12]     # 复议，空',
        '  litigationDirect: [0, 0, 0, 0, 0]# 诉讼',
        '',
        '  litigationAfterReview: [0,0,0,0,0]  #',
      ],
    ],
    [
      'columns aligned by what is seen',
      [
        '  review:                [１２, 0, 0, 0, 空] # 一',
        '  litigationDirect:      [   3, 0, 0, 0,  3] # 二',
        '  litigationAfterReview: [1,234, 0, 0, 0, 空] # 三',
      ],
      [
        '  review:                [  12, 0, 0, 0, 12] # 一',
        '  litigationDirect:      [   3, 0, 0, 0,  3] # 二',
        '  litigationAfterReview: [1234, 0, 0, 0, 1234] # 三',
      ],
    ],
    [
      'columns aligned by the count of characters',
      [
        '  review:                [１２, 0, 0, 0, 空]',
        '  litigationDirect:      [ 3, 0, 0, 0,  3]',
        '  litigationAfterReview: [ 0, 0, 0, 0,  空]',
      ],
      [
        '  review:                [12, 0, 0, 0, 12]',
        '  litigationDirect:      [ 3, 0, 0, 0,  3]',
        '  litigationAfterReview: [ 0, 0, 0, 0,  0]',
      ],
    ],
    [
      'wide cells in aligned columns',
      [
        '  review:                [     5, 0, 0, 0,   空] # 一',
        '  litigationDirect:      [ 1,234, 0, 0, 0, 1234] # 二',
        '  litigationAfterReview: [１２３, 0, 0, 0,  123] # 三',
      ],
      [
        '  review:                [     5, 0, 0, 0,    5] # 一',
        '  litigationDirect:      [  1234, 0, 0, 0, 1234] # 二',
        '  litigationAfterReview: [   123, 0, 0, 0,  123] # 三',
      ],
    ],
    [
      'blanks in the place of a number',
      [
        '  review:                [12, 0, 0, 0,    ] # 一',
        '  litigationDirect:      [ 3, 0, 0, 0,] # 二',
        '  litigationAfterReview: [ 0, 0, 0, 1234,  ] # 三',
      ],
      [
        '  review:                [12, 0, 0, 0,  12] # 一',
        '  litigationDirect:      [ 3, 0, 0, 0, 3] # 二',
        '  litigationAfterReview: [ 0, 0, 0, 1234, 1234] # 三',
      ],
    ],
    [
      'one number to a line',
      [
        '  review:',
        '    - １２ # 维持',
        '    - 0',
        '    - 0',
        '    - 0',
        '    -',
        '  litigationDirect: [0, 0, 0, 0, 0]',
        '  litigationAfterReview: [0, 0, 0, 0, 0]',
      ],
      [
        '  review:',
        '    - 12   # 维持',
        '    - 0',
        '    - 0',
        '    - 0',
        '    - 12',
        '  litigationDirect: [0, 0, 0, 0, 0]',
        '  litigationAfterReview: [0, 0, 0, 0, 0]',
      ],
    ],
    [
      'a comment in the place of a number',
      [
        '  review:',
        '    - 1',
        '    - 0',
        '    - 0',
        '    - 0',
        '    -   # 总计',
        '  litigationDirect: [0, 0, 0, 0, 0]',
        '  litigationAfterReview:',
        '    - 123',
        '    - 0',
        '    - 0',
        '    - 0',
        '    - # 总计',
      ],
      [
        '  review:',
        '    - 1',
        '    - 0',
        '    - 0',
        '    - 0',
        '    - 1 # 总计',
        '  litigationDirect: [0, 0, 0, 0, 0]',
        '  litigationAfterReview:',
        '    - 123',
        '    - 0',
        '    - 0',
        '    - 0',
        '    - 123 # 总计',
      ],
    ],
    [
      'a row over several lines',
      [
        '  review: [ # 上半年和下半年',
        '    １２, 0,',
        '    0, 0, 空 ]',
        '  litigationDirect: [0, 0, 0, 0, 0]',
        '  litigationAfterReview: [0, 0, 0, 0, 0]',
      ],
      [
        '  review: [ # 上半年和下半年',
        '    12, 0,',
        '    0, 0, 12 ]',
        '  litigationDirect: [0, 0, 0, 0, 0]',
        '  litigationAfterReview: [0, 0, 0, 0, 0]',
      ],
    ],
  ];
  for (const newline of ['\n', '\r\n']) {
    test.each(cases)(`%s (${newline === '\n' ? 'LF' : 'CRLF'})`, (_, before, after) => {
      const { text } = fix(page(before, newline));
      expect(text.split(newline)).toEqual(page(after, newline).split(newline));
    });
  }
});

test('a report that cannot be read is left alone, and it is said', () => {
  const text = 'form: 2021\noverview: "没有收尾\n';
  expect(fix(text).problem).toContain('没有改');
  expect(fix(text).text).toBe(text);
});

/** By address, as the checks see them. */
function valuesOf(text: string, ending: string): Map<string, unknown> {
  const file = { path: reportPath(2023, ending), organ: 'zhen', year: 2023 };
  const { report } = loadReport(file, text, undefined, forms);
  return new Map(report?.form.cells.map((cell) => [cell.address, report.values[cell.index]]) ?? []);
}

test('what is fixed needs no fixing, and no other cell has changed, in sixty reports at random', () => {
  const { below, pick } = random(7);
  const tokens = [
    '１２',
    '1,234',
    '007',
    '空',
    '',
    '未报',
    'x',
    '5',
    '5',
    '5',
    '"3"',
    '~',
    '1 234',
    '１,２３４',
    '[',
    ',',
  ];
  let fixed = 0;
  for (let i = 0; i < 60; i++) {
    const report = reportData(2021);
    for (const row of ['review', 'litigationDirect', 'litigationAfterReview']) {
      const cells = Array.from({ length: below(30) === 0 ? 4 : 5 }, (): Raw => raw(pick(tokens)));
      put(report, `challenges.${row}`, cells as Data[]);
    }
    const ending = pick(endings);
    const { text } = write(report, ending, pick(layouts));
    const once = fix(text, ending);
    const twice = fix(once.text, ending);
    expect(twice).toEqual({ ...(once.problem ? { problem: once.problem } : {}), text: once.text, fixes: [] });
    const [before, after] = [text, once.text].map((each) => valuesOf(each, ending));
    for (const [address, value] of before!) {
      // What could not be read before may be read now that its row can.
      if (value === '看不清' || once.fixes.some(([cell]) => cell === address)) continue;
      expect([address, after!.get(address)]).toEqual([address, value]);
    }
    fixed += once.fixes.length;
  }
  expect(fixed).toBeGreaterThan(60);
});
