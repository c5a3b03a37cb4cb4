import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { reporters } from '../../src/diagnostics/reporters/index.ts';
import { checkout } from '../helpers/built.ts';
import { base, reportPath } from '../helpers/memory.ts';
import { put, reportData } from '../helpers/report-data.ts';
import { commit, git } from '../helpers/repository.ts';
import { temporaryFolder } from '../helpers/tree.ts';
import { write } from '../helpers/written.ts';

interface Step {
  name?: string;
  run?: string;
  uses?: string;
  env?: Record<string, string>;
}
interface Action {
  inputs: Record<string, { description: string; default: string }>;
  runs: { using: string; steps: Step[] };
}
interface Job {
  script: string[];
  artifacts: { paths: string[]; reports?: Record<string, string> };
}
interface Gitee {
  stages: { steps: { step: string; commands: string[] }[] }[];
}

const read = (path: string) => readFileSync(join(checkout, path), 'utf8');
const action = parse(read('.github/actions/check/action.yml')) as Action;
const gitlab = parse(read('docs/ci/gitlab-ci.yml')) as Record<string, Job>;
const gitee = parse(read('docs/ci/gitee-go.yml')) as Gitee;

const actionScript = action.runs.steps.find(({ name }) => name === '核对')!;
const giteeCommands = gitee.stages.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands));
const scripts: [string, string][] = [
  ['the action', action.runs.steps.map(({ run = '' }) => run).join('\n')],
  ['GitLab', [...gitlab['核对年度报告']!.script, ...gitlab['pages']!.script].join('\n')],
  ['Gitee', giteeCommands.join('\n')],
];

/** What the scripts ask of the program: `check --root … --format …`. */
function calls(script: string): { command: string; options: string[]; formats: string[] }[] {
  return [...script.matchAll(/(?:gouji|cli\.js"?) ([a-z]+)((?: .*)?)$/gm)].map(([, command, rest]) => ({
    command: command!,
    options: [...rest!.matchAll(/--[a-z]+/g)].map(([option]) => option),
    formats: [...rest!.matchAll(/--format ([a-z]+)/g)].map(([, format]) => format!),
  }));
}

const options = new Map<string, string[]>();

function optionsOf(command: string): string[] {
  const found = options.get(command) ?? askOptions(command);
  options.set(command, found);
  return found;
}

function askOptions(command: string): string[] {
  const cli = join(checkout, 'lib/cli.js');
  const { stdout, status } = spawnSync(process.execPath, [cli, command, '--help'], { encoding: 'utf8' });
  expect(status).toBe(0);
  return [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z]+)/gm)].map(([, option]) => option!);
}

describe.each(scripts)('what %s asks of gouji', (_, script) => {
  const asked = calls(script);

  test('are commands, options and formats that there are', () => {
    expect(asked.map(({ command }) => command)).toContain('check');
    for (const { command, options, formats } of asked) {
      const known = optionsOf(command);
      for (const option of options) expect(known).toContain(option);
      for (const format of formats) expect(Object.keys(reporters)).toContain(format);
    }
  });
});

/** A repository in which a report has been spoiled since its first commit. */
function repository(): { root: string; first: string } {
  const root = temporaryFolder();
  const report = reportData(2021);
  const path = reportPath(2023, 'yaml');
  git(root, 'init', '-q');
  commit(root, { ...base, [path]: write(report, 'yaml').text });
  const first = git(root, 'rev-parse', 'HEAD').trim();
  put(report, 'challenges.review', [2, 1, 0, 0, 4]);
  commit(root, { [path]: write(report, 'yaml').text });
  return { root, first };
}

function shell(script: string, cwd: string, env: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env;
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  return spawnSync('bash', args, { cwd, encoding: 'utf8', env: { PATH, HOME, ...env } });
}

const cell = '表四 · 行政复议 · 总计 | 0 | 4';

describe('the action', () => {
  test('sets up Node, installs, checks; every input is used and described', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps[0]!.uses).toMatch(/^actions\/setup-node@v\d+$/);
    const text = read('.github/actions/check/action.yml');
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(description).toBeTruthy();
      expect(text).toContain(`\${{ inputs.${name} }}`);
    }
    // What comes from outside reaches the shell as variables only.
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
  });

  function run(more: Record<string, string>) {
    const { root, first } = repository();
    const summary = join(temporaryFolder(), 'summary.md');
    const result = shell(actionScript.run!, root, {
      GITHUB_ACTION_PATH: join(checkout, '.github/actions/check'),
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_SERVER_URL: 'https://git.example',
      GITHUB_REPOSITORY: 'a/b',
      ROOT: '.',
      BASE: first,
      MARKDOWN: 'gouji.md',
      SARIF: 'gouji.sarif',
      SHA: 'c0de',
      ...more,
    });
    return { ...result, root, summary };
  }

  test('on a broken site: annotations, a comment with the changes, a SARIF file, and it fails', () => {
    const { status, stdout, root, summary } = run({});
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=data\/organs\/zhen\/2023\.yaml,line=\d+.*T4-REVIEW-SUM/m);
    const comment = readFileSync(join(root, 'gouji.md'), 'utf8');
    expect(comment).toMatch(/^## ✗ 年度报告核对：错误 1 处/);
    expect(comment).toContain(cell);
    expect(comment).toContain('(https://git.example/a/b/blob/c0de/data/organs/zhen/2023.yaml#L');
    expect(readFileSync(summary, 'utf8')).toBe(comment);
    expect(JSON.parse(readFileSync(join(root, 'gouji.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  test('without a revision to compare with it says what is wrong all the same', () => {
    const { status, root } = run({ BASE: '' });
    expect(status).toBe(1);
    expect(readFileSync(join(root, 'gouji.md'), 'utf8')).not.toContain('改动的格');
  });

  test('wrong use is not taken for wrong data', () => {
    expect(run({ ROOT: 'nowhere', BASE: 'no-such-revision' }).status).not.toBe(0);
  });
});

test('the job for GitLab writes the files it names, and fails at the end', () => {
  const { root, first } = repository();
  const { script, artifacts } = gitlab['核对年度报告']!;
  const { status, stdout } = shell(script.join('\n'), root, {
    GOUJI: checkout,
    ROOT: '.',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: first,
    CI_PROJECT_URL: 'https://git.example/a/b',
    CI_COMMIT_SHA: 'c0de',
  });
  expect(status).toBe(1);
  expect(stdout).toContain('错误 1 处');
  const written = (path: string | undefined) => readFileSync(join(root, path!), 'utf8');
  expect(written(artifacts.reports!['codequality'])).toContain('"check_name": "T4-REVIEW-SUM"');
  expect(written(artifacts.reports!['junit'])).toMatch(/^<\?xml/);
  expect(written(artifacts.paths[0])).toContain(cell);
  expect(written(artifacts.paths[0])).toContain('(https://git.example/a/b/-/blob/c0de/data/');
});

test('the commands for Gitee stop at the check of a broken site', () => {
  const { root } = repository();
  const script = giteeCommands
    .filter((command) => command.startsWith('node '))
    .join('\n')
    .replaceAll('lib/cli.js', join(checkout, 'lib/cli.js'));
  const { status, stdout } = shell(script, root, {});
  expect(status).toBe(1);
  expect(stdout.match(/错误 1 处/g)).toHaveLength(1);
});
