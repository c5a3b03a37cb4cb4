import { describe, expect, it } from 'vitest';
import { checkTemplates } from '../../src/render/template-check.ts';
import type { Templates } from '../../src/render/template-folder.ts';
import { build, textFile } from '../helpers/built.ts';
import { ours, templateFaults, withTemplates } from '../helpers/templates.ts';

const main = (text: string) => `{% extends "layouts/base.njk" %}\n{% block main %}\n${text}{% endblock %}\n`;

describe('the check of templates finds', () => {
  const unknown = (name: string) => `模板里的变量“${name}”不存在。`;

  it.each([
    [
      'a variable',
      '{{ descripton }}',
      `TPL-UNKNOWN templates/pages/home.njk:3:4–14 ${unknown('descripton')}`,
    ],
    ['a key', 'a\n {{ chrome.titel }}', `TPL-UNKNOWN templates/pages/home.njk:4:12–17 ${unknown('titel')}`],
    [
      'a key in brackets',
      '{{ chrome["titel"] }}',
      `TPL-UNKNOWN templates/pages/home.njk:3:11–16 ${unknown('titel')}`,
    ],
    ['a key of a word', '{{ sentence.x }}', `TPL-UNKNOWN templates/pages/home.njk:3:13–14 ${unknown('x')}`],
    [
      'a key of a list',
      '{{ years.label }}',
      `TPL-UNKNOWN templates/pages/home.njk:3:10–15 ${unknown('label')}`,
    ],
    [
      'a key of an entry',
      '{{ years[0].lable }}',
      `TPL-UNKNOWN templates/pages/home.njk:3:13–18 ${unknown('lable')}`,
    ],
    [
      'a key in a loop',
      '{% for year in years %}{{ year.lable }}{% endfor %}',
      `TPL-UNKNOWN templates/pages/home.njk:3:32–37 ${unknown('lable')}`,
    ],
    [
      'a key in loops in each other',
      '{% for g in groups %}{% for o in g.organs %}{{ o.nam }}{% endfor %}{% endfor %}',
      `TPL-UNKNOWN templates/pages/home.njk:3:50–53 ${unknown('nam')}`,
    ],
    [
      'a variable of a loop outside of it',
      '{% for year in years %}{% endfor %}{{ year }}',
      `TPL-UNKNOWN templates/pages/home.njk:3:39–43 ${unknown('year')}`,
    ],
    [
      'in a condition',
      '{% if chrome.x %}{% endif %}',
      `TPL-UNKNOWN templates/pages/home.njk:3:14–15 ${unknown('x')}`,
    ],
    [
      'in an inline condition',
      '{{ "a" if nix else "b" }}',
      `TPL-UNKNOWN templates/pages/home.njk:3:11–14 ${unknown('nix')}`,
    ],
    [
      'in a filter',
      '{{ sentence | replace(x, "") }}',
      `TPL-UNKNOWN templates/pages/home.njk:3:23–24 ${unknown('x')}`,
    ],
    [
      'in a set',
      '{% set a = nix %}{{ a }}',
      `TPL-UNKNOWN templates/pages/home.njk:3:12–15 ${unknown('nix')}`,
    ],
    [
      'in a macro',
      '{% macro m(a) %}{{ a }}{{ b }}{% endmacro %}',
      `TPL-UNKNOWN templates/pages/home.njk:3:27–28 ${unknown('b')}`,
    ],
    ['in a call', '{{ range(nix) }}', `TPL-UNKNOWN templates/pages/home.njk:3:10–13 ${unknown('nix')}`],
    [
      'in a switch',
      '{% switch nix %}{% case 1 %}{% endswitch %}',
      `TPL-UNKNOWN templates/pages/home.njk:3:11–14 ${unknown('nix')}`,
    ],
    ['a function', '{{ nix() }}', `TPL-UNKNOWN templates/pages/home.njk:3:4–7 ${unknown('nix')}`],
    [
      'a filter',
      '{{ description | markdwon }}',
      'TPL-UNKNOWN templates/pages/home.njk:3:18–26 模板里的过滤器“markdwon”不存在。',
    ],
    [
      'a test',
      '{{ description is defind }}',
      'TPL-UNKNOWN templates/pages/home.njk:3:19–25 模板里的判断“defind”不存在。',
    ],
    [
      'a template',
      '{% include "parts/no.njk" %}',
      'TPL-UNKNOWN templates/pages/home.njk:3:12–26 模板里的模板“parts/no.njk”不存在。',
    ],
    [
      'a template by a name made up',
      '{% include sentence %}',
      'TPL-DYNAMIC templates/pages/home.njk:3:12–12 这里要直接写出模板的名字。',
    ],
  ])('what is not there: %s', (_, text, fault) => {
    expect(templateFaults({ 'pages/home.njk': main(text) })).toEqual([fault]);
  });

  it('what a page does not have in a part or layout that others use too', () => {
    expect(templateFaults({ 'parts/footer.njk': '{{ chrome.root }}\n{{ description }}' })).toEqual([
      `TPL-UNKNOWN templates/parts/footer.njk:2:4–15 ${unknown('description')}`,
    ]);
    const base = ours.source('layouts/base.njk')!.text;
    const line = base.split('\n').findIndex((text) => text.includes('<title>')) + 1;
    expect(templateFaults({ 'layouts/base.njk': base.replace('chrome.title', 'chrome.titles') })).toEqual([
      `TPL-UNKNOWN templates/layouts/base.njk:${line}:18–24 ${unknown('titles')}`,
    ]);
  });

  it('a part that a loop includes with its variable', () => {
    const text = main('{% for year in years %}{% include "parts/year.njk" %}{% endfor %}');
    expect(templateFaults({ 'pages/home.njk': text, 'parts/year.njk': '{{ year.href }}' })).toEqual([]);
    expect(templateFaults({ 'pages/home.njk': text, 'parts/year.njk': '{{ year.hrf }}' })).toEqual([
      `TPL-UNKNOWN templates/parts/year.njk:1:9–12 ${unknown('hrf')}`,
    ]);
  });

  it('templates that include or extend each other in a circle', () => {
    expect(
      templateFaults({
        'pages/home.njk': main('{% include "parts/a.njk" %}'),
        'parts/a.njk': '{% include "parts/b.njk" %}',
        'parts/b.njk': 'x{% include "parts/a.njk" %}',
      }),
    ).toEqual([
      'TPL-CIRCLE templates/parts/b.njk:1:13–26 模板互相包含，绕成了圈：parts/a.njk → parts/b.njk → parts/a.njk。',
    ]);
    expect(templateFaults({ 'pages/home.njk': '{% extends "pages/home.njk" %}' })).toEqual([
      'TPL-CIRCLE templates/pages/home.njk:1:12–28 模板互相包含，绕成了圈：pages/home.njk → pages/home.njk。',
    ]);
  });

  it.each([
    ['{% if description %}', '2:15–16 模板读不懂：到文件末尾还没有收尾。'],
    ['{% for a in years %}{{ a }}\n', '3:15–16 模板读不懂：到文件末尾还没有收尾。'],
    ['{{ description ', '2:1–2 模板读不懂：双大括号没有收尾，或者里面多写了东西。'],
    ['{{ a b }}', '1:6–7 模板读不懂：双大括号没有收尾，或者里面多写了东西。'],
    ['{% fi %}', '1:4–5 模板读不懂：没有“fi”这种标记，或者它在这里是多余的。'],
    ['x{% endif %}', '1:5–6 模板读不懂：没有“endif”这种标记，或者它在这里是多余的。'],
    ['{% if %}{% endif %}', '1:7–8 模板读不懂：这里不该有“%}”。'],
  ])('faults of syntax, also in templates no page uses: %s', (text, fault) => {
    for (const name of ['parts/unused.njk', 'parts/footer.njk']) {
      const [found, ...more] = templateFaults({ [name]: `${text}\nlast line here` });
      expect(more).toEqual([]);
      expect(found).toBe(`TPL-SYNTAX templates/${name}:${fault}`);
    }
  });

  it('a page kind without its template', () => {
    const gone = 'pages/year.njk';
    const without: Templates = {
      ...ours,
      source: (name) => (name === gone ? undefined : ours.source(name)),
      names: () => ours.names().filter((name) => name !== gone),
    };
    expect(checkTemplates(without)).toMatchObject([
      { code: 'FILE-MISSING', place: { file: 'templates/pages/year.njk', line: 1, column: 1 } },
    ]);
  });

  it('every fault in one run, and what was most likely meant', () => {
    const found = checkTemplates(
      withTemplates({
        'pages/home.njk': main('{{ sentense }}{{ nixda }}{{ sentence | uper }}'),
        'x.njk': '{% y %}',
      }),
    );
    expect(found.map(({ code, hint }) => `${code} ${hint}`)).toEqual([
      'TPL-UNKNOWN 是不是要写 sentence？',
      'TPL-UNKNOWN undefined',
      'TPL-UNKNOWN 是不是要写 upper？',
      'TPL-SYNTAX undefined',
    ]);
  });
});

describe('the check of templates lets pass', () => {
  it.each([
    '{{ super() }}',
    '{% macro m(a, b=1) %}{{ a }}{{ b }}{% endmacro %}{{ m(sentence, b=years.length) }}',
    '{% macro m() %}<b>{{ caller() }}</b>{% endmacro %}{% call m() %}{{ sentence }}{% endcall %}',
    '{% import "parts/macros.njk" as forms %}{{ forms.field("a") }}',
    '{% from "parts/macros.njk" import field as f, field %}{{ f("a") }}{{ field("b") }}',
    '{% if description is defined and years.length is divisibleby(1) %}{{ description }}{% endif %}',
    '{{ description | default("无", boolean=true) }}',
    '{% set first = years[0] %}{{ first.label }}',
    '{% set text %}{{ sentence }}{% endset %}{{ text }}',
    '{% for year in years %}{{ loop.index }}{{ loop.last }}{% else %}{{ sentence }}{% endfor %}',
    '{% for name, path in assets %}{{ name }}{{ path }}{% endfor %}',
    '{% include "parts/not-there.njk" ignore missing %}',
    '{{ { a: 1, "b": sentence }["b"] }}{{ [1, sentence][1] }}',
    '{# {{ nix }} #}{% raw %}{{ nix }}{% endraw %}',
    '{% filter upper %}{{ sentence }}{% endfilter %}',
    '{{ sentence ~ "x" if not description else years | length }}',
    '{% switch sentence %}{% case "a" %}b{% default %}c{% endswitch %}',
  ])('%s', (text) => {
    const changed = {
      'pages/home.njk': main(text),
      'parts/macros.njk': '{% macro field(name) %}<i>{{ name }}</i>{% endmacro %}',
    };
    expect(templateFaults(changed)).toEqual([]);
    expect(textFile(build(undefined, withTemplates(changed)), 'index.html')).toContain('</html>');
  });
});
