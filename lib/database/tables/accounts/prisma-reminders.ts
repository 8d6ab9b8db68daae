import type { PastReminders, Reminder, ReminderKind } from '../../../accounts/reminders/reminder';
import type { Reminders } from '../../../accounts/reminders/reminders';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Sql } from '../../sql';

export class PrismaReminders implements Reminders {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async find({ userId, domain }: UserKey): Promise<PastReminders> {
    const rows = await this.#sql.read<Reminder & { kind: ReminderKind }>`
      SELECT kind, count, shown_at AS "shownAt", is_dismissed AS "isDismissed" FROM reminder
      WHERE user_id = ${userId} AND domain = ${domain}`;
    return Object.fromEntries(rows.map(({ kind, ...reminder }) => [kind, reminder]));
  }

  async count({ userId, domain }: UserKey, kind: ReminderKind, before: number, at: Date): Promise<void> {
    await this.#sql`
      INSERT INTO reminder (user_id, domain, kind, count, shown_at, is_dismissed)
      VALUES (${userId}, ${domain}, ${kind}, ${before + 1}, ${at}::timestamptz, false)
      ON CONFLICT (user_id, domain, kind) DO UPDATE
      SET count = excluded.count, shown_at = excluded.shown_at, is_dismissed = false
      WHERE reminder.count = ${before}`;
  }

  async dismiss({ userId, domain }: UserKey, kind: ReminderKind): Promise<void> {
    await this.#sql`
      UPDATE reminder SET is_dismissed = true WHERE user_id = ${userId} AND domain = ${domain} AND kind = ${kind}`;
  }
}
