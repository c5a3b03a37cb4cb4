import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/index.ts';
import { fail, pass, type ReportRule, spot } from '../../src/check/rule.ts';
import { forms } from '../../src/forms/index.ts';
import { loadData } from '../../src/reports/load.ts';
import { memory } from '../helpers/memory.ts';
import { reportData } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';

/** Finds every XX in the first section. */
const rule: ReportRule = {
  id: 'QA-TEST',
  scope: 'report',
  severity: 'warning',
  title: '没有 XX',
  source: '试验',
  asks: '没有 XX。',
  wrong: 'XX',
  right: '12',
  advice: '改。',
  check: ({ report }) => {
    const start = report.sections.get('overview')!.indexOf('XX');
    if (start < 0) return pass;
    const at = spot(report, 'overview', { start, end: start + 2 });
    return fail(() => ({ at, message: '有 XX', related: [{ message: '在此', at }] }));
  },
};

/** Where the finding points in the file, and what stands there. */
function place(file: string, text: string) {
  const { value } = loadData(
    memory({
      'data/site.yaml': 'title: 年报\npublisher: 办公室\n',
      'data/organs/zhen/organ.yaml': 'name: 某镇\nfullName: 某镇人民政府\nlevel: township\n',
      [`data/organs/zhen/${file}`]: text,
    }),
    forms,
  );
  const [found] = check(value, { rules: [rule] }).diagnostics;
  const { line, column, endLine, endColumn } = found!.place!;
  expect(found!.related![0]!.place).toEqual(found!.place);
  expect(endLine).toBe(line);
  return { line, at: text.split('\n')[line - 1]!.slice(column - 1, endColumn - 1) };
}

const data = reportData(2021);

describe('a finding in a text points at the passage in the file', () => {
  const overview = '第一段。\n共公开“信息”XX条。\n';
  const yaml = write(data, 'yaml').text;
  const lineOf = (text: string, what: string) => text.slice(0, text.indexOf(what)).split('\n').length;

  it.each([
    ['literal', `overview: |\n    第一段。\n    共公开XX条。\n`],
    ['folded', `overview: >\n  第一段。\n  共公开XX条。\n`],
    ['quoted', `overview: "第一段。\\n\\u5171公开XX条。"\n`],
    ['plain', `overview: 共公开XX条。\n`],
  ])('%s', (_, written) => {
    const text = yaml.replace(/^overview:.*\n(?: .*\n|\n)*/m, written);
    expect(place('2023.yaml', text)).toEqual({ line: lineOf(text, 'XX'), at: 'XX' });
  });

  it('JSON', () => {
    const text = write({ ...data, overview }, 'json').text;
    expect(place('2023.json', text)).toEqual({ line: lineOf(text, 'XX'), at: 'XX' });
  });

  it('in a report with a row that could not be read', () => {
    const text = yaml
      .replace(/^overview:.*\n(?: .*\n|\n)*/m, '')
      .replace(/newReceived: \[/, 'newReceived: [, ')
      .concat('overview: |\n  共公开XX条。\n');
    expect(place('2023.yaml', text)).toEqual({ line: lineOf(text, 'XX'), at: 'XX' });
  });
});
