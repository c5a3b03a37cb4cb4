import { describe, expect, test } from 'vitest';
import { decode } from '../../src/source/decode.ts';
import { check } from '../helpers/memory.ts';

function hex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g)!, (byte) => Number.parseInt(byte, 16));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), order === 'little');
  return bytes;
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

const organ = 'name: 清河镇\nfullName: 示例县清河镇人民政府\nlevel: township\n';
/** The same organ in GBK. */
const organGbk = hex(
  '6e616d653a20c7e5bad3d5f20a66756c6c4e616d653a20cabec0fdcfd8c7e5bad3d5f2c8cbc3f1d5feb8ae0a6c6576656c3a20746f776e736869700a',
);
/** name: 㐀村镇 / fullName: 某县𠮷田镇人民政府, two characters of which GB18030 writes in four bytes. */
const organGb18030 = hex(
  '6e616d653a208139ee39b4e5d5f20a66756c6c4e616d653a20c4b3cfd89534b235ccefd5f2c8cbc3f1d5feb8ae0a6c6576656c3a20746f776e736869700a',
);
/** 模范镇, whose first two bytes happen to be a letter of UTF-8. */
const misleadingGbk = new Uint8Array([
  ...utf8('name: '),
  ...hex('c4a3b7b6d5f2'),
  ...utf8('\nlevel: township\n'),
]);

test('UTF-8 is read, with a byte order mark and without', () => {
  expect(decode(utf8(organ))).toEqual({ text: organ });
  expect(decode(utf8(`\ufeff${organ}`))).toEqual({ text: organ });
  expect(decode(new Uint8Array())).toEqual({ text: '' });
  expect(decode(utf8('name: 𠮷田镇\n'))).toEqual({ text: 'name: 𠮷田镇\n' });
});

describe.each<[string, Uint8Array, string, { line: number; column: number }]>([
  ['GBK', organGbk, 'GBK（GB18030）', { line: 1, column: 7 }],
  ['GB18030 with characters of four bytes', organGb18030, 'GBK（GB18030）', { line: 1, column: 7 }],
  ['GBK that begins like UTF-8', misleadingGbk, 'GBK（GB18030）', { line: 1, column: 7 }],
  [
    'GBK after lines of ASCII',
    new Uint8Array([...utf8('level: township\ncode: 320000\n'), ...organGbk]),
    'GBK（GB18030）',
    { line: 3, column: 7 },
  ],
  [
    'UTF-16, little end first',
    utf16(`\ufeff${organ}`, 'little'),
    'UTF-16（Unicode）',
    { line: 1, column: 1 },
  ],
  ['UTF-16, big end first', utf16(`\ufeff${organ}`, 'big'), 'UTF-16（Unicode）', { line: 1, column: 1 }],
  ['UTF-16 without a mark', utf16(organ, 'little'), 'UTF-16（Unicode）', { line: 1, column: 1 }],
  ['UTF-16 without a mark, big end first', utf16(organ, 'big'), 'UTF-16（Unicode）', { line: 1, column: 1 }],
  ['Latin-1', latin1('level: township\nname: Société\n'), 'Latin-1（ISO 8859-1）', { line: 2, column: 11 }],
  [
    'Latin-1 with letters behind its accents',
    latin1('name: résumé détaillé\n'),
    'Latin-1（ISO 8859-1）',
    { line: 1, column: 8 },
  ],
  ['Latin-1 with a lone sign', latin1('name: 20° west\n'), 'Latin-1（ISO 8859-1）', { line: 1, column: 9 }],
  ['another code page', latin1('name: caf\u0085 \u0090\n'), '别的编码', { line: 1, column: 10 }],
  [
    'UTF-8 that lost a byte',
    utf8(organ).filter((_, i) => i !== utf8('name: 清河镇\nfullName: 示例').length - 1),
    '这个文件损坏了',
    { line: 2, column: 12 },
  ],
  [
    'UTF-8 cut off in a character',
    utf8('name: 清河镇政府').slice(0, -1),
    '这个文件损坏了',
    { line: 1, column: 11 },
  ],
  [
    'UTF-8 with a lost byte after a replacement character that was written',
    new Uint8Array([...utf8('name: \ufffd清河镇清河镇\nx: '), 0xe6, 0xb8, ...utf8('\n')]),
    '这个文件损坏了',
    { line: 2, column: 4 },
  ],
])('%s', (_, bytes, encoding, at) => {
  test('is named, with its place', () => {
    const { diagnostics } = check({ 'data/organs/zhen/organ.yaml': bytes });
    expect(diagnostics).toMatchObject([
      {
        code: 'SRC-ENCODING',
        place: { file: 'data/organs/zhen/organ.yaml', ...at },
      },
    ]);
    expect(diagnostics[0]!.message).toContain(encoding);
  });
});
