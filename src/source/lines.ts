/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  // An offset below 0 is taken for 0, where a line feed may stand.
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
