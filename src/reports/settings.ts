import { z } from 'zod';
import { severities } from '../diagnostics/diagnostic.ts';
import { type Level, levels } from './organ.ts';

/**
 * `settings:` of `data/site.yaml`. Departments publish by 31 January, county governments and those above by
 * 31 March (条例 art. 49); townships and subdistricts are named in neither sentence, so local notices decide.
 */
const deadlineDefaults: Record<Level, string> = {
  township: '01-31',
  subdistrict: '01-31',
  department: '01-31',
  county: '03-31',
  prefecture: '03-31',
  province: '03-31',
};

/** 万元. Real fees of a year: a township below 100, a city of five million people 59237 and 96171. */
const feeDefaults: Record<Level, number> = {
  township: 1000,
  subdistrict: 1000,
  department: 100_000,
  county: 100_000,
  prefecture: 1_000_000,
  province: 1_000_000,
};

const monthDay = z
  .string()
  .regex(/^((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))$/);

function byLevel<T>(defaults: Record<Level, T>, of: (level: Level, value: T) => z.ZodType<T>) {
  const shape = Object.fromEntries(
    (Object.keys(levels) as Level[]).map((level) => [level, of(level, defaults[level])]),
  );
  return z.strictObject(shape as Record<Level, z.ZodType<T>>).prefault({} as Record<Level, T>);
}

const factor = z.number().min(1);
const count = z.int().min(0);
const percent = z.number().min(1).max(100);

export const settingsSchema = z
  .strictObject({
    deadlines: byLevel(deadlineDefaults, (level, date) =>
      monthDay
        .default(date)
        .meta({ title: `${levels[level]}的公布期限`, description: `下一年的两位月-两位日，默认 ${date}` }),
    ).meta({ title: '公布期限', description: '各层级在下一年的哪一天以前公布' }),
    limits: z
      .strictObject({
        jumpFactor: factor
          .default(3)
          .meta({ title: '新收件数的倍数', description: '与上一年相差到几倍就提示（T3-JUMP），默认 3' }),
        jumpDifference: count
          .default(20)
          .meta({ title: '新收件数的差', description: '相差不到这个数的不提示（T3-JUMP），默认 20' }),
        allRefused: count.default(5).meta({
          title: '全部未提供的件数',
          description: '办结不到这个数的，全部未提供也不提示（T3-ZERO-HIGH），默认 5',
        }),
        overviewLength: z
          .strictObject({
            least: count.default(100).meta({ title: '最少字数', description: '默认 100' }),
            most: count.default(1000).meta({ title: '最多字数', description: '默认 1000' }),
          })
          .refine(({ least, most }) => least <= most)
          .prefault({})
          .meta({ title: '总体情况的字数', description: '最少不多于最多；不在两者之间就提示（QA-LENGTH）' }),
        sameAsLastYear: percent.default(50).meta({
          title: '与上一年相同的文字',
          description: '占到百分之几就提示（QA-SIMILAR-SELF），默认 50',
        }),
        sameAsOthers: percent.default(40).meta({
          title: '与其他机关相同的文字',
          description: '占到百分之几就提示（QA-SIMILAR-PEER），默认 40',
        }),
        sameAsMost: percent.default(60).meta({
          title: '全站通用的文字',
          description: '占到百分之几就作说明（QA-SIMILAR-PEER），默认 60',
        }),
        fees: byLevel(feeDefaults, (level, limit) =>
          z
            .number()
            .min(0)
            .default(limit)
            .meta({ title: `${levels[level]}的金额上限`, description: `单位万元，默认 ${limit}` }),
        ).meta({ title: '金额上限', description: '超过就问是否把元写成了万元（T2-FEE-UNIT）' }),
      })
      .prefault({})
      .meta({ title: '界限' }),
    severities: z
      .record(
        z.string(),
        z
          .enum([...severities, 'off'])
          .meta({ title: '规则的轻重', description: 'error、warning、info、off' }),
      )
      .default({})
      .meta({
        title: '规则的轻重',
        description: '规则编号: error、warning、info 或 off；本来是错误的规则不能改轻，也不能停用',
      }),
  })
  .meta({ title: '核对设置' });

export type Settings = z.output<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
