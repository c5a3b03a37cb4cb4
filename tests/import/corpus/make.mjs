/**
 * Makes the corpus: `npm run compile && node tests/import/corpus/make.mjs`. Needs LibreOffice (soffice) with Writer and
 * Calc, Noto Serif CJK, and the package docx (`npm install --no-save docx@9.15.2`). The products and their truth
 * (truth.json) are committed, so tests need none of them.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forms } from '../../../lib/forms/index.js';
import { balanced } from '../balanced.js';
import { library } from './library.mjs';
import { flattened, labels, numbers, parts, report, row, stated, truth } from './report.mjs';
import { docx, html, spaced, tabbed } from './write.mjs';

const [form2019, form2021] = forms;
const folder = new URL('./files/', import.meta.url).pathname;
const figures = (name) => JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'));
const of = (form, seed, more = {}) => report(form, { values: balanced(form, seed), ...more });
const zeros = (form) => report(form, { values: form.cells.map(() => 0) });
const pipe = (made, ...changes) => changes.reduce((at, change) => change(at), made);

const wide = (text) => text.replace(/[\d,.-]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const grouped = (text) => text.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
const half = (text) =>
  text
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/[“”]/g, '"')
    .replace(/^(\d)\./, '$1、');
const broken = (text) =>
  text.length > 3 ? `${text.slice(0, 2)}\n${text.slice(2)}` : text.split('').join(' ');
const shortened = (text) =>
  ({
    行政规范性文件: '规范性文件',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': '1.逾期不补正',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': '2.逾期不缴费',
    总计: '合计',
    现行有效件数: '现行有效件',
    '第二十条第（一）项': '第二十条第',
  })[text] ?? text;
const kangxi = (text) =>
  text.replace(
    /[工民长自人行方一二又大小力]/g,
    (char) =>
      ({
        工: '⼯',
        民: '⺠',
        长: '⻓',
        自: '⾃',
        人: '⼈',
        行: '⾏',
        方: '⽅',
        一: '⼀',
        二: '⼆',
        又: '⼜',
        大: '⼤',
        小: '⼩',
        力: '⼒',
      })[char],
  );
const everyText = (change) => (made) => ({
  ...labels(change)(made),
  parts: labels(change)(made).parts.map((part) =>
    part.rows
      ? part
      : {
          ...part,
          wanted: part.text,
          ...Object.fromEntries(
            ['title', 'heading', 'text'].flatMap((k) => (part[k] ? [[k, change(part[k])]] : [])),
          ),
        },
  ),
});
const blanks = (made) => {
  const values = made.values.map((value, i) => (i % 9 === 4 ? '空' : value));
  return { ...numbers((text, _, i) => (values[i] === '空' ? '' : text))(made), values };
};
const marked = (mark) => (made) => {
  const values = made.values.map((value, i) => (i % 11 === 3 ? '空' : value));
  return { ...numbers((text, _, i) => (values[i] === '空' ? mark : text))(made), values };
};
const unread =
  (...addresses) =>
  (made) => ({
    ...made,
    values: made.values.map((value, i) =>
      addresses.some((address) => made.form.cells[i].address.startsWith(address)) ? '看不清' : value,
    ),
  });
const without = (key) => (made) =>
  pipe({ ...made, parts: made.parts.filter((part) => part.key !== key) }, unread(`${key}.`));
const glue = (count) => (all) => [
  {
    ...all[0],
    text: all
      .slice(0, count)
      .map(({ text }) => text)
      .join(''),
  },
  ...all.slice(count),
];
const before = (...texts) => parts((all) => [...texts.map((raw) => ({ raw })), ...all]);
const opened = parts((all) => [
  all[0],
  { text: '本报告由总体情况等六个部分组成：', key: 'opening' },
  { text: '一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。', key: 'opening' },
  { text: '统计期限为1月1日至12月31日，电子版可在门户网站下载。', key: 'opening' },
  ...all.slice(1),
]);
const hybrid = (made) => {
  const old = of(form2019, 5).parts.find(({ key }) => key === 'applications');
  const now = made.parts.find(({ key }) => key === 'applications').rows;
  const cut = now.findIndex((each) => each[0].text === '（六）其他处理');
  const rows = [
    ...now.slice(0, cut),
    old.rows.find((each) => each[0].text === '（六）其他处理'),
    ...now.slice(cut + 3),
  ];
  return pipe(
    { ...made, parts: made.parts.map((part) => (part.key === 'applications' ? { ...part, rows } : part)) },
    unread('applications.other.'),
  );
};
const fourInTwo = parts((all) =>
  all.flatMap((part) => {
    if (part.key !== 'challenges') return [part];
    const [[review, suit], [...second], [...third], values] = part.rows;
    return [
      { ...part, rows: [[review], second.slice(0, 5), values.slice(0, 5)] },
      { ...part, rows: [[suit], second.slice(5), third, values.slice(5)] },
    ];
  }),
);
/** 表三 without the heading 自然人 and its column. */
const noNatural = (made) =>
  pipe(
    {
      ...made,
      parts: made.parts.map((part) =>
        part.key === 'applications'
          ? {
              ...part,
              rows: part.rows.map((each) =>
                each
                  .filter(
                    ({ text, cell }) =>
                      text !== '自然人' &&
                      !(cell !== undefined && /natural$/.test(made.form.cells[cell].address)),
                  )
                  .map((cell) => (cell.text === '申请人情况' ? { ...cell, colSpan: 6 } : cell)),
              ),
            }
          : part,
      ),
    },
    (each) => ({
      ...each,
      values: each.values.map((value, i) =>
        /^applications.*natural$/.test(each.form.cells[i].address) ? '看不清' : value,
      ),
    }),
  );

const layoutTable = (body) =>
  `<table width="100%"><tr><td>&nbsp;</td><td>&nbsp;</td></tr><tr><td>${'<table><tr><td>&nbsp;</td></tr></table>'.repeat(30)}</td><td>${body}</td></tr></table>`;
const portal = (
  body,
) => `<div id="header"><ul><li>首页</li><li>政务公开</li><li>政府信息公开年报</li></ul><form><input value="搜索"></form></div>
<div class="crumb">当前位置：首页 &gt; 政府信息公开 &gt; 政府信息公开年报</div>
<table class="index"><tr><td>索引号</td><td>12620600MB0523338C/2025-04735</td><td>发布机构</td><td>示例镇</td></tr><tr><td>名称</td><td>年报</td><td>有效性</td><td>有效</td></tr></table>
<div class="main"><div class="left"><ul>${'<li><a href="#">政府信息公开指南</a></li>'.repeat(20)}</ul></div><div class="article">${body}</div></div>
<p>字号：大 中 小</p><p>打印</p><p>关闭</p><div id="footer">主办：示例县人民政府　网站标识码：3300000000</div><script>var a="<table><tr><td>一、总体情况</td></tr></table>";</script>`;
const mso = {
  cell: (text) =>
    `<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US style='font-size:10.5pt'>${text}</span><o:p></o:p></p>`,
  heading: 'p',
};
const font = { cell: (text) => `<font face="宋体">${text}</font>`, heading: 'div', paragraph: 'div' };
const unclosed = { close: false };

/** name → [report, kinds]: `html` by hand, `docx` by hand, `library` by the package docx, `tabbed` and `spaced` text; what stands behind `>` is made from it by LibreOffice. */
const documents = {
  zeros: [zeros(form2021), 'html docx>pdf docx>doc'],
  plain2021: [
    of(form2021, 11),
    'html html>docx html>doc html>pdf html>txt html>html xlsx docx library library>pdf',
  ],
  plain2019: [
    of(form2019, 12, { year: 2020 }),
    'html html>docx html>doc html>pdf html>txt html>html xlsx docx library',
  ],
  paged: [of(form2021, 13), 'docx>pdf docx>doc docx>txt docx>html'],
  paged2019: [of(form2019, 14, { year: 2019 }), 'docx>pdf docx>doc'],
  suqian: [
    report(form2021, { organ: '宿迁市', year: 2024, values: figures('suqian-2024') }),
    'html html>pdf html>doc docx library tabbed',
  ],
  shanghai: [
    pipe(
      report(form2019, { organ: '上海市人民政府办公厅', year: 2019, values: figures('shanghai-2019') }),
      numbers((text) => (text === '空' ? '' : text)),
    ),
    'html html>docx html>pdf xlsx',
  ],
  portal: [pipe(of(form2021, 15), before('<p>发布日期：2024-01-20 10:19　来源：示例镇</p>')), 'html:portal'],
  gbk: [of(form2021, 16), 'html:gbk tabbed:gbk'],
  layout: [of(form2019, 17, { year: 2020 }), 'html:layout'],
  mso: [of(form2021, 18), 'html:mso html:mso>doc'],
  font: [of(form2021, 19), 'html:font'],
  unclosed: [of(form2021, 20), 'html:unclosed'],
  half: [pipe(of(form2021, 21), labels(half)), 'html html>docx tabbed'],
  shortened: [pipe(of(form2021, 22), labels(shortened)), 'html tabbed xlsx'],
  broken: [pipe(of(form2021, 23), labels(broken)), 'html docx docx>pdf library'],
  wide: [pipe(of(form2021, 24), numbers(wide)), 'html html>pdf tabbed'],
  grouped: [
    pipe(
      of(form2019, 25, { year: 2020 }),
      stated('disclosure.procurement.amount', 96171.6),
      stated('disclosure.licensing.decisions', 12345),
      numbers(grouped),
    ),
    'html html>doc',
  ],
  blanks: [pipe(of(form2021, 26), blanks), 'html docx docx>pdf library xlsx tabbed'],
  slashes: [pipe(of(form2021, 27), marked('/')), 'html html>docx'],
  dashes: [pipe(of(form2021, 28), marked('—')), 'html tabbed'],
  none: [pipe(of(form2019, 29, { year: 2020 }), marked('无')), 'html'],
  notes: [
    pipe(
      of(form2021, 30),
      stated('disclosure.normativeDocuments.issued', 22, '22（其中修订16件）'),
      stated('disclosure.normativeDocuments.inForce', 55, '55（含自然失效29件）'),
    ),
    'html html>docx html>pdf',
  ],
  yuan: [
    pipe(of(form2019, 31, { year: 2019 }), stated('disclosure.procurement.amount', 25.1, '251000元')),
    'html html>doc',
  ],
  wan: [
    pipe(
      of(form2019, 32, { year: 2020 }),
      stated('disclosure.procurement.amount', 477.35),
      labels((text) => (text === '采购总金额' ? '采购总金额(万元)' : text)),
    ),
    'html xlsx',
  ],
  yuanHead: [
    pipe(
      of(form2019, 50, { year: 2020 }),
      stated('disclosure.procurement.amount', 47.735, '477350'),
      labels((text) => (text === '采购总金额' ? '采购总金额（元）' : text)),
    ),
    'html html>docx',
  ],
  units: [
    pipe(
      of(form2021, 33),
      numbers((text, { kind }) => `${text}${kind === 'amount' ? '万元' : '件'}`),
    ),
    'html html>pdf',
  ],
  kangxi: [pipe(of(form2021, 34), everyText(kangxi)), 'html tabbed'],
  opened: [pipe(of(form2021, 35), opened), 'html docx docx>pdf'],
  hybrid: [pipe(of(form2021, 36), hybrid), 'html html>docx'],
  missing4: [pipe(of(form2021, 37), without('challenges')), 'html tabbed'],
  fourInTwo: [pipe(of(form2021, 38), fourInTwo), 'html'],
  noNatural: [pipe(of(form2021, 39), noNatural), 'html'],
  flattened: [pipe(of(form2021, 40), flattened(false)), 'html docx'],
  repeated: [pipe(of(form2021, 41), flattened(true)), 'html'],
  // From here on cells are damaged, and the sums have to tell what they were, or nobody can.
  glued: [pipe(of(form2021, 42), row('applications.granted.natural', glue(2))), 'html tabbed'],
  glued2: [
    pipe(
      of(form2021, 43),
      stated('disclosure.regulations.issued', 0),
      stated('disclosure.regulations.repealed', 0),
      stated('disclosure.regulations.inForce', 0),
      row('disclosure.regulations.issued', glue(3)),
      unread('disclosure.regulations.'),
    ),
    'html',
  ],
  split: [
    pipe(
      of(form2021, 44),
      row('applications.granted.natural', (all) =>
        all.map((each) => ({ ...each, text: each.text.split('').join(' ') })),
      ),
    ),
    'html html>docx',
  ],
  lost: [
    pipe(
      of(form2021, 45),
      row('applications.denied.thirdParty.natural', (all) => all.toSpliced(3, 1)),
      unread('applications.denied.thirdParty.welfare'),
    ),
    'html tabbed',
  ],
  shifted: [
    pipe(
      of(form2021, 46),
      row('applications.partiallyGranted.natural', (all) => [{ ...all[0], text: '' }, ...all]),
      (made) => made,
    ),
    'html',
  ],
  row7: [
    pipe(
      of(form2021, 47),
      labels((text) => (text === '7.属于行政执法案卷' ? '7.属于行攻执法□卷' : text)),
    ),
    'html tabbed html>pdf',
  ],
  spaced: [of(form2021, 48), 'spaced'],
  unruled: [of(form2021, 49), 'html:unruled>pdf'],
};

const styles = {
  portal: { wrap: portal },
  layout: { wrap: layoutTable },
  mso,
  font,
  unclosed,
  unruled: { border: 0 },
};

function encodeGbk(text) {
  const table = new Map();
  const decoder = new TextDecoder('gbk');
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) table.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
  return Buffer.from([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : table.get(char))));
}

async function bytesOf(made, kind, style) {
  if (kind === 'library') return library(made);
  if (kind === 'docx') return docx(made);
  const text = {
    html: () => html(made, styles[style]),
    tabbed: () => tabbed(made),
    spaced: () => spaced(made),
  }[kind]();
  return style === 'gbk' ? encodeGbk(text.replace('charset="utf-8"', 'charset="gb2312"')) : Buffer.from(text);
}

/** Another program's file of a file. */
function convert(source, ending, target, scratch) {
  const office = (...options) =>
    execFileSync(
      'soffice',
      ['--headless', `-env:UserInstallation=file://${scratch}/profile`, ...options, '--outdir', scratch],
      { stdio: 'pipe' },
    );
  if (source.endsWith('.html') && ending !== 'xlsx') {
    office('--infilter=HTML (StarWriter)', '--convert-to', 'odt', source);
    source = source.replace(/html$/, 'odt');
  }
  const filter = { txt: 'txt:Text (encoded):UTF8', xlsx: 'xlsx:Calc MS Excel 2007 XML' }[ending] ?? ending;
  const filters = ending === 'xlsx' ? ['--infilter=HTML (StarCalc)'] : [];
  office(...filters, '--convert-to', filter, source);
  renameSync(source.replace(/\w+$/, ending), target);
}

/** Documents or kinds to make again, or none for all. */
const only = process.argv.slice(2);
if (only.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'gouji-corpus-'));
const truths = {};
for (const [name, [made, kinds]] of Object.entries(documents)) {
  for (const each of kinds.split(' ')) {
    const [from, to] = each === 'xlsx' ? ['html', 'xlsx'] : each.split('>');
    const [kind, style] = from.split(':');
    const ending = { tabbed: 'txt', spaced: 'txt', library: 'docx' }[kind] ?? kind;
    const file = `${name}-${each.replace(/[>:]/g, '-')}.${to ?? ending}`;
    truths[file] = truth(made);
    if (only.length > 0 && !only.includes(each) && !only.includes(name)) continue;
    const bytes = await bytesOf(made, kind, style);
    if (to) {
      const source = join(scratch, `source.${ending}`);
      writeFileSync(source, bytes);
      convert(source, to, join(folder, file), scratch);
    } else writeFileSync(join(folder, file), bytes);
  }
}
rmSync(scratch, { recursive: true });
writeFileSync(
  new URL('./truth.json', import.meta.url),
  `{\n${Object.entries(truths)
    .map(([file, each]) => `${JSON.stringify(file)}: ${JSON.stringify(each)}`)
    .join(',\n')}\n}\n`,
);
