import type { ManagedWebhook as WebhookRow, Prisma, PrismaClient } from '../../../generated/prisma/client';
import {
  destinationOf,
  type ManagedWebhook,
  type ManagedWebhookStore,
  type WebhookId,
} from '../../../messaging/managed-webhook';
import type { SideEffects } from '../../../messaging/new-message';
import type { WebhookEventType } from '../../../messaging/webhook-event';
import type { Encrypter } from '../../../shared/encrypter';
import { accept, refuse, type Result } from '../../../shared/result';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { removeWebhooks, thoseThatSpeak } from '../../side-effects/webhooks-of-systems';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';
import { violatesUnique } from '../../sql';

export class PrismaWebhookStore implements ManagedWebhookStore {
  readonly #client: PrismaClient;
  readonly #encrypter: Encrypter;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, encrypter: Encrypter, persist: PersistSideEffects) {
    this.#client = client;
    this.#encrypter = encrypter;
    this.#persist = persist;
  }

  async list(domain: string): Promise<ManagedWebhook[]> {
    const orderBy = [{ createdAt: 'asc' }, { id: 'asc' }] as const;
    const rows = await this.#client.managedWebhook.findMany({ where: { domain }, orderBy: [...orderBy] });
    return rows.map(webhookFromRow);
  }

  async listDestinations(): Promise<string[]> {
    const rows = await this.#client.managedWebhook.findMany({ select: { id: true, address: true } });
    return rows.map(({ id, address }) => destinationOf({ id: id as WebhookId, address }));
  }

  async find(id: WebhookId, domain: string): Promise<ManagedWebhook | null> {
    const row = await this.#client.managedWebhook.findUnique({ where: { id, domain } });
    return row && webhookFromRow(row);
  }

  async secretOf(id: WebhookId, at: Date): Promise<string | null> {
    const webhookRow = await this.#client.managedWebhook.findMany({ where: { id } });
    const [row] = await thoseThatSpeak(this.#client, webhookRow, at);
    return row ? this.#encrypter.decrypt(row.encryptedSecret, row.id) : null;
  }

  async create(
    webhook: ManagedWebhook,
    secret: string,
    most: number,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'webhook-exists' | 'too-many-webhooks' | 'try-again'>> {
    const encryptedSecret = await this.#encrypter.encrypt(secret, webhook.id);
    try {
      return await this.#client.$transaction(async (transaction) => {
        const { domain, serviceAccountId } = webhook;
        // The account first, as its end does, or each could wait for the other's locks.
        if (serviceAccountId !== null && (await holdAndSeeEnd(transaction, serviceAccountId)))
          return refuse('try-again');
        // Concurrent insertions wait, so that the count holds; readers do not.
        await transaction.$executeRaw`LOCK TABLE managed_webhook IN SHARE ROW EXCLUSIVE MODE`;
        if ((await transaction.managedWebhook.count({ where: { domain } })) >= most) return refuse('too-many-webhooks');
        await transaction.managedWebhook.create({ data: { ...rowOf(webhook), encryptedSecret } });
        await this.#persist(transaction, sideEffects);
        return accept(null);
      });
    } catch (error) {
      if (violatesUnique(error, 'address')) return refuse('webhook-exists');
      throw error;
    }
  }

  async save(
    webhook: ManagedWebhook,
    secret: string | null,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'version-moved'>> {
    const encryptedSecret = secret === null ? null : await this.#encrypter.encrypt(secret, webhook.id);
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, async (transaction) => {
      const where = { id: webhook.id, ...previousVersion(webhook) };
      const data = { ...rowOf(webhook), ...(encryptedSecret !== null && { encryptedSecret }) };
      return (await transaction.managedWebhook.updateMany({ where, data })).count > 0;
    });
  }

  async remove(webhook: ManagedWebhook, sideEffects: SideEffects, at: Date): Promise<void> {
    await this.#client.$transaction(async (transaction) => {
      const removed = await removeWebhooks(transaction, { id: webhook.id }, at);
      if (removed.length > 0) await this.#persist(transaction, sideEffects);
    });
  }

  async record(sideEffects: SideEffects): Promise<void> {
    await this.#client.$transaction((transaction) => this.#persist(transaction, sideEffects));
  }
}

/** Locks the account against its end until the transaction is over. @returns whether it has ended already */
async function holdAndSeeEnd(transaction: Prisma.TransactionClient, id: string): Promise<boolean> {
  const [account] = await transaction.$queryRaw<{ isEnded: boolean }[]>`
    SELECT ended_at IS NOT NULL AS "isEnded" FROM service_account WHERE id = ${id} FOR SHARE`;
  return account?.isEnded === true;
}

function rowOf({ events, ...webhook }: ManagedWebhook) {
  return { ...webhook, events: [...events] };
}

function webhookFromRow({ encryptedSecret: _secret, ...row }: WebhookRow): ManagedWebhook {
  return { ...row, id: row.id as WebhookId, events: row.events as WebhookEventType[] };
}
