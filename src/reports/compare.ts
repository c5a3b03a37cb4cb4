import type { Changes, OrganChange, ReportChange } from '../diagnostics/changes.ts';
import { compareText } from '../diagnostics/diagnostic.ts';
import type { Form } from '../forms/compile.ts';
import { compareFields } from './compare-fields.ts';
import { areNone, compareReports } from './compare-reports.ts';
import { type Claims, claim } from './files.ts';
import { type DataSource, type Dataset, loadData } from './load.ts';
import { reportName } from './name.ts';
import { organSchema } from './organ.ts';
import { siteSchema } from './site.ts';

/** The data at one moment: what could be read, and which files there are. */
export interface State {
  source: DataSource;
  dataset: Dataset;
  claims: Claims;
}

export function readState(source: DataSource, forms: readonly Form[]): State {
  return stateOf(source, loadData(source, forms).value, forms);
}

export function stateOf(source: DataSource, dataset: Dataset, forms: readonly Form[]): State {
  const files = [...source.list()].sort((a, b) => compareText(a.path, b.path));
  return { source, dataset, claims: claim(files, forms).claims };
}

/** What differs between two states of the data: reports by organ and year, organs by folder. */
export function compareStates(before: State, after: State): Changes {
  const [from, to] = [before.dataset.site, after.dataset.site];
  const moved = movedOrgans(before, after);
  return {
    reports: reportChanges(before, after, moved),
    organs: organChanges(before, after, moved),
    site: from && to ? compareFields(siteSchema, from, to) : [],
  };
}

/** Folders that are gone, and under what other name the same organ is there now. */
type Moved = ReadonlyMap<string, string>;

/** An organ has moved where one folder only is gone and one only is new that have its full name. */
function movedOrgans(before: State, after: State): Moved {
  const [gone, added] = [onlyIn(before, after), onlyIn(after, before)];
  const moved = new Map<string, string>();
  for (const [fullName, from] of gone) {
    const to = added.get(fullName);
    if (from.length === 1 && to?.length === 1) moved.set(from[0]!, to[0]!);
  }
  return moved;
}

/** The folders of organs that the other state has not, by full name. */
function onlyIn(state: State, other: State): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const [slug, { fullName }] of state.dataset.organs) {
    if (other.claims.organs.has(slug)) continue;
    folders.set(fullName, [...(folders.get(fullName) ?? []), slug]);
  }
  return folders;
}

const nothing = { cells: [], onlyBefore: [], onlyAfter: [], texts: [], fields: [] } as const;

function reportChanges(before: State, after: State, moved: Moved): ReportChange[] {
  const key = ({ organ, year }: { organ: string; year: number }) => `${moved.get(organ) ?? organ}/${year}`;
  const byKey = <T extends { organ: string; year: number }>(list: readonly T[]) =>
    new Map(list.map((each) => [key(each), each]));
  const [oldFiles, newFiles] = [byKey(before.claims.reports), byKey(after.claims.reports)];
  const [oldReports, newReports] = [byKey(before.dataset.reports), byKey(after.dataset.reports)];
  const organs = new Map([...before.dataset.organs, ...after.dataset.organs]);
  return [...new Set([...oldFiles.keys(), ...newFiles.keys()])]
    .sort(compareText)
    .flatMap((id): ReportChange[] => {
      const [old, now] = [oldFiles.get(id), newFiles.get(id)];
      const { path: file, organ, year } = (now ?? old)!;
      const about = { file, organ, year, name: reportName(organs, { organ, year }) };
      if (!old) return [{ ...about, kind: 'added', ...nothing }];
      if (!now) return [{ ...about, kind: 'removed', ...nothing }];
      const [from, to] = [oldReports.get(id), newReports.get(id)];
      if (!from || !to || from.guessed || to.guessed) {
        const same = isSame(before.source, old.path, after.source, now.path);
        return same ? [] : [{ ...about, kind: 'unread', ...nothing }];
      }
      const differences = compareReports(from, to);
      return areNone(differences) ? [] : [{ ...about, kind: 'changed', ...differences }];
    });
}

function isSame(before: DataSource, from: string, after: DataSource, to: string): boolean {
  try {
    const [a, b] = [before.read(from), after.read(to)];
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
  } catch {
    return false;
  }
}

function organChanges(before: State, after: State, moved: Moved): OrganChange[] {
  const old = new Map([...before.claims.organs.keys()].map((slug) => [moved.get(slug) ?? slug, slug]));
  const slugs = [...new Set([...old.keys(), ...after.claims.organs.keys()])].sort(compareText);
  return slugs.flatMap((organ): OrganChange[] => {
    const folder = old.get(organ);
    const [from, to] = [before.dataset.organs.get(folder ?? organ), after.dataset.organs.get(organ)];
    const about = { organ, name: (to ?? from)?.name ?? organ };
    if (folder === undefined) return [{ ...about, kind: 'added', fields: [] }];
    if (!after.claims.organs.has(organ)) return [{ ...about, kind: 'removed', fields: [] }];
    const fields = from && to ? compareFields(organSchema, { ...from, slug: organ }, to) : [];
    if (folder !== organ) {
      fields.unshift({ kind: 'changed', field: 'slug', name: '文件夹', from: folder, to: organ });
    }
    return fields.length > 0 ? [{ ...about, kind: 'changed', fields }] : [];
  });
}
