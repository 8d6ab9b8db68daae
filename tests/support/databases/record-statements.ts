import type { Database } from '@/lib/database/database';
import type { Sql } from '@/lib/database/sql';
import type { PrismaClient } from '@/lib/generated/prisma/client';

/** The database, which notes what it is asked to do, in order: what a clock could tell of it is then no matter of luck. */
export function recordStatements(database: Database): { database: Database; statements: string[] } {
  const statements: string[] = [];
  const client = database.client.$extends({
    query: {
      $allOperations({ model, operation, args, query }) {
        statements.push(`${model ?? 'SQL'} ${operation}`);
        return query(args);
      },
    },
  });
  const noted =
    (send: Sql['read']): Sql['read'] =>
    (text, ...values) => {
      statements.push(`SQL ${text.join('?').trim().slice(0, 60)}`);
      return send(text, ...values);
    };
  const sql: Sql = Object.assign(noted(database.sql), { read: noted(database.sql.read) });
  return { database: { ...database, client: client as unknown as PrismaClient, sql }, statements };
}
