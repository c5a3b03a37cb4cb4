import { makeRandom, type Random } from '../../bench/random.js';

/** What breaks readers of YAML: indicators, blanks of all kinds, ends of lines, and harmless characters among them. */
const nasty = [
  ...[
    ' ',
    '  ',
    '   ',
    '\n',
    '\n\n',
    '\n  ',
    '\n \n',
    '\t',
    '\r\n',
    '\r',
    ' #',
    '#',
    '# ',
    ': ',
    ':',
    ':\n',
    '-',
    '- ',
    '?',
  ],
  ...[
    '|',
    '|\n',
    '|-',
    '|+',
    '>',
    '|2',
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
    ',,',
    '"',
    "'",
    '""',
    '\\',
    '&a',
    '*a',
    '!',
    '!!str ',
  ],
  ...[
    '%',
    '@',
    '`',
    '~',
    'null',
    'true',
    '0',
    '00',
    '-0',
    '.5',
    '1e3',
    '１',
    '空',
    '键',
    'a',
    'a: b',
    'a:b',
    '...',
    '---',
  ],
  ...[
    '\n---\n',
    '\n...\n',
    '\n# c\n',
    '\n  # c\n',
    '\na: 1\n',
    '\n  a: |\n',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\u0085',
    '\ufeff',
  ],
  ...['\u200b', '\ud83d', '𠀀', '\u0000', '\u0002', '\u001f'],
];

/** One to three small changes of the kinds that hands and editors make. */
export function mutate(text: string, random: Random): string {
  let mutant = text;
  for (let changes = random.pick([1, 1, 1, 2, 3]); changes > 0; changes--) mutant = change(mutant, random);
  return mutant;
}

function change(text: string, random: Random): string {
  const at = place(text, random);
  const lines = text.split('\n');
  const line = random.int(0, lines.length - 1);
  switch (random.int(0, 10)) {
    case 0:
    case 1:
    case 2:
      return text.slice(0, at) + random.pick(nasty) + text.slice(at);
    case 3:
      return text.slice(0, at) + text.slice(at + random.int(1, 3));
    case 4:
      return text.slice(0, at) + random.pick(nasty) + text.slice(at + 1);
    case 5:
      return text.slice(0, at);
    case 6:
      return swap(lines, line, random.int(0, lines.length - 1)).join('\n');
    case 7:
      return lines.with(line, ' '.repeat(random.int(0, 5)) + lines[line]!.trimStart()).join('\n');
    case 8:
      return lines.toSpliced(random.int(0, lines.length), 0, lines[line]!).join('\n');
    case 9:
      return lines.toSpliced(line, random.int(1, 3)).join('\n');
    default:
      return lines
        .toSpliced(line, 0, ' '.repeat(random.int(0, 6)) + random.pick(['', '', '#', '# c', '#c', 'x']))
        .join('\n');
  }
}

/** Half of the places are at the edges of a line, where the layout is decided. */
function place(text: string, random: Random): number {
  const at = random.int(0, text.length);
  if (random.chance(0.5)) return at;
  const feed = text.indexOf('\n', at);
  return Math.max(0, Math.min(text.length, (feed < 0 ? text.length : feed) + random.int(-1, 4)));
}

function swap(lines: readonly string[], a: number, b: number): string[] {
  return lines.with(a, lines[b]!).with(b, lines[a]!);
}

export { makeRandom };
