import type { AuditEvent } from '../../audit/audit-event';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
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
   * @param voucher used up; null for none
   * @returns a refusal, and changes nothing, if the session has ended, or the voucher was used before
   */
  keep(
    user: UserKey,
    recoveryCode: { id: RecoveryCodeId; code: RecoveryCode; madeAt: Date },
    session: SessionId,
    events: AuditEvent[],
    voucher: ActivationId | null,
  ): Promise<Result<null, 'signed-out' | 'voucher-used'>>;
  /** @returns false, and records nothing, if there was none */
  remove(user: UserKey, events: AuditEvent[]): Promise<boolean>;
  /**
   * Takes as long for a user without a code as for a wrong one.
   * @returns the code's name if it is the user's; `too-busy` if the queue was full and it was not compared
   */
  verify(user: UserKey, code: RecoveryCode): Promise<RecoveryCodeId | 'too-busy' | null>;
}
