import nunjucks from 'nunjucks';
import { nearest } from '../diagnostics/nearest.ts';
import { any, member, type Shape, word } from './shape.ts';
import type { TemplateNode } from './template-parse.ts';
import { filters } from './templates.ts';

/** What names mean at a place of a template. */
export type Scope = Map<string, Shape>;

export interface Walk {
  /** A name that means nothing; `known` is the one most like it. */
  unknown(node: TemplateNode, kind: string, name: string, known?: string): void;
  /** Another template that this one is made of. */
  enter(name: TemplateNode, scope: Scope, optional: boolean): void;
}

const builtIn = new nunjucks.Environment() as unknown as Record<'filters' | 'globals' | 'tests', object>;
const knownFilters = new Set([...Object.keys(filters), ...Object.keys(builtIn.filters)]);
const knownTests = new Set(Object.keys(builtIn.tests));

/** The names every template has, whatever its page. */
export const globals: readonly (readonly [string, Shape])[] = ['assets', ...Object.keys(builtIn.globals)].map(
  (name) => [name, any],
);

const loop: Shape = {
  kind: 'object',
  keys: new Map(
    ['index', 'index0', 'revindex', 'revindex0', 'first', 'last', 'length'].map((k) => [k, word]),
  ),
};

/** Walks a node, reports what is unknown in it, and says what it is as a value. */
export function visit(node: TemplateNode, scope: Scope, walk: Walk): Shape {
  const child = (field: string) => node[field] as TemplateNode;
  const children = (field: string) =>
    (node[field] as TemplateNode | undefined)?.['children'] as TemplateNode[];
  switch (node.typename) {
    case 'Literal':
      return word;
    case 'Symbol':
      return visitName(node, scope, walk);
    case 'LookupVal':
      return visitLookup(node, scope, walk);
    case 'Pair':
      return visit(child('value'), scope, walk);
    case 'FunCall':
      if (nameOf(child('name')) !== 'super') visit(child('name'), scope, walk);
      visitAll(node['args'], scope, walk);
      return any;
    case 'Filter':
      visitOneOf(child('name'), knownFilters, '过滤器', walk);
      visitAll(node['args'], scope, walk);
      return any;
    case 'Is':
      visit(child('left'), scope, walk);
      visitTest(child('right'), scope, walk);
      return word;
    case 'For':
    case 'AsyncEach':
    case 'AsyncAll':
      return visitLoop(node, scope, walk);
    case 'Set': {
      const value = node['value'] ? visit(child('value'), scope, walk) : any;
      for (const target of node['targets'] as TemplateNode[]) scope.set(nameOf(target), value);
      visitAll(node['body'], scope, walk);
      return any;
    }
    case 'Macro':
      scope.set(nameOf(child('name')), any);
      return visitMacro(node, scope, walk);
    case 'Caller':
      return visitMacro(node, scope, walk);
    case 'Import':
      scope.set(nameOf(child('target')), any);
      walk.enter(child('template'), node['withContext'] ? scope : new Map(globals), false);
      return any;
    case 'FromImport':
      for (const name of children('names'))
        scope.set(nameOf(name.typename === 'Pair' ? (name['value'] as TemplateNode) : name), any);
      walk.enter(child('template'), node['withContext'] ? scope : new Map(globals), false);
      return any;
    case 'Extends':
    case 'Include':
      walk.enter(child('template'), scope, node['ignoreMissing'] === true);
      return any;
    case 'Block':
      return visit(child('body'), scope, walk);
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

function visitName(node: TemplateNode, scope: Scope, walk: Walk): Shape {
  const shape = scope.get(nameOf(node));
  if (!shape) walk.unknown(node, '变量', nameOf(node), nearest(nameOf(node), scope.keys()));
  return shape ?? any;
}

function visitLookup(node: TemplateNode, scope: Scope, walk: Walk): Shape {
  const target = visit(node['target'] as TemplateNode, scope, walk);
  const key = node['val'] as TemplateNode;
  if (key.typename !== 'Literal') {
    visit(key, scope, walk);
    return any;
  }
  const shape = member(target, nameOf(key));
  if (!shape) {
    const known = target.kind === 'object' ? nearest(nameOf(key), target.keys.keys()) : undefined;
    walk.unknown(key, '变量', nameOf(key), known);
  }
  return shape ?? any;
}

function visitLoop(node: TemplateNode, scope: Scope, walk: Walk): Shape {
  const list = visit(node['arr'] as TemplateNode, scope, walk);
  const target = node['name'] as TemplateNode;
  const inner: Scope = new Map(scope).set('loop', loop);
  if (target.typename === 'Symbol') inner.set(nameOf(target), list.kind === 'list' ? list.item : any);
  else for (const name of target['children'] as TemplateNode[]) inner.set(nameOf(name), any);
  visit(node['body'] as TemplateNode, inner, walk);
  visitAll(node['else_'], scope, walk);
  return any;
}

function visitMacro(node: TemplateNode, scope: Scope, walk: Walk): Shape {
  const inner: Scope = new Map(scope).set('caller', any);
  for (const parameter of (node['args'] as TemplateNode)['children'] as TemplateNode[]) {
    if (parameter.typename === 'Symbol') inner.set(nameOf(parameter), any);
    for (const pair of (parameter['children'] as TemplateNode[] | undefined) ?? []) {
      visit(pair, scope, walk);
      inner.set(nameOf(pair['key'] as TemplateNode), any);
    }
  }
  visit(node['body'] as TemplateNode, inner, walk);
  return any;
}

function visitTest(node: TemplateNode, scope: Scope, walk: Walk): void {
  const call = node.typename === 'FunCall';
  if (node.typename === 'Symbol' || call)
    visitOneOf(call ? (node['name'] as TemplateNode) : node, knownTests, '判断', walk);
  if (call) visitAll(node['args'], scope, walk);
}

function visitOneOf(node: TemplateNode, known: ReadonlySet<string>, kind: string, walk: Walk): void {
  const name = nameOf(node);
  if (!known.has(name)) walk.unknown(node, kind, name, nearest(name, known));
}

function nameOf(node: TemplateNode): string {
  return String(node['value']);
}
