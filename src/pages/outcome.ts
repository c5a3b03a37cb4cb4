import type { Outcomes } from '../diagnostics/result.ts';

/** The outcome that a reader must see first decides how a group of answers is shown: sign, kind for the style sheet. */
const order = [
  { key: 'fail', sign: '▲', word: '不成立（提示）' },
  { key: 'waived', sign: '◇', word: '有说明' },
  { key: 'unknown', sign: '？', word: '不能核对' },
  { key: 'pass', sign: '✓', word: '成立' },
  { key: 'notApplicable', sign: '○', word: '不适用' },
] as const satisfies { key: keyof Outcomes; sign: string; word: string }[];

export const outcomeLegend = order.map(({ sign, word }) => ({ sign, word }));

/** `▲2`, `✓`; a dash where nothing was asked. */
export function mark(answers: Outcomes | undefined): { kind: string; text: string } {
  const found = answers && order.find(({ key }) => answers[key] > 0);
  if (!found) return { kind: 'none', text: '—' };
  const counted = found.key === 'pass' || found.key === 'notApplicable' ? '' : String(answers[found.key]);
  return { kind: found.key, text: `${found.sign}${counted}` };
}

/** 成立12，不成立1: what there is, in words. */
export function outcomeWords(answers: Outcomes): string {
  const told = order.filter(({ key }) => answers[key] > 0).map(({ key, word }) => `${word}${answers[key]}`);
  return told.length > 0 ? told.join('，') : '没有问到';
}
