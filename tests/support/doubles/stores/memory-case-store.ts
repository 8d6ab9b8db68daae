import type { SideEffects } from '@/lib/messaging/new-message';
import type { CaseStore } from '@/lib/helpdesk/safety/cases/case-store';
import type { CaseReference, OpenCase, SafetyCase } from '@/lib/helpdesk/safety/cases/safety-case';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemorySessionStore } from './memory-session-store';
import type { MemorySideEffects } from './memory-side-effects';

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryCaseStore implements CaseStore {
  readonly #kept = new Map<CaseReference, SafetyCase>();
  readonly #sessions: MemorySessionStore;
  readonly #sideEffects: MemorySideEffects;

  constructor(sessions: MemorySessionStore, sideEffects: MemorySideEffects) {
    this.#sessions = sessions;
    this.#sideEffects = sideEffects;
  }

  async find(reference: CaseReference, domain: string): Promise<SafetyCase | null> {
    const one = this.#kept.get(reference);
    return one?.domain === domain ? one : null;
  }

  async findByToken(tokenHash: string): Promise<SafetyCase | null> {
    return [...this.#kept.values()].find((one) => one.tokenHash === tokenHash) ?? null;
  }

  async findHeld(holderHash: string, openedSince: Date): Promise<OpenCase | null> {
    return this.#open().find((one) => one.holderHash === holderHash && one.openedAt >= openedSince) ?? null;
  }

  async findOpenFreeze({ userId, domain }: UserKey): Promise<OpenCase | null> {
    const isMeant = (one: OpenCase) => one.userId === userId && one.domain === domain && one.about === 'frozen';
    return this.#open().find(isMeant) ?? null;
  }

  async listOpen(domain: string, since: Date, limit: number): Promise<OpenCase[]> {
    return this.#open()
      .filter((one) => one.domain === domain && one.openedAt >= since)
      .slice(0, limit);
  }

  async listDisputed(domain: string, since: Date, limit: number): Promise<SafetyCase[]> {
    return [...this.#kept.values()]
      .flatMap((one) => (one.domain === domain && one.disputedAt !== null ? [{ one, at: one.disputedAt }] : []))
      .filter(({ at }) => at >= since)
      .toSorted((left, right) => right.at.getTime() - left.at.getTime())
      .map(({ one }) => one)
      .slice(0, limit);
  }

  async open(opened: OpenCase, sideEffects: SideEffects): Promise<void> {
    this.put(opened);
    this.#sessions.endNow(opened, { whileIn: null, except: null, now: opened.openedAt });
    this.#sideEffects.keep(sideEffects);
  }

  async save(moved: SafetyCase, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    if (!this.put(moved)) return refuse('version-moved');
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  /** What `saveCase` does. */
  put(moved: SafetyCase): boolean {
    if ((this.#kept.get(moved.reference)?.version ?? 0) !== moved.version - 1) return false;
    this.#kept.set(moved.reference, moved);
    return true;
  }

  #open(): OpenCase[] {
    return [...this.#kept.values()]
      .filter((one) => one.state === 'open')
      .toSorted((left, right) => right.openedAt.getTime() - left.openedAt.getTime());
  }
}
