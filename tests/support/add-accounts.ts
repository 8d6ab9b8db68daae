import { PGlite } from '@electric-sql/pglite';
import { join } from 'node:path';
import { naturalKey } from '@/lib/accounts/users/natural-order';
import { searchTerms } from '@/lib/accounts/users/search-terms';
import type { Role } from '@/lib/accounts/users/role';
import type { MailAddress } from '@/lib/shared/mail-address';
import { PROTECTED_GROUP } from '@/lib/kit/server/server';

/** On record of everybody. Germany's regulator gives it to nobody, for films. */
export const KNOWN_NUMBER = '+493023125002';

/** User ID of the manager on record of the users. */
export const MANAGER = 'auditor.2';

type NewAccounts = { prefix: string; roles: Role[]; count: number; group?: string; passwordHash: string | null };

/**
 * Adds `person.1` to `person.<people>`, who are users, `board.1` to `board.<board>`, who are users of a protected group, and
 * `<role>.1` to `<role>.<staff>` for each other role, who are that and nothing else, and `helpdesk-lead.1`, who is agent and
 * approver, to the database of a stopped server. All have the password of jane.doe, a mail address
 * and `KNOWN_NUMBER`; `MANAGER` is the manager of the users. Each made with `npm run user -- add` would take a second.
 * @param passwordHash of that password, where another than hers is to be compared
 */
export async function addAccounts(
  dataDirectory: string,
  {
    people,
    board,
    staff,
    passwordHash = null,
  }: { people: number; board: number; staff: number; passwordHash?: string | null },
): Promise<void> {
  const database = await PGlite.create({ dataDir: join(dataDirectory, 'database') });
  await add(database, { prefix: 'person', roles: ['user'], count: people, passwordHash });
  await add(database, { prefix: 'board', roles: ['user'], count: board, group: PROTECTED_GROUP, passwordHash });
  for (const role of ['helpdesk-agent', 'break-glass', 'helpdesk-approver', 'auditor', 'administrator'] as const)
    await add(database, { prefix: role, roles: [role], count: staff, passwordHash });
  await add(database, {
    prefix: 'helpdesk-lead',
    roles: ['helpdesk-agent', 'break-glass', 'helpdesk-approver'],
    count: 1,
    passwordHash,
  });
  await database.close();
}

async function add(database: PGlite, { prefix, roles, count, group, passwordHash }: NewAccounts): Promise<void> {
  const { rows } = await database.query<{ user_id: string; domain: string; display_name: string }>(
    `INSERT INTO user_account (user_id, domain, display_name, password_hash, roles, mail_addresses, group_name,
       created_at, password_changed_at, phone_numbers, manager_user_id)
     SELECT $1 || '.' || number, domain, initcap($1) || ' ' || number, COALESCE($5, password_hash), $2::text[],
       ARRAY[$1 || '.' || number || '@example.org'], $4, created_at, password_changed_at,
       jsonb_build_array(jsonb_build_object('number', '${KNOWN_NUMBER}', 'recordedBy', NULL, 'recordedAt', NULL)),
       CASE WHEN 'user' = ANY($2::text[]) THEN '${MANAGER}' END
     FROM user_account, generate_series(1, $3::int) AS number WHERE user_id = 'jane.doe'
     RETURNING user_id, domain, display_name`,
    [prefix, roles, count, group ?? null, passwordHash],
  );
  const found = rows.flatMap(({ user_id: userId, domain, display_name: displayName }) =>
    searchTerms({ userId, displayName, mailAddresses: [`${userId}@example.org` as MailAddress] }).map((term) => ({
      userId,
      domain,
      term,
    })),
  );
  await database.query(
    `INSERT INTO user_search_term (user_id, domain, term) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])`,
    [found.map(({ userId }) => userId), found.map(({ domain }) => domain), found.map(({ term }) => term)],
  );
  await database.query(
    `UPDATE user_account AS account SET name_key = sorted.name_key, user_id_key = sorted.user_id_key
     FROM unnest($1::text[], $2::text[], $3::text[]) AS sorted(user_id, name_key, user_id_key)
     WHERE account.user_id = sorted.user_id`,
    [
      rows.map((row) => row.user_id),
      rows.map((row) => naturalKey(row.display_name)),
      rows.map((row) => naturalKey(row.user_id)),
    ],
  );
}
