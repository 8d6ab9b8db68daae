import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/lib/kit/gateways/wire/free-port';

export type ThrowAwayPostgresql = {
  url: string;
  version: string;
  /** The file that it writes its log to. */
  log: string;
  /** Takes the server down and leaves its data. `fast` ends every connection with words, `immediate` as a crash would. */
  shutDown: (mode: 'fast' | 'immediate') => void;
  /** Starts it again, on the same port and data. */
  startUp: () => void;
  /** Stops all its processes in the middle of what they do; connections stay open. @returns lets them go on */
  freeze: () => () => void;
  /** Takes the server down and deletes its data. */
  stop: () => void;
};

/**
 * Starts a PostgreSQL server with an empty data directory on a free loopback port.
 * @param programs directory that holds `initdb` and `pg_ctl`
 * @param settings that are added to ours or take their place, such as `fsync=on`
 * @param basedOn folder of a base backup to start from, which becomes the server's own; null for an empty server
 */
export async function startThrowAwayPostgresql(
  programs: string,
  settings: readonly string[] = [],
  basedOn: string | null = null,
): Promise<ThrowAwayPostgresql> {
  const identity = unprivilegedIdentity();
  const directory = mkdtempSync(join(tmpdir(), 'tessera-postgresql-'));
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(directory, identity.uid, identity.gid);
  const data = join(directory, 'data');
  const log = join(directory, 'log');
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(programs, program), args, {
      ...identity,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });

  try {
    const port = await freePort();
    if (basedOn !== null) takeOver(basedOn, data, identity);
    else run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync');
    const all = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=200', ...settings];
    const options = `-p ${port} -k ${directory} ${all.map((setting) => `-c ${setting}`).join(' ')}`;
    const startUp = () => void run('pg_ctl', 'start', '-D', data, '-l', log, '-w', '-t', '60', '-o', options);
    const shutDown = (mode: string) => void run('pg_ctl', 'stop', '-D', data, '-m', mode, '-w');
    startUp();
    return {
      url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
      version: readFileSync(join(data, 'PG_VERSION'), 'utf8').trim(),
      log,
      shutDown,
      startUp,
      freeze: () => freezeFamily(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])),
      stop: () => {
        if (existsSync(join(data, 'postmaster.pid'))) shutDown('immediate');
        rmSync(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw new Error(`PostgreSQL was found in ${programs} but could not be started`, { cause: error });
  }
}

function takeOver(folder: string, data: string, { uid, gid }: Identity): void {
  cpSync(folder, data, { recursive: true });
  if (uid === undefined || gid === undefined) return;
  chownSync(data, uid, gid);
  for (const path of readdirSync(data, { recursive: true, encoding: 'utf8' })) chownSync(join(data, path), uid, gid);
}

/** Stops a process and its children. The parent is first, so that no child is added meanwhile. @returns lets them go on */
function freezeFamily(parent: number): () => void {
  process.kill(parent, 'SIGSTOP');
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(parent)], { encoding: 'utf8' });
  const family = [parent, ...children.split('\n').filter(Boolean).map(Number)];
  for (const id of family) process.kill(id, 'SIGSTOP');
  return () => {
    for (const id of family) process.kill(id, 'SIGCONT');
  };
}

type Identity = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root: then its own user is taken, or else one without any rights. */
function unprivilegedIdentity(): Identity {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as');
}

function idOf(kind: '-u' | '-g', user: string): number {
  return Number(execFileSync('id', [kind, user], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }));
}
