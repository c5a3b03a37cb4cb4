import { allReports, type ReportEntry, type Site } from '../../model/site.ts';
import type { FileKind } from '../page.ts';

/** Reports whose texts are indexed together; no more are held at a time. */
const blockSize = 256;
/** Files of a block: a query loads those of its characters only. */
const shards = 16;

/**
 * The search index, as scripts. Chinese has no blanks between words, so what is indexed are pairs of neighbouring
 * characters: a text that holds a word holds all its pairs. `search/docs.js` names the reports in order;
 * `search/<block>-<shard>.js` has, by first character, lines of the second character and the reports of the block that
 * hold the pair, as runs `start.length` in base 36. Which shard: the first character's code modulo their number.
 */
function* build(site: Site): ReturnType<FileKind['build']> {
  const entries = allReports(site);
  const docs = entries.map(({ organ: { organ }, report }) => [organ.slug, organ.name, report.year]);
  yield {
    path: 'search/docs.js',
    text: `globalThis.goujiSearch = ${JSON.stringify({ blockSize, shards, docs })};\n`,
  };
  for (let block = 0; block * blockSize < entries.length; block++) {
    const pairs = pairsOf(entries.slice(block * blockSize, (block + 1) * blockSize));
    for (let shard = 0; shard < shards; shard++) {
      yield {
        path: `search/${block}-${shard}.js`,
        text: `globalThis.goujiShard = ${JSON.stringify(printShard(pairs, shard))};\n`,
      };
    }
  }
}

/** By first and second character: starts and lengths of the runs of reports. */
type Pairs = Map<number, Map<number, number[]>>;

function pairsOf(entries: readonly ReportEntry[]): Pairs {
  const pairs: Pairs = new Map();
  entries.forEach(({ report }, doc) => {
    for (const text of report.sections.values()) addPairs(pairs, searchable(text), doc);
  });
  return pairs;
}

/** Not in a searchable text. */
const blank = 32;

/** The last character has a pair too, with a blank, so that every character can be found by itself. */
function addPairs(pairs: Pairs, text: string, doc: number): void {
  for (let i = 0; i < text.length; i++) {
    const first = text.charCodeAt(i);
    const second = i + 1 < text.length ? text.charCodeAt(i + 1) : blank;
    let after = pairs.get(first);
    if (!after) {
      after = new Map();
      pairs.set(first, after);
    }
    const runs = after.get(second);
    if (!runs) {
      after.set(second, [doc, 1]);
      continue;
    }
    const next = runs[runs.length - 2]! + runs[runs.length - 1]!;
    if (doc === next) runs[runs.length - 1]!++;
    else if (doc > next) runs.push(doc, 1);
  }
}

function printShard(pairs: Pairs, shard: number): Record<string, string> {
  const printed: [string, string][] = [];
  for (const [first, after] of pairs) {
    if (first % shards !== shard) continue;
    const lines = [...after].map(([second, runs]) => String.fromCharCode(second) + printRuns(runs));
    printed.push([String.fromCharCode(first), lines.join('\n')]);
  }
  return Object.fromEntries(printed);
}

function printRuns(runs: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < runs.length; i += 2)
    parts.push(`${runs[i]!.toString(36)}.${runs[i + 1]!.toString(36)}`);
  return parts.join(',');
}

/** What is compared with a query: no blanks, no marks of bold type, small letters. The script does the same. */
export function searchable(text: string): string {
  return text.replace(/[\s*]+/g, '').toLowerCase();
}

export default { name: 'search-index', build } satisfies FileKind;
