import { compareText, type Diagnostic, type Place, severityNames } from '../diagnostic.ts';
import { relatedGroups, zerosText } from '../related.ts';
import type { Result } from '../result.ts';
import { escapeAttribute, escapeXml } from '../xml.ts';
import type { Reporter, ReporterContext } from './index.ts';
import { repositoryPath } from './path.ts';

/**
 * JUnit XML, which build servers show as test results: a suite for each file, a failed case for each error.
 * A file without errors is one passed case; what is no error stands in the suite's output.
 */
export const junit: Reporter = (result, context) => {
  const suites = suitesOf(result).map((suite) => suiteXml(suite, context));
  const failures = result.counts.errors;
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'gouji', tests, failures, errors: 0 })}>`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>\n',
  ].join('\n');
};

interface Suite {
  /** Empty for findings that concern no file. */
  file: string;
  title: string;
  findings: Diagnostic[];
}

function suitesOf({ diagnostics, reports = [] }: Result): Suite[] {
  const titles = new Map(reports.map(({ file, name }) => [file, name]));
  const byFile = new Map<string, Diagnostic[]>(reports.map(({ file }) => [file, []]));
  for (const diagnostic of diagnostics) {
    const file = diagnostic.place?.file ?? '';
    const findings = byFile.get(file);
    if (findings) findings.push(diagnostic);
    else byFile.set(file, [diagnostic]);
  }
  return [...byFile]
    .sort(([a], [b]) => compareText(a, b))
    .map(([file, findings]) => ({ file, title: titles.get(file) ?? file, findings }));
}

function suiteXml(
  { file, title, findings }: Suite,
  context: ReporterContext,
): { xml: string; tests: number } {
  const path = file === '' ? 'gouji' : repositoryPath(file, context);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  const tests = Math.max(1, errors.length);
  const seen = new Map<string, number>();
  const cases = errors.map((error) => {
    const name = `${error.code} ${error.cellName ?? error.message}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return caseXml(path, count > 1 ? `${name} (${count})` : name, error, context);
  });
  const passed = `    <testcase${attributes({ name: `${title || '其他'} 核对`, classname: path })}/>`;
  const output = others
    .map((other) => `${severityNames[other.severity]} ${told(other, context)}`)
    .join('\n\n');
  const xml = [
    `  <testsuite${attributes({ name: path, tests, failures: errors.length, errors: 0, skipped: 0 })}>`,
    ...(cases.length > 0 ? cases : [passed]),
    ...(output ? [`    <system-out>${escapeXml(output)}</system-out>`] : []),
    '  </testsuite>',
  ].join('\n');
  return { xml, tests };
}

function caseXml(path: string, name: string, error: Diagnostic, context: ReporterContext): string {
  const failure = `<failure${attributes({ message: error.message, type: error.code })}>`;
  return [
    `    <testcase${attributes({ name, classname: path })}>`,
    `      ${failure}${escapeXml(told(error, context))}</failure>`,
    '    </testcase>',
  ].join('\n');
}

/** The whole finding as text. */
function told({ code, message, place, related = [], hint }: Diagnostic, context: ReporterContext): string {
  return [
    `${where(place, context)}${code}`,
    message,
    ...relatedGroups(related).flatMap((entry) => [
      ...(entry.group === undefined ? [] : [`  ${entry.group}：`]),
      ...entry.told.map(({ message, place }) => `    ${where(place, context)}${message}`),
      ...(entry.zeros > 0 ? [`    ${zerosText(entry)}`] : []),
    ]),
    ...(hint ? [`怎么改：${hint}`] : []),
  ].join('\n');
}

function where(place: Place | undefined, context: ReporterContext): string {
  return place ? `${repositoryPath(place.file, context)}:${place.line}:${place.column} ` : '';
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');
}
