import type {
  FreezeId,
  FreezeLookup,
  Freeze,
  Frozen,
  Lifting,
  LiftRequested,
  StandingFreeze,
} from '../../accounts/freeze/freeze';
import type { SideEffects } from '../../messaging/new-message';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';

/** PORT: stores freezes. Every write is one transaction with its side effects. */
export interface FreezeStore extends FreezeLookup {
  find(id: FreezeId): Promise<Freeze | null>;
  findStanding(user: UserKey): Promise<StandingFreeze | null>;
  /** Oldest first. */
  listLiftRequested(domain: string, limit: number): Promise<LiftRequested[]>;
  /** Not settled, lifting, or with an overdue request. */
  listDue(now: Date, limit: number): Promise<(StandingFreeze | Lifting)[]>;
  /**
   * Freezes an account, and ends all sessions of its user in the same transaction.
   * @returns `already-frozen` also when its identifier is taken
   */
  create(freeze: Frozen, sideEffects: SideEffects): Promise<Result<null, 'already-frozen'>>;
  /** Saves a move; `freeze.version` is one above the version that was read. */
  save(freeze: Freeze, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
