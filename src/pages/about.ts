import { z } from 'zod';
import { forms } from '../forms/index.ts';
import type { Site } from '../model/site.ts';
import { chrome, makeChrome, type PageKind } from './page.ts';

const schema = z.strictObject({
  chrome,
  about: z.string().optional(),
  publisher: z.string(),
  contact: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  forms: z.array(z.strictObject({ title: z.string(), notice: z.string(), years: z.string() })),
  rules: z.array(
    z.strictObject({ code: z.string(), name: z.string(), source: z.string(), count: z.string() }),
  ),
});
type View = z.infer<typeof schema>;

const contactNames = { address: '地址', postcode: '邮政编码', telephone: '电话', email: '电子邮箱' } as const;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  const path = 'about.html';
  const { config } = site;
  const contact = config.contact ?? {};
  yield {
    path,
    view: {
      chrome: makeChrome(site, { path, title: '关于', description: `关于${config.title}` }),
      ...(config.about ? { about: config.about } : {}),
      publisher: config.publisher,
      contact: (Object.keys(contactNames) as (keyof typeof contactNames)[]).flatMap((key) => {
        const value = contact[key];
        return value === undefined ? [] : [{ name: contactNames[key], value }];
      }),
      forms: forms.map(({ title, notice, years }) => ({
        title,
        notice: notice.number,
        years: years.to === undefined ? `${years.from}年度起` : `${years.from}年度至${years.to}年度`,
      })),
      rules: ruleViews(site),
    },
  };
}

function ruleViews(site: Site): View['rules'] {
  const equations = new Map(forms.flatMap((form) => form.equations.map((e) => [e.code, e] as const)));
  return [...equations.values()].flatMap(({ code, name, source }) => {
    const count = site.rules.get(code);
    if (!count || count.pass + count.unknown === 0) return [];
    const unknown = count.unknown > 0 ? `，${count.unknown}条不能核对` : '';
    return [{ code, name, source, count: `${count.pass}条相符${unknown}` }];
  });
}

export default { name: 'about', schema, build } satisfies PageKind<View>;
