import type { Site } from '../model/site.ts';
import { fileKinds, firstFiles, pageKinds } from '../pages/index.ts';
import type { FileKind, Made, Streamed } from '../pages/page.ts';
import { type Globals, makeRenderer, type TemplateSource, templateError } from './templates.ts';

/** A file of the site; `kind` says what made it. */
export interface SiteFile {
  path: string;
  content: string | Streamed;
  kind: string;
}

/** Every file of the site, one after the other, so that no more than one page is held at a time. */
export function* renderSite(site: Site, templates: TemplateSource, globals: Globals): Iterable<SiteFile> {
  const render = makeRenderer(templates, globals);
  const made: Made = { pages: [], bytes: new Map() };
  yield* filesOf(firstFiles, site, made);
  for (const kind of pageKinds) {
    const template = `pages/${kind.name}.njk`;
    for (const { path, view, unlisted } of kind.build(site, made)) {
      let content: string;
      try {
        content = render(template, view as object);
      } catch (error) {
        throw templateError(error as Error, path);
      }
      if (!kind.unlisted && !unlisted) made.pages.push(path);
      yield { path, content, kind: kind.name };
    }
  }
  yield* filesOf(fileKinds, site, made);
}

function* filesOf(kinds: readonly FileKind[], site: Site, made: Made): Iterable<SiteFile> {
  for (const kind of kinds)
    for (const { path, text } of kind.build(site, made)) yield { path, content: text, kind: kind.name };
}
