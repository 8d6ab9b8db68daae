import type { BackupVoucher, BackupVouchers } from '@/lib/accounts/proofs/backup-voucher';
import type { SessionId } from '@/lib/accounts/sessions/session';
import { isPending, type Activation } from '@/lib/activation/activation';
import { parseActivationId, type ActivationId } from '@/lib/shared/identifiers/activation-id';

type Kept = { session: SessionId; vouchedFor: string | null };

/** The port in a map, beside the activations. */
export class MemoryBackupVouchers implements BackupVouchers {
  readonly #kept = new Map<ActivationId, Kept>();
  readonly #activation: (id: ActivationId) => Activation | undefined;

  constructor(activation: (id: ActivationId) => Activation | undefined) {
    this.#activation = activation;
  }

  async find(session: SessionId, since: Date): Promise<BackupVoucher | null> {
    for (const [activationId, kept] of [...this.#kept].toReversed()) {
      const activation = this.#activation(activationId);
      if (kept.session !== session || activation?.state !== 'active' || activation.endedAt <= since) continue;
      const backup = this.#backup(kept);
      if (kept.vouchedFor !== null && (!backup || backup.state === 'active')) continue;
      const vouchedFor = backup && isPending(backup) ? backup.id : null;
      return { activationId, instanceId: activation.instanceId, vouchedFor };
    }
    return null;
  }

  async confine(activation: ActivationId, session: SessionId): Promise<void> {
    const kept = this.#kept.get(activation);
    if (kept && kept.session !== session && kept.vouchedFor === null) this.#kept.delete(activation);
  }

  /** A passkey or code is elsewhere in memory. */
  async takeBack(activation: string): Promise<ActivationId | null> {
    const kept = this.#kept.get(activation as ActivationId);
    return (kept && this.#backup(kept)?.id) ?? null;
  }

  add(activation: ActivationId, session: SessionId): void {
    this.#kept.set(activation, { session, vouchedFor: null });
  }

  /** In the same step as what it vouches for. @returns false if it was used before */
  useUp(voucher: ActivationId, session: SessionId, backup: string): boolean {
    const kept = this.#kept.get(voucher);
    const before = kept && this.#backup(kept);
    if (kept?.session !== session) return false;
    if (kept.vouchedFor !== null && (!before || before.state === 'active' || isPending(before))) return false;
    kept.vouchedFor = backup;
    return true;
  }

  #backup({ vouchedFor }: Kept): Activation | undefined {
    const id = parseActivationId(vouchedFor ?? '');
    return id ? this.#activation(id) : undefined;
  }
}
