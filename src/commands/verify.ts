import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, type Verified, verifySite } from '../export/verify.ts';
import { forms } from '../forms/index.ts';
import { dataFolder } from '../reports/folder.ts';
import { loadData } from '../reports/load.ts';
import { manifestName, readManifest } from '../write/manifest.ts';
import { exitCodes, type Terminal } from './environment.ts';

/** `gouji verify`: reads a published site back and says where it is not what was published, or not what the data say. */
export async function verifyCommand(
  { root, site }: { root: string; site: string },
  terminal: Terminal,
): Promise<number> {
  const read = (path: string) =>
    statSync(join(site, path), { throwIfNoEntry: false })?.isFile()
      ? readFileSync(join(site, path))
      : undefined;
  const manifest = readManifest(read(manifestName)?.toString() ?? '');
  if (!manifest) {
    terminal.err(
      `${site} 里没有勾稽发布的网站（没有 ${manifestName}，或者它读不出来）。先用 gouji build 发布。\n`,
    );
    return exitCodes.usage;
  }
  const { reports } = loadData(dataFolder(root), forms).value;
  const verified = await verifySite({ manifest, read }, reports, forms, (done) => {
    if (done % step === 0) terminal.err(`读回 ${done}份报告\n`);
  });
  terminal.out(verifiedText(verified));
  return verified.faults.length === 0 ? exitCodes.clean : exitCodes.errors;
}

/** Reports between two lines of progress. */
const step = 100;

function verifiedText({ files, read, cells, faults }: Verified): string {
  const kinds = [...read].map(([kind, count]) => `${kind} ${count}个`).join('、');
  const scope = `核对了 ${files}个文件的大小和校验值；读回 ${kinds || '0个文件'}，逐格同数据比较 ${cells}格。`;
  if (faults.length === 0) return `${scope}没有发现不同。\n`;
  return `${faultLines(faults)}${scope}有 ${faults.length}处不同。\n`;
}

function faultLines(faults: readonly Fault[]): string {
  const files = [...new Set(faults.map(({ file }) => file))];
  return files
    .map((file) => {
      const lines = faults.filter((fault) => fault.file === file).map(({ what }) => `  ${what}\n`);
      return `${file}\n${lines.join('')}`;
    })
    .join('');
}
