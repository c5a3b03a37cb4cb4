import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportOptions, importCommand } from '../../src/commands/import.ts';
import { forms } from '../../src/forms/index.ts';
import { compareText } from '../../src/import/compare-text.ts';
import { gather } from '../../src/pipeline.ts';
import { dataFolder } from '../../src/reports/folder.ts';

const corpus = fileURLToPath(new URL('./corpus/files/', import.meta.url));

let root: string;
let told: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gouji-import-'));
  told = '';
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function place(file: string, as = file): string {
  const target = join(root, 'in', as);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(corpus, file), target);
  return target;
}

async function run(files: string[], options: Partial<ImportOptions> = {}): Promise<number> {
  const say = (text: string) => {
    told += text;
  };
  return importCommand({ root, files, force: false, ...options }, { out: say, err: say, color: false });
}

function reports() {
  return gather({ data: dataFolder(root), forms, progress: () => {} }).dataset.reports;
}

describe('whose report it is', () => {
  test('follows from the title, by name, full name or an unmistakable part', async () => {
    put('data/organs/shili/organ.yaml', 'name: 示例镇\nfullName: 示例县示例镇人民政府\nlevel: township\n');
    expect(await run([place('plain2021-docx.docx')])).toBe(0);
    expect(reports().map(({ organ, year }) => [organ, year])).toEqual([['shili', 2023]]);
  });

  test('is asked for where the title names nobody known, with the nearest name', async () => {
    put(
      'data/organs/shili/organ.yaml',
      'name: 示例县示范镇\nfullName: 示例县示范镇人民政府\nlevel: township\n',
    );
    expect(await run([place('plain2021-docx.docx')])).toBe(1);
    expect(told).toContain('标题写的是“示例县示例镇”');
    expect(told).toContain('--organ shili');
    expect(reports()).toEqual([]);
  });

  test('cannot lead out of the data folder', async () => {
    expect(await run([place('plain2021-docx.docx')], { organ: '../../x' })).toBe(1);
    expect(told).toContain('文件夹名“../../x”不对');
  });

  test('follows from the name of the file where the document has no title', async () => {
    put('data/organs/shili/organ.yaml', 'name: 示例镇\nfullName: 示例镇人民政府\nlevel: township\n');
    const text = readFileSync(join(corpus, 'suqian-tabbed.txt'), 'utf8').split('\n').slice(1).join('\n');
    put('in/示例镇2024年政府信息公开工作年度报告.txt', text);
    expect(await run([join(root, 'in')])).toBe(0);
    expect(reports().map(({ organ, year }) => [organ, year])).toEqual([['shili', 2024]]);
  });
});

test('a report that is there as JSON is not written a second time', async () => {
  put('data/organs/shili/2023.json', '{}');
  expect(await run([place('plain2021-docx.docx')], { organ: 'shili', force: true })).toBe(1);
  expect(told).toContain('data/organs/shili/2023.json 已经有了，没有改动它；先移走它再读');
  expect(existsSync(join(root, 'data/organs/shili/2023.yaml'))).toBe(false);
});

describe('a folder', () => {
  test('is read file by file, with a count and a summary', async () => {
    place('plain2021-docx.docx', '2023/a.docx');
    place('plain2019-html.html', '2020/b.html');
    place('shanghai-html-pdf.pdf', '2019/c.pdf');
    put('in/notes.md', '不是报告');
    put('in/~$a.docx', '');
    put('in/broken.docx', 'PK');
    expect(await run([join(root, 'in')], { organ: 'shili' })).toBe(1);
    expect(reports().map(({ year }) => year)).toEqual([2019, 2020, 2023]);
    expect(told).toContain('（1/4）');
    expect(told).toContain('读入 3 份，没有读入 1 份');
    expect(told).toMatch(/没有读入的：\n.*broken\.docx/);
  });

  test('with two files of one report keeps the first and says so', async () => {
    place('plain2021-docx.docx');
    place('plain2021-html.html');
    expect(await run([join(root, 'in')], { organ: 'shili', force: true })).toBe(1);
    expect(told).toContain('刚才已经由另一个文件写成');
  });
});

describe('blank cells', () => {
  test('stay 空', async () => {
    await run([place('shanghai-html.html')], { organ: 'shanghai' });
    const [report] = reports();
    expect(report!.values.filter((value) => value === '空').length).toBeGreaterThan(50);
  });

  test('are 0 where that is asked for, and the file says how many', async () => {
    await run([place('shanghai-html.html')], { organ: 'shanghai', blankAsZero: true });
    const [report] = reports();
    expect(report!.values).not.toContain('空');
    const yaml = readFileSync(join(root, 'data/organs/shanghai/2019.yaml'), 'utf8');
    const blanks = Number(/blankAsZero: "原文空着的 (\d+) 格记作 0"/.exec(yaml)?.[1]);
    expect(blanks).toBeGreaterThan(50);
  });

  test('do not make 0 of what could not be read', async () => {
    await run([place('missing4-html.html')], { organ: 'shili', blankAsZero: true });
    expect(reports()[0]!.values.filter((value) => value === '看不清')).toHaveLength(15);
    expect(told).toContain('有 15 格没有读出来');
  });
});

test('what was written says where the numbers come from, and is accepted', async () => {
  const file = place('plain2021-html-pdf.pdf');
  expect(await run([file], { organ: 'shili' })).toBe(0);
  const yaml = readFileSync(join(root, 'data/organs/shili/2023.yaml'), 'utf8');
  expect(yaml).toMatch(/source:\n {2}file: "plain2021-html-pdf.pdf"\n {2}sha256: "[0-9a-f]{64}"/);
  expect(yaml).toContain('applications: "第1页第2个表"');
  const { diagnostics } = gather({ data: dataFolder(root), forms, progress: () => {} });
  const ours = diagnostics.filter(
    ({ severity, place }) => severity === 'error' && place?.file.endsWith('2023.yaml'),
  );
  expect(ours).toEqual([]);
});

describe('text against text', () => {
  const block = (text: string) => ({ kind: 'text' as const, text, where: '' });

  test('blanks and radicals make no difference', () => {
    expect(compareText([block('　　⼈⺠政府 公开'), block('12 条')], '人民政府公开\n\n12条')).toBeUndefined();
  });

  test('anything else does, and is shown', () => {
    expect(compareText([block('公开信息12条')], '公开信息2条')).toEqual({ document: '1', data: '' });
    expect(compareText([block('公开')], '公开了')).toEqual({ document: '', data: '了' });
  });
});
