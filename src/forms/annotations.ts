import { z } from 'zod';

/** What stands beside the numbers of a report: accepted failures and published corrections. */

const line = z.string().trim().min(1);
const date = z.iso.date();
const addressNote = '格的地址，例如 applications.carriedOver.total';
/** Read against the kind of its cell when the address is known, see `reports/annotations.ts`. */
const value = z.union([z.number(), z.string()]);

/** A failed rule that is accepted for a stated reason. It lapses when a value changes, and is printed on the public page. */
export const waiverSchema = z
  .strictObject({
    rule: line.meta({ title: '规则', description: '规则的编号，例如 T3-CARRY' }),
    cells: z.array(line).min(1).meta({
      title: '有关的格',
      description:
        '至少一个地址：被指出的格，可以连同有关各格；公布日期写 published，格式版本写 form，文字写它所在的部分，例如 overview。任何一格改动，说明就失效',
    }),
    values: z.array(value).min(1).meta({
      title: '签署时的值',
      description: '与“有关的格”一一对应，写签署时各格的值；文字写被指出的那几个字或那一句',
    }),
    reason: line.meta({ title: '理由', description: '一句或几句话，公布在报告页上' }),
    basis: line.optional().meta({ title: '依据', description: '文件名称或文号' }),
    by: line.meta({ title: '签署', description: '作出说明的机关或机构' }),
    until: date.meta({ title: '有效期至', description: '四位年-两位月-两位日' }),
  })
  .meta({ title: '说明', description: '对一条不成立的规则的公开说明' });

/** A figure that was changed after publication (更正). */
export const correctionSchema = z
  .strictObject({
    cell: line.meta({ title: '更正的格', description: addressNote }),
    old: value.meta({ title: '原为', description: '更正前公布的值' }),
    new: value.meta({ title: '现为', description: '更正后的值，与表里的相同' }),
    date: date.meta({ title: '更正日期', description: '四位年-两位月-两位日' }),
    reason: line.meta({ title: '更正原因', description: '一句话，公布在报告页上' }),
  })
  .meta({ title: '更正', description: '公布之后改动的一格' });

export const annotationKeys = {
  waivers: z
    .array(waiverSchema)
    .optional()
    .meta({ title: '说明', description: '对不成立的规则的公开说明；没有就不写' }),
  corrections: z.array(correctionSchema).optional().meta({ title: '更正', description: '没有就不写' }),
};
