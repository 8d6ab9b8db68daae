import type { AuditEvent } from '@/lib/audit/audit-event';
import type { RecoveryCode, RecoveryCodeId } from '@/lib/accounts/recovery/recovery-code';
import type { OpenSession, SessionId } from '@/lib/accounts/sessions/session';
import type { RecoveryCodeStore } from '@/lib/accounts/recovery/recovery-code-store';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { UserKey } from '@/lib/shared/identifiers/user-key';

type Kept = { id: RecoveryCodeId; code: RecoveryCode; madeAt: Date };

/** The port in a map. @property recorded the events of all changes */
export class MemoryRecoveryCodeStore implements RecoveryCodeStore {
  readonly recorded: AuditEvent[] = [];
  /** How often a code was compared. */
  comparisons = 0;
  readonly #kept = new Map<string, Kept>();

  async find(user: UserKey): Promise<{ madeAt: Date } | null> {
    const kept = this.#kept.get(keyOf(user));
    return kept ? { madeAt: kept.madeAt } : null;
  }

  /** Set by whoever has the sessions. */
  isOpen: (session: OpenSession) => Promise<boolean> = async () => true;
  /** Set by whoever has the vouchers. */
  useUpVoucher: (voucher: ActivationId, session: SessionId, backup: string) => boolean = () => false;

  async keep(
    user: UserKey,
    made: Kept,
    session: SessionId,
    events: AuditEvent[],
    voucher: ActivationId | null,
  ): Promise<Result<null, 'signed-out' | 'voucher-used'>> {
    if (!(await this.isOpen({ id: session, now: made.madeAt }))) return refuse('signed-out');
    if (voucher && !this.useUpVoucher(voucher, session, made.id)) return refuse('voucher-used');
    this.#kept.set(keyOf(user), made);
    this.recorded.push(...events);
    return accept(null);
  }

  async remove(user: UserKey, events: AuditEvent[]): Promise<boolean> {
    const isRemoved = this.#kept.delete(keyOf(user));
    if (isRemoved) this.recorded.push(...events);
    return isRemoved;
  }

  async verify(user: UserKey, code: RecoveryCode): Promise<RecoveryCodeId | null> {
    this.comparisons += 1;
    const kept = this.#kept.get(keyOf(user));
    return kept?.code === code ? kept.id : null;
  }

  /** In the same step as the start of an activation. @returns false if there is no such code */
  useUp(id: RecoveryCodeId): boolean {
    const [key] = [...this.#kept].find(([, kept]) => kept.id === id) ?? [];
    return key !== undefined && this.#kept.delete(key);
  }
}

function keyOf({ userId, domain }: UserKey): string {
  return `${userId}@${domain}`;
}
