import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runBuild } from '../build.ts';
import { reporters } from '../diagnostics/reporters/index.ts';
import { forms } from '../forms/index.ts';
import { ours, ownTemplates, templateFolder } from '../render/template-folder.ts';
import { dataFolder } from '../reports/folder.ts';
import { publish, putBack } from '../write/publish.ts';
import { holds, realPath } from '../write/real-path.ts';
import { type CommonOptions, exitCodes, type Terminal } from './environment.ts';
import { reporterContext } from './reporter-context.ts';

/** `gouji build`: reads, checks, renders and publishes; on any error the old site stays as it was. */
export function buildCommand(
  {
    root,
    format,
    today,
    out,
    templates = ownTemplates(root),
  }: CommonOptions & {
    out: string;
    /** The folder of the site's own templates; the others are ours. */
    templates?: string;
  },
  terminal: Terminal,
): number {
  const target = resolve(root, out);
  if (!existsSync(templates) && templates !== ownTemplates(root)) {
    terminal.err(`没有 ${templates} 这个文件夹。用 --templates 写模板所在的文件夹。\n`);
    return exitCodes.usage;
  }
  if (isClosed(target, root, templates)) {
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
    templates: templateFolder(root, templates),
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
export function isClosed(out: string, root: string, templates = ownTemplates(root)): boolean {
  const target = realPath(out);
  const closed = [join(root, 'data'), ownTemplates(root), templates, ours].map((folder) => realPath(folder));
  return (
    holds(target, realPath(root)) || closed.some((folder) => holds(target, folder) || holds(folder, target))
  );
}
