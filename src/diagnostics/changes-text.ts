import type { Changes, FieldChange, LoneCell, OrganChange, ReportChange, TextChange } from './changes.ts';
import { excerpt } from './excerpt.ts';

/** Changes for a person at a terminal, with one closing sentence. */
export function changesText({ reports, organs, site }: Changes): string {
  const blocks = [
    ...reports.map(reportBlock),
    ...organs.map(organBlock),
    ...(site.length > 0 ? [['网站设置', ...site.map((field) => `  ${fieldText(field)}`)]] : []),
  ];
  return [
    ...blocks.map((lines) => `${lines.join('\n')}\n\n`),
    `${closing({ reports, organs, site })}\n`,
  ].join('');
}

function reportBlock(change: ReportChange): string[] {
  const { kind, name, file, fields, cells, onlyBefore, onlyAfter, texts } = change;
  const about = name.includes(file) ? name : `${name}  ${file}`;
  if (kind === 'added') return [`新增报告 ${about}`];
  if (kind === 'removed') return [`删去报告 ${about}`];
  if (kind === 'unread') return [`读不出来，没有比较：${about}`];
  return [
    about,
    ...fields.map((field) => `  ${fieldText(field)}`),
    ...cells.map(({ cellName, from, to }) => `  ${cellName}：${from} → ${to}`),
    ...lone('只有原来的格式有的格：', onlyBefore),
    ...lone('只有现在的格式有的格：', onlyAfter),
    ...[...new Set(texts.map(({ part }) => part))].flatMap((part) => [
      `  ${part}`,
      ...texts.filter((text) => text.part === part).flatMap(textLines),
    ]),
  ];
}

function lone(title: string, cells: readonly LoneCell[]): string[] {
  if (cells.length === 0) return [];
  return [`  ${title}`, ...cells.map(({ cellName, value }) => `    ${cellName}：${value}`)];
}

function textLines({ from, to }: TextChange): string[] {
  if (from === undefined) return [`    新增 “${excerpt(to ?? '')}”`];
  if (to === undefined) return [`    删去 “${excerpt(from)}”`];
  return [`    改动 “${excerpt(from, to)}”`, `      → “${excerpt(to, from)}”`];
}

function organBlock({ kind, organ, name, fields }: OrganChange): string[] {
  if (kind === 'changed') return [`机关 ${name}`, ...fields.map((field) => `  ${fieldText(field)}`)];
  return [`${kind === 'added' ? '新增' : '删去'}机关 ${name}  data/organs/${organ}`];
}

/** `shown` prints a value, `other` being the one it is compared with. */
export function fieldText(
  { kind, name, from, to }: FieldChange,
  shown: (text: string, other?: string) => string = excerpt,
): string {
  if (kind === 'added') return `增加${name}${to === undefined ? '' : `：${shown(to)}`}`;
  if (kind === 'removed') return `删去${name}${from === undefined ? '' : `：${shown(from)}`}`;
  return from === undefined || to === undefined
    ? `${name}有改动`
    : `${name}：${shown(from, to)} → ${shown(to, from)}`;
}

function closing({ reports, organs, site }: Changes): string {
  const of = (kind: ReportChange['kind']) => reports.filter((report) => report.kind === kind);
  const sum = (list: (report: ReportChange) => number) => reports.reduce((n, report) => n + list(report), 0);
  const cells = sum(({ cells }) => cells.length);
  const lone = sum(({ onlyBefore, onlyAfter }) => onlyBefore.length + onlyAfter.length);
  const sentences = sum(({ texts }) => texts.length);
  const parts = [
    ...(of('changed').length > 0 ? [`${of('changed').length}份报告有改动`] : []),
    ...(cells > 0 ? [`${cells}格的数不同`] : []),
    ...(lone > 0 ? [`${lone}格只有一边有`] : []),
    ...(sentences > 0 ? [`${sentences}句文字不同`] : []),
    ...(of('added').length > 0 ? [`新增${of('added').length}份`] : []),
    ...(of('removed').length > 0 ? [`删去${of('removed').length}份`] : []),
    ...(of('unread').length > 0 ? [`${of('unread').length}份没有比较`] : []),
    ...(organs.length > 0 ? [`${organs.length}个机关有变动`] : []),
    ...(site.length > 0 ? ['网站设置有改动'] : []),
  ];
  return parts.length > 0 ? `${parts.join('，')}。` : '没有不同。';
}
