import { rulesFor } from '../check/index.ts';
import { rulePage } from '../check/page.ts';
import type { RuleText } from '../diagnostics/reporters/index.ts';

/** What a rule asks and on what ground, for formats that carry the texts of the rules with the findings. */
export function ruleText(code: string): RuleText | undefined {
  const rule = rulesFor().find(({ id }) => id === code);
  if (!rule) return undefined;
  const { title, parts } = rulePage(rule);
  return { title, help: parts.map(({ heading, text }) => `${heading}：${text}`).join('\n') };
}
