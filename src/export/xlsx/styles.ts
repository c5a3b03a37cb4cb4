import { declaration } from '../xml.ts';

export const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

const fonts = [
  '<sz val="11"/><name val="宋体"/><charset val="134"/>',
  '<b/><sz val="18"/><name val="宋体"/><charset val="134"/>',
  '<b/><sz val="14"/><name val="黑体"/><charset val="134"/>',
];
const sides = ['left', 'right', 'top', 'bottom'].map(
  (side) => `<${side} style="thin"><color auto="1"/></${side}>`,
);

/** In the order of `cellXfs`; a cell names its style by its place here. */
const formats = {
  normal: { font: 0, border: 0, horizontal: 'general' },
  title: { font: 1, border: 0, horizontal: 'center' },
  heading: { font: 2, border: 0, horizontal: 'left' },
  text: { font: 0, border: 0, horizontal: 'left' },
  label: { font: 0, border: 1, horizontal: 'left' },
  cell: { font: 0, border: 1, horizontal: 'center' },
} as const;
export type CellStyle = keyof typeof formats;

export function styleIndex(style: CellStyle): number {
  return Object.keys(formats).indexOf(style);
}

export function styleSheet(): string {
  const xfs = Object.values(formats).map(
    ({ font, border, horizontal }) =>
      `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`,
  );
  return `${declaration}<styleSheet ${spreadsheet}><fonts count="${fonts.length}">${fonts.map((font) => `<font>${font}</font>`).join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${sides.join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
