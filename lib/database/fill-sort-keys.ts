import { naturalKey } from '../accounts/users/natural-order';
import type { MigrationConnection } from './migration-connection';

/** Accounts in one statement. */
const BATCH = 1_000;

type Account = { user_id: string; domain: string; display_name: string };

/**
 * Fills in the sort keys of accounts that an earlier version added without them; SQL cannot compute these.
 */
export async function fillSortKeys(connection: MigrationConnection): Promise<void> {
  for (;;) {
    const accounts = await connection.query<Account>(
      `SELECT user_id, domain, display_name FROM user_account WHERE user_id_key = '' LIMIT ${BATCH}`,
    );
    if (accounts.length === 0) return;
    await connection.query(
      `UPDATE user_account AS account SET name_key = filled.name_key, user_id_key = filled.user_id_key
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS filled(user_id, domain, name_key, user_id_key)
       WHERE account.user_id = filled.user_id AND account.domain = filled.domain`,
      [
        accounts.map(({ user_id }) => user_id),
        accounts.map(({ domain }) => domain),
        accounts.map(({ display_name }) => naturalKey(display_name)),
        accounts.map(({ user_id }) => naturalKey(user_id)),
      ],
    );
  }
}
