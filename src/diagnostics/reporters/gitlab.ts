import { fingerprints } from '../fingerprint.ts';
import type { Reporter } from './index.ts';
import { repositoryPath } from './path.ts';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

/** GitLab's Code Quality report: shown in a merge request, and compared with that of the target branch by fingerprint. */
export const gitlab: Reporter = ({ diagnostics }, context) => {
  const prints = fingerprints(diagnostics);
  const issues = diagnostics.map(({ code, severity, message, hint, place }, i) => ({
    description: hint ? `${message} ${hint}` : message,
    check_name: code,
    fingerprint: prints[i],
    severity: severities[severity],
    location: {
      // GitLab requires a place; what concerns no file of the data concerns all of it.
      path: repositoryPath(place?.file ?? 'data', context),
      lines: { begin: place?.line ?? 1, end: place?.endLine ?? 1 },
    },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};
