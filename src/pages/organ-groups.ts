import type { OrganEntry, Site } from '../model/site.ts';
import { type Level, levels } from '../reports/organ.ts';
import { organPath } from './page.ts';

/** Organs under the organ they belong to; those without one by level. */
export function organGroups(
  site: Site,
): { heading: string; organs: { entry: OrganEntry; href: string }[] }[] {
  const groups = new Map<OrganEntry | Level, OrganEntry[]>();
  for (const entry of site.organs) {
    const above = entry.parent ?? entry.organ.level;
    const group = groups.get(above);
    if (group) group.push(entry);
    else groups.set(above, [entry]);
  }
  return [...groups].map(([above, entries]) => ({
    heading: typeof above === 'string' ? levels[above] : `${above.organ.name}所属`,
    organs: entries.map((entry) => ({ entry, href: organPath(entry.organ.slug) })),
  }));
}
