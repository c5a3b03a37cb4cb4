import type { Severity } from './diagnostic.ts';

/** The text of one kind of finding: what happened and why, then what to do. */
export interface Entry<P> {
  severity: Severity;
  /** Short name of the fault, for lists. */
  title: string;
  message(params: P): string;
  hint?(params: P): string | undefined;
}

function entry<P>(
  severity: Severity,
  title: string,
  message: (params: P) => string,
  hint?: (params: P) => string | undefined,
): Entry<P> {
  return hint ? { severity, title, message, hint } : { severity, title, message };
}

/**
 * Every sentence a data keeper reads about a fault stands here.
 * Codes are permanent. Codes of sums and of numbers come from the form data, which name their own
 * (`T3-NONNEG-INT`, `T3-BLANK` …) and use the texts NUMBER and BLANK. What a rule finds, it says itself
 * (`check/rules/`).
 */
export const catalogue = {
  'FILE-UNCLAIMED': entry(
    'error',
    '不认识的文件',
    (p: { what: string }) => `data/ 里不该有${p.what}。`,
    () =>
      'data/ 里只放 site.yaml、organs/<机关>/organ.yaml、organs/<机关>/<年份>.yaml（或 .json）和 schema/。改正文件名，或者移到别处。',
  ),
  'FILE-NAME': entry(
    'error',
    '文件名不合规定',
    (p: { what: string; why: string; write?: string }) => `${p.what}：${p.why}。`,
    (p) => (p.write ? `改名为 ${p.write}。` : undefined),
  ),
  'FILE-TWICE': entry(
    'error',
    '同一份报告有两个文件',
    (p: { other: string }) => `这一年的报告另有一个文件 ${p.other}，不知道以哪个为准。`,
    () => '留下一个，删去另一个。',
  ),
  'FILE-MISSING': entry(
    'error',
    '缺少文件',
    (p: { file: string; why: string; write?: string }) => `缺少 ${p.file}：${p.why}。`,
    (p) => p.write,
  ),
  'FILE-UNREADABLE': entry(
    'error',
    '文件打不开',
    (p: { reason: string }) => `这个文件打不开（${p.reason}）。`,
    () => '看看文件是否被移走、改名，或者没有读取权限。',
  ),
  'SRC-ENCODING': entry(
    'error',
    '不是 UTF-8 编码',
    (p: { encoding: string | undefined }) =>
      p.encoding === undefined
        ? '这个文件损坏了，这里的字读不出来。'
        : `这个文件不是 UTF-8 编码，看起来是 ${p.encoding}。`,
    (p) =>
      p.encoding === undefined
        ? '对照原件重新写这里的字，或者换上没有损坏的文件。'
        : '用记事本或其他编辑器打开，“另存为”时把编码选成 UTF-8，再保存。',
  ),
  'SRC-CHARACTER': entry(
    'error',
    '有不能显示的字符',
    (p: { name: string }) => `这里有一个不能显示的控制字符（${p.name}）。`,
    () => '删掉它。这种字符多半是从别的软件里复制来的。',
  ),
  'SRC-SYNTAX': entry(
    'error',
    '格式写错',
    (p: { what: string; write?: string }) => `${p.what}。`,
    (p) => p.write,
  ),
  'SRC-DUPLICATE-KEY': entry(
    'error',
    '同一项写了两次',
    (p: { key: string }) => `“${p.key}”写了两次，不知道以哪个为准。`,
    () => '留下正确的一个，删去另一个。',
  ),
  'SRC-EMPTY': entry(
    'error',
    '空文件',
    (_: object) => '这个文件里没有内容。',
    () => '写上内容，或者删去这个文件。',
  ),
  'DATA-MISSING': entry(
    'error',
    '缺一项',
    (p: { key: string; name: string; write?: string }) => `缺少“${p.name}”（${p.key}）。`,
    (p) => p.write,
  ),
  'DATA-UNKNOWN': entry(
    'error',
    '多出一项',
    (p: { key: string; where: string; nearest?: string }) => `${p.where}里没有叫“${p.key}”的一项。`,
    (p) => (p.nearest ? `是不是要写 ${p.nearest}？` : '删去它，或改正拼写。'),
  ),
  'DATA-TYPE': entry(
    'error',
    '内容的样式不对',
    (p: { name: string; expected: string; found: string; write?: string }) =>
      `${p.name}要写${p.expected}，这里写的是${p.found}。`,
    (p) => p.write,
  ),
  'DATA-ROW-LENGTH': entry(
    'error',
    '一行的数多了或少了',
    (p: { row: string; columns: string[]; found: number }) =>
      `${p.row}：这一行要写${p.columns.length}个数，现在${p.found > 0 ? `有${p.found}个` : '一个也没有'}。`,
    (p) => `依次是${p.columns.join('、')}；没有就写 0。`,
  ),
  'DATA-EMPTY-TEXT': entry(
    'error',
    '没有文字',
    (p: { name: string; write?: string }) => `“${p.name}”没有文字。`,
    (p) => p.write,
  ),
  'DATA-VALUE': entry(
    'error',
    '内容不合规定',
    (p: { name: string; found: string; expected: string; write?: string }) =>
      `“${p.name}”写的是“${p.found}”，应当是${p.expected}。`,
    (p) => p.write,
  ),
  'DATA-PATH': entry(
    'error',
    '与文件位置不一致',
    (p: { name: string; found: string; where: string }) => `“${p.name}”写的是“${p.found}”，而${p.where}。`,
    () => '改正内容，或者把文件放到对的地方；这一项可以不写。',
  ),
  'DATA-REFERENCE': entry(
    'error',
    '指向的机关不存在',
    (p: { name: string; found: string; why: string; write: string }) =>
      `“${p.name}”写的“${p.found}”${p.why}。`,
    (p) => p.write,
  ),
  'DATA-NOTE': entry(
    'error',
    '注释指向的格不存在',
    (p: { found: string; nearest?: string }) => `报告里没有地址是“${p.found}”的格或表。`,
    (p) => (p.nearest ? `是不是 ${p.nearest}？` : '格的地址是各层的名字加列名，中间用点连接。'),
  ),
  'DATA-CELL': entry(
    'error',
    '地址指向的格不存在',
    (p: { found: string; nearest?: string }) => `报告里没有地址是“${p.found}”的格。`,
    (p) =>
      p.nearest ? `是不是 ${p.nearest}？` : '格的地址是各层的名字加列名，中间用点连接；只写到行的不行。',
  ),
  'CORRECTION-VALUE': entry(
    'error',
    '更正与表不一致',
    (p: { cell: string; found: string; expected: string; next?: string }) =>
      p.next
        ? `${p.cell}：这次更正后是 ${p.found}，而${p.next}的更正说原为 ${p.expected}。`
        : `${p.cell}：更正后写的是 ${p.found}，表里是 ${p.expected}。`,
    () => '更正后的值要与表里的数相同；同一格改过几次的，每次接着上一次。',
  ),
  'WAIVER-RULE': entry(
    'error',
    '说明针对的规则不存在',
    (p: { found: string; why: string }) => `“${p.found}”${p.why}。`,
    () => '用 gouji explain 查看全部规则的编号。',
  ),
  'WAIVER-VALUES': entry(
    'error',
    '说明里的格与值不对应',
    (p: { cells: number; values: number }) => `有关的格有${p.cells}个，签署时的值有${p.values}个。`,
    () => '每一格写一个值，次序相同。',
  ),
  'WAIVER-LAPSED': entry(
    'warning',
    '说明失效：数已改动',
    (p: { cell: string; signed: string; found: string }) =>
      `签署时${p.cell}是 ${p.signed}，现在是 ${p.found}，这项说明不再有效。`,
    () => '数改对了，就删去这项说明；规则仍不成立的，由签署机关重新签署。',
  ),
  'WAIVER-EXPIRED': entry(
    'warning',
    '说明过期',
    (p: { until: string; today: string }) => `有效期到 ${p.until}，现在是 ${p.today}，这项说明不再有效。`,
    () => '问题已经解决的，删去；仍要保留的，由签署机关改写有效期重新签署。',
  ),
  'WAIVER-UNUSED': entry(
    'warning',
    '说明没有针对的问题',
    (p: { rule: string }) => `有关的格并没有不符合 ${p.rule} 的地方。`,
    () => '删去这项说明；或者对照问题的报告，把被指出的那一格写进 cells。',
  ),
  'SETTING-RULE': entry(
    'error',
    '没有这条规则',
    (p: { found: string; nearest?: string }) => `没有编号是“${p.found}”的规则。`,
    (p) => (p.nearest ? `是不是 ${p.nearest}？` : '用 gouji explain 查看全部规则的编号。'),
  ),
  'SETTING-ERROR': entry(
    'error',
    '错误不能改轻或停用',
    (p: { rule: string; title: string }) => `${p.rule}（${p.title}）是错误，不能改轻，也不能停用。`,
    () => '删去这一行。个别报告有正当理由的，在那份报告里写说明（waivers）。',
  ),
  NUMBER: entry(
    'error',
    '不是规范的数',
    (p: { cell: string; found: string; why: string; write?: string }) =>
      `${p.cell}：写的是“${p.found}”，${p.why}。`,
    (p) => p.write,
  ),
  BLANK: entry(
    'error',
    '空格',
    (p: { cell: string }) => `${p.cell}：空着，没有数。`,
    () => '没有就写 0；照录的报告原来就是空白的，写 空。',
  ),
  'ED-YEAR': entry(
    'error',
    '格式与年份不符',
    (p: { year: number; edition?: number; written?: string; due?: number; first: number }) => {
      const due = p.due === undefined ? '没有适用的格式' : `应当用${p.due}年版格式`;
      if (p.edition !== undefined) return `这份报告用的是${p.edition}年版格式，而${p.year}年度${due}。`;
      const what = p.written === undefined ? '没有写明用哪一版格式' : `没有叫“${p.written}”的格式`;
      return `${what}；${p.year}年度${due}。`;
    },
    (p) => {
      if (p.due === undefined) return `统一的格式从${p.first}年度开始，更早的报告不能放在这里。`;
      return p.edition === undefined
        ? `写成 form: ${p.due}，不加引号和别的字。`
        : `把 form 改成 ${p.due}，并按这一版的表填写。`;
    },
  ),
  'OUT-BUSY': entry(
    'error',
    '另一个构建正在进行',
    (p: { out: string }) => `另一个构建正在往 ${p.out} 里写。`,
    () => '等它结束再试。',
  ),
  'OUT-FOREIGN': entry(
    'error',
    '输出位置有别的文件',
    (p: { file: string }) => `${p.file} 不是勾稽写的，又正好在要写的位置上，所以没有发布。`,
    () => '把它移走或改名，再构建一次。',
  ),
  'OUT-MISSING': entry(
    'error',
    '下载文件生成不了',
    (p: { format: string; why: string }) => `不能生成供下载的 ${p.format} 文件：${p.why}`,
    (p) => `照上面说的做，或者从 data/site.yaml 的 downloads 里去掉 ${p.format}。`,
  ),
  'AUD-LINK': entry(
    'error',
    '链接没有去处',
    (p: { href: string }) => `这一页的链接“${p.href}”没有去处。`,
    () => '改正模板里的链接。',
  ),
  'AUD-PAGE': entry(
    'error',
    '页面不合要求',
    (p: { what: string }) => `${p.what}。`,
    () => '改正模板。',
  ),
  'AUD-SIZE': entry(
    'warning',
    '页面太大',
    (p: { size: number; budget: number }) => `这一页有${p.size}个字符，超过${p.budget}个。`,
    () => '在手机上打开会慢。看看是不是有很长的文字放错了地方。',
  ),
  'OUT-FAILED': entry(
    'error',
    '没有写成',
    (p: { out: string; reason: string; write: string }) => `往 ${p.out} 里写的时候没有写成：${p.reason}。`,
    (p) => p.write,
  ),
  'TPL-SYNTAX': entry('error', '模板写错', (p: { what: string }) => `模板读不懂：${p.what}。`),
  'TPL-UNKNOWN': entry(
    'error',
    '模板用了没有的名字',
    (p: { kind: string; name: string; known?: string }) => `模板里的${p.kind}“${p.name}”不存在。`,
    (p) => (p.known ? `是不是要写 ${p.known}？` : undefined),
  ),
  'TPL-DYNAMIC': entry('error', '模板的名字没有直接写出来', (_: object) => '这里要直接写出模板的名字。'),
  'TPL-CIRCLE': entry(
    'error',
    '模板绕成了圈',
    (p: { names: readonly string[] }) => `模板互相包含，绕成了圈：${p.names.join(' → ')}。`,
  ),
  'TPL-VALUE': entry(
    'error',
    '模板印了没有的值',
    (p: { page: string }) => `模板在这里要印的内容，${p.page} 这一页没有。`,
    () => '不是每页都有的，用 {% if … %} 包起来。',
  ),
} as const;

export type CatalogueCode = keyof typeof catalogue;
export type ParamsOf<C extends CatalogueCode> = Parameters<(typeof catalogue)[C]['message']>[0];
