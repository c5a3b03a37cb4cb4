import { isAbsolute, join, relative } from 'node:path';
import { reporters } from '../diagnostics/reporters/index.ts';
import { forms } from '../forms/index.ts';
import { runBuild } from '../pipeline.ts';
import { templateFolder } from '../render/template-folder.ts';
import { dataFolder } from '../reports/folder.ts';
import { publish } from '../write/publish.ts';
import { type CommonOptions, exitCodes, reporterContext, type Terminal } from './environment.ts';

/** `gouji build`: reads, checks, renders and publishes; on any error the old site stays as it was. */
export function buildCommand(
  { root, format, today, out }: CommonOptions & { out: string },
  terminal: Terminal,
): number {
  if (holds(out, root) || ['data', 'templates'].some((name) => holds(join(root, name), out))) {
    terminal.err(
      `不能发布到 ${out}：那里是数据或模板所在的文件夹，发布会动到它们。用 --out 另选一个文件夹，例如 dist。\n`,
    );
    return exitCodes.usage;
  }
  const result = runBuild({
    data: dataFolder(root),
    forms,
    today,
    templates: templateFolder(root),
    publish: (files, isSound) => publish(out, files, isSound),
    progress: (line) => terminal.err(`${line}\n`),
  });
  terminal.out(reporters[format](result, reporterContext(root, terminal.color)));
  if (!result.ok) terminal.err(`没有发布。${out} 里原来的网站没有动。\n`);
  return result.ok ? exitCodes.clean : exitCodes.errors;
}

/** Whether `inner` is `outer` itself or lies in it. */
function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === '' || !(path.startsWith('..') || isAbsolute(path));
}
