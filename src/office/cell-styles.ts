import { declaration } from './xml.ts';

export const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

const fonts = [
  '<sz val="11"/><name val="宋体"/><charset val="134"/>',
  '<b/><sz val="18"/><name val="宋体"/><charset val="134"/>',
  '<b/><sz val="14"/><name val="黑体"/><charset val="134"/>',
];
const sides = ['left', 'right', 'top', 'bottom'].map(
  (side) => `<${side} style="thin"><color auto="1"/></${side}>`,
);

/** A number format of our own has a number from here on. */
const dateFormat = 164;

/** In the order of `cellXfs`; a cell names its style by its place here. */
const formats = {
  normal: { font: 0, border: 0, horizontal: 'general', wrap: true, number: 0 },
  title: { font: 1, border: 0, horizontal: 'center', wrap: true, number: 0 },
  heading: { font: 2, border: 0, horizontal: 'left', wrap: true, number: 0 },
  text: { font: 0, border: 0, horizontal: 'left', wrap: true, number: 0 },
  label: { font: 0, border: 1, horizontal: 'left', wrap: true, number: 0 },
  cell: { font: 0, border: 1, horizontal: 'center', wrap: true, number: 0 },
  /** In a list: a row is a line high. */
  line: { font: 0, border: 0, horizontal: 'left', wrap: false, number: 0 },
  date: { font: 0, border: 0, horizontal: 'left', wrap: false, number: dateFormat },
} as const;
export type CellStyle = keyof typeof formats;

const places = Object.fromEntries(Object.keys(formats).map((name, i) => [name, i]));

export function styleIndex(style: CellStyle): number {
  return places[style]!;
}

export function styleSheet(): string {
  const xfs = Object.values(formats).map(
    ({ font, border, horizontal, wrap, number }) =>
      `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="${border}" xfId="0"${number ? ' applyNumberFormat="1"' : ''} applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center"${wrap ? ' wrapText="1"' : ''}/></xf>`,
  );
  return `${declaration}<styleSheet ${spreadsheet}><numFmts count="1"><numFmt numFmtId="${dateFormat}" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="${fonts.length}">${fonts.map((font) => `<font>${font}</font>`).join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${sides.join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
