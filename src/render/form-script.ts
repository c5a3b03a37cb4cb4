import { rulesFor } from '../check/index.ts';
import type { Form } from '../forms/compile.ts';
import { rulePath } from '../pages/page.ts';

/**
 * What the script of the report pages must know of the form: the addresses in cell order, so that figures of other
 * years and editions can be found, and the rules a cell takes part in.
 */
export function formScript(forms: readonly Form[]): string {
  const rules = rulesFor(forms).flatMap(({ id, title, protects }) =>
    protects ? [{ id, title, protects }] : [],
  );
  const told = forms.map((form) => [
    form.id,
    {
      cells: form.cells.map(({ address }) => address),
      rules: rules.flatMap(({ id, title, protects }) => {
        const cells = [...new Set(protects(form).map(({ index }) => index))];
        return cells.length > 0 ? [{ id, title, href: rulePath(id), cells }] : [];
      }),
    },
  ]);
  return `globalThis.goujiForms = ${JSON.stringify(Object.fromEntries(told))};\n`;
}
