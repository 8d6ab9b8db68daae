import type { Prisma, PrismaClient } from '../../generated/prisma/client';
import { destinationOf, type ManagedWebhook, type WebhookId } from '../../messaging/managed-webhook';
import type { WebhookEvent } from '../../messaging/webhook-event';
import type { ServiceScope } from '../../helpdesk/service-accounts/service-scope';

const MANAGES: ServiceScope = 'webhook:manage';

type Owned = Pick<ManagedWebhook, 'serviceAccountId'>;

/**
 * Webhooks whose service account may have them now: it has neither ended nor expired, is not suspended, and may manage
 * them.
 */
export async function thoseThatSpeak<Webhook extends Owned>(
  client: Pick<PrismaClient, 'serviceAccount'>,
  webhooks: readonly Webhook[],
  at: Date,
): Promise<Webhook[]> {
  const ids = webhooks.flatMap(({ serviceAccountId }) => serviceAccountId ?? []);
  if (ids.length === 0) return [...webhooks];
  const isSilent = [
    { endedAt: { not: null } },
    { suspendedAt: { not: null } },
    { expiresAt: { lte: at } },
    { NOT: { scopes: { has: MANAGES } } },
  ];
  const silent = await client.serviceAccount.findMany({
    where: { id: { in: ids }, OR: isSilent },
    select: { id: true },
  });
  return webhooks.filter(({ serviceAccountId }) => silent.every(({ id }) => id !== serviceAccountId));
}

/** The webhooks of the domain's service accounts that subscribe to an event. */
export async function destinationsOfSystems(
  transaction: Prisma.TransactionClient,
  { domain, type }: WebhookEvent,
  at: Date,
): Promise<string[]> {
  const isMeant = [{ events: { isEmpty: true } }, { events: { has: type } }];
  const where = { domain, isEnabled: true, OR: isMeant };
  const select = { id: true, address: true, serviceAccountId: true };
  const rows = await transaction.managedWebhook.findMany({ where, select });
  const speaking = await thoseThatSpeak(transaction, rows, at);
  return speaking.map(({ id, address }) => destinationOf({ id: id as WebhookId, address }));
}

/** Removes webhooks with their secrets, and withdraws their pending messages. @returns those that existed */
export async function removeWebhooks(
  transaction: Prisma.TransactionClient,
  where: Prisma.ManagedWebhookWhereInput,
  at: Date,
): Promise<Pick<ManagedWebhook, 'id' | 'address'>[]> {
  const rows = await transaction.managedWebhook.findMany({ where, select: { id: true, address: true } });
  const { count } = await transaction.managedWebhook.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  if (count === 0) return [];
  const removed = rows.map(({ id, address }) => ({ id: id as WebhookId, address }));
  await transaction.outboxMessage.updateMany({
    where: { channel: 'webhook', destination: { in: removed.map(destinationOf) }, state: { in: ['pending', 'dead'] } },
    data: { state: 'withdrawn', encryptedContent: null, endedAt: at },
  });
  return removed;
}
