import { apply, identity, type Matrix, times } from './matrix.ts';

/** A piece of text; `y` is its base line, counted upwards in points. */
export interface Item {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Size of the type. */
  size: number;
}

/** As pdf.js gives them. */
export interface Glyph {
  unicode: string;
  /** In units of the font. */
  width: number;
  isSpace?: boolean;
}

interface Font {
  size: number;
  scale: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal stretch; 1 is none. */
  stretch: number;
  leading: number;
  rise: number;
}

/** Where text goes: the text state of PDF, as far as it moves letters. */
export class TextState {
  readonly items: Item[] = [];
  readonly #fontScale: (font: string) => number;
  readonly #seen = new Map<string, Item[]>();
  #font: Font = { size: 0, scale: 0.001, charSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 };
  #stack: Font[] = [];
  #line: Matrix = identity;
  /** How far along its line the text has come. */
  #x = 0;

  constructor(fontScale: (font: string) => number) {
    this.#fontScale = fontScale;
  }

  save(): void {
    this.#stack.push(this.#font);
  }

  restore(): void {
    this.#font = this.#stack.pop() ?? this.#font;
  }

  set(name: string, args: readonly unknown[]): void {
    const [first, second] = args as readonly [number, number];
    const set = (change: Partial<Font>) => {
      this.#font = { ...this.#font, ...change };
    };
    switch (name) {
      case 'beginText':
        this.#move(identity);
        break;
      case 'setFont':
        set({ size: second, scale: this.#fontScale(String(first)) });
        break;
      case 'setCharSpacing':
        set({ charSpacing: first });
        break;
      case 'setWordSpacing':
        set({ wordSpacing: first });
        break;
      case 'setHScale':
        set({ stretch: first / 100 });
        break;
      case 'setLeading':
        set({ leading: -first });
        break;
      case 'setTextRise':
        set({ rise: first });
        break;
      case 'setLeadingMoveText':
        set({ leading: second });
        this.#move(times(this.#line, [1, 0, 0, 1, first, second]));
        break;
      case 'moveText':
        this.#move(times(this.#line, [1, 0, 0, 1, first, second]));
        break;
      case 'nextLine':
        this.#move(times(this.#line, [1, 0, 0, 1, 0, this.#font.leading]));
        break;
      case 'setTextMatrix':
        this.#move((args.length === 1 ? args[0] : args) as Matrix);
        break;
    }
  }

  show(glyphs: readonly (Glyph | number | null)[], page: Matrix): void {
    const { size, scale, charSpacing, wordSpacing, stretch, rise } = this.#font;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.#x -= (glyph * size * stretch) / 1000;
      else if (glyph) {
        const width = glyph.width * scale * size * stretch;
        this.#add(glyph.unicode, times(page, this.#line), width, rise);
        this.#x += width + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * stretch;
      }
    }
  }

  #move(to: Matrix): void {
    this.#line = to;
    this.#x = 0;
  }

  /** Text that lies askew is a watermark. A letter set twice in one place is only bold. */
  #add(text: string, matrix: Matrix, width: number, rise: number): void {
    if (text.trim() === '') return;
    const [x, y] = apply(matrix, this.#x, rise);
    const [end, slope] = apply(matrix, this.#x + width, rise);
    const size = Math.hypot(matrix[2], matrix[3]) * Math.abs(this.#font.size);
    if (Math.abs(slope - y) > size / 10 || end < x) return;
    const same = this.#seen.get(text) ?? [];
    if (same.some((item) => Math.abs(item.x - x) < size * 0.15 && Math.abs(item.y - y) < size * 0.15)) return;
    const item = { text, x, y, width: end - x, size };
    this.items.push(item);
    this.#seen.set(text, [...same, item]);
  }
}
