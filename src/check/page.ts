import { type CatalogueCode, catalogue } from '../diagnostics/catalogue.ts';
import { severities, severityNames } from '../diagnostics/diagnostic.ts';
import type { Rule } from './rule.ts';

/** What there is to say about a rule: `gouji explain`, `docs/rules/` and the site's rule pages print this. */
export interface RulePage {
  id: string;
  title: string;
  /** In reading order. */
  parts: readonly { heading: string; text: string }[];
}

export const scopeNames: Record<Rule['scope'], string> = {
  reading: '读取时',
  cell: '每一格',
  report: '一份报告',
  series: '一个机关的前后年',
  site: '各机关之间',
};

export function rulePage(rule: Rule): RulePage {
  const { id, title, asks, source, wrong, right, advice, seen } = rule;
  return {
    id,
    title,
    parts: [
      { heading: '要求', text: asks },
      { heading: '依据', text: `${source.replace(/。$/, '')}。` },
      { heading: '轻重', text: weight(rule) },
      { heading: '范围', text: `${scopeNames[rule.scope]}。` },
      { heading: '错的例子', text: wrong },
      { heading: '对的例子', text: right },
      { heading: '怎么办', text: advice },
      ...(seen ? [{ heading: '真实报告里', text: seen }] : []),
    ],
  };
}

function weight({ id, scope, severity }: Rule): string {
  if (severity === 'error') {
    return scope === 'reading'
      ? '错误：有一处就不能发布。没有读出来的数不能写说明。'
      : '错误：有一处就不能发布。不能改轻，不能停用；有正当理由的，在报告里写说明（waivers）。';
  }
  const others = [...severities, 'off'].filter((name) => name !== severity).join('、');
  return `${severityNames[severity]}：不影响发布。可以在 data/site.yaml 写 settings: {severities: {${id}: …}}，改成 ${others}。`;
}

/** A fault of the writing, not of the figures: told in full where it stands, so there is little to add. */
export function faultPage(code: string): RulePage | undefined {
  if (!Object.hasOwn(catalogue, code)) return undefined;
  const { severity, title } = catalogue[code as CatalogueCode];
  const weight =
    severity === 'error' ? '错误：有一处就不能发布。' : `${severityNames[severity]}：不影响发布。`;
  return {
    id: code,
    title,
    parts: [
      { heading: '要求', text: '这是文件写法上的问题，不是核对规则。报出时写明位置、原因和改法。' },
      { heading: '轻重', text: weight },
    ],
  };
}
