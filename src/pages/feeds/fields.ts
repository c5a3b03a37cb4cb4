import { forms } from '../../forms/index.ts';
import type { Field } from './data-table.ts';

/** Columns that several files of the open data have, and how columns of a kind are described. */

/** What every row has. */
const required = { required: true } as const;

/** Words; an `optional` column may be empty. */
export function text(name: string, title: string, description: string, optional?: 'optional'): Field {
  return { name, type: 'string', title, description, ...(optional ? {} : { constraints: required }) };
}

/** One of a few words. */
export function choice(name: string, title: string, description: string, words: readonly string[]): Field {
  return { name, type: 'string', title, description, constraints: { ...required, enum: words } };
}

/** How many there are, 0 where there is none. */
export function count(name: string, title: string, description: string): Field {
  return { name, type: 'integer', title, description, constraints: { ...required, minimum: 0 } };
}

export const organ = text('organ', '机关', '机关在本站的代号');
export const code = text('code', '区划代码', '六位、九位或十二位；没有的空着', 'optional');
export const cell = text('cell', '地址', '格在本站数据里的地址，各年不变；网页上的锚点也是它');
export const rule = text('rule', '规则', '规则的编号，永久不变');
export const year: Field = {
  name: 'year',
  type: 'year',
  title: '年度',
  description: '报告的年度，不是公布的年份',
  constraints: required,
};
export const edition: Field = {
  name: 'edition',
  type: 'integer',
  title: '格式',
  description: `${forms.map(({ id }) => id).join(' 或 ')} 年版的国家统一格式`,
  constraints: required,
};
