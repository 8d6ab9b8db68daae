import type { AuditEvent } from '../../../audit/audit-event';
import type { RecoveryCode, RecoveryCodeId } from '../../../accounts/recovery/recovery-code';
import type { RecoveryCodeStore } from '../../../accounts/recovery/recovery-code-store';
import type { PrismaClient } from '../../../generated/prisma/client';
import type { ActivationId } from '../../../shared/identifiers/activation-id';
import { accept, refuse, type Result } from '../../../shared/result';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { SessionId } from '../../../accounts/sessions/session';
import { holdSession } from '../../locks/hold-session';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import type { SlowHashes } from '../../secrets/slow-hashes';
import { consumeVoucher } from './prisma-backup-vouchers';

export class PrismaRecoveryCodeStore implements RecoveryCodeStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;
  readonly #hashes: SlowHashes;

  constructor(client: PrismaClient, persist: PersistSideEffects, hashes: SlowHashes) {
    this.#client = client;
    this.#persist = persist;
    this.#hashes = hashes;
  }

  async find(user: UserKey): Promise<{ madeAt: Date } | null> {
    return this.#client.recoveryCode.findUnique({ where: named(user), select: { madeAt: true } });
  }

  async keep(
    user: UserKey,
    { id, code, madeAt }: { id: RecoveryCodeId; code: RecoveryCode; madeAt: Date },
    session: SessionId,
    events: AuditEvent[],
    voucher: ActivationId | null,
  ): Promise<Result<null, 'signed-out' | 'voucher-used'>> {
    const { userId, domain } = user;
    const codeHash = await this.#hashes.hash(code);
    return this.#client.$transaction(async (transaction) => {
      if (!(await holdSession(transaction, { id: session, now: madeAt }))) return refuse('signed-out');
      if (voucher && !(await consumeVoucher(transaction, voucher, { session, backup: id })))
        return refuse('voucher-used');
      await transaction.recoveryCode.upsert({
        where: named(user),
        create: { userId, domain, id, codeHash, madeAt },
        update: { id, codeHash, madeAt },
      });
      await this.#persist(transaction, { events, messages: [] });
      return accept(null);
    });
  }

  async remove({ userId, domain }: UserKey, events: AuditEvent[]): Promise<boolean> {
    return this.#client.$transaction(async (transaction) => {
      const { count } = await transaction.recoveryCode.deleteMany({ where: { userId, domain } });
      if (count > 0) await this.#persist(transaction, { events, messages: [] });
      return count > 0;
    });
  }

  async verify(user: UserKey, code: RecoveryCode): Promise<RecoveryCodeId | 'too-busy' | null> {
    const row = await this.#client.recoveryCode.findUnique({ where: named(user) });
    const matches = await this.#hashes.matches(row?.codeHash ?? null, code);
    if (matches === 'too-busy') return matches;
    return row && matches ? (row.id as RecoveryCodeId) : null;
  }
}

function named({ userId, domain }: UserKey) {
  return { userId_domain: { userId, domain } };
}
