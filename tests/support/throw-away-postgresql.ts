import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';

export type ThrowAwayPostgresql = { url: string; version: string; stop: () => void };

/**
 * Starts a PostgreSQL server with an empty data directory on a free loopback port.
 * @param programs directory that holds `initdb` and `pg_ctl`
 * @param settings that are added to ours or take their place, such as `fsync=on`
 */
export async function startThrowAwayPostgresql(
  programs: string,
  settings: readonly string[] = [],
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
    run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync');
    const all = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=200', ...settings];
    const options = `-p ${port} -k ${directory} ${all.map((setting) => `-c ${setting}`).join(' ')}`;
    run('pg_ctl', 'start', '-D', data, '-l', log, '-w', '-t', '60', '-o', options);
    return {
      url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
      version: readFileSync(join(data, 'PG_VERSION'), 'utf8').trim(),
      stop: () => {
        run('pg_ctl', 'stop', '-D', data, '-m', 'immediate', '-w');
        rmSync(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw new Error(`PostgreSQL was found in ${programs} but could not be started`, { cause: error });
  }
}

/** PostgreSQL refuses to run as root: then its own user is taken, or else one without any rights. */
function unprivilegedIdentity(): { uid?: number; gid?: number } {
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
