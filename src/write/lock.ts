import { readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

/** Lets one process at a time publish to a folder. Undefined while another one is at it; a dead one's lock is taken over. */
export function lock(file: string): (() => void) | undefined {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (claim(file, identity(process.pid))) return () => release(file);
    const owner = ownerOf(file);
    // Given back in between.
    if (owner === undefined) continue;
    if (isRunning(owner)) return undefined;
    takeAway(file);
  }
  return undefined;
}

/** A link to nowhere that names the owner: it appears in one step, so nobody ever reads a lock without an owner. */
function claim(file: string, owner: string): boolean {
  try {
    symlinkSync(owner, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
  }
  // Memory sticks, and Windows for most people, know no links.
  try {
    writeFileSync(file, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** A lock that cannot be removed is taken over once this process has ended. */
function release(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The site is published or not, whatever becomes of the lock.
  }
}

/**
 * Removes a dead process's lock. One process at a time: another one could find it dead, and then remove the lock of
 * the one that had taken over in between. A turn is over in a moment; that of a process that died in it is removed.
 */
function takeAway(file: string): void {
  const turn = `${file}-turn`;
  if (!claim(turn, identity(process.pid))) {
    if (isLeft(turn)) release(turn);
    return;
  }
  try {
    if (isLeft(file)) rmSync(file, { force: true });
  } finally {
    release(turn);
  }
}

/** Whether it is there and its owner is not. One that is not there may be another's at the next moment. */
function isLeft(file: string): boolean {
  const owner = ownerOf(file);
  return owner !== undefined && !isRunning(owner);
}

function isRunning(owner: string): boolean {
  const [pid, start] = owner.split(' ');
  if (!(Number(pid) > 0) || !isAlive(Number(pid))) return false;
  const [, now] = identity(Number(pid)).split(' ');
  return start === undefined || now === undefined || start === now;
}

function ownerOf(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
  }
  return readFileSync(file, 'utf8');
}

/** With the time it started, where the system tells it: a number is soon given to another process. */
function identity(pid: number): string {
  const start = processFields(pid)?.[20];
  return start === undefined ? String(pid) : `${pid} ${start}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return processFields(pid)?.[1] !== 'Z';
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Linux tells of each process its state (Z: ended, not yet cleared away) and when it started, behind its name. */
function processFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).split(' ');
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
