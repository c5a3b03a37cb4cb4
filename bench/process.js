// @ts-check
import { spawn } from 'node:child_process';

/** @typedef {{ time: number, processor: number, peak: number, out: string }} Run  Milliseconds, bytes of memory. */

/**
 * Runs a process to its end.
 * @param {string[]} args
 * @returns {Promise<Run>}
 */
export function node(args) {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', new URL('usage.js', import.meta.url).href, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, out, err, usage] = child.stdio.map((stream) => {
    const held = { text: '' };
    stream?.on('data', (/** @type {Buffer} */ data) => {
      held.text += data;
    });
    return held;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const time = performance.now() - start;
      if (code !== 0)
        reject(new Error(`node ${args.join(' ')} ended with ${code}\n${err?.text}\n${out?.text}`));
      else resolve({ time, ...JSON.parse(usage?.text ?? ''), out: out?.text ?? '' });
    });
  });
}
