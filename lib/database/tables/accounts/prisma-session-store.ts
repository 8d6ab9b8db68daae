import type { UserKey } from '../../../shared/identifiers/user-key';
import { parseProofs, type ProofKind } from '../../../accounts/proofs/proof';
import type { Session, SessionId } from '../../../accounts/sessions/session';
import type { SessionEpoch, SessionStore } from '../../../accounts/sessions/session-store';
import { sessionChangeKey } from '../../../shared/changes/change-feed';
import { UNKNOWN_BROWSER } from '../../../shared/request-origin';
import type { PrismaClient } from '../../../generated/prisma/client';
import { type Database, CHANGE_CHANNEL } from '../../database';
import { endSessions } from '../../locks/end-sessions';
import { purge } from '../../purge';
import { constantPart, type Sql } from '../../sql';

/** In characters; the table checks it. */
const LONGEST_BROWSER = 120;

/** Every property of `SessionRow`, of `session`. */
export const SESSION_COLUMNS =
  constantPart(`id, user_id AS "userId", domain, created_at AS "createdAt", proofs, expires_at AS "expiresAt",
  invitation_id AS "invitationId", browser, network, coalesce(last_seen_at, created_at) AS "lastSeenAt"`);

export type SessionRow = Omit<Session, 'proofs' | 'trace'> & {
  proofs: unknown;
  browser: string | null;
  network: string | null;
};

export function sessionFromRow({
  id,
  userId,
  domain,
  createdAt,
  proofs,
  expiresAt,
  invitationId,
  browser,
  network,
  lastSeenAt,
}: SessionRow): Session {
  const trace = { browser: browser ?? UNKNOWN_BROWSER, network };
  return { id, userId, domain, createdAt, proofs: parseProofs(proofs), expiresAt, invitationId, trace, lastSeenAt };
}

export class PrismaSessionStore implements SessionStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>) {
    this.#client = client;
    this.#sql = sql;
  }

  async epochOf({ userId, domain }: UserKey): Promise<SessionEpoch> {
    const where = { userId_domain: { userId, domain } };
    const select = { number: true, endedAt: true };
    const epoch = await this.#client.sessionEpoch.findUnique({ where, select });
    // The row is created with the first session, and stays.
    return epoch ? { ...epoch, isFirst: false } : { number: 0, endedAt: null, isFirst: true };
  }

  /**
   * One statement that locks the epoch's row until the session is inserted: ending the epoch either sees the session or
   * comes first.
   */
  async create(session: Session, { number }: SessionEpoch): Promise<boolean> {
    const { id, userId, domain, createdAt, proofs, expiresAt, invitationId, trace, lastSeenAt } = session;
    const count = await this.#client.$executeRaw`
      WITH held AS (
        INSERT INTO session_epoch AS epoch (user_id, domain, number) VALUES (${userId}, ${domain}, 0)
        ON CONFLICT (user_id, domain) DO UPDATE SET number = epoch.number WHERE epoch.number = ${number}::int
        RETURNING number
      )
      INSERT INTO session (id, user_id, domain, created_at, proofs, expires_at, invitation_id, browser, network, last_seen_at)
      SELECT ${id}, ${userId}, ${domain}, ${createdAt}::timestamptz, ${JSON.stringify(proofs)}::jsonb,
        ${expiresAt}::timestamptz, ${invitationId}, ${trace.browser.slice(0, LONGEST_BROWSER)}, ${trace.network},
        ${lastSeenAt}::timestamptz
      FROM held WHERE number = ${number}::int AND NOT EXISTS (
        SELECT 1 FROM account_freeze WHERE user_id = ${userId} AND domain = ${domain} AND state <> 'lifted')`;
    return count === 1;
  }

  async find(id: SessionId, now: Date): Promise<Session | null> {
    const [row] = await this.#sql.read<SessionRow>`
      SELECT ${SESSION_COLUMNS} FROM session WHERE id = ${id} AND revoked_at IS NULL AND expires_at > ${now}::timestamptz`;
    return row ? sessionFromRow(row) : null;
  }

  async listFor({ userId, domain }: UserKey, now: Date, limit: number): Promise<Session[]> {
    const rows = await this.#sql.read<SessionRow>`
      SELECT ${SESSION_COLUMNS} FROM session
      WHERE user_id = ${userId} AND domain = ${domain} AND revoked_at IS NULL AND expires_at > ${now}::timestamptz
      ORDER BY coalesce(last_seen_at, created_at) DESC, id LIMIT ${limit}::int`;
    return rows.map(sessionFromRow);
  }

  async prove(id: SessionId, kind: ProofKind, at: Date): Promise<void> {
    await this.#sql`
      UPDATE session SET proofs = proofs || ${JSON.stringify({ [kind]: at })}::jsonb WHERE id = ${id}`;
  }

  async see(id: SessionId, at: Date): Promise<void> {
    await this.#sql`
      UPDATE session SET last_seen_at = ${at}::timestamptz
      WHERE id = ${id} AND (last_seen_at IS NULL OR last_seen_at < ${at}::timestamptz)`;
  }

  async revoke(id: SessionId, now: Date): Promise<boolean> {
    const rows = await this.#sql`
      UPDATE session SET revoked_at = ${now}::timestamptz
      WHERE id = ${id} AND revoked_at IS NULL AND expires_at > ${now}::timestamptz
      RETURNING pg_notify(${CHANGE_CHANNEL}, ${sessionChangeKey(id)})::text`;
    return rows.length > 0;
  }

  async revokeAll(userId: string, domain: string, except: SessionId | null, now: Date): Promise<number> {
    const rows = await this.#client.$transaction((transaction) =>
      endSessions(transaction, { userId, domain }, { whileIn: null, except, now }),
    );
    return rows ?? 0;
  }

  async purge(before: Date): Promise<number> {
    return purge(this.#client, {
      table: 'session',
      by: 'expires_at',
      before,
    });
  }
}
