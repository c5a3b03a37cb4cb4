import { entry } from './entry.ts';

/** Faults of what a report, an organ or the site settings say. */
export const dataTexts = {
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
  'TABLE-EDITION': entry(
    'error',
    '表是另一版格式的',
    (p: { table: string; edition: number; own: number }) =>
      `“${p.table}”是${p.edition}年版的行，而这份报告用的是${p.own}年版格式。`,
    (p) =>
      `照${p.own}年版的行改写这张表，gouji new 写出的空白报告里有每一行；整份报告都是${p.edition}年版的，form 写 ${p.edition}。`,
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
} as const;
