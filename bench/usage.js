// @ts-check
/**
 * Loaded before a program that is measured: `node --import ./usage.js program`, with a pipe at descriptor 3. Says at the
 * end how many milliseconds of processor time it took and how many bytes of memory at most.
 */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS * 1024 }));
});
