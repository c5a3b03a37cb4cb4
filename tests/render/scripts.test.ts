import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import { formScript } from '../../src/render/form-script.ts';
import { bundleStyles, fingerprint } from '../../src/write/assets.ts';
import { build, siteOf, textFile } from '../helpers/built.ts';

/** What a script leaves behind for others. */
function globalsOf(text: string): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  runInNewContext(text, context);
  return context;
}

describe('the script that knows the form', () => {
  const known = globalsOf(formScript(forms))['goujiForms'] as Record<
    string,
    { cells: string[]; rules: { id: string; href: string; cells: number[] }[] }
  >;

  it('has the addresses of each edition in cell order', () => {
    for (const form of forms) expect(known[form.id]!.cells).toEqual(form.cells.map(({ address }) => address));
  });

  it('names for a cell every rule that its sums belong to', () => {
    for (const form of forms) {
      for (const { code, left, right } of form.equations) {
        const rule = known[form.id]!.rules.find(({ id }) => id === code)!;
        expect(rule.href).toBe(`rules/${code.toLowerCase()}.html`);
        for (const index of [...left, ...right]) expect(rule.cells).toContain(index);
      }
    }
  });
});

describe('the script with the figures of an organ', () => {
  it('has all its years, with the values of the reports', () => {
    const organ = siteOf().organs.find(({ organ: { slug } }) => slug === 'zirun')!;
    const text = textFile(build(), 'organs/zirun/cells.js');
    const years = JSON.parse(JSON.stringify(globalsOf(text)['goujiCells'])) as unknown;
    expect(years).toEqual(
      organ.reports.map(({ report: { year, form, values } }) => ({ year, form: form.id, values })),
    );
  });
});

describe('the style sheet', () => {
  const sheet = (name: string) => ({ name, bytes: Buffer.from(`/* ${name} */`) });

  it('begins with the frame and ends with print and what follows from the form', () => {
    const names = ['a.css', 'print.css', 'site.css', 'tokens.css', 'z.css', 'x.svg'];
    const [styles, ...rest] = bundleStyles(names.map(sheet), '/* form */');
    expect(styles!.name).toBe('site.css');
    expect(Buffer.from(styles!.bytes).toString().split('\n')).toEqual([
      '/* tokens.css */',
      '/* site.css */',
      '/* a.css */',
      '/* z.css */',
      '/* print.css */',
      '/* form */',
    ]);
    expect(rest.map(({ name }) => name)).toEqual(['x.svg']);
  });

  it('changes its address with its content', () => {
    const path = (text: string) => fingerprint([{ name: 'a.css', bytes: Buffer.from(text) }])[0]!.path;
    expect(path('p{}')).toMatch(/^assets\/a-[0-9a-f]{10}\.css$/);
    expect(path('p{}')).not.toBe(path('q{}'));
  });
});
