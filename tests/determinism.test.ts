import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { json } from '../src/diagnostics/reporters/json.ts';
import { forms } from '../src/forms/index.ts';
import { runCheck } from '../src/pipeline.ts';
import type { DataFile } from '../src/reports/files.ts';
import { dataFolder } from '../src/reports/folder.ts';
import type { DataSource } from '../src/reports/load.ts';
import { checkout } from './helpers/built.ts';
import { base, type Files, memory } from './helpers/memory.ts';
import { random } from './helpers/random.ts';
import { put, raw, reportData } from './helpers/report-data.ts';
import { folderOf } from './helpers/terminal.ts';
import { temporaryFolder } from './helpers/tree.ts';
import { write } from './helpers/written.ts';

/** Organs whose names sort differently by letter, by code unit and by path, each with faults of several kinds. */
function faulty(): Files {
  const files: Files = {
    'data/site.yaml': base['data/site.yaml']!,
    'data/乱放.txt': '',
    'data/Readme.md': '',
  };
  for (const slug of ['zhen', 'zhen-2', 'a', 'a-b', 'a1', 'i', 'ii', 'z']) {
    files[`data/organs/${slug}/organ.yaml`] = `${base['data/organs/zhen/organ.yaml']}parent: nowhere\n`;
    for (const year of [2021, 2022, 2023]) {
      const data = reportData(2021);
      put(data, 'applications.granted', [year, 0, 0, 0, 0, 0, 0]);
      put(data, 'applications.denied.thirdParty.2', raw('１'));
      put(data, 'published', raw('2024-02-30'));
      files[`data/organs/${slug}/${year}.${year === 2022 ? 'json' : 'yaml'}`] = write(
        data,
        year === 2022 ? 'json' : 'yaml',
      ).text;
    }
  }
  return files;
}

function printed(source: DataSource): string {
  return json(runCheck({ data: source, forms, progress: () => {} }), { color: false, text: () => undefined });
}

describe('the order in which a folder is listed changes nothing', () => {
  test.each<[string, DataSource]>([
    ['the data of this repository', dataFolder(checkout)],
    ['a folder full of faults', memory(faulty())],
  ])('%s', (_, source) => {
    const files = source.list();
    const { below } = random(2023);
    const shuffled = (): DataFile[] => {
      const order = [...files];
      for (let i = order.length - 1; i > 0; i--) {
        const other = below(i + 1);
        [order[i], order[other]] = [order[other]!, order[i]!];
      }
      return order;
    };
    const orders = [[...files].reverse(), shuffled(), shuffled()];
    const expected = printed(source);
    for (const order of orders) {
      expect(new Set(order).size).toBe(files.length);
      expect(printed({ ...source, list: () => order })).toBe(expected);
    }
  });
});

test('the machine changes nothing: time zone, language, folder and width of the terminal', () => {
  const root = folderOf(faulty());
  const elsewhere = temporaryFolder();
  const run = (env: Record<string, string>, cwd = root, argument = '.') => {
    const cli = join(checkout, 'lib/cli.js');
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [cli, 'check', '--format', 'json', '--root', argument],
      { cwd, env: { PATH: process.env['PATH'] ?? '', ...env } },
    );
    return { status, stdout: stdout.toString('hex'), stderr: stderr.toString('utf8') };
  };
  const first = run({ TZ: 'UTC', LANG: 'C' });
  expect(first.status).toBe(1);
  const output = JSON.parse(Buffer.from(first.stdout, 'hex').toString('utf8')) as {
    counts: { errors: number };
  };
  expect(output.counts.errors).toBeGreaterThan(90);
  const runs = [
    run({ TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }),
    run({ TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', COLUMNS: '40' }),
    run({ TZ: 'Pacific/Kiritimati', LANG: 'C', FORCE_COLOR: '1' }, elsewhere, root),
    run({ TZ: 'UTC', LANG: 'zh_CN.GBK' }, elsewhere, relative(elsewhere, root)),
  ];
  for (const each of runs) expect(each).toEqual(first);
});
