import { PGlite } from '@electric-sql/pglite';
import { join } from 'node:path';

/**
 * Adds `person.1` to `person.<people>`, who are users, and `<role>.1` to `<role>.<staff>` for each other role, who are that
 * and nothing else, to the database of a stopped server. All have the password of jane.doe and an address at example.org.
 * Each made with `npm run user:add` would take a second.
 */
export async function addAccounts(dataDirectory: string, people: number, staff: number): Promise<void> {
  const database = await PGlite.create({ dataDir: join(dataDirectory, 'database') });
  const add = (prefix: string, role: string, count: number) =>
    database.query(
      `INSERT INTO user_account
         (user_id, domain, display_name, password_hash, roles, mail_addresses, created_at, password_changed_at)
       SELECT $1 || '.' || number, domain, initcap($1) || ' ' || number, password_hash, ARRAY[$2],
         ARRAY[$1 || '.' || number || '@example.org'], created_at, password_changed_at
       FROM user_account, generate_series(1, $3::int) AS number WHERE user_id = 'jane.doe'`,
      [prefix, role, count],
    );
  await add('person', 'user', people);
  for (const role of ['helpdesk-agent', 'helpdesk-approver', 'auditor', 'administrator']) await add(role, role, staff);
  await database.query(
    `INSERT INTO user_search_term (user_id, domain, term)
     SELECT user_id, domain, unnest(ARRAY[user_id, split_part(user_id, '.', 1), mail_addresses[1]])
     FROM user_account WHERE user_id ~ '\\.\\d+$'`,
  );
  await database.close();
}
