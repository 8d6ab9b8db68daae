import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { PrismaClient } from '../generated/prisma/client';
import { TRANSACTION_OPTIONS, type Database } from './database';
import { migrate } from './migrate';
import { migrationsFolder } from './migrations-folder';
import { PostgresqlChangeFeed } from './postgresql-change-feed';

/** Opens PostgreSQL 15 or newer. @param onFault is told of a lost connection; it is made again by itself */
export async function openPostgresql(url: string, onFault: (error: unknown) => void): Promise<Database> {
  await migratePostgresql(url);
  const changeFeed = new PostgresqlChangeFeed(url, onFault);
  await changeFeed.connect();
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000 }, { onPoolError: onFault }),
    transactionOptions: TRANSACTION_OPTIONS,
  });
  return {
    kind: 'PostgreSQL',
    client,
    changeFeed,
    close: async () => {
      await Promise.all([client.$disconnect(), changeFeed.close()]);
    },
  };
}

async function migratePostgresql(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await migrate(
      {
        exec: async (sql) => void (await client.query(sql)),
        query: async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[],
      },
      migrationsFolder(),
    );
  } finally {
    await client.end();
  }
}
