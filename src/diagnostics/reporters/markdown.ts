import { compareText } from '../diagnostic.ts';
import { type Result, summary } from '../result.ts';
import type { Reporter, ReporterContext } from './index.ts';
import { changeItems, findingItem, type Item, type Kind, kinds } from './markdown-items.ts';
import { codeSpan, escapeMarkdown } from './markdown-text.ts';
import { repositoryPath } from './path.ts';

/** GitHub and GitLab take a little more than this in one comment. */
const longest = 60_000;
/** Of a longer list the rest is folded. */
const shown = 10;

/** One comment for a pull request: the verdict first, then what is wrong and what has changed, report by report. */
export const markdown: Reporter = (result, context) => {
  const { ok, counts, diagnostics, changes } = result;
  const found = [
    counts.errors > 0 ? `错误 ${counts.errors} 处` : '没有错误',
    ...(counts.warnings > 0 ? [`提示 ${counts.warnings} 处`] : []),
    ...(counts.infos > 0 ? [`说明 ${counts.infos} 处`] : []),
  ].join('，');
  const head = `## ${ok ? '✓' : '✗'} 年度报告核对：${found}\n\n${escapeMarkdown(summary(result))}\n`;
  const items = [
    ...diagnostics.map((diagnostic) => findingItem(diagnostic, context)),
    ...(changes ? changeItems(changes) : []),
  ];
  const headings = headingsOf(result, items, context);
  const { chosen, omitted } = choose(items, headings, longest - head.length - 200);
  const sections = [...headings].flatMap(([file, heading]) => {
    const own = chosen.filter((item) => item.file === file);
    return own.length > 0 ? [section(heading, own)] : [];
  });
  const none = changes && !items.some(({ kind }) => isChange(kind)) ? ['与原来相比，数据没有改动。\n'] : [];
  return [head, ...none, ...sections, ...omission(omitted)].join('\n');
};

function isChange(kind: Kind): boolean {
  return kind === 'report' || kind === 'cell' || kind === 'text';
}

/** What has something to say, in the order of the files, what concerns no file last. */
function headingsOf(
  { reports = [], changes }: Result,
  items: readonly Item[],
  context: ReporterContext,
): Map<string, string> {
  const names = new Map(
    [...(changes?.reports ?? []), ...reports].map(({ file, name }) => [file, escapeMarkdown(name)]),
  );
  const files = [...new Set(items.map(({ file }) => file))].sort(
    (a, b) => Number(a === '') - Number(b === '') || compareText(a, b),
  );
  return new Map(
    files.map((file) => [
      file,
      file === '' ? '其他' : (names.get(file) ?? codeSpan(repositoryPath(file, context))),
    ]),
  );
}

/** Chooses by importance, so that what does not fit is what matters least. */
function choose(items: readonly Item[], headings: ReadonlyMap<string, string>, limit: number) {
  const chosen = new Set<Item>();
  const omitted = new Map<Kind, number>();
  const opened = new Set<string>();
  let used = 0;
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const item of items.filter((candidate) => candidate.kind === kind)) {
      const list = `${kind} ${item.file}`;
      const heading = opened.has(item.file) ? 0 : headings.get(item.file)!.length + 10;
      const cost = item.text.length + 1 + heading + (opened.has(list) ? 0 : frame);
      if (omitted.size > 0 || used + cost > limit) {
        omitted.set(kind, (omitted.get(kind) ?? 0) + 1);
        continue;
      }
      used += cost;
      opened.add(item.file).add(list);
      chosen.add(item);
    }
  }
  return { chosen: items.filter((item) => chosen.has(item)), omitted };
}

/** More than any list needs around its entries. */
const frame = 160;

function section(heading: string, items: readonly Item[]): string {
  const texts = (kind: Kind) => items.filter((item) => item.kind === kind).map(({ text }) => text);
  const blocks = [
    `### ${heading}`,
    ...list(texts('error'), '其余的错误'),
    ...list(texts('report'), '其余的改动'),
    ...table(texts('cell')),
    ...folded('文字的改动', texts('text')),
    ...folded('提示', texts('warning')),
    ...folded('说明', texts('info')),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function list(entries: readonly string[], rest: string): string[] {
  if (entries.length === 0) return [];
  return [entries.slice(0, shown).join('\n'), ...folded(rest, entries.slice(shown))];
}

function table(rows: readonly string[]): string[] {
  if (rows.length === 0) return [];
  const lines = ['| 改动的格 | 原来 | 现在 |', '| --- | --- | --- |', ...rows];
  return rows.length > shown ? details(`改动的格 ${rows.length}`, lines) : [lines.join('\n')];
}

function folded(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : details(`${title} ${entries.length}`, entries);
}

function details(title: string, lines: readonly string[]): string[] {
  return [`<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`];
}

function omission(omitted: ReadonlyMap<Kind, number>): string[] {
  if (omitted.size === 0) return [];
  const parts = [...omitted].map(([kind, count]) => ` ${count} ${kinds[kind]}`);
  return [`篇幅所限，另有${parts.join('、')}没有列出；运行 gouji check 看全部。\n`];
}
