import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { guardEvery } from '../../shared/async/guard-rounds';
import { MINUTE, SECOND } from '../../shared/time/duration';
import { ConfigurationError, hasCode } from '../configuration-error';
/**
 * A process that may hold the lock. Process numbers are reused, but not together with a start time, and mean nothing in
 * another space.
 */
type Holder = { process: number; startedAt: string | null; space: string | null };

type Lock = { number: number; holder: Holder | null; renewedMs: number };

/** @property timeoutMs time for a live holder to end @property observeMs time for an invisible holder to show life */
type Timing = { timeoutMs: number; observeMs: number };

/** Several renewals within the time of observation. */
const RENEW_MS = 2 * SECOND;
const TIMING: Timing = { timeoutMs: 5 * SECOND, observeMs: 10 * SECOND };
const LOOK_AGAIN_MS = 100;
/** Still exact when incremented. */
const HIGHEST_NUMBER = 999_999_999_999_999;

/**
 * Locks a data directory until this process ends. The lock of a killed process is taken over; a process that is ending
 * is waited for. A holder renews its lock every few seconds, which shows life where its process is invisible: in
 * another container or on another machine.
 *
 * Every holder creates a file `lock.1`, `lock.2` and so on; the highest number counts. It is never removed before there
 * is a higher one, so that of several processes that take over at the same time exactly one gets the next number, and
 * none can remove what another has just taken.
 * @param onLost called when another process has taken the lock, for instance after this one was frozen for too long;
 *   nothing may be written to the directory any more
 * @returns releases the lock
 * @throws ConfigurationError, and changes nothing, when another process uses the directory
 */
export async function lockDataDirectory(
  directory: string,
  onLost: () => void,
  timing: Timing = TIMING,
): Promise<() => void> {
  let file: string | null = null;
  while (file === null) file = takeNext(directory, await waitUntilFree(directory, timing));
  removeLeftovers(directory);
  return keep(file, onLost);
}

/** Whether another process uses a data directory now. One that cannot be seen is observed for the time of its renewals. */
export async function isInUse(directory: string, { observeMs }: Pick<Timing, 'observeMs'> = TIMING): Promise<boolean> {
  if (!existsSync(directory)) return false;
  try {
    await waitUntilFree(directory, { timeoutMs: 0, observeMs });
    return false;
  } catch (error) {
    if (error instanceof ConfigurationError) return true;
    throw error;
  }
}

/** @returns the newest lock, which is free; null when there is none */
async function waitUntilFree(directory: string, { timeoutMs, observeMs }: Timing): Promise<Lock | null> {
  const start = performance.now();
  let observed: { lock: Lock; since: number } | null = null;
  for (;;) {
    const lock = newestLock(directory);
    if (!lock?.holder) return lock;
    const now = performance.now();
    if (lock.holder.space === null || lock.holder.space === ownSpace()) {
      if (!isRunning(lock.holder)) return lock;
      if (now - start >= timeoutMs) refuse(directory, `process ${lock.holder.process}`);
    } else if (observed?.lock.number !== lock.number) {
      observed = { lock, since: now };
    } else if (observed.lock.renewedMs !== lock.renewedMs) {
      refuse(directory, 'a process of another container or machine');
    } else if (now - observed.since > observeMs) {
      return lock;
    }
    await sleep(LOOK_AGAIN_MS);
  }
}

function refuse(directory: string, who: string): never {
  throw new ConfigurationError([
    `the data directory ${directory} is in use by ${who}; stop that one first, or set TESSERA_DATA_DIR to another directory`,
  ]);
}

/** @param free the newest lock, found to be free @returns the new file; null when another process was faster */
function takeNext(directory: string, free: Lock | null): string | null {
  const newest = newestLock(directory);
  if (newest?.number !== free?.number || newest?.renewedMs !== free?.renewedMs) return null;
  const number = (free?.number ?? 0) + 1;
  if (number > HIGHEST_NUMBER)
    throw new ConfigurationError([`${lockFile(directory, number - 1)} was not made by Tessera; remove it`]);
  const file = lockFile(directory, number);
  if (!makeAtOnce(directory, file)) return null;
  const [highest, ...older] = lockNumbers(directory);
  if (highest !== number) {
    // A slow process may have recreated a lock that was taken, released and cleared away.
    rmSync(file, { force: true });
    return null;
  }
  for (const one of older) rmSync(lockFile(directory, one), { force: true });
  return file;
}

/** A released lock stays as an empty file, because its number must not be reused. */
function keep(file: string, onLost: () => void): () => void {
  const stopRenewing = guardEvery('data-directory-lock', RENEW_MS, renew);
  process.once('exit', release);
  return release;

  function renew(): void {
    if (existsSync(file)) {
      const now = new Date();
      utimesSync(file, now, now);
      return;
    }
    stopRenewing();
    onLost();
  }

  function release(): void {
    stopRenewing();
    process.off('exit', release);
    if (existsSync(file)) writeFileSync(file, '');
  }
}

function lockFile(directory: string, number: number): string {
  return join(directory, `lock.${number}`);
}

/** Highest first. */
function lockNumbers(directory: string): number[] {
  const numbers = readdirSync(directory).flatMap((name) => /^lock\.(\d{1,15})$/.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((left, right) => right - left);
}

function newestLock(directory: string): Lock | null {
  for (const number of lockNumbers(directory)) {
    const file = lockFile(directory, number);
    try {
      return { number, holder: parseHolder(readFileSync(file, 'utf8')), renewedMs: statSync(file).mtimeMs };
    } catch (error) {
      // Released meanwhile: there is a higher one.
      if (!hasCode(error, 'ENOENT')) throw error;
      return newestLock(directory);
    }
  }
  return null;
}

/** A hard link is atomic, even between processes: it creates the whole file, or fails because it exists. */
function makeAtOnce(directory: string, file: string): boolean {
  const own = join(directory, `lock-${randomUUID()}`);
  const holder: Holder = {
    process: process.pid,
    startedAt: statusOf(process.pid)?.startedAt ?? null,
    space: ownSpace(),
  };
  writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Left by processes that were killed within the milliseconds in which they created a lock. */
function removeLeftovers(directory: string): void {
  for (const name of readdirSync(directory).filter((one) => one.startsWith('lock-'))) {
    const file = join(directory, name);
    const madeMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - madeMs > MINUTE) rmSync(file, { force: true });
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const { process: number, startedAt = null, space = null } = JSON.parse(text) as Partial<Holder>;
    return typeof number === 'number' ? { process: number, startedAt, space } : null;
  } catch {
    return null;
  }
}

/** The scope of process numbers: a boot of a machine, and a PID namespace. */
function ownSpace(): string {
  return [
    hostname(),
    readOrEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    readOrEmpty(() => readlinkSync('/proc/self/ns/pid')),
  ].join(' ');
}

/** Empty on systems other than Linux. */
function readOrEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.process, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
  const status = statusOf(holder.process);
  if (status === null) return true;
  return !status.isZombie && (holder.startedAt === null || status.startedAt === holder.startedAt);
}

/**
 * From fields 3 and 22 of a process's `stat` on Linux; null elsewhere.
 * @returns its start in clock ticks since boot, and whether it is a zombie
 */
function statusOf(processNumber: number): { startedAt: string | null; isZombie: boolean } | null {
  const stat = readOrEmpty(() => readFileSync(`/proc/${processNumber}/stat`, 'utf8'));
  if (stat === '') return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const threads = Number(fields[17]);
  return { startedAt: fields[19] ?? null, isZombie: fields[0] === 'Z' && threads <= 1 };
}
