import type { UserKey } from '@/lib/shared/identifiers/user-key';
import type { ProofKind } from '@/lib/accounts/proofs/proof';
import type { Session, SessionId } from '@/lib/accounts/sessions/session';
import type { SessionEpoch, SessionStore } from '@/lib/accounts/sessions/session-store';

export class MemorySessionStore implements SessionStore {
  readonly #sessions = new Map<SessionId, Session>();
  readonly #epochs = new Map<string, SessionEpoch>();
  readonly #revoked = new Set<SessionId>();

  async epochOf(user: UserKey): Promise<SessionEpoch> {
    return this.#epochs.get(keyOf(user)) ?? { number: 0, endedAt: null, isFirst: true };
  }

  /** Set by the store of freezes. */
  isFrozen: (user: UserKey) => boolean = () => false;

  async create(session: Session, { number }: SessionEpoch): Promise<boolean> {
    if (this.isFrozen(session)) return false;
    if ((this.#epochs.get(keyOf(session))?.number ?? 0) !== number) return false;
    if (number === 0) this.#epochs.set(keyOf(session), { number, endedAt: null, isFirst: false });
    this.#sessions.set(session.id, session);
    return true;
  }

  async find(id: SessionId, now: Date): Promise<Session | null> {
    const session = this.#sessions.get(id);
    return session && this.#isValid(session, now) ? session : null;
  }

  async prove(id: SessionId, kind: ProofKind, at: Date): Promise<void> {
    const session = this.#sessions.get(id);
    if (session) this.#sessions.set(id, { ...session, proofs: { ...session.proofs, [kind]: at } });
  }

  async listFor(user: UserKey, now: Date, limit: number): Promise<Session[]> {
    const open = [...this.#sessions.values()].filter((one) => keyOf(one) === keyOf(user) && this.#isValid(one, now));
    return open.sort((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime()).slice(0, limit);
  }

  async see(id: SessionId, at: Date): Promise<void> {
    const session = this.#sessions.get(id);
    if (session && session.lastSeenAt < at) this.#sessions.set(id, { ...session, lastSeenAt: at });
  }

  async revoke(id: SessionId, now: Date): Promise<boolean> {
    const isOpen = (await this.find(id, now)) !== null;
    if (isOpen) this.#revoked.add(id);
    return isOpen;
  }

  async revokeAll(userId: string, domain: string, except: SessionId | null, now: Date): Promise<number> {
    return this.endNow({ userId, domain }, { whileIn: null, except, now }) ?? 0;
  }

  /** For other stores, inside of their own moves: see `endSessions`. */
  endNow(
    user: UserKey,
    { whileIn, except, now }: { whileIn: SessionEpoch | null; except: SessionId | null; now: Date },
  ): number | null {
    const number = this.#epochs.get(keyOf(user))?.number ?? 0;
    if (whileIn && whileIn.number !== number) return null;
    this.#epochs.set(keyOf(user), { number: number + 1, endedAt: now, isFirst: false });
    const ended = [...this.#sessions.values()].filter(
      (session) => keyOf(session) === keyOf(user) && session.id !== except && this.#isValid(session, now),
    );
    for (const { id } of ended) this.#revoked.add(id);
    return ended.length;
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

function keyOf({ userId, domain }: UserKey): string {
  return JSON.stringify([userId, domain]);
}
