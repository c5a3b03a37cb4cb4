import type { ReporterContext } from './index.ts';

/** The path of a file as the repository knows it; services look files up by it. */
export function repositoryPath(file: string, { folder }: Pick<ReporterContext, 'folder'>): string {
  return folder ? `${folder}/${file}` : file;
}

/** The same as a relative address: what is not a plain letter, digit or sign is percent-encoded. */
export function pathAddress(path: string): string {
  return path.split('/').map(encodePart).join('/');
}

function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
