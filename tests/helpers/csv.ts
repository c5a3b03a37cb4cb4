/** RFC 4180 as it is written: every line ends with CR LF, no bare quotation mark. */
export function parseCsv(text: string): string[][] {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  const rows: string[][] = [[]];
  let read = 0;
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    const [all, quoted, plain, end] = match;
    if (match.index !== read) throw new Error(`not CSV at ${read}: ${text.slice(read, read + 40)}`);
    read += all.length;
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  if (read !== text.length) throw new Error(`not CSV at ${read}`);
  rows.pop();
  return rows;
}
