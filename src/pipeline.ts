import { type Audit, makeAudit } from './audit/index.ts';
import { type Checked, type CheckOptions, check } from './check/index.ts';
import { proseReports } from './check/prose-report.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import {
  answered,
  type Looked,
  type ReportName,
  type Result,
  sumOutcomes,
  toResult,
} from './diagnostics/result.ts';
import { type Downloads, downloadFiles, downloadsOf } from './export/downloads.ts';
import type { Form } from './forms/compile.ts';
import { buildSite, type Site } from './model/site.ts';
import { formCss } from './render/form-css.ts';
import { formScript } from './render/form-script.ts';
import { renderSite } from './render/index.ts';
import { checkTemplates } from './render/template-check.ts';
import type { Templates } from './render/template-folder.ts';
import type { TemplateError } from './render/templates.ts';
import { compareStates, readState, stateOf } from './reports/compare.ts';
import { type DataSource, type Dataset, loadData } from './reports/load.ts';
import { reportNames } from './reports/name.ts';
import { assetProblems, bundleStyles, fingerprint } from './write/assets.ts';
import type { OutFile, Published } from './write/publish.ts';

/** What the stages need from outside; tests give their own. */
export interface Env extends CheckOptions {
  data: DataSource;
  forms: readonly Form[];
  /** An earlier state of the data, to say what has changed since. */
  base?: DataSource | undefined;
  /** Reports whose numbers in the text are to be shown. */
  prose?: ((report: ReportName) => boolean) | undefined;
  /** Called with one line when a stage is done. */
  progress(line: string): void;
}

export interface Gathered {
  dataset: Dataset;
  checked: Checked;
  diagnostics: Diagnostic[];
}

export interface BuildEnv extends Env {
  templates: Templates;
  /** Takes the files one after the other and publishes all or none of them. */
  publish(files: Iterable<OutFile>, isSound: () => boolean): Published;
}

/** files → load → validate → check */
export function gather(env: Env): Gathered {
  const loaded = loadData(env.data, env.forms);
  env.progress(
    `读取 ${loaded.value.files}个文件：${loaded.value.organs.size}个机关，${loaded.value.reports.length}份报告`,
  );
  const checked = check(loaded.value, env);
  env.progress(`核对 ${relations(checked.value)}条勾稽关系，按 ${checked.value.rules.size}条规则`);
  return {
    dataset: loaded.value,
    checked: checked.value,
    diagnostics: [...loaded.diagnostics, ...checked.diagnostics],
  };
}

function relations({ sums: { pass, fail, unknown } }: Checked): number {
  return pass + fail + unknown;
}

export function runCheck(env: Env): Result {
  const { dataset, checked, diagnostics } = gather(env);
  const reports = reportNames(dataset);
  const result = {
    ...toResult(looked(dataset, checked), diagnostics),
    reports,
    ...(env.prose ? { prose: proseReports(dataset, reports.filter(env.prose)) } : {}),
  };
  if (!env.base) return result;
  const before = readState(env.base, env.forms);
  return { ...result, changes: compareStates(before, stateOf(env.data, dataset, env.forms)) };
}

export function looked(dataset: Dataset, checked: Checked): Looked {
  const rules = [...checked.rules.values()];
  return {
    files: dataset.files,
    organs: dataset.organs.size,
    reports: dataset.reports.length,
    cells: dataset.reports.reduce((n, report) => n + report.form.cells.length, 0),
    checks: checked.sums,
    verdicts: sumOutcomes(rules),
    rules: rules.filter((count) => answered(count) > 0).length,
  };
}

/** The whole way to the published site; with an error anywhere nothing is published. */
export function runBuild(env: BuildEnv): Result {
  const { dataset, checked, diagnostics } = gather(env);
  const found = [...diagnostics, ...checkTemplates(env.templates), ...assetProblems(env.templates.assets())];
  const result = { ...toResult(looked(dataset, checked), found), reports: reportNames(dataset) };
  if (!result.ok || !dataset.site) return result;
  const site = buildSite(dataset.site, dataset, checked);
  const downloads = downloadsOf(site);
  if ('problem' in downloads) {
    return { ...result, ...toResult(result.counts, [...found, downloads.problem]) };
  }
  const published = publishSite(site, downloads.writers, env, found);
  if ('problems' in published) {
    return { ...result, ...toResult(result.counts, [...found, ...published.problems]) };
  }
  env.progress(`发布 ${published.files}个文件，${Math.ceil(published.bytes / 1024)} KB`);
  return { ...result, ...toResult(result.counts, found) };
}

/** Adds what the audit finds and what cannot be written; a fault of a site's own templates that only shows in a page is a problem like others. */
function publishSite(site: Site, downloads: Downloads, env: BuildEnv, found: Diagnostic[]): Published {
  const audit = makeAudit();
  try {
    return env.publish(siteFiles(site, downloads, env, audit, found), () => {
      found.push(...audit.finish());
      return found.every((diagnostic) => diagnostic.severity !== 'error');
    });
  } catch (error) {
    const { diagnostic } = error as TemplateError;
    if (!diagnostic) throw error;
    return { problems: [diagnostic] };
  }
}

function* siteFiles(
  site: Site,
  downloads: Downloads,
  env: BuildEnv,
  audit: Audit,
  found: Diagnostic[],
): Iterable<OutFile> {
  const assets = fingerprint([
    ...bundleStyles(env.templates.assets(), formCss(env.forms)),
    { name: 'forms.js', bytes: Buffer.from(formScript(env.forms)) },
  ]);
  for (const { path, bytes } of assets) {
    audit.add(path, bytes);
    yield { path, content: bytes };
  }
  const paths = Object.fromEntries(assets.map(({ name, path }) => [name, path]));
  let pages = 0;
  for (const file of renderSite(site, env.templates.source, { assets: paths })) {
    if (file.path.endsWith('.html')) pages++;
    audit.add(file.path, file.content);
    yield file;
  }
  for (const file of downloadFiles(site, downloads)) {
    audit.add(file.path, '');
    if ('problem' in file) found.push(file.problem);
    else yield file;
  }
  env.progress(`生成并查验 ${pages}页`);
}
