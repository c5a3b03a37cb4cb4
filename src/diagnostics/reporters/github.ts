import type { Diagnostic } from '../diagnostic.ts';
import type { Reporter, ReporterContext } from './index.ts';
import { repositoryPath } from './path.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands, which GitHub shows beside the changed lines of a pull request. */
export const github: Reporter = ({ diagnostics }, context) =>
  diagnostics.map((diagnostic) => line(diagnostic, context)).join('');

function line({ severity, code, message, hint, place }: Diagnostic, context: ReporterContext): string {
  const properties = {
    ...(place
      ? {
          file: repositoryPath(place.file, context),
          line: place.line,
          col: place.column,
          endLine: place.endLine,
          endColumn: place.endColumn,
        }
      : {}),
    title: code,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData(hint ? `${message}\n${hint}` : message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
