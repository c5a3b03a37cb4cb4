import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFormats } from '../../src/commands/arguments.ts';
import { buildCommand } from '../../src/commands/build.ts';
import { exportCommand } from '../../src/commands/export.ts';
import { verifyCommand } from '../../src/commands/verify.ts';
import { forms } from '../../src/forms/index.ts';
import { checkout } from '../helpers/built.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';
import { folderOf, recordingTerminal } from '../helpers/terminal.ts';
import { temporaryFolder } from '../helpers/tree.ts';

function run(options: Partial<Parameters<typeof exportCommand>[0]> & { out: string }) {
  const terminal = recordingTerminal();
  const exit = exportCommand({ root: checkout, to: ['csv'], force: false, ...options }, terminal);
  return { exit, printed: terminal.printed(), told: terminal.told() };
}

describe('gouji export', () => {
  test('writes one report under the name that is given', () => {
    const out = join(temporaryFolder(), 'neu', 'bericht.docx');
    const { exit, printed } = run({ which: 'sikeshu/2023', to: ['docx'], out });
    expect(exit).toBe(0);
    expect(printed).toBe(`${out}\n导出 1 个文件。\n`);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  test('writes a year, in two formats, under the titles of the reports', () => {
    const out = temporaryFolder();
    const { exit } = run({ which: '2023', to: ['csv', 'json'], out });
    expect(exit).toBe(0);
    const names = readdirSync(out);
    expect(names).toHaveLength(14);
    expect(names).toContain('四棵树镇人民政府2023年政府信息公开工作年度报告.csv');
    expect(names.every((name) => name.includes('2023年政府信息公开工作年度报告'))).toBe(true);
  });

  test.each([
    ['an organ', 'chengguan', 4],
    ['everything', undefined, 25],
  ])('writes %s', (_, which, count) => {
    const out = temporaryFolder();
    expect(run({ ...(which ? { which } : {}), out }).exit).toBe(0);
    expect(readdirSync(out)).toHaveLength(count);
  });

  test('two organs of the same name do not overwrite each other', () => {
    const files = oneOrgan({ 2023: reportJson(2021) });
    for (const ending of ['organ.yaml', '2023.json']) {
      files[`data/organs/other/${ending}`] = files[`data/organs/zhen/${ending}`]!;
    }
    const out = temporaryFolder();
    run({ root: folderOf(files), out });
    expect(readdirSync(out).sort()).toEqual([
      '某县某镇人民政府2023年政府信息公开工作年度报告（other-2023）.csv',
      '某县某镇人民政府2023年政府信息公开工作年度报告（zhen-2023）.csv',
    ]);
  });

  test('leaves a file that says something else, unless told to replace it', () => {
    const out = join(temporaryFolder(), 'a.csv');
    const again = (force = false) => run({ which: 'sikeshu/2023', out, force });
    expect(again().exit).toBe(0);
    expect(again().exit).toBe(0);
    writeFileSync(out, '改过');
    const { exit, told } = again();
    expect(exit).toBe(1);
    expect(told).toContain('已经有了，内容不同，没有改动它；要覆盖就加 --force');
    expect(readFileSync(out, 'utf8')).toBe('改过');
    expect(again(true).exit).toBe(0);
    expect(readFileSync(out, 'utf8')).not.toBe('改过');
  });

  test('a report with errors is not written, the others are', () => {
    const broken = reportJson(2021, (address) => (address === 'applications.granted.natural' ? 1 : 0));
    const root = folderOf(oneOrgan({ 2022: reportJson(2021), 2023: broken }));
    const out = temporaryFolder();
    const { exit, told } = run({ root, out });
    expect(exit).toBe(1);
    expect(told).toMatch(/^zhen\/2023 有 \d+ 处错误，没有导出。用 gouji check 看是哪些，改正以后再导出。\n$/);
    expect(readdirSync(out)).toEqual(['某县某镇人民政府2022年政府信息公开工作年度报告.csv']);
  });

  test.each([
    [
      'a name that is nearly right',
      { which: 'sikesu/2023' },
      '没有 sikesu/2023 这份报告。是不是 sikeshu/2023？',
    ],
    ['a year without reports', { which: '1999' }, '没有 1999 这份报告。'],
    ['the data folder', { out: join(checkout, 'data', 'x') }, 'data/ 里只放数据文件'],
    ['a folder without fonts', { to: ['pdf'] as const, fonts: checkout }, '没有字体文件'],
  ])('refuses %s', (_, options, words) => {
    const out = join(temporaryFolder(), 'out');
    const { exit, told } = run({ out, ...options });
    expect(exit).toBe(2);
    expect(told).toContain(words);
    expect(existsSync(out)).toBe(false);
  });

  test('says what the disk refuses', () => {
    const file = join(temporaryFolder(), 'datei');
    writeFileSync(file, '');
    const { exit, told } = run({ which: 'sikeshu/2023', out: join(file, 'inside') });
    expect(exit).toBe(1);
    expect(told).toContain('没有写成：');
  });

  test('knows its formats', () => {
    expect(parseFormats('PDF，docx、docx')).toEqual(['docx', 'pdf']);
    expect(() => parseFormats('doc')).toThrow('可以写：docx、pdf、xlsx、csv、json');
  });
});

describe('gouji verify', () => {
  const cells = forms.reduce((sum, form) => sum + form.cells.length, 0);
  const files = oneOrgan(
    {
      2020: reportJson(2019),
      2023: reportJson(2021, () => 0, {
        published: '2024-01-15',
        notes: { 'disclosure.fees': '含上年结转', applications: '全表' },
      }),
    },
    { site: 'downloads: [docx, pdf, xlsx]\n' },
  );

  async function published() {
    const root = folderOf(files);
    const site = join(root, 'dist');
    const quiet = recordingTerminal();
    expect(buildCommand({ root, out: site, format: 'pretty' }, quiet), quiet.printed()).toBe(0);
    const verify = async () => {
      const terminal = recordingTerminal();
      const exit = await verifyCommand({ root, site }, terminal);
      return { exit, printed: terminal.printed(), told: terminal.told() };
    };
    return { root, site, verify };
  }

  test('finds a fresh site sound, in every format and every cell', async () => {
    const { verify } = await published();
    const { exit, printed } = await verify();
    expect(printed).toContain('读回 html 2个、docx 2个、pdf 2个、xlsx 2个、json 2个、csv 2个');
    expect(printed).toContain(`逐格同数据比较 ${6 * cells}格。没有发现不同。`);
    expect(exit).toBe(0);
  });

  test('finds a file that was changed, cut or taken away', async () => {
    const { site, verify } = await published();
    const page = join(site, 'organs/zhen/2023.html');
    writeFileSync(page, readFileSync(page, 'utf8').replace('工作平稳', '工作平顺'));
    const csv = join(site, 'organs/zhen/2023.csv');
    writeFileSync(csv, readFileSync(csv).subarray(0, 100));
    const manifest = join(site, 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('2023.pdf', '2023.pdx'));
    const { exit, printed } = await verify();
    expect(exit).toBe(1);
    expect(printed).toContain('organs/zhen/2023.html\n  内容和发布时不同（校验值对不上）\n');
    expect(printed).toMatch(/2023\.csv\n {2}发布时是 \d+ 字节，现在是 100 字节\n/);
    expect(printed).toContain('organs/zhen/2023.pdx\n  清单上有，网站里没有这个文件\n');
  });

  test('finds the cell in which data and site part', async () => {
    const { root, verify } = await published();
    const file = join(root, 'data/organs/zhen/2023.json');
    const data = JSON.parse(readFileSync(file, 'utf8')) as { applications: { newReceived: number[] } };
    data.applications.newReceived[6] = 1;
    writeFileSync(file, JSON.stringify(data));
    const { exit, printed } = await verify();
    expect(exit).toBe(1);
    for (const kind of ['html', 'docx', 'pdf', 'xlsx', 'json', 'csv']) {
      expect(printed).toContain(
        `organs/zhen/2023.${kind}\n  表三 · 一、本年新收政府信息公开申请数量 · 总计：数据是 1，文件里是 0\n`,
      );
    }
    expect(printed).toContain('有 6处不同');
  });

  test('finds a report that is only here or only there', async () => {
    const { root, verify } = await published();
    writeFileSync(join(root, 'data/organs/zhen/2022.json'), reportJson(2021));
    writeFileSync(join(root, 'data/organs/zhen/2020.json'), '');
    const { printed } = await verify();
    expect(printed).toContain('organs/zhen/2022.html\n  数据里有这份报告，网站上没有\n');
    expect(printed).toContain('organs/zhen/2020.html\n  网站上有这份报告，数据里没有\n');
  });

  test('says where there is no site', async () => {
    const terminal = recordingTerminal();
    expect(await verifyCommand({ root: checkout, site: temporaryFolder() }, terminal)).toBe(2);
    expect(terminal.told()).toContain('没有勾稽发布的网站');
  });
});
