import { entry } from './entry.ts';

/** Faults that keep a site from being published: its templates, its pages, the place it goes to. */
export const publishingTexts = {
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
  'OUT-FAILED': entry(
    'error',
    '没有写成',
    (p: { out: string; reason: string; write: string }) => `往 ${p.out} 里写的时候没有写成：${p.reason}。`,
    (p) => p.write,
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
