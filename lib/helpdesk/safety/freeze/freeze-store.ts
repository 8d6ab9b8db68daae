import type { FreezeId, FreezeLookup, Freeze, Frozen, StandingFreeze } from '../../../accounts/freeze/freeze';
import type { SideEffects } from '../../../messaging/new-message';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { OpenCase } from '../cases/safety-case';
import type { Result } from '../../../shared/result';

/** PORT: stores freezes. Every write is one transaction with its side effects. */
export interface FreezeStore extends FreezeLookup {
  find(id: FreezeId): Promise<Freeze | null>;
  findStanding(user: UserKey): Promise<StandingFreeze | null>;
  /** Those that are not settled. */
  listDue(limit: number): Promise<Frozen[]>;
  /**
   * Freezes an account, and ends all sessions of its user in the same transaction, which opens the case or saves its move.
   * @returns `already-frozen` also when its identifier is taken, or another writer has moved the case
   */
  create(freeze: Frozen, opened: OpenCase, sideEffects: SideEffects): Promise<Result<null, 'already-frozen'>>;
  /**
   * Saves a move; `freeze.version` is one above the version that was read. The approval of a request to lift it moves it
   * too, see `LIFTS`.
   */
  save(freeze: Frozen, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
