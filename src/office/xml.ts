import { escapeAttribute as escapeXml } from '../diagnostics/xml.ts';

/** Fit for text and for attributes. */
export { escapeXml };

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const packages = 'http://schemas.openxmlformats.org/package/2006';
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Relation {
  id: string;
  /** The last part of the type's address: `styles`, `footer`. */
  type: string;
  target: string;
  external?: boolean;
}

export function relations(list: readonly Relation[]): string {
  const each = list.map(({ id, type, target, external }) => {
    const kind = type === 'core-properties' ? `${packages}/relationships/metadata` : officeRelations;
    const mode = external ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${kind}/${type}" Target="${escapeXml(target)}"${mode}/>`;
  });
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

/** Content types by path of the part. */
export function contentTypes(parts: Readonly<Record<string, string>>): string {
  const each = Object.entries(parts).map(
    ([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`,
  );
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${each.join('')}</Types>`;
}

export const corePropertiesType = 'application/vnd.openxmlformats-package.core-properties+xml';

/** Title, author, and the day of publication where there is one. */
export function coreProperties(title: string, creator: string, published: string | undefined): string {
  const time = published ? `${published}T00:00:00Z` : undefined;
  const date = (name: string) =>
    time ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>` : '';
  return `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator>${date('created')}${date('modified')}</cp:coreProperties>`;
}
