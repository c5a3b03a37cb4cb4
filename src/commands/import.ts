import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nearest } from '../diagnostics/nearest.ts';
import { forms } from '../forms/index.ts';
import { reportYaml } from '../forms/report-yaml.ts';
import { compareText } from '../import/compare-text.ts';
import { type ImportedDocument, readDocumentFile } from '../import/document.ts';
import { ImportFault } from '../import/fault.ts';
import type { Imported } from '../import/read.ts';
import { largest, tooLarge } from '../import/sniff.ts';
import { readTitle } from '../import/title.ts';
import { isSlug, reportFile } from '../reports/files.ts';
import { dataFolder, existingReport } from '../reports/folder.ts';
import { loadData } from '../reports/load.ts';
import { namesOf, type Organ } from '../reports/organ.ts';
import { readDocument } from '../source/document.ts';
import { toValue } from '../source/node.ts';
import { exitCodes, type Terminal } from './environment.ts';
import { documentFiles } from './import-files.ts';

export interface ImportOptions {
  root: string;
  /** Files, or folders with files. */
  files: readonly string[];
  organ?: string;
  year?: number;
  force: boolean;
  blankAsZero?: boolean;
}

/** `gouji import`: reads published reports into YAML, and says of everything doubtful where it stands. */
export async function importCommand(options: ImportOptions, terminal: Terminal): Promise<number> {
  const { organs } = loadData(dataFolder(options.root), forms).value;
  const files = documentFiles(options.files);
  const written = new Set<string>();
  const failed: string[] = [];
  let doubts = 0;
  for (const [i, file] of files.entries()) {
    const place = files.length > 1 ? `（${i + 1}/${files.length}）` : '';
    try {
      const told = await importOne(file, options, organs, written);
      doubts += told.doubts;
      terminal.out(`${place}${told.text}`);
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      terminal.err(`${place}${file}：${error.message}\n`);
      failed.push(file);
    }
  }
  const summary = `读入 ${written.size} 份，没有读入 ${failed.length} 份，请核对的有 ${doubts} 处。`;
  terminal.out(`${summary}读入的报告用 gouji check 核对。\n`);
  if (failed.length > 0 && files.length > 1) {
    terminal.out(`没有读入的：\n${failed.map((file) => `  ${file}\n`).join('')}`);
  }
  return failed.length > 0 || files.length === 0 ? exitCodes.errors : exitCodes.clean;
}

async function importOne(
  file: string,
  options: ImportOptions,
  organs: ReadonlyMap<string, Organ>,
  written: Set<string>,
): Promise<{ text: string; doubts: number }> {
  const bytes = bytesOf(file);
  const document = await readDocumentFile(file, bytes, forms, options);
  const { report } = document;
  const named = readTitle(basename(file).replace(/\.\w+$/, ''));
  const organ = options.organ ?? organOf(report.organName, organs) ?? organOf(named?.organName, organs);
  const year = options.year ?? report.year ?? named?.year;
  if (!organ) throw new ImportFault(unknownOrgan(report.organName, organs));
  if (!isSlug(organ)) throw new ImportFault(`机关的文件夹名“${organ}”不对，只用小写字母、数字和短横。`);
  if (!year) throw new ImportFault('标题里没有年份。用 --year 写出报告年度。');
  const path = reportFile(organ, year);
  const target = join(options.root, path);
  if (written.has(path)) throw new ImportFault(`${path} 刚才已经由另一个文件写成，没有再写。`);
  const known = existingReport(options.root, organ, year);
  if (known !== undefined && known !== path)
    throw new ImportFault(`${known} 已经有了，没有改动它；先移走它再读。`);
  if (known !== undefined && !options.force)
    throw new ImportFault(`${path} 已经有了，没有改动它；要覆盖就加 --force。`);
  const yaml = reportYaml(report.form, { ...report, source: sourceOf(file, bytes, report) });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, yaml);
  written.add(path);
  const lines = [...doubtLines(document), ...textLines(report, yaml)];
  return {
    text: `${file} → ${path}（${report.form.id}年版）\n${lines.join('')}`,
    doubts: report.doubts.length,
  };
}

function bytesOf(file: string): Uint8Array {
  if (!existsSync(file)) throw new ImportFault('没有这个文件。');
  // Nothing larger is even opened.
  if (statSync(file).size > largest) throw tooLarge();
  return readFileSync(file);
}

/** What is written down of where the numbers come from. */
function sourceOf(file: string, bytes: Uint8Array, { tables, zeros }: Imported): Record<string, string> {
  return {
    file: basename(file),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...Object.fromEntries(tables),
    ...(zeros > 0 ? { blankAsZero: `原文空着的 ${zeros} 格记作 0` } : {}),
  };
}

function organOf(name: string | undefined, organs: ReadonlyMap<string, Organ>): string | undefined {
  if (!name) return undefined;
  if (organs.has(name)) return name;
  const all = [...organs.values()];
  const known = all.filter((organ) => namesOf(organ).includes(name));
  const close =
    known.length > 0 ? known : all.filter((organ) => namesOf(organ).some((each) => isSame(each, name)));
  return close.length === 1 ? close[0]!.slug : undefined;
}

/** 甲县乙镇人民政府 and 乙镇 are the same where no other organ has either name. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.replace(/(人民政府|办事处)$/, ''));
  return one!.length > 1 && other!.length > 1 && (one!.endsWith(other!) || other!.endsWith(one!));
}

function unknownOrgan(name: string | undefined, organs: ReadonlyMap<string, Organ>): string {
  const written = name ? `标题写的是“${name}”，data/organs/ 里没有这个名称` : '标题里没有机关名称';
  const near = name
    ? nearest(
        name,
        [...organs.values()].map((organ) => organ.name),
      )
    : undefined;
  const slug = near && [...organs.values()].find((organ) => organ.name === near)?.slug;
  const example = slug ? `，例如 --organ ${slug}（${near}）` : '';
  return `不知道是哪个机关的：${written}。用 --organ 写出机关的文件夹名${example}。`;
}

function doubtLines({ report: { doubts, left, values, form }, instead }: ImportedDocument): string[] {
  const unread = form.cells.filter(({ index }) => values[index] === '看不清').length;
  return [
    ...(instead ? [`  文件名的结尾不对，里面是 ${instead}，按里面的读\n`] : []),
    ...doubts.map(({ where, what, cell }) => `  请核对 ${[where, cell, what].filter(Boolean).join('　')}\n`),
    ...(unread > 0 ? [`  有 ${unread} 格没有读出来，写的是“看不清”，请照原文填写\n`] : []),
    ...(left.length > 0
      ? [
          `  标题前后的 ${left.length} 行没有读入：${left
            .map((line) => line.slice(0, 12))
            .slice(0, 5)
            .join('、')}\n`,
        ]
      : []),
  ];
}

/** The text of the document against what was written, read back from it. */
function textLines({ texts }: Imported, yaml: string): string[] {
  const { root } = readDocument('x.yaml', yaml);
  const data = root ? (toValue(root) as Record<string, unknown>) : {};
  return [...texts].flatMap(([key, blocks]) => {
    const difference = compareText(blocks, String(data[key] ?? ''));
    if (!difference) return [];
    const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}……` : text);
    return [`  请核对 ${key} 的文字：原文“${shown(difference.document)}”，写成“${shown(difference.data)}”\n`];
  });
}
