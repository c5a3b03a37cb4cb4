import { join, resolve } from 'node:path';
import { reporters } from '../diagnostics/reporters/index.ts';
import { forms } from '../forms/index.ts';
import { runBuild } from '../pipeline.ts';
import { ours, templateFolder } from '../render/template-folder.ts';
import { dataFolder } from '../reports/folder.ts';
import { publish, putBack } from '../write/publish.ts';
import { holds, realPath } from '../write/real-path.ts';
import { type CommonOptions, exitCodes, reporterContext, type Terminal } from './environment.ts';

/** `gouji build`: reads, checks, renders and publishes; on any error the old site stays as it was. */
export function buildCommand(
  { root, format, today, out }: CommonOptions & { out: string },
  terminal: Terminal,
): number {
  const target = resolve(root, out);
  if (isClosed(target, root)) {
    terminal.err(
      `不能发布到 ${out}：那里是数据或模板所在的文件夹，发布会动到它们。用 --out 另选一个文件夹，例如 dist。\n`,
    );
    return exitCodes.usage;
  }
  const left = putBack(target);
  const result = runBuild({
    data: dataFolder(root),
    forms,
    today,
    templates: templateFolder(root),
    publish: (files, isSound) => (left.length > 0 ? { problems: left } : publish(target, files, isSound)),
    progress: (line) => terminal.err(`${line}\n`),
  });
  terminal.out(reporters[format](result, reporterContext(root, terminal.color)));
  if (result.ok) return exitCodes.clean;
  terminal.err(`没有发布。${out} 里原来的网站没有动。\n`);
  const data = result.diagnostics.every(({ code }) => !code.startsWith('OUT-'));
  return data ? exitCodes.errors : exitCodes.usage;
}

/**
 * Publishing replaces its folder: it may not be or hold the root or the program, nor lie in the data or templates.
 */
export function isClosed(out: string, root: string): boolean {
  const target = realPath(out);
  const closed = [join(root, 'data'), join(root, 'templates'), ours].map((folder) => realPath(folder));
  return (
    holds(target, realPath(root)) || closed.some((folder) => holds(target, folder) || holds(folder, target))
  );
}
