#!/usr/bin/env node
import { join, resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import {
  diffFormats,
  parseDay,
  parseFolder,
  parseFormats,
  parseReadFolder,
  parseYear,
} from './commands/arguments.ts';
import type { CheckOptions } from './commands/check.ts';
import type { DiffOptions } from './commands/diff.ts';
import { exitCodes, type Terminal } from './commands/environment.ts';
import type { ExportOptions } from './commands/export.ts';
import type { ImportOptions } from './commands/import.ts';
import { chineseHelp, usageFault } from './commands/usage.ts';
import { type Format, formats } from './diagnostics/reporters/formats.ts';
import { formats as documentFormats } from './export/formats.ts';

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  color: process.stdout.isTTY === true && !process.env['NO_COLOR'],
};

/** Who reads may stop early, as head does; the work goes on and its exit code holds. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

/** A command is loaded when it is called, since each needs other libraries, and help needs none of them. */
const program = new Command('gouji')
  .description('勾稽：核对并发布政府信息公开工作年度报告')
  .helpOption('-h, --help', '显示用法')
  .helpCommand(false)
  .configureHelp(chineseHelp)
  .exitOverride()
  .configureOutput({ writeOut: terminal.out, writeErr: terminal.out, outputError: () => {} });

type BuildArguments = { root: string; out?: string; templates?: string; format: Format; today?: string };
type DiffArguments = Pick<DiffOptions, 'root' | 'format'>;

const rootOption = (parse = parseReadFolder) =>
  new Option('--root <文件夹>', 'data/ 所在的文件夹').default('.', '当前文件夹').argParser(parse);
const formatOption = () => new Option('--format <样式>', '结果的样式').choices(formats).default('pretty');

const todayOption = () =>
  new Option('--today <日期>', '按这一天判断期限和说明是否有效；默认是数据里最晚的公布日期')
    .env('GOUJI_TODAY')
    .argParser(parseDay);

program
  .command('check')
  .description('核对 data/ 里的全部报告，不发布')
  .addOption(rootOption())
  .addOption(formatOption())
  .addOption(todayOption())
  .option('--base <版本>', '同 git 的这个版本相比，列出改动的格（markdown、json）')
  .option('--links <网址>', '仓库里文件的网址开头，markdown 里的位置就成为链接')
  .option('--prose [报告]', '列出文字里的数同表格核对的情况，例如 chengguan/2023；不写就是全部')
  .action(async (options: Omit<CheckOptions, 'today'> & { today?: string }) => {
    const { checkCommand } = await import('./commands/check.ts');
    process.exitCode = checkCommand({ ...options, root: resolve(options.root) }, terminal);
  });

program
  .command('build')
  .description('核对并发布到 dist/；有错就不发布')
  .addOption(rootOption())
  .option('--out <文件夹>', '发布到哪里（默认是 data/ 旁边的 dist）')
  .option('--templates <文件夹>', '网站自己的模板，代替自带的同名模板（默认是 data/ 旁边的 templates）')
  .addOption(formatOption())
  .addOption(todayOption())
  .action(async ({ out, templates, ...options }: BuildArguments) => {
    const { buildCommand } = await import('./commands/build.ts');
    const root = resolve(options.root);
    const folder = out ? resolve(out) : join(root, 'dist');
    const own = templates ? { templates: resolve(templates) } : {};
    process.exitCode = buildCommand({ ...options, ...own, root, out: folder }, terminal);
  });

program
  .command('new')
  .description('写一份空白报告，每一行都有说明')
  .argument('<机关>', '机关的文件夹名，例如 chengguan')
  .argument('<年份>', '报告年度，例如 2024')
  .addOption(rootOption(parseFolder))
  .action(async (organ: string, year: string, options: { root: string }) => {
    const { newCommand } = await import('./commands/new.ts');
    process.exitCode = newCommand({ organ, year, root: resolve(options.root) }, terminal);
  });

program
  .command('import')
  .description('把公布过的报告（Word、PDF、网页、Excel、文本）读成数据文件')
  .argument('<文件...>', '要读的文件，或者放着文件的文件夹')
  .addOption(rootOption(parseFolder))
  .option('--organ <机关>', '机关的文件夹名；标题里认得出来就不用写')
  .option('--year <年份>', '报告年度；标题里有就不用写', parseYear)
  .option('--force', '已有的文件也覆盖', false)
  .option('--blank-as-zero', '原文空着的格记作 0，并在数据里注明', false)
  .action(async (files: string[], options: Omit<ImportOptions, 'files'>) => {
    const { importCommand } = await import('./commands/import.ts');
    process.exitCode = await importCommand({ ...options, root: resolve(options.root), files }, terminal);
  });

program
  .command('export')
  .description('把报告写成 Word、PDF、Excel 等文件；有错的报告不写')
  .argument('[哪些]', '例如 chengguan/2023（一份）、chengguan（一个机关）、2023（一年）；不写就是全部')
  .addOption(rootOption())
  .addOption(
    new Option('--to <格式>', `${documentFormats.join('、')}，几种之间加逗号`)
      .argParser(parseFormats)
      .default(['docx'], 'docx'),
  )
  .option('--out <位置>', '写到哪个文件夹；只写一份时也可以是文件名', 'export')
  .option('--fonts <文件夹>', '排 PDF 用的字体放在哪里；其中有仿宋、楷体、黑体、小标宋就用它们')
  .option('--force', '已有的文件也覆盖', false)
  .addOption(todayOption())
  .action(async (which: string | undefined, options: Omit<ExportOptions, 'which'>) => {
    const { exportCommand } = await import('./commands/export.ts');
    process.exitCode = exportCommand(
      { ...options, root: resolve(options.root), ...(which === undefined ? {} : { which }) },
      terminal,
    );
  });

program
  .command('verify')
  .description('把发布的网站读回来：文件是否完好，每份报告的网页和下载文件是否同数据逐格相同')
  .argument('[网站]', '发布的文件夹；不写就是 data 旁边的 dist')
  .addOption(rootOption())
  .action(async (site: string | undefined, options: { root: string }) => {
    const { verifyCommand } = await import('./commands/verify.ts');
    const root = resolve(options.root);
    const folder = site === undefined ? join(root, 'dist') : resolve(site);
    process.exitCode = await verifyCommand({ root, site: folder }, terminal);
  });

program
  .command('diff')
  .description('说出两份报告或两个版本有哪些不同')
  .argument('<原来>', '报告文件，或者 git 的版本，例如 main')
  .argument('[现在]', '报告文件，或者 git 的版本；不写就是现在的 data/')
  .addOption(rootOption())
  .addOption(new Option('--format <样式>', '结果的样式').choices(diffFormats).default('pretty'))
  .action(async (before: string, after: string | undefined, options: DiffArguments) => {
    const { diffCommand } = await import('./commands/diff.ts');
    process.exitCode = diffCommand(
      { ...options, root: resolve(options.root), before, ...(after === undefined ? {} : { after }) },
      terminal,
    );
  });

program
  .command('fix')
  .description('改正不必问人的地方：全角数字、千分位、空着的总计；先列出来，加 --write 才改')
  .argument('[文件...]', '报告文件；不写就是全部')
  .addOption(rootOption())
  .option('--write', '写进文件', false)
  .option('--zeros', '数前面多余的 0 也去掉', false)
  .action(async (files: string[], options: { root: string; write: boolean; zeros: boolean }) => {
    const { fixCommand } = await import('./commands/fix.ts');
    process.exitCode = fixCommand({ ...options, root: resolve(options.root), files }, terminal);
  });

program
  .command('schema')
  .description('写出编辑器用的 JSON Schema（data/schema/）')
  .addOption(rootOption(parseFolder))
  .action(async (options: { root: string }) => {
    const { schemaCommand } = await import('./commands/schema.ts');
    process.exitCode = schemaCommand({ root: resolve(options.root) }, terminal);
  });

program
  .command('explain')
  .description('说明一条规则：要求、依据、例子、怎么办')
  .argument('[编号]', '例如 T3-CARRY；不写就列出全部规则')
  .action(async (id: string | undefined) => {
    const { explainCommand } = await import('./commands/explain.ts');
    process.exitCode = explainCommand({ id }, terminal);
  });

program
  .command('docs')
  .description('按规则目录和表格写出 docs/ 里的规则说明')
  .addOption(rootOption())
  .action(async (options: { root: string }) => {
    const { docsCommand } = await import('./commands/docs.ts');
    process.exitCode = docsCommand({ root: resolve(options.root) }, terminal);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) terminal.err(`${usageFault(error)}\n用 gouji --help 看用法。\n`);
    process.exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  } else {
    const detail = error instanceof Error ? error.stack : String(error);
    terminal.err(`程序出错，这是勾稽自己的问题，请把下面的内容告诉维护者。\n${detail}\n`);
    process.exitCode = exitCodes.fault;
  }
}
