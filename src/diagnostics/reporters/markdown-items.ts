import type { CellChange, Changes, FieldChange, LoneCell, ReportChange, TextChange } from '../changes.ts';
import { fieldText as plainFieldText } from '../changes-text.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { excerpt } from '../excerpt.ts';
import { type RelatedGroup, relatedGroups, zerosText } from '../related.ts';
import type { ReporterContext } from './index.ts';
import { codeSpan, escapeMarkdown, fileLink } from './markdown-text.ts';

/** Kinds of what a comment tells, the most important first, and how they are counted. */
export const kinds = {
  error: '处错误',
  report: '处改动',
  cell: '格改动',
  text: '处文字改动',
  warning: '处提示',
  info: '处说明',
} as const;
export type Kind = keyof typeof kinds;

/** A list entry or a row of a table; shown whole or left out. */
export interface Item {
  /** Empty for what concerns no report and no file. */
  file: string;
  kind: Kind;
  text: string;
}

const marks = { error: '✗', warning: '△', info: '○' } as const;

export function findingItem(diagnostic: Diagnostic, context: ReporterContext): Item {
  const { code, severity, message, place, cellName, hint, fix } = diagnostic;
  const where = place ? `${fileLink(place.file, place.line, context)} ` : '';
  const lines = [
    `- ${marks[severity]} ${where}${codeSpan(code)} ${escapeMarkdown(message)}`,
    ...(cellName && !message.includes(cellName) ? [`  - ${escapeMarkdown(cellName)}`] : []),
    ...sides(diagnostic).map((line) => `  - ${escapeMarkdown(line)}`),
    ...(hint ? [`  - 怎么改：${escapeMarkdown(hint)}`] : []),
    ...(fix?.unique ? fix.edits : []).map(({ place, cellName, from, to }) => {
      const where = fileLink(place.file, place.line, context);
      return `    - ${where} ${escapeMarkdown(cellName)} ${codeSpan(from)} → ${codeSpan(to)}`;
    }),
  ];
  return { file: place?.file ?? '', kind: severity, text: lines.join('\n') };
}

/** Both sides of a sum, each with the numbers it is made of; where there are none, the message has told both. */
function sides({ left, right, related = [] }: Diagnostic): string[] {
  const groups = relatedGroups(related);
  if (left === undefined || right === undefined || groups.length !== 2) return groups.map(addends);
  const [one, other] = groups.map(addends);
  return [`左边 ${left}：${one}`, `右边 ${right}：${other}`];
}

function addends(entry: RelatedGroup): string {
  const parts = [...entry.told.map(({ message }) => message), ...(entry.zeros > 0 ? [zerosText(entry)] : [])];
  return `${entry.group ? `${entry.group}：` : ''}${parts.join('、')}`;
}

export function changeItems({ reports, organs, site }: Changes): Item[] {
  const other = (text: string): Item => ({ file: '', kind: 'report', text: `- ${text}` });
  return [
    ...reports.flatMap(reportItems),
    ...organs.flatMap(({ kind, name, fields }) =>
      kind === 'changed'
        ? fields.map((field) => other(`机关${escapeMarkdown(name)}　${fieldText(field)}`))
        : [other(`${kind === 'added' ? '新增' : '删去'}机关：${escapeMarkdown(name)}`)],
    ),
    ...site.map((field) => other(`网站设置　${fieldText(field)}`)),
  ];
}

const reportKinds = {
  added: '新增这份报告。',
  removed: '删去了这份报告。',
  unread: '读不出来，没有比较。',
} as const;

function reportItems({ file, kind, cells, onlyBefore, onlyAfter, texts, fields }: ReportChange): Item[] {
  const item = (kind: Kind, text: string): Item => ({ file, kind, text });
  if (kind !== 'changed') return [item('report', `- ${reportKinds[kind]}`)];
  return [
    ...fields.map((field) => item('report', `- ${fieldText(field)}`)),
    ...cells.map((cell) => item('cell', row(cell))),
    ...onlyBefore.map((cell) => item('cell', row({ ...lone(cell), to: '（没有这一格）' }))),
    ...onlyAfter.map((cell) => item('cell', row({ ...lone(cell), from: '（没有这一格）', to: cell.value }))),
    ...texts.map((text) => item('text', `- ${sentence(text)}`)),
  ];
}

function lone({ cell, cellName, value }: LoneCell) {
  return { cell, cellName, from: value };
}

function row({ cellName, from, to }: CellChange): string {
  return `| ${escapeMarkdown(cellName)} | ${escapeMarkdown(from)} | ${escapeMarkdown(to)} |`;
}

function fieldText(field: FieldChange): string {
  return plainFieldText({ ...field, name: escapeMarkdown(field.name) }, escapeMarkdown);
}

function sentence({ part, from, to }: TextChange): string {
  const quote = (text: string, other?: string) => `“${escapeMarkdown(excerpt(text, other))}”`;
  const name = escapeMarkdown(part);
  if (from === undefined) return `${name}：新增${quote(to ?? '')}`;
  if (to === undefined) return `${name}：删去${quote(from)}`;
  return `${name}：改动${quote(from, to)} → ${quote(to, from)}`;
}
