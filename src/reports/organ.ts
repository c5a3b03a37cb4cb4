import { z } from 'zod';

const line = z.string().trim().min(1);

/** Levels of organs with their official names; the law treats them differently (条例 art. 49, 50). */
export const levels = {
  township: '乡镇',
  subdistrict: '街道',
  department: '部门',
  county: '县级政府',
  prefecture: '市级政府',
  province: '省级政府',
} as const;
export type Level = keyof typeof levels;

const year = z.int().min(1949).max(2100);

/** `data/organs/<slug>/organ.yaml`: an organ that publishes reports. */
export const organSchema = z
  .strictObject({
    name: line.meta({ title: '简称', description: '例如 城关镇。' }),
    fullName: line.meta({ title: '全称', description: '印在报告标题里的正式名称。' }),
    level: z.enum(Object.keys(levels) as [Level, ...Level[]]).meta({
      title: '层级',
      description: Object.entries(levels)
        .map(([key, name]) => `${key}（${name}）`)
        .join('、'),
    }),
    parent: line.optional().meta({ title: '上级机关', description: '上级机关的文件夹名。' }),
    code: z
      .union([z.string(), z.int()])
      .transform(String)
      .pipe(z.string().regex(/^(\d{6}|\d{9}|\d{12})$/))
      .optional()
      .meta({ title: '区划代码', description: '六位、九位或十二位数字' }),
    aliases: z.array(line).optional().meta({ title: '别名', description: '报告里出现过的其他叫法。' }),
    predecessors: z.array(line).optional().meta({ title: '前身', description: '撤并之前的机关的文件夹名。' }),
    years: z
      .strictObject({
        from: year.optional().meta({ title: '设立年份', description: '四位年份' }),
        to: year.optional().meta({ title: '撤销年份', description: '四位年份' }),
      })
      .refine(({ from, to }) => from === undefined || to === undefined || from <= to)
      .optional()
      .meta({ title: '存在年份', description: '设立年份不晚于撤销年份' }),
    reports: z.enum(['own', 'all']).optional().meta({
      title: '报告范围',
      description: 'own（只报本机关）或 all（包括所属各机关，与各下级之和核对）',
    }),
    makesDocuments: z.boolean().optional().meta({
      title: '能否制发行政规范性文件',
      description: 'true（列入制定主体清单）或 false；街道和部门写，其他不必写',
    }),
    example: z.boolean().optional().meta({ title: '示例', description: '虚构的机关写 true，每页都会注明' }),
  })
  .meta({ title: '机关' });

export type Organ = z.output<typeof organSchema> & { slug: string };

export function organFile(slug: string): string {
  return `data/organs/${slug}/organ.yaml`;
}

/** Every name the organ goes by: 简称, 全称, 别名. */
export function namesOf({
  name,
  fullName,
  aliases = [],
}: Pick<Organ, 'name' | 'fullName' | 'aliases'>): string[] {
  return [name, fullName, ...aliases];
}

/** Whether there was such an organ in a year: 撤并 makes and ends them. */
export function existed({ years: { from, to } = {} }: Pick<Organ, 'years'>, year: number): boolean {
  return year >= (from ?? year) && year <= (to ?? year);
}
