import type { getDocumentProxy } from 'unpdf';
import { type Matrix, times } from './matrix.ts';
import { boxRule, type Rule, strokeRules, subpaths } from './rules.ts';
import { type Glyph, type Item, TextState } from './text.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

export interface PageContent {
  items: Item[];
  rules: Rule[];
}

/**
 * What is drawn on a page, as it lies when it is read: letters one by one, and straight lines. The text that pdf.js
 * puts together itself runs over the borders of cells.
 */
export async function pageContent(page: Page, ops: Readonly<Record<string, number>>): Promise<PageContent> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const { transform, height } = page.getViewport({ scale: 1 });
  const names = new Map(Object.entries(ops).map(([name, code]) => [code, name]));
  const fontScale = (font: string) => {
    const known = page.commonObjs.has(font) ? (page.commonObjs.get(font) as { fontMatrix?: number[] }) : {};
    return known.fontMatrix?.[0] ?? 0.001;
  };
  const rules: Rule[] = [];
  const text = new TextState(fontScale);
  const stack: Matrix[] = [];
  let matrix = times([1, 0, 0, -1, 0, height], transform as unknown as Matrix);
  fnArray.forEach((code, i) => {
    const args = (argsArray[i] ?? []) as never[];
    const name = names.get(code) ?? '';
    switch (name) {
      case 'save':
        stack.push(matrix);
        text.save();
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
        matrix = stack.pop() ?? matrix;
        text.restore();
        break;
      case 'transform':
        matrix = times(matrix, args as unknown as Matrix);
        break;
      case 'paintFormXObjectBegin':
        stack.push(matrix);
        text.save();
        if (args[0]) matrix = times(matrix, args[0] as Matrix);
        break;
      case 'constructPath': {
        const [paint, [path]] = args as unknown as [number, [Float32Array | null]];
        if (!path) break;
        const drawn = names.get(paint) ?? '';
        if (/stroke/i.test(drawn)) rules.push(...strokeRules(subpaths(path, matrix)));
        else if (/^(eoF|f)ill$/.test(drawn)) rules.push(...subpaths(path, matrix).flatMap(boxRule));
        break;
      }
      case 'showText':
        text.show(args[0] as unknown as readonly (Glyph | number | null)[], matrix);
        break;
      default:
        text.set(name, args);
    }
  });
  return { items: text.items, rules };
}
