import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Form } from '../forms/compile.ts';
import { schemaName } from '../forms/yaml-lines.ts';

/** A path below the root, with `/` between folders, whatever the machine uses. */
export interface DataFile {
  path: string;
  /** Links are not followed: what they point at may lie outside the data. */
  link?: boolean;
  /** A folder with the name of a file; nothing in it is looked at. */
  folder?: boolean;
}

export interface ReportFilePath {
  path: string;
  organ: string;
  year: number;
}

export interface Claims {
  site?: string;
  /** organ.yaml by slug. */
  organs: Map<string, string>;
  reports: ReportFilePath[];
  /** Every organ folder. */
  folders: Set<string>;
  /** Paths of files that are there under another name, such as organ.yml; they are not missing. */
  misnamed: Set<string>;
  /** Folders whose name is wrong, each told once. */
  strange: Set<string>;
}

/** Names of the generated schemas in `data/schema/`. */
export function schemaFiles(forms: readonly Form[]): string[] {
  return ['site.json', 'organ.json', ...forms.map(schemaName)];
}

/** Whether an organ's folder may have this name. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

/** Where a report belongs. */
export function reportFile(organ: string, year: number | string, ending: 'yaml' | 'json' = 'yaml'): string {
  return `data/organs/${organ}/${year}.${ending}`;
}

const reportYear = /^(19|20)\d\d$/;

/** Says of every file under `data/` what it is; a file that is nothing is a fault. */
export function claim(
  files: readonly DataFile[],
  forms: readonly Form[],
): { claims: Claims; diagnostics: Diagnostic[] } {
  const schemas = schemaFiles(forms);
  const claims: Claims = {
    organs: new Map(),
    reports: [],
    folders: new Set(),
    misnamed: new Set(),
    strange: new Set(),
  };
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, string>();
  const paths = new Set(files.map(({ path }) => path));
  for (const { path, link, folder } of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const fault = link
      ? unclaimed(path, '链接文件')
      : folder
        ? unclaimed(path, `文件夹 ${name}，这个名字是给文件用的`)
        : claimOne(path, schemas, claims, paths);
    if (fault) diagnostics.push(fault);
    const year = claims.reports.at(-1);
    if (fault || year?.path !== path) continue;
    const key = `${year.organ}/${year.year}`;
    const other = taken.get(key);
    if (other) {
      diagnostics.push(
        diagnose('FILE-TWICE', { other }, { place: top(path), organ: year.organ, year: year.year }),
      );
      claims.reports.pop();
    }
    taken.set(key, other ?? path);
  }
  return { claims, diagnostics };
}

function claimOne(
  path: string,
  schemas: readonly string[],
  claims: Claims,
  paths: ReadonlySet<string>,
): Diagnostic | undefined {
  const parts = path.split('/').slice(1);
  const name = parts.at(-1)!;
  if (/^(\.|~\$)|^(Thumbs\.db|desktop\.ini)$/i.test(name))
    return unclaimed(path, `系统或软件留下的文件 ${name}`);
  if (parts.length === 1 && name === 'site.yaml') {
    claims.site = path;
    return undefined;
  }
  if (parts.length === 1 && isNearly(name, 'site')) return nearly(path, name, 'site.yaml', claims);
  if (parts.length === 2 && parts[0] === 'schema' && schemas.includes(name)) return undefined;
  if (parts.length !== 3 || parts[0] !== 'organs') return unclaimed(path, `这个文件 ${parts.join('/')}`);
  const organ = parts[1]!;
  if (!isSlug(organ)) return strangeFolder(path, organ, claims);
  claims.folders.add(organ);
  if (name === 'organ.yaml') {
    claims.organs.set(organ, path);
    return undefined;
  }
  if (isNearly(name, 'organ')) return nearly(path, name, 'organ.yaml', claims);
  const [, stem, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(name)!;
  const year = yearMeant(stem!.normalize('NFKC'));
  const readable = ending === '' || /^\.(ya?ml|json)$/i.test(ending);
  if (!reportYear.test(year) || !readable) return unclaimed(path, `这个文件 ${parts.join('/')}`);
  if (year !== stem || (ending !== '.yaml' && ending !== '.json')) {
    const right = `${year}${/^\.json$/i.test(ending) ? '.json' : '.yaml'}`;
    const other = `${path.slice(0, -name.length)}${right}`;
    if (paths.has(other)) return diagnose('FILE-TWICE', { other }, { place: top(path), organ });
    return misnamed(path, name, '报告的文件名是四位年份加 .yaml 或 .json', right);
  }
  claims.reports.push({ path, organ, year: Number(stem) });
  return undefined;
}

/** The year that a file name was meant for: of a copy, of digits swapped or typed twice. */
function yearMeant(stem: string): string {
  const [, digits = '', rest = ''] = /^(\d+)(.*)$/.exec(stem) ?? [];
  if (!/^(年度?)?\s*(\(\d+\)|[-_\s]*(副本|复件|copy|拷贝|备份).*)?$/i.test(rest)) return stem;
  if (reportYear.test(digits)) return digits;
  const slips = Array.from(digits, (digit, i) =>
    digits.length === 4
      ? `${digits.slice(0, i)}${digits[i + 1] ?? ''}${digit}${digits.slice(i + 2)}`
      : digit === digits[i + 1]
        ? digits.slice(0, i) + digits.slice(i + 1)
        : '',
  );
  const years = [...new Set(slips.filter((slip) => /^20\d\d$/.test(slip)))];
  return years.length === 1 ? years[0]! : stem;
}

/** The right file with a wrong ending or with capitals. */
function isNearly(name: string, stem: string): boolean {
  return new RegExp(`^${stem}\\.(ya?ml|json)$`, 'i').test(name);
}

function nearly(path: string, name: string, right: string, claims: Claims): Diagnostic {
  claims.misnamed.add(`${path.slice(0, -name.length)}${right}`);
  return misnamed(path, name, '这个文件的名字是固定的', right);
}

function strangeFolder(path: string, organ: string, claims: Claims): Diagnostic | undefined {
  if (claims.strange.has(organ)) return undefined;
  claims.strange.add(organ);
  const right = organ
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const why = '机关的文件夹名只用小写拼音字母、数字和连字符';
  return misnamed(path, `文件夹 ${organ}`, why, isSlug(right) ? right : undefined);
}

/** The first character of a file: for faults of the file itself. */
export function top(file: string) {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

function unclaimed(path: string, what: string): Diagnostic {
  return diagnose('FILE-UNCLAIMED', { what }, { place: top(path) });
}

function misnamed(path: string, what: string, why: string, write?: string): Diagnostic {
  return diagnose('FILE-NAME', { what, why, ...(write ? { write } : {}) }, { place: top(path) });
}
