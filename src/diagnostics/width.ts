/** Columns on a terminal: a Chinese character takes two. */
export function width(text: string): number {
  let columns = 0;
  for (const char of text) {
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’…—]/.test(
        char,
      )
        ? 2
        : 1;
  }
  return columns;
}
