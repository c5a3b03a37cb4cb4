import { readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

/** Lets one process at a time publish to a folder. Undefined while another one is at it; a dead one's lock is taken over. */
export function lock(file: string): (() => void) | undefined {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (claim(file, identity(process.pid))) return () => release(file);
    if (isHeld(file) || !takeAway(file)) return undefined;
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

/** Removes a dead process's lock. False where somebody else had taken it over in between: then it is put back. */
function takeAway(file: string): boolean {
  const stale = `${file}-stale`;
  try {
    renameSync(file, stale);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
  const owner = isHeld(stale) ? ownerOf(stale) : undefined;
  if (owner !== undefined) claim(file, owner);
  rmSync(stale, { force: true });
  return owner === undefined;
}

function isHeld(file: string): boolean {
  const [pid, start] = (ownerOf(file) ?? '').split(' ');
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
