import type { Session, SessionId } from '@/lib/access/session';
import type { SessionStore } from '@/lib/access/session-store';

export class MemorySessionStore implements SessionStore {
  readonly #sessions = new Map<SessionId, Session>();
  readonly #revoked = new Set<SessionId>();

  async create(session: Session): Promise<void> {
    this.#sessions.set(session.id, session);
  }

  async find(id: SessionId, now: Date): Promise<Session | null> {
    const session = this.#sessions.get(id);
    return session && this.#isValid(session, now) ? session : null;
  }

  async confirm(id: SessionId, authenticatedAt: Date): Promise<void> {
    const session = this.#sessions.get(id);
    if (session) this.#sessions.set(id, { ...session, authenticatedAt });
  }

  async revoke(id: SessionId): Promise<void> {
    this.#revoked.add(id);
  }

  async revokeAll(userId: string, domain: string, except: SessionId | null, now: Date): Promise<number> {
    const others = [...this.#sessions.values()].filter(
      (session) =>
        session.userId === userId && session.domain === domain && session.id !== except && this.#isValid(session, now),
    );
    for (const { id } of others) this.#revoked.add(id);
    return others.length;
  }

  async purge(before: Date): Promise<number> {
    const ended = [...this.#sessions.values()].filter(({ expiresAt }) => expiresAt < before);
    for (const { id } of ended) this.#sessions.delete(id);
    return ended.length;
  }

  #isValid({ id, expiresAt }: Session, now: Date): boolean {
    return !this.#revoked.has(id) && now < expiresAt;
  }
}
