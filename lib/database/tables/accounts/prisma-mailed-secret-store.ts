import type { MailedPurpose, MailedSecret, MailedSecretStore } from '../../../administration/mailed-secret';
import type { Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';

export class PrismaMailedSecretStore implements MailedSecretStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async keep(secret: MailedSecret, sideEffects: SideEffects): Promise<void> {
    await this.#client.$transaction(async (transaction) => {
      await keepMailedSecret(transaction, secret);
      await this.#persist(transaction, sideEffects);
    });
  }

  async findByHash(purpose: MailedPurpose, secretHash: string): Promise<(UserKey & { expiresAt: Date }) | null> {
    const where = { secretHash, purpose, triesLeft: { gt: 0 } };
    return this.#client.mailedSecret.findFirst({ where, select: { userId: true, domain: true, expiresAt: true } });
  }

  async try(
    { userId, domain }: UserKey,
    purpose: MailedPurpose,
    secretHash: string,
    now: Date,
  ): Promise<'right' | 'wrong' | 'over'> {
    const [tried] = await this.#client.$queryRaw<{ isRight: boolean }[]>`
      UPDATE mailed_secret SET tries_left = tries_left - 1
      WHERE user_id = ${userId} AND domain = ${domain} AND purpose = ${purpose} AND tries_left > 0
        AND expires_at > ${now}::timestamptz
      RETURNING secret_hash = ${secretHash} AS "isRight"`;
    if (!tried) return 'over';
    return tried.isRight ? 'right' : 'wrong';
  }

  async take({ userId, domain }: UserKey, purpose: MailedPurpose, secretHash: string): Promise<boolean> {
    const { count } = await this.#client.mailedSecret.deleteMany({ where: { userId, domain, purpose, secretHash } });
    return count === 1;
  }
}

/** Keeps a secret within a change, in place of the user's earlier one of this purpose. */
export async function keepMailedSecret(
  transaction: Prisma.TransactionClient,
  { user: { userId, domain }, purpose, ...kept }: MailedSecret,
): Promise<void> {
  const named = { userId, domain, purpose };
  await transaction.mailedSecret.upsert({
    where: { userId_domain_purpose: named },
    create: { ...named, ...kept },
    update: kept,
  });
}
