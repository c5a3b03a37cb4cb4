import { reportJson } from './report-json.ts';

export interface TownReport {
  received: number;
  granted: number;
  /** The rest is 不予公开 1.属于国家秘密, as far as nothing else is said. */
  partly?: number;
  reviews?: { upheld: number; corrected: number };
  published?: string;
  more?: Record<string, unknown>;
  /** Words instead of numbers, and numbers that are not sums, by address. */
  other?: Record<string, number | string>;
}

/** A report on the 2021 form whose sums hold, all by 自然人. */
export function townReport({
  received,
  granted,
  partly = 0,
  reviews = { upheld: 0, corrected: 0 },
  published,
  more = {},
  other = {},
}: TownReport): string {
  const rows: Record<string, number> = {
    newReceived: received,
    granted,
    partiallyGranted: partly,
    'denied.stateSecret': received - granted - partly,
    total: received,
  };
  const value = (address: string) => {
    if (other[address] !== undefined) return other[address];
    const [, row, column] = /^applications\.(.+)\.(\w+)$/.exec(address) ?? [];
    if (row && (column === 'natural' || column === 'total')) return rows[row] ?? 0;
    if (address === 'challenges.review.upheld') return reviews.upheld;
    if (address === 'challenges.review.corrected') return reviews.corrected;
    return address === 'challenges.review.total' ? reviews.upheld + reviews.corrected : 0;
  };
  return reportJson(2021, value, { ...(published ? { published } : {}), ...more });
}

const organ = (name: string, level: string, more = '') =>
  `name: ${name}\nfullName: 某县${name}人民政府\nlevel: ${level}\n${more}`;

/** The correction of 丙镇's 2023 report: 14 granted where 15 were. */
export const correction = {
  cell: 'applications.granted.natural',
  old: 15,
  new: 14,
  date: '2024-03-01',
  reason: '登记台账漏登一件',
};

/**
 * A county with four towns and one that was merged: late, missing, corrected, waived; the county's own report leaves
 * out 丁镇. Everything but the warnings holds, so it can be published.
 */
export const county: Record<string, string> = {
  'data/site.yaml': 'title: 年报\npublisher: 某县政府办\nbaseUrl: https://example.cn/nb/\n',
  'data/organs/xian/organ.yaml': organ('某县', 'county', 'reports: all\n'),
  'data/organs/a/organ.yaml': organ('甲镇', 'township', 'parent: xian\ncode: 320102001\n'),
  'data/organs/b/organ.yaml': organ('乙镇', 'township', 'parent: xian\n'),
  'data/organs/c/organ.yaml': organ('丙镇', 'township', 'parent: xian\npredecessors: [old]\n'),
  'data/organs/d/organ.yaml': organ('丁镇', 'township', 'parent: xian\n'),
  'data/organs/old/organ.yaml': organ('旧镇', 'township', 'parent: xian\nyears: {to: 2022}\n'),
  'data/organs/xian/2023.json': townReport({ received: 60, granted: 33, partly: 5, published: '2024-03-20' }),
  'data/organs/a/2022.json': townReport({ received: 10, granted: 5, published: '2023-01-20' }),
  'data/organs/a/2023.json': townReport({
    received: 20,
    granted: 15,
    partly: 5,
    reviews: { upheld: 8, corrected: 4 },
    published: '2024-01-20',
  }),
  'data/organs/b/2023.json': townReport({
    received: 20,
    granted: 4,
    reviews: { upheld: 11, corrected: 1 },
    published: '2024-02-05',
  }),
  'data/organs/c/2023.json': townReport({
    received: 20,
    granted: 14,
    published: '2024-01-31',
    more: {
      corrections: [
        correction,
        { ...correction, cell: 'applications.granted.total' },
        { ...correction, cell: 'applications.denied.stateSecret.natural', old: 5, new: 6 },
        { ...correction, cell: 'applications.denied.stateSecret.total', old: 5, new: 6 },
      ],
    },
  }),
  'data/organs/d/2023.json': townReport({
    received: 3,
    granted: 2,
    published: '2024-02-01',
    more: {
      waivers: [
        {
          rule: 'PB-DEADLINE',
          cells: ['published'],
          values: ['2024-02-01'],
          reason: '系统检修，晚一天上网',
          by: '某县政府办',
          until: '2030-01-01',
        },
      ],
      source: { published: true },
    },
    other: { 'disclosure.fees': '空' },
  }),
  'data/organs/old/2021.json': townReport({ received: 1, granted: 1, published: '2022-01-20' }),
  'data/organs/old/2022.json': townReport({ received: 0, granted: 0, published: '2023-02-20' }),
};

/** As many towns as are asked for, each with a report of 2023 with nothing but zeros. */
export function towns(count: number): Record<string, string> {
  const files: Record<string, string> = { 'data/site.yaml': 'title: 年报\npublisher: 某办\n' };
  for (let i = 100; i < 100 + count; i++) {
    files[`data/organs/z${i}/organ.yaml`] = `name: 镇${i}\nfullName: 某县第${i}镇人民政府\nlevel: township\n`;
    files[`data/organs/z${i}/2023.json`] = reportJson(2021);
  }
  return files;
}
