import { expect, test } from 'vitest';
import { escapeAttribute, escapeXml } from '../../src/diagnostics/xml.ts';

const chars = [
  ...Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code)),
  '😀',
  '𠀀',
  '\u{10ffff}',
];

test.each([
  ['text', escapeXml],
  ['attribute', escapeAttribute],
])('a text with nothing to escape is escaped like one with: %s', (_, escaped) => {
  expect(chars.filter((char) => escaped(char) !== escaped(`${char}&`).slice(0, -'&amp;'.length))).toEqual([]);
});

test('what XML cannot say is left out, what it takes for marks is written as references', () => {
  expect(escapeXml('甲\u0000\u0007\ud800<乙>&\r"')).toBe('甲&lt;乙&gt;&amp;&#13;"');
  expect(escapeAttribute('"甲"\n\t乙')).toBe('&quot;甲&quot;&#10;&#9;乙');
});
