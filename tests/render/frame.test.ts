import { expect, test } from 'vitest';
import { Frame } from '../../src/render/frame.ts';
import { makeRenderer } from '../../src/render/templates.ts';

/** A page of the given templates; the first is the page. */
function render(templates: Record<string, string>, view: object): string {
  const source = (name: string) => {
    const text = templates[name];
    return text === undefined ? undefined : { text, file: name };
  };
  return makeRenderer(source, { assets: {} })(Object.keys(templates)[0]!, view);
}

test('loops in loops count for themselves', () => {
  const page =
    '{% for row in rows %}{{ loop.index }}{% for cell in row %}[{{ loop.index0 }}{{ loop.last }}{{ cell }}]{% endfor %}{{ loop.revindex }}/{{ loop.length }};{% endfor %}';
  expect(render({ page }, { rows: [['a', 'b'], ['c']] })).toBe('1[0falsea][1trueb]2/2;2[0truec]1/2;');
});

test('a value that is set in a loop is set outside where it was before', () => {
  const page = '{% set last = 0 %}{% for n in numbers %}{% set last = n %}{% endfor %}{{ last }}';
  expect(render({ page }, { numbers: [1, 2, 3] })).toBe('3');
});

test('an included template and a block see what is around them, and leave it as it is', () => {
  const page =
    '{% extends "base" %}{% block main %}{% set x = 2 %}{{ x }}{% include "part" %}{{ x }}{% endblock %}';
  const base = '{% set x = 1 %}{% block main %}{% endblock %}{{ x }}';
  expect(render({ page, base, part: '({{ x }}{% set x = 3 %}{{ x }})' }, {})).toBe('2(23)21');
});

test('a macro of a template has its own variables', () => {
  const page =
    '{% macro cell(text) %}<b>{{ text }}</b>{% endmacro %}{% for n in numbers %}{{ cell(n) }}{% endfor %}';
  expect(render({ page }, { numbers: [1, 2] })).toBe('<b>1</b><b>2</b>');
});

test('a frame answers what is set in it and above it', () => {
  const above = new Frame();
  above.set('a', 1);
  const frame = above.push(true);
  expect([frame.get('a'), frame.lookup('a'), frame.lookup('b'), frame.resolve('a')]).toEqual([
    null,
    1,
    undefined,
    above,
  ]);
  expect(frame.resolve('a', true)).toBeUndefined();
  expect(frame.pop()).toBe(above);
});
