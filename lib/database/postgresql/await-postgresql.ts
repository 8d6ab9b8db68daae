import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigurationError } from '../../config/configuration-error';
import { SECOND } from '../../shared/time/duration';

/** Permanent refusals, by SQLSTATE, of the address that a setting holds. */
const REFUSALS: Record<string, (setting: string) => string> = {
  '28000': (setting) => `refuses the user of ${setting}`,
  '28P01': (setting) => `refuses the password of ${setting}`,
  '3D000': (setting) => `has no database of the name in ${setting}; create it first`,
  '42501': (setting) => `does not let the user of ${setting} connect to the database; grant it CONNECT`,
};

const FIRST_PAUSE_MS = SECOND / 4;
const LONGEST_PAUSE_MS = 5 * SECOND;

/**
 * Waits until PostgreSQL accepts a connection, because it may be the last of several services to start.
 * @param timeoutMs how long to try
 * @param say called once if it has to wait
 * @param setting that holds the address
 * @throws ConfigurationError if PostgreSQL refuses for good or does not answer in time
 */
export async function awaitPostgresql(
  url: string,
  timeoutMs: number,
  say: (words: string) => void,
  setting: 'DATABASE_URL' | 'DATABASE_MIGRATION_URL' = 'DATABASE_URL',
): Promise<void> {
  const { hostname, port } = new URL(url);
  const server = `PostgreSQL at ${hostname}:${port || '5432'}`;
  const end = performance.now() + timeoutMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const problem = await connectOnce(url);
    if (problem === null) return;
    const refusal = REFUSALS[problem]?.(setting);
    if (refusal !== undefined) throw new ConfigurationError([`${server} ${refusal}`]);
    if (performance.now() + pauseMs > end)
      throw new ConfigurationError([
        `${server} does not answer (${problem}); check that it runs and that ${setting} is right`,
      ]);
    if (pauseMs === FIRST_PAUSE_MS)
      say(`${server} does not answer yet (${problem}). Trying for ${Math.round(timeoutMs / SECOND)} s.`);
    await sleep(pauseMs);
  }
}

/** @returns the code or message of what prevented a connection; null when it succeeded */
async function connectOnce(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5 * SECOND });
  // Errors after the connection was accepted do not matter.
  client.on('error', () => {});
  try {
    await client.connect();
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code ?? message;
  } finally {
    await client.end().catch(() => {});
  }
}
