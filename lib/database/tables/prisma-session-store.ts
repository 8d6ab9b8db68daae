import type { UserKey } from '../../shared/identifiers/user-key';
import { parseProofs, type ProofKind } from '../../accounts/proofs/proof';
import type { Session, SessionId } from '../../accounts/sessions/session';
import type { SessionEpoch, SessionStore } from '../../accounts/sessions/session-store';
import type { PrismaClient } from '../../generated/prisma/client';
import type { Database } from '../database';
import { endSessions } from '../end-sessions';
import type { Sql } from '../sql';

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
    return (await this.#client.sessionEpoch.findUnique({ where, select })) ?? { number: 0, endedAt: null };
  }

  /**
   * One statement that locks the epoch's row until the session is inserted: ending the epoch either sees the session or
   * comes first.
   */
  async create(session: Session, { number }: SessionEpoch): Promise<boolean> {
    const { id, userId, domain, createdAt, proofs, expiresAt, invitationId } = session;
    const count = await this.#client.$executeRaw`
      WITH held AS (
        INSERT INTO session_epoch AS epoch (user_id, domain, number) VALUES (${userId}, ${domain}, 0)
        ON CONFLICT (user_id, domain) DO UPDATE SET number = epoch.number WHERE epoch.number = ${number}::int
        RETURNING number
      )
      INSERT INTO session (id, user_id, domain, created_at, proofs, expires_at, invitation_id)
      SELECT ${id}, ${userId}, ${domain}, ${createdAt}::timestamptz, ${JSON.stringify(proofs)}::jsonb,
        ${expiresAt}::timestamptz, ${invitationId}
      FROM held WHERE number = ${number}::int`;
    return count === 1;
  }

  async find(id: SessionId, now: Date): Promise<Session | null> {
    const [row] = await this.#sql<Omit<Session, 'proofs'> & { proofs: unknown }>`
      SELECT id, user_id AS "userId", domain, created_at AS "createdAt", proofs,
        expires_at AS "expiresAt", invitation_id AS "invitationId"
      FROM session WHERE id = ${id} AND revoked_at IS NULL AND expires_at > ${now}::timestamptz`;
    return row ? { ...row, proofs: parseProofs(row.proofs) } : null;
  }

  async prove(id: SessionId, kind: ProofKind, at: Date): Promise<void> {
    await this.#sql`
      UPDATE session SET proofs = proofs || ${JSON.stringify({ [kind]: at })}::jsonb WHERE id = ${id}`;
  }

  async revoke(id: SessionId, now: Date): Promise<void> {
    await this.#client.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  }

  async revokeAll(userId: string, domain: string, except: SessionId | null, now: Date): Promise<number> {
    const ended = await this.#client.$transaction((transaction) =>
      endSessions(transaction, { userId, domain }, { whileIn: null, except, now }),
    );
    return ended ?? 0;
  }

  async purge(before: Date): Promise<number> {
    const { count } = await this.#client.session.deleteMany({ where: { expiresAt: { lt: before } } });
    return count;
  }
}
