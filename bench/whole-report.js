/**
 * What is proposed for the parts of a report, taken together, to compare with faults over several tables. Parts have
 * no cell in common, so every choice of one proposal from each satisfies the whole report.
 */

/** Proposals of a part that take part in combinations, and combinations kept. */
const ofEach = 5;
const kept = 8;

export function wholeReport(parts) {
  const [only] = parts;
  const sized = parts.every(({ size }) => size !== undefined);
  return {
    failing: parts.flatMap((part) => part.failing).sort((a, b) => a - b),
    parts,
    proposals: parts.length === 1 ? only.proposals : combinations(parts),
    ...(sized ? { size: parts.reduce((sum, { size }) => sum + size, 0) } : {}),
    determined: parts.length > 0 && parts.every((part) => part.determined),
    complete: parts.every((part) => part.complete),
  };
}

/** The best of all parts first; then those that take the fewest steps down the parts' lists. */
function combinations(parts) {
  if (parts.length === 0) return [];
  let chosen = [{ steps: 0, proposals: [] }];
  for (const part of parts) {
    chosen = chosen.flatMap(({ steps, proposals }) =>
      part.proposals
        .slice(0, ofEach)
        .map((proposal, step) => ({ steps: steps + step, proposals: [...proposals, proposal] })),
    );
  }
  return chosen
    .sort((a, b) => a.steps - b.steps)
    .slice(0, kept)
    .map(({ proposals }) => together(proposals));
}

function together(proposals) {
  const sum = (of) => proposals.reduce((n, proposal) => n + of(proposal), 0);
  const known = proposals.every(({ others }) => others !== undefined);
  return {
    kinds: [...new Set(proposals.flatMap(({ kinds }) => kinds))],
    changes: proposals.flatMap(({ changes }) => changes).sort((a, b) => a.cell - b.cell),
    size: sum(({ size }) => size),
    unique: proposals.every(({ unique }) => unique),
    byLinks: proposals.some(({ byLinks }) => byLinks),
    ...(known ? { others: proposals.reduce((n, { others }) => n * (others + 1), 1) - 1 } : {}),
    mends: sum(({ mends }) => mends),
    linksMended: sum(({ linksMended }) => linksMended),
    linksBroken: sum(({ linksBroken }) => linksBroken),
  };
}
