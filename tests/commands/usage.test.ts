import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { width } from '../../src/diagnostics/width.ts';
import { checkout } from '../helpers/built.ts';

function help(...args: string[]): string {
  const { status, stdout } = spawnSync(process.execPath, [join(checkout, 'lib/cli.js'), ...args, '--help'], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout;
}

function misused(...args: string[]): string {
  const { status, stderr } = spawnSync(process.execPath, [join(checkout, 'lib/cli.js'), ...args], {
    encoding: 'utf8',
    cwd: checkout,
  });
  expect(status).toBe(2);
  return stderr;
}

const commands = [...help().matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1]!);

test('all commands are told', () => {
  expect(commands).toEqual(expect.arrayContaining(['check', 'build', 'new', 'import', 'fix', 'diff']));
});

test.each([[''], ...commands.map((name) => [name])])(
  'the help of “%s” has no word of the library',
  (name) => {
    const text = help(...(name ? [name] : []));
    expect(text).toMatch(/^用法： gouji/);
    for (const line of text.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/default|choices|env:|options|command|Usage|Arguments/i);
  },
);

test.each(['check', 'build', 'fix', 'export', 'new zhen 2023', 'schema'])(
  '%s cannot have a file for its root',
  (command) => {
    for (const root of ['package.json', 'package.json/x'])
      expect(misused(...command.split(' '), '--root', root)).toContain('package.json 是一个文件');
  },
);

test.each(['check', 'build', 'fix', 'export', 'verify'])('%s needs a root that is there', (command) => {
  expect(misused(command, '--root', 'no-such-folder')).toContain('没有 no-such-folder 这个文件夹');
});

test('a reader that stops early breaks nothing', () => {
  const shell = `${JSON.stringify(process.execPath)} lib/cli.js explain; echo $? >&3`;
  const { stderr, output } = spawnSync('sh', ['-c', `{ { ${shell}; } | true; } 2>&1 >&2`], {
    encoding: 'utf8',
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  expect(stderr).toBe('');
  expect(output[3]).toBe('0\n');
});
