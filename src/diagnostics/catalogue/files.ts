import { entry } from './entry.ts';

/** Faults of files and of their writing. */
export const fileTexts = {
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
} as const;
