import { type Audit, makeAudit } from './audit/index.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { type Result, toResult } from './diagnostics/result.ts';
import { type Downloads, downloadFiles, downloadsOf } from './export/downloads.ts';
import { buildSite, type Site } from './model/site.ts';
import { type Env, gather, looked } from './pipeline.ts';
import { formCss } from './render/form-css.ts';
import { formScript } from './render/form-script.ts';
import { renderSite } from './render/index.ts';
import { checkTemplates } from './render/template-check.ts';
import type { Templates } from './render/template-folder.ts';
import type { TemplateError } from './render/templates.ts';
import { reportNames } from './reports/name.ts';
import { assetProblems, bundleStyles, fingerprint } from './write/assets.ts';
import type { OutFile, Published } from './write/publish.ts';

export interface BuildEnv extends Env {
  templates: Templates;
  /** Takes the files one after the other and publishes all or none of them. */
  publish(files: Iterable<OutFile>, isSound: () => boolean): Published;
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
