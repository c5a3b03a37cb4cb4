import { type CatalogueCode, catalogue } from '../catalogue.ts';
import { compareText, type Diagnostic, type FixOption, type Place, type Severity } from '../diagnostic.ts';
import { fingerprints } from '../fingerprint.ts';
import type { Reporter, ReporterContext, RuleText } from './index.ts';
import { pathAddress, repositoryPath } from './path.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0, the OASIS format for findings, which code scanning services read. */
export const sarif: Reporter = ({ diagnostics }, context) => {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort(compareText);
  const prints = fingerprints(diagnostics);
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gouji',
            ...(context.version ? { semanticVersion: context.version } : {}),
            language: 'zh-CN',
            rules: codes.map((code) => rule(code, context)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic, i) =>
          result(diagnostic, codes.indexOf(diagnostic.code), prints[i]!, context),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function rule(code: string, context: ReporterContext): object {
  const { title, help } = ruleText(code, context);
  return {
    id: code,
    shortDescription: { text: title },
    ...(help ? { fullDescription: { text: help }, help: { text: help } } : {}),
  };
}

function ruleText(code: string, context: ReporterContext): RuleText {
  const known = Object.hasOwn(catalogue, code) ? catalogue[code as CatalogueCode] : undefined;
  return context.rule?.(code) ?? { title: known?.title ?? code };
}

function result(diagnostic: Diagnostic, ruleIndex: number, fingerprint: string, context: ReporterContext) {
  const { code, severity, message, hint, place, cell, cellName, related, fix } = diagnostic;
  const { organ, year, left, right } = diagnostic;
  const main = location(place, cell, cellName, context);
  const properties = { organ, year, cell, cellName, left, right };
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: plain(hint ? `${message}\n${hint}` : message) },
    locations: main ? [main] : [],
    ...(related && related.length > 0
      ? {
          relatedLocations: related.map(({ group, message, place, cell }, i) => ({
            id: i + 1,
            message: { text: plain(group ? `${group}：${message}` : message) },
            ...location(place, cell, undefined, context),
          })),
        }
      : {}),
    partialFingerprints: { 'gouji/v1': fingerprint },
    ...(fix ? { fixes: [fix, ...fix.alternatives].map((option) => fixed(option, context)) } : {}),
    ...(Object.values(properties).some((value) => value !== undefined) ? { properties } : {}),
  };
}

/** `[…](…)` in a message means a link to SARIF; ours has none, so what looks like one is data. */
function plain(text: string): string {
  return text.replaceAll('](', '] (');
}

function location(
  place: Place | undefined,
  cell: string | undefined,
  cellName: string | undefined,
  context: ReporterContext,
): object | undefined {
  if (!place && !cell) return undefined;
  return {
    ...(place
      ? { physicalLocation: { artifactLocation: artifact(place.file, context), region: region(place) } }
      : {}),
    ...(cell
      ? { logicalLocations: [{ fullyQualifiedName: cell, ...(cellName ? { name: cellName } : {}) }] }
      : {}),
  };
}

function artifact(file: string, context: ReporterContext): object {
  return { uri: pathAddress(repositoryPath(file, context)) };
}

function region({ line, column, endLine, endColumn }: Place): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function fixed({ title, edits }: FixOption, context: ReporterContext): object {
  const files = [...new Set(edits.map(({ place }) => place.file))];
  return {
    description: { text: plain(title) },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file, context),
      replacements: edits
        .filter(({ place }) => place.file === file)
        .map(({ place, to }) => ({ deletedRegion: region(place), insertedContent: { text: to } })),
    })),
  };
}
