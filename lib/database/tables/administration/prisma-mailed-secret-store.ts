import type {
  MailedPurpose,
  MailedSecret,
  MailedSecretStore,
  TypedCode,
} from '../../../helpdesk/administration/mailed-secret';
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

  async keep(secret: MailedSecret, sideEffects: SideEffects, now: Date): Promise<void> {
    await this.#client.$transaction(async (transaction) => {
      await storeMailedSecret(transaction, secret, now);
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
    { holderHash, secretHash }: TypedCode,
    now: Date,
  ): Promise<'right' | 'wrong' | 'over'> {
    const [row] = await this.#client.$queryRaw<{ isRight: boolean }[]>`
      UPDATE mailed_secret SET tries_left = tries_left - 1
      WHERE user_id = ${userId} AND domain = ${domain} AND purpose = ${purpose} AND holder_hash = ${holderHash}
        AND tries_left > 0 AND expires_at > ${now}::timestamptz
      RETURNING secret_hash = ${secretHash} AS "isRight"`;
    if (!row) return 'over';
    return row.isRight ? 'right' : 'wrong';
  }

  async listHolders({ userId, domain }: UserKey, purpose: MailedPurpose, now: Date): Promise<string[]> {
    const where = { userId, domain, purpose, triesLeft: { gt: 0 }, expiresAt: { gt: now } };
    const rows = await this.#client.mailedSecret.findMany({ where, select: { holderHash: true } });
    return rows.map(({ holderHash }) => holderHash);
  }

  async take({ userId, domain }: UserKey, purpose: MailedPurpose, secretHash: string): Promise<boolean> {
    const deleted = await this.#client.$queryRaw<{ secretHash: string }[]>`
      DELETE FROM mailed_secret
      WHERE user_id = ${userId} AND domain = ${domain} AND purpose = ${purpose}
        AND EXISTS (
          SELECT 1 FROM mailed_secret AS used
          WHERE used.secret_hash = ${secretHash} AND used.user_id = ${userId} AND used.domain = ${domain}
            AND used.purpose = ${purpose}
        )
      RETURNING secret_hash AS "secretHash"`;
    return deleted.some((row) => row.secretHash === secretHash);
  }
}

/** Stores a secret within a change, replacing the holder's earlier one for this purpose. */
export async function storeMailedSecret(
  transaction: Prisma.TransactionClient,
  { user: { userId, domain }, purpose, holderHash, ...secret }: MailedSecret,
  now: Date,
): Promise<void> {
  // Secrets of browsers that stopped asking: the limit on requests bounds their number.
  const others = { userId, domain, purpose, holderHash: { not: holderHash }, expiresAt: { lte: now } };
  await transaction.mailedSecret.deleteMany({ where: others });
  const named = { userId, domain, purpose, holderHash };
  await transaction.mailedSecret.upsert({
    where: { userId_domain_purpose_holderHash: named },
    create: { ...named, ...secret },
    update: secret,
  });
}
