import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesFor } from '../check/index.ts';
import { type RulePage, rulePage, scopeNames } from '../check/page.ts';
import { type Protection, protection } from '../check/protection.ts';
import type { Rule } from '../check/rule.ts';
import { severityNames } from '../diagnostics/diagnostic.ts';
import type { Form } from '../forms/compile.ts';
import { forms } from '../forms/index.ts';
import { exitCodes, type Terminal } from './environment.ts';

/** `gouji docs`: writes what can be read off the catalogue and the form data to `docs/`. */
export function docsCommand({ root }: { root: string }, terminal: Terminal): number {
  const folder = join(root, 'docs', 'rules');
  mkdirSync(folder, { recursive: true });
  const pages = docs();
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.md') && !(`rules/${name}` in pages)) rmSync(join(folder, name));
  }
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(root, 'docs', name), text);
  terminal.err(`写好 docs/ 里的 ${Object.keys(pages).length}页\n`);
  return exitCodes.clean;
}

/** By path below `docs/`. */
export function docs(): Record<string, string> {
  const rules = rulesFor();
  return {
    'rules/README.md': list(rules),
    ...Object.fromEntries(rules.map((rule) => [`rules/${rule.id}.md`, markdown(rulePage(rule))])),
    'unprotected.md': unprotected(rules),
  };
}

function markdown({ id, title, parts }: RulePage): string {
  const sections = parts.map(({ heading, text }) => `## ${heading}\n\n${escapeMarkdown(text)}\n`);
  return `# ${id} ${title}\n\n${sections.join('\n')}`;
}

/** What Markdown would take for markup is meant as it stands. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&');
}

function list(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, severity, scope, title }) =>
      `| [${id}](${id}.md) | ${severityNames[severity]} | ${scopeNames[scope]} | ${escapeMarkdown(title)} |`,
  );
  return `# 核对规则

由 \`gouji docs\` 按规则目录生成，不要手改。\`gouji explain 编号\` 显示同样的内容。

每条规则对每一格、每一条关系、每份报告或每个机关给出一个回答：成立、不成立、有说明、不能核对（有关的格没有数）、不适用（写明原因）。

| 编号 | 轻重 | 范围 | 要求 |
| --- | --- | --- | --- |
${rows.join('\n')}

## 设置

写在 data/site.yaml 的 settings 下：

\`\`\`yaml
settings:
  deadlines: { township: 02-20 }   # 各层级的公布期限，下一年的月-日
  limits: { jumpFactor: 5, fees: { township: 500 } }
  severities: { PB-COVER: error, T3-JUMP: off }
\`\`\`

本来是错误的规则不能改轻，也不能停用。

## 说明（waivers）

不成立而有正当理由的，在那份报告里写说明，公布在报告页上：

\`\`\`yaml
waivers:
  - rule: T3-CARRY
    cells: [applications.carriedOver.natural, applications.carriedOver.total]
    values: [2, 2]
    reason: 上一年公布后，一件申请经复核改计为当年办结，已书面告知申请人。
    basis: 县政府办公室书面意见
    by: 清河镇人民政府办公室
    until: 2026-12-31
\`\`\`

cells 里要有被指出的那一格，一处一格；可以连同有关各格。公布日期写 published，格式版本写 form。文字写它所在的部分（opening、overview、problems、remarks），values 里写被指出的那几个字或者那一整句：

\`\`\`yaml
waivers:
  - rule: QA-PERIOD
    cells: [opening]
    values: [2023年6月1日至2023年12月31日]
    reason: 本镇2023年6月设立。
    by: 清河镇人民政府办公室
    until: 2030-12-31
\`\`\`

任何一格的值与 values 不同，或者过了 until，说明就失效，问题重新计算。没有针对任何问题的说明会提示。

期限和有效期按“今天”判断。“今天”取 \`--today\` 或环境变量 GOUJI_TODAY；都没有时取全部报告里最晚的公布日期，所以同样的数据总是得出同样的结果，与机器的时钟无关。需要按日历判断逾期时（例如每天的自动核对），写明 \`--today\`。
`;
}

function unprotected(rules: readonly Rule[]): string {
  return `# 没有规则保护的格

由 \`gouji docs\` 按表格和规则目录生成，不要手改。

每一格都核对写法（整数、金额、空格）。这里说写法之外，一个填错的数能不能被发现：精确的规则不成立就是错误，提示只请人看一眼。规则适用的范围见各规则的说明。汇总口径写明的机关（organ.yaml 的 reports: all）还按 PB-ROLLUP 与下级之和核对全部各格，不计在内。

${forms.map((form) => edition(form, protection(form, rules))).join('\n')}`;
}

function edition(form: Form, cells: readonly Protection[]): string {
  const exact = cells.filter((cell) => cell.exact.length > 0);
  const hinted = cells.filter((cell) => cell.exact.length === 0 && cell.hints.length > 0);
  const bare = cells.filter((cell) => cell.exact.length === 0 && cell.hints.length === 0);
  return `## ${form.id}年版

共${cells.length}格：${exact.length}格有精确的规则，${hinted.length}格只有提示，${bare.length}格没有规则。

### 有精确的规则

${exactRules(exact)}
### 只有提示

${table(hinted)}
### 没有规则

${table(bare)}`;
}

/** Which rules guard how many cells, in the order of the form. */
function exactRules(cells: readonly Protection[]): string {
  const counts = new Map<string, number>();
  for (const { exact } of cells) counts.set(exact.join('、'), (counts.get(exact.join('、')) ?? 0) + 1);
  return [...counts].map(([rules, count]) => `- ${rules}：${count}格\n`).join('');
}

function table(cells: readonly Protection[]): string {
  if (cells.length === 0) return '没有。\n';
  const rows = cells.map(
    ({ cell, hints }) => `| ${escapeMarkdown(cell.name)} | ${hints.join('、') || '–'} |`,
  );
  return `| 格 | 规则 |\n| --- | --- |\n${rows.join('\n')}\n`;
}
