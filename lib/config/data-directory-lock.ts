import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './configuration-error';

/** A process that may hold the lock. A process number is used again after a while, a start time with it is not. */
type Holder = { process: number; startedAt: string | null };

/**
 * Makes the data directory when there is none, and keeps other processes out of it until this one ends. The lock of a
 * process that was killed is taken over.
 *
 * Every holder makes a file of its own, `lock.1`, `lock.2` and so on; the one with the highest number counts. That one is
 * removed by nobody before there is a higher one, so that of any number of processes that take over at the same moment
 * one gets the next number, and none can take away what another has just taken.
 * @returns gives the directory back
 * @throws ConfigurationError when another process uses the directory; nothing has been touched then
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const own = join(directory, `lock-${randomUUID()}`);
  writeFileSync(own, JSON.stringify({ process: process.pid, startedAt: startTime(process.pid) } satisfies Holder));
  let lock: string | null = null;
  try {
    while (lock === null) lock = takeNext(directory, own);
  } finally {
    rmSync(own);
  }
  return releaseAtExit(lock);
}

/** Nobody holds an empty lock. It stays, because its number must not be used again. */
function releaseAtExit(lock: string): () => void {
  const release = () => {
    if (existsSync(lock)) writeFileSync(lock, '');
  };
  process.once('exit', release);
  return () => {
    process.off('exit', release);
    release();
  };
}

/** @returns the lock, or null when others were faster: look again */
function takeNext(directory: string, own: string): string | null {
  const [newest = 0, ...older] = lockNumbers(directory);
  if (newest > 0) {
    const text = readIfThere(lockFile(directory, newest));
    if (text === null) return null;
    refuseIfHeld(directory, text);
  }
  const lock = lockFile(directory, newest + 1);
  if (!tryLink(own, lock)) return null;
  if (lockNumbers(directory)[0] !== newest + 1) {
    // Whoever was slow may have made again what had been taken, passed on and cleared away.
    rmSync(lock, { force: true });
    return null;
  }
  for (const number of [newest, ...older]) rmSync(lockFile(directory, number), { force: true });
  return lock;
}

function lockFile(directory: string, number: number): string {
  return join(directory, `lock.${number}`);
}

/** Highest first. */
function lockNumbers(directory: string): number[] {
  const numbers = readdirSync(directory).flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((left, right) => right - left);
}

/** Making a hard link either creates the file or fails because there is one, even between processes. */
function tryLink(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function refuseIfHeld(directory: string, text: string): void {
  const holder = parseHolder(text);
  if (!holder || !isRunning(holder)) return;
  throw new ConfigurationError([
    `the data directory ${directory} is in use by process ${holder.process}; stop that one first, or set TESSERA_DATA_DIR to another directory`,
  ]);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Partial<Holder>;
    return typeof holder.process === 'number' ? { process: holder.process, startedAt: holder.startedAt ?? null } : null;
  } catch {
    return null;
  }
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.process, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
  const startedAt = startTime(holder.process);
  return startedAt === null || holder.startedAt === null || startedAt === holder.startedAt;
}

/** Start of a process in clock ticks since the machine started: field 22 of its `stat` on Linux, null elsewhere. */
function startTime(processNumber: number): string | null {
  try {
    const stat = readFileSync(`/proc/${processNumber}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
