import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { forms } from '../forms/index.ts';
import { reportYaml } from '../forms/report-yaml.ts';
import { formatOf } from '../import/index.ts';
import { type Imported, readReport } from '../import/read.ts';
import { dataFolder } from '../reports/folder.ts';
import { loadData } from '../reports/load.ts';
import type { Organ } from '../reports/organ.ts';
import { exitCodes, type Terminal } from './environment.ts';

export interface ImportOptions {
  root: string;
  files: readonly string[];
  organ?: string;
  year?: number;
  force: boolean;
}

const largest = 50_000_000;
const headings = forms.at(-1)!.sections.map((section) => section.heading);

/** `gouji import`: reads published reports into YAML, and says of everything doubtful where it stands. */
export async function importCommand(options: ImportOptions, terminal: Terminal): Promise<number> {
  const { organs } = loadData(dataFolder(options.root), forms).value;
  let failed = 0;
  for (const file of options.files) {
    const problem = await importOne(file, options, organs, terminal);
    if (problem === undefined) continue;
    terminal.err(`${file}：${problem}\n`);
    failed++;
  }
  terminal.out(
    `读入 ${options.files.length - failed} 份，没有读入 ${failed} 份。读入的报告用 gouji check 核对。\n`,
  );
  return failed > 0 ? exitCodes.errors : exitCodes.clean;
}

async function importOne(
  file: string,
  options: ImportOptions,
  organs: ReadonlyMap<string, Organ>,
  terminal: Terminal,
): Promise<string | undefined> {
  const format = formatOf(file);
  if (!format) return '不认识这种文件。可以读 .docx、.html、.txt。';
  if (!existsSync(file)) return '没有这个文件。';
  const bytes = readFileSync(file);
  if (bytes.length > largest) return '文件太大，一份报告不会超过50兆。';
  let report: Imported;
  try {
    report = readReport(await format.read(bytes, headings), forms, options.year);
  } catch (error) {
    return `文件打不开，可能已损坏、加了密，或者扩展名不对（${error instanceof Error ? error.message : String(error)}）。`;
  }
  if (report.tables.size === 0 && [...report.sections.values()].every((text) => text === '')) {
    return '里面没有找到年度报告：没有“一、总体情况”这样的标题，也没有表格。';
  }
  const organ = options.organ ?? organOf(report.organName, organs);
  const year = options.year ?? report.year;
  if (!organ)
    return `不知道是哪个机关的（标题写的是“${report.organName ?? ''}”）。用 --organ 写出机关的文件夹名。`;
  if (!year) return '标题里没有年份。用 --year 写出报告年度。';
  const path = `data/organs/${organ}/${year}.yaml`;
  const target = join(options.root, path);
  if (existsSync(target) && !options.force) return `${path} 已经有了，没有改动它；要覆盖就加 --force。`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const tables = Object.fromEntries(report.tables);
  const source = { file: basename(file), sha256, ...tables };
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(
    target,
    reportYaml(report.form, { ...report, source }, `../../schema/report-${report.form.id}.json`),
  );
  terminal.out(`${file} → ${path}（${report.form.id}年版）\n${doubtLines(report)}`);
  return undefined;
}

function organOf(name: string | undefined, organs: ReadonlyMap<string, Organ>): string | undefined {
  if (!name) return undefined;
  const known = [...organs.values()].filter((organ) =>
    [organ.name, organ.fullName, ...(organ.aliases ?? [])].includes(name),
  );
  return known.length === 1 ? known[0]!.slug : undefined;
}

function doubtLines({ doubts, left }: Imported): string {
  const lines = doubts.map(
    ({ where, what, cell }) => `  请核对 ${[where, cell, what].filter(Boolean).join('　')}\n`,
  );
  const more = left.length > 0 ? [`  标题前后的 ${left.length} 行（导航、日期等）没有读入\n`] : [];
  return [...lines, ...more].join('');
}
