import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCommand } from '../../src/commands/check.ts';
import { checkReportFile, checkReportJsonSchema } from '../../src/commands/check-report.ts';
import { jsonSchemas, schemaCommand } from '../../src/commands/schema.ts';
import { checkout } from '../helpers/built.ts';
import { base, type Files } from '../helpers/memory.ts';
import { put, raw, reportData } from '../helpers/report-data.ts';
import { folderOf, recordingTerminal } from '../helpers/terminal.ts';
import { tree } from '../helpers/tree.ts';
import { write } from '../helpers/written.ts';

const data = reportData(2021);
const sound: Files = { ...base, 'data/organs/zhen/2023.yaml': write(data, 'yaml').text };
const broken = structuredClone(data);
put(broken, 'disclosure.fees', raw('12元'));
const faulty: Files = {
  ...base,
  'data/organs/zhen/2023.yaml': write(broken, 'yaml').text.replaceAll('\n', '\r\n'),
};

describe('gouji check', () => {
  test('of sound data: clean, with a sentence of how much was checked', () => {
    const terminal = recordingTerminal();
    expect(checkCommand({ root: folderOf(sound), format: 'pretty' }, terminal)).toBe(0);
    expect(terminal.printed()).toMatch(
      /^核对了 1个机关 1份报告 200格。勾稽关系 42 条：成立 42。全部 \d+ 条规则共核对 \d+ 次：.*。没有发现错误。\n$/,
    );
    expect(terminal.told()).toMatch(/^读取 3个文件：1个机关，1份报告\n核对 42条勾稽关系，按 \d+条规则\n$/);
  });

  test('of faulty data: errors, with the line from the file', () => {
    const terminal = recordingTerminal();
    expect(checkCommand({ root: folderOf(faulty), format: 'pretty' }, terminal)).toBe(1);
    expect(terminal.printed()).toContain('  10 │   fees: 12元\n     │         ^^^^\n');
  });

  test('in the other formats', () => {
    const root = folderOf(faulty);
    const json = recordingTerminal();
    expect(checkCommand({ root, format: 'json' }, json)).toBe(1);
    expect(JSON.parse(json.printed())).toMatchObject({
      version: 1,
      ok: false,
      diagnostics: [{ code: 'T2-INT' }],
    });
    const github = recordingTerminal();
    expect(checkCommand({ root, format: 'github' }, github)).toBe(1);
    expect(github.printed()).toMatch(/^::error file=data\/organs\/zhen\/2023\.yaml,line=10,col=9,/);
  });

  test('in colour where the terminal has it', () => {
    const terminal = recordingTerminal(true);
    checkCommand({ root: folderOf(faulty), format: 'pretty' }, terminal);
    expect(terminal.printed()).toContain('\u001b[31m错误\u001b[0m');
  });

  test('of a folder without data: one fault, at the file that is missing', () => {
    const terminal = recordingTerminal();
    expect(checkCommand({ root: folderOf({}), format: 'json' }, terminal)).toBe(1);
    expect(JSON.parse(terminal.printed())).toMatchObject({
      diagnostics: [{ code: 'FILE-MISSING', file: 'data/site.yaml' }],
    });
  });

  test('writes nothing', () => {
    const root = folderOf(faulty);
    const before = tree(root);
    checkCommand({ root, format: 'pretty' }, recordingTerminal());
    expect(tree(root)).toEqual(before);
  });

  test('of the data of this repository: only what is true of the real report among them, and the late sample', () => {
    const terminal = recordingTerminal();
    expect(checkCommand({ root: checkout, format: 'json' }, terminal)).toBe(0);
    const { diagnostics } = JSON.parse(terminal.printed()) as {
      diagnostics: { code: string; file: string }[];
    };
    const file = 'data/organs/sikeshu/2023.yaml';
    expect(diagnostics).toMatchObject([
      { code: 'PB-DEADLINE', file: 'data/organs/baishu/2023.yaml' },
      { code: 'QA-APPRAISAL', file },
      { code: 'QA-OVERVIEW', file },
      { code: 'TX-NOCOUNT', file },
      { code: 'QA-SECTION6', file },
    ]);
  });
});

describe('the program as it is run', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(checkout, 'lib/cli.js'), ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '' },
    });
    return { status, stdout, stderr };
  };

  test('prints the result to stdout and what it does to stderr', () => {
    const { status, stdout, stderr } = run('check', '--root', folderOf(sound));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^核对了 1个机关 .*没有发现错误。\n$/);
    expect(stderr).toMatch(/^读取 3个文件/);
  });

  test.each([['check', '--format', 'xml'], ['check', '--roof', '.'], ['chekc']])(
    '%s %s is wrong use',
    (...args) => {
      expect(run(...args).status).toBe(2);
    },
  );
});

test('gouji schema writes the schemas, and nothing else', () => {
  const root = folderOf(base);
  const terminal = recordingTerminal();
  expect(schemaCommand({ root }, terminal)).toBe(0);
  const folder = join(root, 'data/schema');
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(`${JSON.stringify(schema, null, 2)}\n`);
    expect(terminal.told()).toContain(`data/schema/${name}`);
  }
  expect(readdirSync(folder)).toHaveLength(Object.keys(jsonSchemas()).length);
  expect(JSON.parse(readFileSync(join(root, checkReportFile), 'utf8'))).toEqual(checkReportJsonSchema());
  rmSync(folder, { recursive: true });
  expect(Object.keys(tree(root)).sort()).toEqual([...Object.keys(base), checkReportFile].sort());
});
