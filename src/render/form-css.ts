import type { Form, FormTable } from '../forms/compile.ts';
import type { EquationPattern } from '../forms/edition.ts';
import { layout, type PrintedCell } from '../forms/layout.ts';

/** The columns a reader on a narrow screen chooses from: those of a table with row labels and one heading. */
export function pickable(form: Form, table: FormTable): PrintedCell[] {
  const blocks = layout(form, table);
  if (blocks.length !== 1 || table.stubWidth === 0) return [];
  const values = blocks[0]!.body[0]!.filter((cell) => cell.kind === 'value');
  const headings = blocks[0]!.head.flat();
  return values.map(({ column }) => headings.find((heading) => heading.column === column)!);
}

export function pickId(table: string, column: string): string {
  return `show-${table}-${column}`;
}

const touched = ':is(:target,:hover,:focus-within)';

/**
 * Style rules that follow from the form: the column chosen on a narrow screen, and, when a sum is pointed at,
 * its addends. Rules shared by editions appear once.
 */
export function formCss(forms: readonly Form[]): string {
  const lit = new Set<string>();
  const sums = new Set<string>();
  const hidden = new Set<string>();
  for (const form of forms) {
    for (const { table } of form.sections) {
      if (!table) continue;
      for (const pattern of table.equations) {
        for (const { addends, sum } of relations(form, table, pattern)) {
          lit.add(addends);
          sums.add(sum);
        }
      }
      for (const { column } of pickable(form, table)) {
        const others = `:is(td:not([id$=".${column}"]),[data-column]:not([data-column="${column}"]))`;
        hidden.add(`#${pickId(table.key, column!)}:checked~.scroll ${others}`);
      }
    }
  }
  return [
    `@media screen{\n@container form (max-width:34em){\n${[...hidden].join(',\n')}{display:none}\n}\n}`,
    `${[...lit].join(',\n')}{background:var(--lit);outline:2px solid var(--lit-edge);outline-offset:-2px}`,
    `${[...sums].join(',\n')}{outline:2px solid var(--sum);outline-offset:-2px;background:var(--sum);color:var(--sum-ink);font-weight:700}\n`,
  ].join('\n');
}

function relations(
  form: Form,
  table: FormTable,
  pattern: EquationPattern,
): { addends: string; sum: string }[] {
  const scope = `.form-${table.key}`;
  const others = [...pattern.left, ...pattern.right].filter((key) => key !== pattern.at);
  if (pattern.each === 'row') {
    const groups = pattern.rows?.some((row) => !isPrintedRow(form, table, row)) ? pattern.rows : [''];
    return groups.map((group) => {
      const column = (key: string) => cellsOf(group ? `${group}.${key}` : key);
      const sum = `${column(pattern.at)}${touched}`;
      return {
        addends: `${scope} tr:has(>${sum})>:is(${others.map(column).join(',')})`,
        sum: `${scope} ${sum}`,
      };
    });
  }
  const row = (key: string) =>
    isPrintedRow(form, table, key) ? `[data-row="${key}"]` : `[data-row^="${key}."]`;
  return table.rows[0]!.cells.map(({ column }) => {
    const sum = `${row(pattern.at)}>${cellsOf(column!)}${touched}`;
    return {
      addends: `${scope}:has(${sum}) :is(${others.map(row).join(',')})>${cellsOf(column!)}`,
      sum: `${scope} ${sum}`,
    };
  });
}

/** The numbers of a column: their addresses end with its keys. */
function cellsOf(column: string): string {
  return `[id$=".${column}"]`;
}

/** In table four the rows of the data are groups of columns on paper. */
function isPrintedRow(form: Form, table: FormTable, key: string): boolean {
  return layout(form, table).some((block) => block.body.some((row) => row.at(-1)?.row === key));
}
