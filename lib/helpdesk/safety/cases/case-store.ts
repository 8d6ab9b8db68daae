import type { SideEffects } from '../../../messaging/new-message';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Result } from '../../../shared/result';
import type { CaseReference, OpenCase, SafetyCase } from './safety-case';

/** PORT: stores the helpdesk's cases. Every write is one transaction with its side effects. */
export interface CaseStore {
  find(reference: CaseReference, domain: string): Promise<SafetyCase | null>;
  findByToken(tokenHash: string): Promise<SafetyCase | null>;
  /** The latest open one that a browser may go on with. */
  findHeld(holderHash: string, openedSince: Date): Promise<OpenCase | null>;
  /** The open one of a frozen account. */
  findOpenFreeze(user: UserKey): Promise<OpenCase | null>;
  /** Opened since then, newest first. */
  listOpen(domain: string, since: Date, limit: number): Promise<OpenCase[]>;
  /** Disputed since then, newest first, closed ones as well. */
  listDisputed(domain: string, since: Date, limit: number): Promise<SafetyCase[]>;
  /** Opens a case of a lost phone, and ends all sessions of its user. That of a freeze is opened with it. */
  open(opened: OpenCase, sideEffects: SideEffects): Promise<void>;
  /** Saves a move; `version` is one above the version that was read. */
  save(moved: SafetyCase, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
