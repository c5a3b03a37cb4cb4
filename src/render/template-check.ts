import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts';
import { pageKinds } from '../pages/index.ts';
import { top } from '../reports/files.ts';
import { shapeOf } from './shape.ts';
import type { Templates } from './template-folder.ts';
import { parseTemplate, type TemplateNode } from './template-parse.ts';
import { globals, type Scope, visit } from './template-walk.ts';

interface Check {
  templates: Templates;
  reached: Set<string>;
  report(diagnostic: Diagnostic): void;
}

/**
 * Finds, without rendering, variables that a page's view does not have, and filters and templates that
 * do not exist, in every template that a page reaches; in the others, faults of syntax.
 */
export function checkTemplates(templates: Templates): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const check: Check = {
    templates,
    reached: new Set(),
    report(diagnostic) {
      const { place } = diagnostic;
      found.set(`${place?.file}:${place?.line}:${place?.column}:${diagnostic.message}`, diagnostic);
    },
  };
  for (const kind of pageKinds) {
    const shape = shapeOf(kind.schema);
    const view = shape.kind === 'object' ? shape.keys : [];
    const name = `pages/${kind.name}.njk`;
    if (templates.source(name)) checkTemplate(check, name, new Map([...globals, ...view]), []);
    else check.report(missingPage(name));
  }
  for (const name of templates.names()) {
    if (!check.reached.has(name)) parse(check, name);
  }
  return [...found.values()];
}

function missingPage(name: string): Diagnostic {
  const file = `templates/${name}`;
  return diagnose('FILE-MISSING', { file, why: '有一种页面要用它' }, { place: top(file) });
}

function checkTemplate(check: Check, name: string, scope: Scope, above: readonly string[]): void {
  check.reached.add(name);
  const parsed = parse(check, name);
  if (!parsed) return;
  const path = [...above, name];
  visit(parsed.tree, scope, {
    unknown(node, kind, unknown, known) {
      const place = placeOf(parsed.file, node, unknown);
      check.report(diagnose('TPL-UNKNOWN', { kind, name: unknown, ...(known ? { known } : {}) }, { place }));
    },
    enter(node, inner, optional) {
      const target = node['value'];
      const literal = node.typename === 'Literal' && typeof target === 'string';
      const place = placeOf(parsed.file, node, literal ? `"${target}"` : '');
      if (!literal) check.report(diagnose('TPL-DYNAMIC', {}, { place }));
      else if (path.includes(target))
        check.report(
          diagnose('TPL-CIRCLE', { names: [...path.slice(path.indexOf(target)), target] }, { place }),
        );
      else if (check.templates.source(target)) checkTemplate(check, target, inner, path);
      else if (!optional) check.report(diagnose('TPL-UNKNOWN', { kind: '模板', name: target }, { place }));
    },
  });
}

function parse(check: Check, name: string): { tree: TemplateNode; file: string } | undefined {
  const { file, text, fault } = check.templates.source(name)!;
  if (fault) {
    check.report(fault);
    return undefined;
  }
  const tree = parseTemplate(text);
  if ('typename' in tree) return { tree, file };
  const { what, line, column } = tree;
  const place = { file, line, column, endLine: line, endColumn: column + 1 };
  check.report(diagnose('TPL-SYNTAX', { what }, { place }));
  return undefined;
}

function placeOf(file: string, { lineno, colno }: TemplateNode, text: string): Place {
  const [line, column] = [lineno + 1, colno + 1];
  return { file, line, column, endLine: line, endColumn: column + text.length };
}
