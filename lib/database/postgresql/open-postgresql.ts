import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../generated/prisma/client';
import { SECOND } from '../../shared/time/duration';
import { drawProcessId, TRANSACTION_OPTIONS, type Database } from '../database';
import { sayingWhatReads } from '../reading';
import { releaseLeases } from '../release-leases';
import { LiveProcesses } from './live-processes';
import { checkWritable } from '../migrate';
import { preparePostgresql } from './migrate-postgresql';
import { RetryingPool } from './retrying-pool';
import { PostgresqlChangeFeed } from './postgresql-change-feed';
import { sqlThroughPool } from '../sql';

export type PostgresqlLimits = {
  /** Connections of this process besides the listening one; null for a share of what the server allows. */
  connections: number | null;
  /** The server ends a statement after this time. */
  statementTimeoutMs: number;
};

export const DEFAULT_LIMITS: PostgresqlLimits = { connections: null, statementTimeoutMs: 10 * SECOND };

/** More connections gain nothing: one event loop cannot keep them busy. */
const MOST_CONNECTIONS = 10;

/** Leaves connections for other replicas, an operator's jobs, and a process that is being replaced. */
const SHARE_OF_CONNECTIONS = 1 / 4;

/** For a server that hangs and cannot end a statement itself. */
const SILENCE_MS = 2 * SECOND;

/**
 * Opens PostgreSQL 15 or newer, with the schema of this version.
 * @param onFault called for a lost connection, which is reopened automatically
 * @param migrationUrl of the user who makes the schema; null where the site's own does
 * @throws ConfigurationError when the schema is another one, and this user may not change it
 */
export async function openPostgresql(
  url: string,
  onFault: (error: unknown) => void,
  { connections, statementTimeoutMs }: PostgresqlLimits = DEFAULT_LIMITS,
  migrationUrl: string | null = null,
): Promise<Database> {
  const allowed = (await preparePostgresql(url, migrationUrl)).connections;
  const processId = drawProcessId();
  const pool = new RetryingPool(
    {
      connectionString: url,
      application_name: 'tessera',
      max: connections ?? shareOf(allowed),
      connectionTimeoutMillis: 10 * SECOND,
      statement_timeout: statementTimeoutMs,
      lock_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: TRANSACTION_OPTIONS.timeout + statementTimeoutMs,
      query_timeout: statementTimeoutMs + SILENCE_MS,
      keepAlive: true,
    },
    onFault,
  );
  const sql = sqlThroughPool(pool);
  const processes = new LiveProcesses(processId, (isOver) => releaseLeases({ sql }, isOver), onFault);
  const changeFeed = new PostgresqlChangeFeed(url, processes, onFault);
  await changeFeed.connect();
  const client = sayingWhatReads(
    new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTION_OPTIONS }),
  );
  return {
    kind: 'PostgreSQL',
    processId,
    client,
    sql,
    changeFeed,
    checkHealth: async () => {
      await checkWritable(client);
      changeFeed.checkHealth();
    },
    // Autovacuum does this.
    maintain: async () => {},
    copyFiles: () => Promise.reject(new TypeError('the files belong to the database server')),
    close: async () => {
      await Promise.all([client.$disconnect().then(() => pool.end()), changeFeed.close()]);
    },
  };
}

function shareOf(allowed: number): number {
  return Math.max(1, Math.min(MOST_CONNECTIONS, Math.floor(allowed * SHARE_OF_CONNECTIONS)));
}
