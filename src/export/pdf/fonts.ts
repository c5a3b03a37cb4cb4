import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { facesOf } from './sfnt.ts';

const load = createRequire(import.meta.url);

/** What a PDF is set in: files, and for each part of the document the families to take, the first that is there. */
export interface Fonts {
  files: Uint8Array[];
  faces: Record<'title' | 'body' | 'heading' | 'subheading' | 'table', string[]>;
}

/** The free face that is installed with the program; SIL Open Font License. */
const free = 'Noto Serif SC';
const freeFiles = [
  '400Regular/NotoSerifSC_400Regular.ttf',
  '700Bold/NotoSerifSC_700Bold.ttf',
  '900Black/NotoSerifSC_900Black.ttf',
];

/** The faces of GB/T 9704 by the names they bear in Windows and in the fonts of offices. */
const official: Fonts['faces'] = {
  title: ['方正小标宋简体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05'],
  body: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong'],
  heading: ['SimHei', '黑体', 'STHeiti'],
  subheading: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', 'LXGW WenKai'],
  table: ['SimSun', '宋体', 'STSong'],
};

/** The installed face; undefined where it was left out of the installation. */
export function freeFonts(): Fonts | undefined {
  let files: Uint8Array[];
  try {
    files = freeFiles.map((file) => readFileSync(load.resolve(`@expo-google-fonts/noto-serif-sc/${file}`)));
  } catch {
    return undefined;
  }
  const only = [free];
  return { files, faces: { title: only, body: only, heading: only, subheading: only, table: only } };
}

/** The official faces as far as the files hold them, before the installed one; none where the files are no fonts. */
export function fontsFrom(files: readonly Uint8Array[]): Fonts | undefined {
  const installed = freeFonts();
  const families = files.flatMap((file) => facesOf(file)).flatMap((face) => face.families);
  if (families.length === 0) return undefined;
  // Others are not named: what a machine has installed would be taken for them.
  const last = installed ? [free] : [...new Set(families)];
  const faces = Object.fromEntries(
    Object.entries(official).map(([part, names]) => [
      part,
      [...names.filter((name) => families.includes(name)), ...last],
    ]),
  ) as Fonts['faces'];
  return { files: [...files, ...(installed?.files ?? [])], faces };
}
