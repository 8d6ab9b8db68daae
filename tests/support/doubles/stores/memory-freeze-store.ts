import type { Freeze, FreezeId, Frozen, StandingFreeze } from '@/lib/accounts/freeze/freeze';
import type { LiftRequest } from '@/lib/helpdesk/safety/freeze/lifts';
import type { FreezeStore } from '@/lib/helpdesk/safety/freeze/freeze-store';
import type { SideEffects } from '@/lib/messaging/new-message';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { OpenCase } from '@/lib/helpdesk/safety/cases/safety-case';
import type { MemoryCaseStore } from './memory-case-store';
import type { MemorySessionStore } from './memory-session-store';
import type { MemorySideEffects } from './memory-side-effects';

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryFreezeStore implements FreezeStore {
  readonly #kept = new Map<FreezeId, Freeze>();
  readonly #sessions: MemorySessionStore;
  readonly #cases: MemoryCaseStore;
  readonly #sideEffects: MemorySideEffects;

  constructor(sessions: MemorySessionStore, cases: MemoryCaseStore, sideEffects: MemorySideEffects) {
    this.#sessions = sessions;
    this.#cases = cases;
    this.#sideEffects = sideEffects;
    sessions.isFrozen = (user) => this.#standing(user) !== null;
  }

  async isFrozen(user: UserKey): Promise<boolean> {
    return this.#standing(user) !== null;
  }

  async find(id: FreezeId): Promise<Freeze | null> {
    return this.#kept.get(id) ?? null;
  }

  async findStanding(user: UserKey): Promise<StandingFreeze | null> {
    return this.#standing(user);
  }

  async listDue(limit: number): Promise<Frozen[]> {
    return this.#oldestFirst()
      .filter((freeze) => freeze.state === 'frozen')
      .filter(({ isSettled }) => !isSettled)
      .slice(0, limit);
  }

  async create(freeze: Frozen, opened: OpenCase, sideEffects: SideEffects): Promise<Result<null, 'already-frozen'>> {
    if (this.#standing(freeze) || this.#kept.has(freeze.id)) return refuse('already-frozen');
    if (!this.#cases.put(opened)) return refuse('already-frozen');
    this.#kept.set(freeze.id, freeze);
    this.#sessions.endNow(freeze, { whileIn: null, except: null, now: freeze.frozenAt });
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  async save(freeze: Frozen, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    if (this.#kept.get(freeze.id)?.version !== freeze.version - 1) return refuse('version-moved');
    this.#kept.set(freeze.id, freeze);
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  /** What `LIFT_FREEZE` does. */
  lift({ state, subject: { freezeId }, endedAt }: LiftRequest): 'version-moved' | null {
    if (state !== 'approved') return null;
    const freeze = this.#kept.get(freezeId);
    if (!freeze || freeze.state !== (endedAt ? 'lifting' : 'frozen')) return 'version-moved';
    const moved = { ...freeze, version: freeze.version + 1 };
    this.#kept.set(freezeId, endedAt ? { ...moved, state: 'lifted', endedAt } : { ...moved, state: 'lifting' });
    return null;
  }

  #standing({ userId, domain }: UserKey): StandingFreeze | null {
    for (const freeze of this.#kept.values())
      if (freeze.userId === userId && freeze.domain === domain && freeze.state !== 'lifted') return freeze;
    return null;
  }

  #oldestFirst(): Freeze[] {
    return [...this.#kept.values()].toSorted((left, right) => left.frozenAt.getTime() - right.frozenAt.getTime());
  }
}
