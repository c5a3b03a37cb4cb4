import type { Site } from '../model/site.ts';
import { fileKinds, pageKinds } from '../pages/index.ts';
import type { Streamed } from '../pages/page.ts';
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
  const listed: string[] = [];
  for (const kind of pageKinds) {
    const template = `pages/${kind.name}.njk`;
    for (const { path, view, unlisted } of kind.build(site)) {
      let content: string;
      try {
        content = render(template, view as object);
      } catch (error) {
        throw templateError(error as Error, path);
      }
      if (!kind.unlisted && !unlisted) listed.push(path);
      yield { path, content, kind: kind.name };
    }
  }
  for (const kind of fileKinds) {
    for (const { path, text } of kind.build(site, listed)) yield { path, content: text, kind: kind.name };
  }
}
