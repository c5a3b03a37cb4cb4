export interface Random {
  next(): number;
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
}
export function randomOf(seed: number): Random;
