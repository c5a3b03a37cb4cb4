import { rulesFor } from '../check/index.ts';
import { faultPage, type RulePage, rulePage } from '../check/page.ts';
import { catalogue } from '../diagnostics/catalogue.ts';
import { severityNames } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { exitCodes, type Terminal } from './environment.ts';

/** `gouji explain [编号]`: the page of a rule, or the list of all. */
export function explainCommand({ id }: { id?: string | undefined }, terminal: Terminal): number {
  const rules = rulesFor();
  if (id === undefined) {
    const lines = rules.map(
      ({ id, severity, title }) => `${id.padEnd(16)} ${severityNames[severity]}  ${title}`,
    );
    terminal.out(`${lines.join('\n')}\n`);
    return exitCodes.clean;
  }
  const code = id.trim().toUpperCase();
  const rule = rules.find((rule) => rule.id === code);
  const page = rule ? rulePage(rule) : faultPage(code);
  if (page) {
    terminal.out(plain(page));
    return exitCodes.clean;
  }
  const near = nearest(code, [...rules.map((rule) => rule.id), ...Object.keys(catalogue)]);
  terminal.err(`没有编号是“${id}”的规则。${near ? `是不是 ${near}？` : '不写编号就列出全部规则。'}\n`);
  return exitCodes.usage;
}

function plain({ id, title, parts }: RulePage): string {
  const lines = parts.flatMap(({ heading, text }) => ['', heading, `  ${text}`]);
  return `${id}  ${title}\n${lines.join('\n')}\n`;
}
