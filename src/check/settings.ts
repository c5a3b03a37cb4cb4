import { type Diagnostic, diagnose, type Severity, severities } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Dataset } from '../reports/load.ts';
import { defaultSettings, type Settings } from '../reports/settings.ts';
import { locate } from '../source/document.ts';
import type { Facts, Finding, Rule } from './rule.ts';

export function settingsOf(data: Dataset): Settings {
  return data.site?.settings ?? defaultSettings;
}

/** Whether the site does without a rule; a rule whose failures are errors cannot be switched off. */
export function isOff(rule: Facts, settings: Settings): boolean {
  return rule.severity !== 'error' && settings.severities[rule.id] === 'off';
}

/** How much a finding weighs: the site may weigh warnings anew, the case may be milder than its rule. */
export function severityOf(rule: Facts, finding: Finding, settings: Settings): Severity {
  const wished = settings.severities[rule.id];
  const base = rule.severity === 'error' || wished === undefined || wished === 'off' ? rule.severity : wished;
  const { severity = base } = finding;
  return severities.indexOf(severity) > severities.indexOf(base) ? severity : base;
}

/** Severities set for no rule, or set lower for an error. */
export function settingsProblems(data: Dataset, rules: readonly Rule[], settings: Settings): Diagnostic[] {
  const { siteFile } = data;
  const wrong = Object.entries(settings.severities).flatMap(([id, severity]) => {
    const rule = rules.find((rule) => rule.id === id);
    return rule === undefined || (rule.severity === 'error' && severity !== 'error') ? [{ id, rule }] : [];
  });
  if (wrong.length === 0 || !siteFile) return [];
  return wrong.map(({ id, rule }) => {
    const place = locate(siteFile, ['settings', 'severities', id], 'key');
    if (rule) return diagnose('SETTING-ERROR', { rule: id, title: rule.title }, { place });
    const near = nearest(
      id,
      rules.map((rule) => rule.id),
    );
    return diagnose('SETTING-RULE', { found: id, ...(near ? { nearest: near } : {}) }, { place });
  });
}
