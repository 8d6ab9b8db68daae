import type { StaffEnrolment } from '../../../accounts/proofs/staff-proof';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Sql } from '../../sql';

/** Opened and ended by triggers of the database; the enrolment of a gateway's account starts with its first look-up. */
export class PrismaStaffEnrolment implements StaffEnrolment {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async isOpen({ userId, domain }: UserKey): Promise<boolean> {
    const [row] = await this.#sql<{ isOpen: boolean }>`
      INSERT INTO staff_enrolment AS enrolment (user_id, domain) VALUES (${userId}, ${domain})
      ON CONFLICT (user_id, domain) DO UPDATE SET opened_at = enrolment.opened_at
      RETURNING enrolled_at IS NULL AND opened_at > now() - interval '7 days' AS "isOpen"`;
    return row?.isOpen === true;
  }
}
