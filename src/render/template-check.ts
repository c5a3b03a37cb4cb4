import nunjucks from 'nunjucks';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { pageKinds } from '../pages/index.ts';
import { member, type Shape, shapeOf } from './shape.ts';
import type { Templates } from './template-folder.ts';
import { filters } from './templates.ts';

/** A node of nunjucks' syntax tree; positions count from 0. */
interface TemplateNode {
  typename: string;
  lineno: number;
  colno: number;
  fields: string[];
  [field: string]: unknown;
}

type Scope = ReadonlyMap<string, Shape>;

interface Walk {
  templates: Templates;
  file: string;
  report(node: { lineno: number; colno: number }, kind: string, name: string, known?: string): void;
  enter(node: TemplateNode, scope: Scope, kind: string): void;
}

const any: Shape = { kind: 'any' };
const word: Shape = { kind: 'word' };
const builtIn = new nunjucks.Environment() as unknown as { filters: object; globals: object };
const knownFilters = new Set([...Object.keys(filters), ...Object.keys(builtIn.filters)]);
const globals: [string, Shape][] = [
  ['assets', { kind: 'any' }],
  ...Object.keys(builtIn.globals).map((name): [string, Shape] => [name, any]),
];
const loop: Shape = {
  kind: 'object',
  keys: new Map(
    ['index', 'index0', 'revindex', 'revindex0', 'first', 'last', 'length'].map((k) => [k, word]),
  ),
};

/**
 * Finds, without rendering, variables that a page's view does not have, and filters and templates that
 * do not exist, in every template that a page reaches; in the others, faults of syntax.
 */
export function checkTemplates(templates: Templates): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const reached = new Set<string>();
  const report = (diagnostic: Diagnostic) => {
    const { place } = diagnostic;
    found.set(`${place?.file}:${place?.line}:${place?.column}:${diagnostic.message}`, diagnostic);
  };
  for (const kind of pageKinds) {
    const shape = shapeOf(kind.schema);
    const view = shape.kind === 'object' ? shape.keys : new Map<string, Shape>();
    checkTemplate(templates, `pages/${kind.name}.njk`, new Map([...globals, ...view]), report, reached);
  }
  for (const name of templates.names()) {
    if (!reached.has(name)) parse(templates, name, report);
  }
  return [...found.values()];
}

function checkTemplate(
  templates: Templates,
  name: string,
  scope: Scope,
  report: (diagnostic: Diagnostic) => void,
  reached: Set<string>,
  above: readonly string[] = [],
): void {
  reached.add(name);
  const parsed = parse(templates, name, report);
  if (!parsed) return;
  const { tree, file } = parsed;
  visit(tree, scope, {
    templates,
    file,
    report: (node, kind, unknown, known) => {
      const place = placeAt(file, node.lineno + 1, node.colno + 1, unknown.length);
      report(diagnose('TPL-UNKNOWN', { kind, name: unknown, ...(known ? { known } : {}) }, { place }));
    },
    enter(node, inner, kind) {
      const target = node['value'];
      if (node.typename !== 'Literal' || typeof target !== 'string') {
        this.report(node, kind, '（名字要直接写出来）');
      } else if (above.includes(target) || target === name) {
        this.report(node, `${kind}绕成了圈`, target);
      } else if (templates.source(target)) {
        checkTemplate(templates, target, inner, report, reached, [...above, name]);
      } else {
        this.report(node, kind, target);
      }
    },
  });
}

function parse(
  templates: Templates,
  name: string,
  report: (diagnostic: Diagnostic) => void,
): { tree: TemplateNode; file: string } | undefined {
  const source = templates.source(name);
  if (!source) {
    report(
      diagnose(
        'FILE-MISSING',
        { file: `templates/${name}`, why: '有一种页面要用它' },
        { place: placeAt(`templates/${name}`, 1, 1, 0) },
      ),
    );
    return undefined;
  }
  const { parser } = nunjucks as unknown as {
    parser: { parse(text: string, e: [], o: object): TemplateNode };
  };
  try {
    return {
      tree: parser.parse(source.text, [], { trimBlocks: true, lstripBlocks: true }),
      file: source.file,
    };
  } catch (error) {
    const { message, lineno, colno } = error as { message: string; lineno?: number; colno?: number };
    const what = message.split('\n').at(-1)!.trim();
    report(diagnose('TPL-SYNTAX', { what }, { place: placeAt(source.file, lineno ?? 1, colno ?? 1, 1) }));
    return undefined;
  }
}

/** Walks a node, reports what is unknown in it, and says what it is as a value. */
function visit(node: TemplateNode, scope: Scope, walk: Walk): Shape {
  const child = (field: string) => node[field] as TemplateNode;
  switch (node.typename) {
    case 'Symbol': {
      const name = String(node['value']);
      const shape = scope.get(name);
      if (!shape) walk.report(node, '变量', name, nearest(name, scope.keys()));
      return shape ?? any;
    }
    case 'LookupVal': {
      const target = visit(child('target'), scope, walk);
      const key = child('val');
      if (key.typename !== 'Literal') return visit(key, scope, walk) && any;
      const shape = member(target, String(key['value']));
      const known = target.kind === 'object' ? nearest(String(key['value']), target.keys.keys()) : undefined;
      if (!shape) walk.report(key, '变量', String(key['value']), known);
      return shape ?? any;
    }
    case 'Filter': {
      const name = child('name');
      const filter = String(name['value']);
      if (!knownFilters.has(filter)) walk.report(name, '过滤器', filter, nearest(filter, knownFilters));
      visit(child('args'), scope, walk);
      return any;
    }
    case 'For': {
      const list = visit(child('arr'), scope, walk);
      const item = list.kind === 'list' ? list.item : any;
      const target = child('name');
      const names = target.typename === 'Symbol' ? [target] : (target['children'] as TemplateNode[]);
      const inner = new Map(scope).set('loop', loop);
      for (const name of names) inner.set(String(name['value']), names.length === 1 ? item : any);
      visit(child('body'), inner, walk);
      if (node['else_']) visit(child('else_'), scope, walk);
      return any;
    }
    case 'Set': {
      const value = node['value'] ? visit(child('value'), scope, walk) : any;
      for (const target of node['targets'] as TemplateNode[])
        (scope as Map<string, Shape>).set(String(target['value']), value);
      if (node['body']) visit(child('body'), scope, walk);
      return any;
    }
    case 'Extends':
      walk.enter(child('template'), scope, '模板');
      return any;
    case 'Include':
      walk.enter(child('template'), scope, '模板');
      return any;
    case 'Block':
      visit(child('body'), scope, walk);
      return any;
    case 'Literal':
      return word;
    default:
      for (const field of node.fields) visitAll(node[field], scope, walk);
      return any;
  }
}

function visitAll(value: unknown, scope: Scope, walk: Walk): void {
  if (Array.isArray(value)) for (const entry of value) visitAll(entry, scope, walk);
  else if (value && typeof value === 'object' && 'typename' in value)
    visit(value as TemplateNode, scope, walk);
}

function placeAt(file: string, line: number, column: number, length: number) {
  return { file, line, column, endLine: line, endColumn: column + length };
}
