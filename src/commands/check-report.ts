import { z } from 'zod';
import { fixKinds, severities } from '../diagnostics/diagnostic.ts';

const count = z.int().min(0);
const address = z.string().meta({ description: '格的地址，例如 applications.denied.stateSecret.total' });

/** Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
const place = {
  file: z.string().meta({ description: '从 data/ 起的路径' }),
  line: z.int().min(1),
  column: z.int().min(1).meta({ description: '从 1 数起，以 UTF-16 编码单元计' }),
  endLine: z.int().min(1),
  endColumn: z.int().min(1).meta({ description: '不含这一列' }),
};
const places = z.looseObject(place);
/** A finding may have no place; then all five keys are absent. */
const maybePlace = places.partial().shape;

const sums = {
  pass: count.meta({ description: '成立' }),
  fail: count.meta({ description: '不成立' }),
  unknown: count.meta({ description: '有关的格没有数，不能核对' }),
};
const verdicts = {
  ...sums,
  notApplicable: count.meta({ description: '不适用' }),
  waived: count.meta({ description: '不成立，而报告里有说明' }),
};

const related = z.looseObject({ message: z.string(), ...maybePlace, cell: address.optional() });

const fixOption = {
  title: z.string().meta({ description: '怎么改，一句话' }),
  kind: z.enum(fixKinds).meta({
    description:
      'digitsSwapped 两个数字写反，digitDropped 少写一个数字，digitDoubled 同一个数字多写一遍，digitAdded 多写一个数字，digitChanged 写错一个数字，totalStale 错在总计，cellsSwapped 两格填反，rowShifted 填错了列，cell 一格，cells 几格',
  }),
  edits: z.array(
    z.looseObject({
      ...place,
      cell: address,
      cellName: z.string(),
      from: z.string().meta({ description: '那里现在写的' }),
      to: z.string().meta({ description: '改成什么' }),
    }),
  ),
};
const fix = z.looseObject({
  ...fixOption,
  unique: z.boolean().meta({
    description: '已经查完：改这么少的格就使勾稽关系全部成立、又不动与上年下年相符的结转数的，没有别的改法',
  }),
  complete: z.boolean().meta({ description: '改动最少的改法全部查过；没有查完的，可能还有别的改法' }),
  alternatives: z
    .array(z.looseObject(fixOption))
    .meta({ description: '别的改法，最像的在前；很多时只有几种' }),
});

const diagnostic = z.looseObject({
  code: z.string().meta({ description: '永久的编号，例如 T3-ROW-SUM' }),
  severity: z.enum(severities),
  message: z.string(),
  ...maybePlace,
  organ: z.string().optional().meta({ description: '机关的文件夹名' }),
  year: z.int().optional(),
  cell: address.optional(),
  cellName: z.string().optional().meta({ description: '格的正式名称' }),
  left: z.number().optional().meta({ description: '左边的数' }),
  right: z.number().optional().meta({ description: '右边的数' }),
  related: z.array(related).optional().meta({ description: '有关的格，例如相加的各格' }),
  hint: z.string().optional().meta({ description: '怎么改' }),
  fix: fix.optional().meta({ description: '最像的一种改法，不会自动去改；hint 用话说了同样的内容' }),
});

const cellChange = z.looseObject({ cell: address, cellName: z.string(), from: z.string(), to: z.string() });
const loneCell = z.looseObject({ cell: address, cellName: z.string(), value: z.string() });
const textChange = z.looseObject({
  part: z.string().meta({ description: '哪一部分的文字' }),
  from: z.string().optional(),
  to: z.string().optional(),
});
const fieldChange = z.looseObject({
  kind: z.enum(['added', 'removed', 'changed']),
  field: z.string(),
  name: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
});

const changes = z.looseObject({
  reports: z.array(
    z.looseObject({
      kind: z
        .enum(['added', 'removed', 'changed', 'unread'])
        .meta({ description: 'unread：读不出，没有比较' }),
      file: z.string(),
      organ: z.string(),
      year: z.int(),
      name: z.string(),
      cells: z.array(cellChange),
      onlyBefore: z.array(loneCell).meta({ description: '只有原来的格式有的格' }),
      onlyAfter: z.array(loneCell).meta({ description: '只有现在的格式有的格' }),
      texts: z.array(textChange),
      fields: z.array(fieldChange),
    }),
  ),
  organs: z.array(
    z.looseObject({
      kind: z.enum(['added', 'removed', 'changed']),
      organ: z.string(),
      name: z.string(),
      fields: z.array(fieldChange),
    }),
  ),
  site: z.array(fieldChange),
});

const reading = z.looseObject({
  text: z.string().meta({ description: '表里的格或算式，和它的数' }),
  value: z.number(),
  cells: z.array(address),
});
/** What a number of the text and a sum have in common. */
const proseWords = {
  section: z.string().meta({ description: '哪一部分' }),
  ...place,
  text: z.string().meta({ description: '文字里的写法' }),
  words: z.string().meta({ description: '连同前面的话' }),
  value: z.number().meta({ description: '金额以元计，占比以百分之一计' }),
  unit: z.string(),
};
const proseReport = z.looseObject({
  file: z.string(),
  organ: z.string(),
  year: z.int(),
  name: z.string(),
  statesRequests: z.boolean().meta({ description: '第一部分写明了收到申请的件数' }),
  numbers: z.array(
    z.looseObject({
      ...proseWords,
      kind: z
        .enum(['count', 'none', 'outcome', 'share', 'change'])
        .meta({ description: 'none：说没有；outcome：说结果都一样；share：占比；change：同上年比' }),
      verdict: z
        .enum(['agrees', 'differs', 'free', 'unchecked'])
        .meta({ description: 'free：表中没有这一项；unchecked：没有核对，reason 说明原因' }),
      reason: z.string().optional(),
      readings: z.array(reading).meta({ description: '试过的读法，相符的在最前' }),
      closest: reading.optional().meta({ description: '与文字相同的另一个数' }),
    }),
  ),
  lists: z.array(
    z.looseObject({
      ...proseWords,
      parts: z.array(z.string()),
      sum: z.number(),
      verdict: z.enum(['agrees', 'differs', 'some']).meta({ description: 'some：分项没有列全' }),
    }),
  ),
});

/**
 * What `--format json` prints. Keys may be added without a new version, so objects are open; a key that goes or
 * means something else makes a new version.
 */
export const checkReport = z
  .looseObject({
    version: z.literal(1),
    ok: z.boolean().meta({ description: '没有错误' }),
    counts: z.looseObject({
      files: count,
      organs: count,
      reports: count,
      cells: count,
      checks: z.looseObject(sums).meta({ description: '表上印的勾稽关系，各是多少条' }),
      verdicts: z.looseObject(verdicts).meta({ description: '全部规则的回答，各是多少项' }),
      rules: count,
      errors: count,
      warnings: count,
      infos: count,
    }),
    diagnostics: z.array(diagnostic).meta({ description: '按文件和位置排列' }),
    changes: changes.optional().meta({ description: '同 --base 的版本相比的改动' }),
    prose: z.array(proseReport).optional().meta({ description: '--prose：文字里的数同表格核对的情况' }),
  })
  .meta({ title: '核对结果（第 1 版）' });

/** Below the root, beside the documentation: `data/` holds what editors of the data need. */
export const checkReportFile = 'docs/schema/check-report-1.json';

export function checkReportJsonSchema(): object {
  return z.toJSONSchema(checkReport, { target: 'draft-7', io: 'output' });
}
