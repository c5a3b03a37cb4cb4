// @ts-check
/** What the measurements have in common. */

/** A module of the compiled program. @param {string} path @returns {Promise<any>} */
export const compiled = (path) => import(new URL(`../lib/${path}`, import.meta.url).href);

/** Milliseconds of processor time: a machine busy with other things changes it less than the time of day. */
export function clock() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? Number.NaN, sorted[Math.floor(middle)] ?? Number.NaN];
  return (low + high) / 2;
}
