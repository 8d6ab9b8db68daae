import { PGlite } from '@electric-sql/pglite';
import { join } from 'node:path';

/**
 * Adds `person.1` to `person.<count>` to the database of a stopped server, with the password of jane.doe. Each made with
 * `npm run user:add` would take a second.
 */
export async function addAccounts(dataDirectory: string, count: number): Promise<void> {
  const database = await PGlite.create({ dataDir: join(dataDirectory, 'database') });
  await database.query(
    `INSERT INTO user_account (user_id, domain, display_name, password_hash, roles, created_at, password_changed_at)
     SELECT 'person.' || number, domain, 'Person ' || number, password_hash, roles, created_at, password_changed_at
     FROM user_account, generate_series(1, $1::int) AS number WHERE user_id = 'jane.doe'`,
    [count],
  );
  await database.close();
}
