import type { PasskeyId } from '../../../accounts/passkeys/passkey';
import type { BackupVoucher, BackupVouchers, TakenBackup } from '../../../accounts/proofs/backup-voucher';
import type { SessionId } from '../../../accounts/sessions/session';
import type { AuditEvent } from '../../../audit/audit-event';
import type { Prisma, PrismaClient } from '../../../generated/prisma/client';
import { parseActivationId, type ActivationId } from '../../../shared/identifiers/activation-id';
import type { Database } from '../../database';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import type { Sql } from '../../sql';

export class PrismaBackupVouchers implements BackupVouchers {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #persist: PersistSideEffects;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>, persist: PersistSideEffects) {
    this.#client = client;
    this.#sql = sql;
    this.#persist = persist;
  }

  async find(session: SessionId, since: Date): Promise<BackupVoucher | null> {
    const [row] = await this.#sql.read<BackupVoucher>`
      SELECT activation.id AS "activationId", activation.instance_id AS "instanceId",
        CASE WHEN backup.ended_at IS NULL THEN backup.id END AS "vouchedFor"
      FROM backup_voucher AS voucher
        JOIN activation ON activation.id = voucher.activation_id
        LEFT JOIN activation AS backup ON backup.id = voucher.vouched_for
      WHERE voucher.session_id = ${session} AND activation.state = 'active'
        AND activation.ended_at > ${since}::timestamptz
        AND (voucher.vouched_for IS NULL OR backup.state <> 'active')
      ORDER BY activation.ended_at DESC LIMIT 1`;
    return row ?? null;
  }

  async confine(activation: ActivationId, session: SessionId): Promise<void> {
    await this.#sql`
      DELETE FROM backup_voucher
      WHERE activation_id = ${activation} AND session_id <> ${session} AND vouched_for IS NULL`;
  }

  async takeBack(activationId: string, events: (taken: TakenBackup) => AuditEvent[]): Promise<ActivationId | null> {
    return this.#client.$transaction(async (transaction) => {
      const voucher = await transaction.backupVoucher.findUnique({ where: { activationId } });
      const backup = voucher?.vouchedFor ?? null;
      if (backup === null) return null;
      const [passkey] = await transaction.$queryRaw<{ name: string }[]>`
        DELETE FROM passkey WHERE id = ${backup} RETURNING name`;
      const { count: codes } = await transaction.recoveryCode.deleteMany({ where: { id: backup } });
      const taken = passkey ? { id: backup as PasskeyId, name: passkey.name } : null;
      if (taken || codes > 0) await this.#persist(transaction, { events: events({ passkey: taken }), messages: [] });
      return parseActivationId(backup);
    });
  }
}

/** @returns false if it was used before, or is another session's */
export async function consumeVoucher(
  transaction: Pick<Prisma.TransactionClient, '$executeRaw'>,
  voucher: ActivationId,
  { session, backup }: { session: SessionId; backup: string },
): Promise<boolean> {
  const count = await transaction.$executeRaw`
    UPDATE backup_voucher AS voucher SET vouched_for = ${backup}
    WHERE voucher.activation_id = ${voucher} AND voucher.session_id = ${session}
      AND (voucher.vouched_for IS NULL OR EXISTS (
        SELECT 1 FROM activation AS backup
        WHERE backup.id = voucher.vouched_for AND backup.ended_at IS NOT NULL AND backup.state <> 'active'))`;
  return count === 1;
}
