import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rulesFor } from '../../src/check/index.ts';
import { rulePage } from '../../src/check/page.ts';
import { docs } from '../../src/commands/docs.ts';
import { exitCodes } from '../../src/commands/environment.ts';
import { explainCommand } from '../../src/commands/explain.ts';

const folder = fileURLToPath(new URL('../../docs/', import.meta.url));
const rules = rulesFor();

test('docs/ is committed as the catalogue generates it', () => {
  const pages = docs();
  for (const [name, text] of Object.entries(pages)) {
    expect(readFileSync(`${folder}${name}`, 'utf8'), name).toBe(text);
  }
  const names = readdirSync(`${folder}rules`).map((name) => `rules/${name}`);
  expect(names.filter((name) => !(name in pages))).toEqual([]);
});

test('identifiers are unique and well formed', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/);
});

test('each rule file is in the catalogue, and is named after its rule', () => {
  const names = readdirSync(fileURLToPath(new URL('../../src/check/rules/', import.meta.url)));
  const ids = new Set(rules.map(({ id }) => `${id.toLowerCase()}.ts`));
  expect(names.filter((name) => !ids.has(name))).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('is explained in Chinese sentences', () => {
    for (const { heading, text } of rulePage(rule).parts) {
      expect(text, heading).not.toMatch(/您|！|undefined|NaN/);
      if (!heading.includes('例子')) expect(text, heading).toMatch(/[\u4e00-\u9fff].*[。）]$/s);
    }
  });
});

describe('gouji explain', () => {
  const run = (id?: string) => {
    const out: string[] = [];
    const err: string[] = [];
    const terminal = {
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
      color: false,
    };
    return { code: explainCommand({ id }, terminal), out: out.join(''), err: err.join('') };
  };

  test('prints the page of a rule, however it is written', () => {
    const { code, out } = run('t3-carry');
    expect(code).toBe(exitCodes.clean);
    expect(out).toContain('T3-CARRY');
    for (const { text } of rulePage(rules.find(({ id }) => id === 'T3-CARRY')!).parts) {
      expect(out).toContain(text);
    }
  });

  test('knows every code a check can print', () => {
    for (const id of [...rules.map((rule) => rule.id), 'SRC-SYNTAX', 'WAIVER-LAPSED']) {
      expect(run(id).code, id).toBe(exitCodes.clean);
    }
  });

  test('lists all rules when none is named', () => {
    const { out } = run();
    for (const { id, title } of rules) expect(out).toMatch(new RegExp(`^${id} .*${title}$`, 'm'));
  });

  test('names the nearest where there is none', () => {
    expect(run('T3-CARY')).toMatchObject({ code: exitCodes.usage, out: '' });
    expect(run('T3-CARY').err).toContain('T3-CARRY');
  });
});
