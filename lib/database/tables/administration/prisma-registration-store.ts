import type { TypedCode } from '../../../helpdesk/administration/mailed-secret';
import type {
  Registration,
  RegistrationCode,
  RegistrationStore,
} from '../../../helpdesk/administration/self-registration/self-registration';
import { Prisma, type PrismaClient } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { purge } from '../../purge';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';

export class PrismaRegistrationStore implements RegistrationStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async begin({ id, user, holderHash, bars, startedAt }: Registration): Promise<void> {
    const { userId, domain } = user;
    await this.#client.selfRegistration.create({ data: { id, userId, domain, holderHash, bars, startedAt } });
  }

  async keepCode(
    { id, user, holderHash }: Registration,
    code: RegistrationCode,
    sideEffects: SideEffects,
  ): Promise<void> {
    const { userId, domain } = user;
    await this.#client.$transaction(async (transaction) => {
      const earlier = { userId, domain, holderHash, id: { not: id } };
      await transaction.selfRegistration.updateMany({ where: earlier, data: { triesLeft: 0 } });
      await transaction.selfRegistration.update({ where: { id }, data: code });
      await this.#persist(transaction, sideEffects);
    });
  }

  async drop(id: string): Promise<void> {
    await this.#client.selfRegistration.deleteMany({ where: { id } });
  }

  async isPending({ userId, domain }: UserKey): Promise<boolean> {
    return (await this.#client.selfRegistration.count({ where: { userId, domain, bars: true } })) > 0;
  }

  async try({ userId, domain }: UserKey, { holderHash, secretHash }: TypedCode, now: Date): Promise<boolean> {
    const rows = await this.#client.$queryRaw<{ isRight: boolean }[]>`
      UPDATE self_registration SET tries_left = tries_left - 1
      WHERE user_id = ${userId} AND domain = ${domain} AND holder_hash = ${holderHash}
        AND tries_left > 0 AND expires_at > ${now}::timestamptz
      RETURNING secret_hash = ${secretHash} AS "isRight"`;
    return rows.some(({ isRight }) => isRight);
  }

  async confirm({ userId, domain }: UserKey, secretHash: string): Promise<{ barred: boolean } | null> {
    const deleted = await this.#client.$queryRaw<{ secretHash: string | null; bars: boolean }[]>`
      DELETE FROM self_registration
      WHERE user_id = ${userId} AND domain = ${domain} AND EXISTS (
        SELECT 1 FROM self_registration AS used
        WHERE used.user_id = ${userId} AND used.domain = ${domain} AND used.secret_hash = ${secretHash}
      )
      RETURNING secret_hash AS "secretHash", bars`;
    const confirmed = deleted.find((row) => row.secretHash === secretHash);
    return confirmed ? { barred: confirmed.bars } : null;
  }

  async deleteStartedBefore(time: Date): Promise<void> {
    await purge(this.#client, {
      table: 'self_registration',
      by: 'started_at',
      before: time,
      where: Prisma.sql`NOT bars`,
    });
  }

  async listBarredBefore(time: Date): Promise<UserKey[]> {
    return this.#client.selfRegistration.findMany({
      where: { bars: true, startedAt: { lt: time } },
      distinct: ['userId', 'domain'],
      select: { userId: true, domain: true },
    });
  }

  async liftStartedBefore(time: Date, { userId, domain }: UserKey): Promise<void> {
    await this.#client.selfRegistration.deleteMany({ where: { userId, domain, bars: true, startedAt: { lt: time } } });
  }
}
