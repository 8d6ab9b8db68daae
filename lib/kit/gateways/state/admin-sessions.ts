import { hexFromBytes } from '../../../shared/bytes';
import { SECOND } from '../../../shared/time/duration';
import { systemRandom } from '../../../shared/random';
import type { Account } from './accounts';

export type SessionLimits = {
  /** Sessions at a time (OneSpan §4.1: 200). */
  maximumSessions: number;
  /** Sessions of one user at a time; null for any number (OneSpan §4.1: an optional cap). */
  maximumPerUser: number | null;
  /** How long one may last (OneSpan §4.1: 86,400 s). */
  maximumSeconds: number;
  /** Without a call. That there is such a time-out is documented, how long it is is not. */
  idleSeconds: number;
};

type Session = { account: Account; startedAt: number; usedAt: number };

/** Log-ons to the administration interface. */
export class AdminSessions {
  /** May be changed at any time. */
  limits: SessionLimits;
  readonly #sessions = new Map<string, Session>();
  readonly #now: () => Date;

  constructor(limits: SessionLimits, now: () => Date) {
    this.limits = limits;
    this.#now = now;
  }

  /** @returns the session's identifier; null when there are too many */
  start(account: Account): string | null {
    this.#dropStale();
    const own = [...this.#sessions.values()].filter((session) => session.account === account).length;
    const { maximumSessions, maximumPerUser } = this.limits;
    if (this.#sessions.size >= maximumSessions || (maximumPerUser !== null && own >= maximumPerUser)) return null;
    const id = hexFromBytes(systemRandom.bytes(16)).toUpperCase();
    const now = this.#now().getTime();
    this.#sessions.set(id, { account, startedAt: now, usedAt: now });
    return id;
  }

  /** Whose session it is, which counts as a use of it; null when there is no such session any more. */
  use(id: string): Account | null {
    this.#dropStale();
    const session = this.#sessions.get(id);
    if (!session) return null;
    session.usedAt = this.#now().getTime();
    return session.account;
  }

  end(id: string): void {
    this.#sessions.delete(id);
  }

  endAll(): void {
    this.#sessions.clear();
  }

  get size(): number {
    this.#dropStale();
    return this.#sessions.size;
  }

  #dropStale(): void {
    const now = this.#now().getTime();
    const { maximumSeconds, idleSeconds } = this.limits;
    for (const [id, { startedAt, usedAt }] of this.#sessions) {
      if (now >= startedAt + maximumSeconds * SECOND || now >= usedAt + idleSeconds * SECOND) this.#sessions.delete(id);
    }
  }
}
