import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { type Format, formats } from '../export/formats.ts';

/** A folder on the command line; one that is not there may be made. */
export function parseFolder(path: string): string {
  let there = resolve(path);
  while (!existsSync(there)) there = dirname(there);
  if (statSync(there).isDirectory()) return path;
  throw new InvalidArgumentError(`${there} 是一个文件，要写文件夹。`);
}

/** A folder that is read. */
export function parseReadFolder(path: string): string {
  if (existsSync(parseFolder(path))) return path;
  throw new InvalidArgumentError(`没有 ${path} 这个文件夹。`);
}

/** A day on the command line or in the environment. Without zod, which takes longer to load than all else here. */
export function parseDay(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text)) return text;
  throw new InvalidArgumentError('写成四位年-两位月-两位日，例如 2025-01-31。');
}

/** A report year on the command line. */
export function parseYear(text: string): number {
  if (/^20\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('写四位年份，例如 2024。');
}

/** `docx,pdf` on the command line. */
export function parseFormats(text: string): Format[] {
  const names = text.split(/[,，、]/).map((name) => name.trim().toLowerCase());
  const known = formats.filter((format) => names.includes(format));
  if (known.length === new Set(names).size) return known;
  throw new InvalidArgumentError(`可以写：${formats.join('、')}，几种之间加逗号。`);
}

/** The formats of `gouji diff`. */
export const diffFormats = ['pretty', 'json'] as const;
export type DiffFormat = (typeof diffFormats)[number];
