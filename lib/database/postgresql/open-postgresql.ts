import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { PrismaClient } from '../../generated/prisma/client';
import { SECOND } from '../../shared/time/duration';
import { drawProcessId, TRANSACTION_OPTIONS, type Database } from '../database';
import { releaseLeases } from '../release-leases';
import { LiveProcesses } from './live-processes';
import { migrate, migrationsFolder, checkWritable } from '../migrate';
import type { MigrationConnection } from '../migration-connection';
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

/** Opens PostgreSQL 15 or newer. @param onFault called for a lost connection, which is reopened automatically */
export async function openPostgresql(
  url: string,
  onFault: (error: unknown) => void,
  { connections, statementTimeoutMs }: PostgresqlLimits = DEFAULT_LIMITS,
): Promise<Database> {
  const allowed = await migratePostgresql(url);
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
  const client = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTION_OPTIONS });
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
    archive: () => Promise.reject(new TypeError('the files belong to the database server')),
    close: async () => {
      await Promise.all([client.$disconnect().then(() => pool.end()), changeFeed.close()]);
    },
  };
}

function shareOf(allowed: number): number {
  return Math.max(1, Math.min(MOST_CONNECTIONS, Math.floor(allowed * SHARE_OF_CONNECTIONS)));
}

/** @returns how many connections the server allows in total */
async function migratePostgresql(url: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5 * SECOND });
  await client.connect();
  try {
    const connection: MigrationConnection = {
      exec: async (sql) => void (await client.query(sql)),
      query: async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[],
    };
    await migrate(connection, migrationsFolder());
    const { rows } = await client.query<{ allowed: number }>(
      `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS allowed`,
    );
    return rows[0]?.allowed ?? MOST_CONNECTIONS;
  } finally {
    await client.end();
  }
}
