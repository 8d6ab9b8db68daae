import type { Passkey, PasskeyId } from '../../../accounts/passkeys/passkey';
import type { PasskeyChallenge, PasskeyPurpose, PasskeyStore } from '../../../accounts/passkeys/passkey-store';
import type { Passkey as PasskeyRow, PrismaClient } from '../../../generated/prisma/client';
import type { ActivationId } from '../../../shared/identifiers/activation-id';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import type { OpenSession } from '../../../accounts/sessions/session';
import { holdSession } from '../../locks/hold-session';
import { lockAccount } from '../../locks/lock-account';
import { purge } from '../../purge';
import { violatesUnique } from '../../sql';
import { consumeVoucher } from './prisma-backup-vouchers';

export class PrismaPasskeyStore implements PasskeyStore {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async list({ userId, domain }: UserKey): Promise<Passkey[]> {
    const rows = await this.#client.passkey.findMany({ where: { userId, domain }, orderBy: { number: 'asc' } });
    return rows.map(passkeyFromRow);
  }

  async find(credentialId: string): Promise<Passkey | null> {
    const row = await this.#client.passkey.findUnique({ where: { credentialId } });
    return row && passkeyFromRow(row);
  }

  async add(
    passkey: Passkey,
    session: OpenSession,
    voucher: ActivationId | null = null,
  ): Promise<Result<null, 'already-registered' | 'changed-meanwhile'>> {
    try {
      return await this.#client.$transaction(async (transaction) => {
        if (!(await holdSession(transaction, session))) return refuse('changed-meanwhile');
        const used = { session: session.id, backup: passkey.id };
        if (voucher && !(await consumeVoucher(transaction, voucher, used))) return refuse('changed-meanwhile');
        await transaction.passkey.create({ data: rowFromPasskey(passkey) });
        return accept(null);
      });
    } catch (error) {
      if (violatesUnique(error, 'credential_id', 'credentialId')) return refuse('already-registered');
      if (violatesUnique(error, 'number')) return refuse('changed-meanwhile');
      throw error;
    }
  }

  async recordUse(
    id: PasskeyId,
    { counter, isBackedUp, at }: { counter: number; isBackedUp: boolean; at: Date },
  ): Promise<boolean> {
    const count = await this.#client.$executeRaw`
      UPDATE passkey SET counter = ${counter}::bigint, is_backed_up = ${isBackedUp}, last_used_at = ${at}::timestamptz
      WHERE id = ${id} AND (counter < ${counter}::bigint OR (counter = 0 AND ${counter}::bigint = 0))
        AND NOT EXISTS (
          SELECT 1 FROM account_freeze AS standing
          WHERE standing.user_id = passkey.user_id AND standing.domain = passkey.domain AND standing.state <> 'lifted')`;
    return count === 1;
  }

  async rename({ userId, domain }: UserKey, id: PasskeyId, name: string): Promise<boolean> {
    const { count } = await this.#client.passkey.updateMany({ where: { id, userId, domain }, data: { name } });
    return count === 1;
  }

  async remove({ userId, domain }: UserKey, id: PasskeyId): Promise<Result<Passkey, 'not-found' | 'last-passkey'>> {
    return this.#client.$transaction(async (transaction) => {
      // Otherwise the last two could be removed at once, or one while the password is turned off.
      const account = await lockAccount(transaction, { userId, domain });
      const own = await transaction.passkey.findMany({ where: { userId, domain } });
      const row = own.find((passkey) => passkey.id === id);
      if (!row) return refuse('not-found');
      if (account?.isPasswordOff && own.length === 1) return refuse('last-passkey');
      const { count } = await transaction.passkey.deleteMany({ where: { id } });
      return count === 1 ? accept(passkeyFromRow(row)) : refuse('not-found');
    });
  }

  async keepChallenge({ registration, ...challenge }: PasskeyChallenge): Promise<void> {
    await this.#client.passkeyChallenge.create({ data: { ...challenge, ...registration } });
  }

  async takeChallenge(challenge: string, holder: string): Promise<PasskeyChallenge | null> {
    const [row] = await this.#client.$queryRaw<
      { purpose: PasskeyPurpose; expiresAt: Date; number: number | null; userHandle: string | null }[]
    >`
      DELETE FROM passkey_challenge WHERE challenge = ${challenge} AND holder = ${holder}
      RETURNING purpose, expires_at AS "expiresAt", number, user_handle AS "userHandle"`;
    if (!row) return null;
    const { purpose, expiresAt, number, userHandle } = row;
    const registration = number === null || userHandle === null ? null : { number, userHandle };
    return { challenge, holder, purpose, expiresAt, registration };
  }

  async purgeChallenges(before: Date): Promise<void> {
    await purge(this.#client, {
      table: 'passkey_challenge',
      by: 'expires_at',
      before,
    });
  }
}

function rowFromPasskey({ transports, counter, ...passkey }: Passkey): PasskeyRow {
  return { ...passkey, transports: [...transports], counter: BigInt(counter) };
}

function passkeyFromRow({ id, counter, ...row }: PasskeyRow): Passkey {
  return { ...row, id: id as PasskeyId, counter: Number(counter) };
}
