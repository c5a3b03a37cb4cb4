import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { Format, ReporterContext } from '../diagnostics/reporters/index.ts';
import { decode } from '../source/decode.ts';
import { ruleText } from './rule-text.ts';

/** The outside world as the commands see it; `cli.ts` makes the real one, tests their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  color: boolean;
}

export interface CommonOptions {
  root: string;
  format: Format;
  today?: string;
}

/** Clean, data errors, wrong use, fault of ours. */
export const exitCodes = { clean: 0, errors: 1, usage: 2, fault: 3 } as const;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export function reporterContext(root: string, color: boolean): ReporterContext {
  return {
    color,
    folder: folderOf(root),
    version,
    rule: ruleText,
    text: (file) => {
      try {
        const decoded = decode(readFileSync(join(root, file)));
        return 'encoding' in decoded ? undefined : decoded.text;
      } catch {
        return undefined;
      }
    },
  };
}

/** Services run a command in the folder of the repository, so the way from here is the way from there. */
function folderOf(root: string): string {
  const way = relative('', root).split(sep);
  return way[0] === '..' || way.some((part) => part.includes(':')) ? '' : way.join('/');
}

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

/** A day on the command line or in the environment. */
export function parseDay(text: string): string {
  if (z.iso.date().safeParse(text).success) return text;
  throw new InvalidArgumentError('写成四位年-两位月-两位日，例如 2025-01-31。');
}

/** A report year on the command line. */
export function parseYear(text: string): number {
  if (/^20\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('写四位年份，例如 2024。');
}
