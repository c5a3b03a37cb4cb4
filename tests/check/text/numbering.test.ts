import { expect, test } from 'vitest';
import { findSectionFaults } from '../../../src/check/text/headings.ts';
import { formById } from '../../../src/forms/index.ts';

const form = formById(2021)!;

function faults(text: string): string[] {
  return findSectionFaults([{ section: 'overview', text }], form).map(({ start, end }) =>
    text.slice(start, end),
  );
}

test.each([
  '（一）甲。\n\n（二）乙。\n\n（三）丙。',
  '（一）甲。\n（二）乙。',
  '一、甲。\n\n二、乙。\n\n1.子。\n\n2.丑。\n\n三、丙。',
  '**（一）甲。**\n\n**（二）乙。**',
  '一是甲；二是乙；三是丙。\n\n一是丁；二是戊。',
  '（一）甲。\n\n（二）乙。\n\n（一）另起。\n\n（二）再续。',
])('in order: %j', (text) => {
  expect(faults(text)).toEqual([]);
});

test.each([
  ['（一）甲。\n\n（三）丙。', '（三）'],
  ['（一）甲。\n\n（二）乙。\n\n（二）丙。', '（二）'],
  ['1.甲。\n\n3.丙。', '3.'],
  ['一是甲；三是丙。', '三是'],
])('out of order: %j', (text, at) => {
  expect(faults(text)).toEqual([at]);
});
