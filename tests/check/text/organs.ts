import type { NamedOrgan } from '../../../src/check/text/types.ts';

export const county: NamedOrgan = {
  slug: 'shili',
  name: '示例县',
  fullName: '示例县人民政府',
  level: 'county',
  aliases: ['示例县政府'],
};

function below(slug: string, name: string, level: NamedOrgan['level'], aliases: string[]): NamedOrgan {
  const fullName = level === 'township' ? `示例县${name}人民政府` : `示例县${name}`;
  return { slug, name, fullName, level, parent: 'shili', aliases };
}

export const chengguan = below('chengguan', '城关镇', 'township', ['城关镇政府', '城关镇人民政府']);
export const qinghe = below('qinghe', '清河镇', 'township', ['清河镇政府']);

/** A county with a name inside another (清河镇, 大清河镇), a short name (白云) and a department. */
export const organs: readonly NamedOrgan[] = [
  county,
  chengguan,
  qinghe,
  below('daqinghe', '大清河镇', 'township', []),
  below('baishu', '柏树乡', 'township', ['柏树乡政府']),
  below('dongjie', '东街街道', 'subdistrict', ['东街街道办事处']),
  below('zirun', '自然资源局', 'department', ['县自然资源局']),
  below('baiyun', '白云', 'township', ['白云民族乡']),
];

export const [dongjie, zirun] = organs.filter(({ slug }) => slug === 'dongjie' || slug === 'zirun') as [
  NamedOrgan,
  NamedOrgan,
];
