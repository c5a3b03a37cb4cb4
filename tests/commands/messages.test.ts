import { describe, expect, test } from 'vitest';
import { pretty } from '../../src/diagnostics/reporters/pretty.ts';
import { forms } from '../../src/forms/index.ts';
import { runCheck } from '../../src/pipeline.ts';
import { base, type Files, memory, reportPath } from '../helpers/memory.ts';
import { type Data, put, raw, reportData } from '../helpers/report-data.ts';
import { soundTexts } from '../helpers/sound-texts.ts';
import { write } from '../helpers/written.ts';

/**
 * The ten faults that real reports have most, as a clerk meets them: where, what, what to write, in one screen. The
 * texts are committed beside this file, to be read when a sentence changes.
 */
const faults: [string, Record<string, Data>][] = [
  ['两个数字写反', { 'applications.granted.0': 13 }],
  ['总计没有跟着改', { 'applications.granted.6': 34 }],
  ['表四的总计空着没填，写的是0', { 'challenges.review.4': 0 }],
  ['上年结转填错了列', { 'applications.carriedOver': [0, 2, 0, 0, 0, 0, 2] }],
  ['全角数字', { 'disclosure.licensing': raw('５３') }],
  ['写了单位', { 'disclosure.fees': raw('11.7万元') }],
  ['一行少了一个数', { 'applications.granted': [31, 4, 0, 0, 0, 35] }],
  ['没有的写了横线', { 'applications.unable.unclear': raw('[-, -, -, -, -, -, -]') }],
  ['漏填一格', { 'applications.granted': raw('[31, 4, , 0, 0, 0, 35]') }],
  ['中文的逗号', { 'challenges.review': raw('[10，1，0，0，11]') }],
];

function report(changes: Record<string, Data>): string {
  const sound: Record<string, number[]> = {
    'applications.newReceived': [38, 6, 0, 0, 0, 0, 44],
    'applications.carriedOver': [2, 0, 0, 0, 0, 0, 2],
    'applications.granted': [31, 4, 0, 0, 0, 0, 35],
    'applications.unable.notHeld': [9, 2, 0, 0, 0, 0, 11],
    'applications.total': [40, 6, 0, 0, 0, 0, 46],
    'challenges.review': [10, 1, 0, 0, 11],
  };
  const data = { ...reportData(2021, (row, place) => sound[row]?.[place] ?? 0), ...soundTexts(44) };
  for (const [path, value] of Object.entries(changes)) put(data, path, value);
  return write(data, 'yaml').text;
}

function screen(changes: Record<string, Data>): string {
  const open = ['applications.newReceived', 'applications.carriedForward'];
  const numbers = reportData(2021, (row, place) => (open.includes(row) && place % 6 === 0 ? 2 : 0));
  const before = { ...numbers, ...soundTexts(2) };
  const files: Files = {
    ...base,
    [reportPath(2022, 'yaml')]: write(before, 'yaml').text,
    [reportPath(2023, 'yaml')]: report(changes),
  };
  const result = runCheck({ data: memory(files), forms, progress: () => {} });
  const diagnostics = result.diagnostics.filter(({ severity }) => severity === 'error');
  const text = pretty(
    { ...result, diagnostics },
    { color: false, text: (file) => (files[file] === undefined ? undefined : String(files[file])) },
  );
  return text.slice(0, text.lastIndexOf('\n核对了'));
}

const screens = faults.map(([name, changes]) => [name, screen(changes)] as const);

test('the ten, whole', async () => {
  const text = screens.map(([name, text]) => `# ${name}\n\n${text}`).join('\n');
  await expect(text).toMatchFileSnapshot('messages.txt');
});

describe.each(screens)('%s', (_, text) => {
  test('every message says where, what and what to do, without a word of programming', () => {
    for (const message of text.trim().split('\n\n')) {
      expect(message).toMatch(
        /^错误 data\/organs\/zhen\/2023\.yaml:\d+:\d+ {2}[A-Z0-9-]+\n {2}表[二三四] · /,
      );
      expect(message).toMatch(/\n {2}怎么改：.+。$/);
      expect(message.split('\n').length).toBeLessThan(16);
      const words = message.replace(/^(错误| +\d+ │).*$/gm, '').replace(/data\/\S+|T3-[A-Z-]+/g, '');
      expect(words).not.toMatch(/[a-zA-Z]{2,}|字段|解析|语法|类型|数组|字符串|空值/);
    }
  });

  test('all that it causes fits on a screen or two', () => {
    expect(text.split('\n').length).toBeLessThan(50);
  });
});
