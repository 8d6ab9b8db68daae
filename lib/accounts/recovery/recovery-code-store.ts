import type { AuditEvent } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { SessionId } from '../sessions/session';
import type { RecoveryCode, RecoveryCodeId } from './recovery-code';

/**
 * PORT: stores one recovery code per user, as a slow hash. The start of an activation consumes it; see
 * `ActivationStore.create`.
 */
export interface RecoveryCodeStore {
  /** @returns null if the user has none */
  find(user: UserKey): Promise<{ madeAt: Date } | null>;
  /**
   * Replaces the user's previous code, in one transaction with the events.
   * @param session the one that creates it
   * @returns false, and changes nothing, if the session has ended
   */
  keep(
    user: UserKey,
    recoveryCode: { id: RecoveryCodeId; code: RecoveryCode; madeAt: Date },
    session: SessionId,
    events: AuditEvent[],
  ): Promise<boolean>;
  /** @returns false, and records nothing, if there was none */
  remove(user: UserKey, events: AuditEvent[]): Promise<boolean>;
  /**
   * Takes as long for a user without a code as for a wrong one.
   * @returns the code's name if it is the user's; `too-busy` if the queue was full and it was not compared
   */
  verify(user: UserKey, code: RecoveryCode): Promise<RecoveryCodeId | 'too-busy' | null>;
}
