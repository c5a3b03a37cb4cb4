#!/usr/bin/env node
import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { checkCommand } from './commands/check.ts';
import { docsCommand } from './commands/docs.ts';
import { exitCodes, parseDay, type Terminal } from './commands/environment.ts';
import { explainCommand } from './commands/explain.ts';
import { schemaCommand } from './commands/schema.ts';
import { type Format, reporters } from './diagnostics/reporters/index.ts';

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  color: process.stdout.isTTY === true && !process.env['NO_COLOR'],
};

const program = new Command('gouji')
  .description('勾稽：核对并发布政府信息公开工作年度报告')
  .helpOption('-h, --help', '显示用法')
  .helpCommand(false)
  .exitOverride()
  .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });

const rootOption = () => new Option('--root <文件夹>', 'data/ 所在的文件夹').default('.', '当前文件夹');
const formatOption = () =>
  new Option('--format <样式>', '结果的样式').choices(Object.keys(reporters)).default('pretty');

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
  .action((options: { root: string; format: Format; today?: string }) => {
    process.exitCode = checkCommand({ ...options, root: resolve(options.root) }, terminal);
  });

program
  .command('schema')
  .description('写出编辑器用的 JSON Schema（data/schema/）')
  .addOption(rootOption())
  .action((options: { root: string }) => {
    process.exitCode = schemaCommand({ root: resolve(options.root) }, terminal);
  });

program
  .command('explain')
  .description('说明一条规则：要求、依据、例子、怎么办')
  .argument('[编号]', '例如 T3-CARRY；不写就列出全部规则')
  .action((id: string | undefined) => {
    process.exitCode = explainCommand({ id }, terminal);
  });

program
  .command('docs')
  .description('按规则目录和表格写出 docs/ 里的规则说明')
  .addOption(rootOption())
  .action((options: { root: string }) => {
    process.exitCode = docsCommand({ root: resolve(options.root) }, terminal);
  });

try {
  program.parse();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  } else {
    terminal.err(
      `程序出错，这是勾稽自己的问题，请把下面的内容告诉维护者。\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = exitCodes.fault;
  }
}
