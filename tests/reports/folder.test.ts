import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { dataFolder } from '../../src/reports/folder.ts';
import { temporaryFolder } from '../helpers/tree.ts';

let root: string;
beforeEach(() => {
  root = temporaryFolder();
});

function listed() {
  return dataFolder(root)
    .list()
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

test('lists every file below data/, with forward slashes, and reads it', () => {
  mkdirSync(join(root, 'data', 'organs', '四棵树'), { recursive: true });
  writeFileSync(join(root, 'data', 'site.yaml'), 'title: 年报\n');
  writeFileSync(join(root, 'data', 'organs', '四棵树', '2023.yaml'), '');
  writeFileSync(join(root, 'other.txt'), '');
  expect(listed()).toEqual([{ path: 'data/organs/四棵树/2023.yaml' }, { path: 'data/site.yaml' }]);
  expect(new TextDecoder().decode(dataFolder(root).read('data/site.yaml'))).toBe('title: 年报\n');
});

test('lists links without following them', () => {
  mkdirSync(join(root, 'data'));
  mkdirSync(join(root, 'elsewhere'));
  writeFileSync(join(root, 'elsewhere', 'secret.yaml'), '');
  symlinkSync(join(root, 'elsewhere'), join(root, 'data', 'organs'));
  symlinkSync(join(root, 'elsewhere', 'secret.yaml'), join(root, 'data', 'site.yaml'));
  symlinkSync(join(root, 'nowhere'), join(root, 'data', 'schema'));
  expect(listed()).toEqual([
    { path: 'data/organs', link: true },
    { path: 'data/schema', link: true },
    { path: 'data/site.yaml', link: true },
  ]);
});

test('lists a folder with the name of a file as what it is', () => {
  mkdirSync(join(root, 'data', 'organs', 'zhen', '2022.yaml'), { recursive: true });
  expect(listed()).toEqual([{ path: 'data/organs/zhen/2022.yaml', folder: true }]);
});

test('is empty without a data folder', () => {
  expect(listed()).toEqual([]);
  writeFileSync(join(root, 'data'), '');
  expect(listed()).toEqual([]);
});
