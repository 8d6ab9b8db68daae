import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './configuration-error';

/** A process that may hold the lock. A process number is used again after a while, a start time with it is not. */
type Holder = { process: number; startedAt: string | null };

/**
 * Makes the data directory when there is none, and keeps other processes out of it until this one ends. The lock of a
 * process that was killed is taken over.
 * @returns gives the directory back
 * @throws ConfigurationError when another process uses the directory; nothing has been touched then
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = join(directory, 'lock');
  const own = `${lock}.${randomUUID()}`;
  writeFileSync(own, JSON.stringify({ process: process.pid, startedAt: startTime(process.pid) } satisfies Holder));
  try {
    while (!tryLink(own, lock)) removeStaleLock(directory, lock);
  } finally {
    rmSync(own);
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  return () => {
    process.off('exit', release);
    release();
  };
}

/** Making a hard link either creates the lock or fails because there is one, even between processes. */
function tryLink(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function removeStaleLock(directory: string, lock: string): void {
  const text = readIfThere(lock);
  if (text === null) return;
  const holder = parseHolder(text);
  if (holder && isRunning(holder)) {
    throw new ConfigurationError([
      `the data directory ${directory} is in use by process ${holder.process}; stop that one first, or set TESSERA_DATA_DIR to another directory`,
    ]);
  }
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  // Between reading and moving, another starter may have taken over: what was moved is then its valid lock.
  if (readIfThere(aside) !== text) tryLink(aside, lock);
  rmSync(aside, { force: true });
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
