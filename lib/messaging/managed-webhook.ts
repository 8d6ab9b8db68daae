import type { AuditFact } from '../audit/audit-event';
import { prefixedId } from '../shared/identifiers/prefixed-id';
import type { Result } from '../shared/result';
import type { SideEffects } from './new-message';
import type { WebhookEventType } from './webhook-event';

/** `whk-` and 32 hexadecimal digits. Not secret. */
export type WebhookId = string & { readonly brand: 'WebhookId' };

export const { parse: parseWebhookId, generate: generateWebhookId } = prefixedId<WebhookId>('whk');

/** A webhook that a system has made. Its secret is kept apart, encrypted. */
export type ManagedWebhook = {
  readonly id: WebhookId;
  /** Grows by one with every change; a save must name the version it read. */
  readonly version: number;
  /** Of whose people it gets the events. */
  readonly domain: string;
  /** A whole https address, without a fragment. No two of a domain have the same. */
  readonly address: string;
  /** Empty for all, also for those that there will be. */
  readonly events: readonly WebhookEventType[];
  readonly isEnabled: boolean;
  /** See `requesterKey`. */
  readonly createdBy: string;
  readonly createdAt: Date;
  /** The service account that has made it, and with which it ends; null where a version before has made it. */
  readonly serviceAccountId: string | null;
};

/**
 * Where its messages go in the outbox: its address, and its ID as a fragment. A webhook of another domain with the same
 * address, or one made after it was deleted, gets none of them.
 */
export function destinationOf({ id, address }: Pick<ManagedWebhook, 'id' | 'address'>): string {
  return `${address}#${id}`;
}

/** What was done to a webhook. Of its address no more than the host: the rest may be a secret of the receiver's. */
export function webhookFact<Type extends Extract<AuditFact, { webhookId: string }>['type']>(
  type: Type,
  serviceAccountId: string,
  { id: webhookId, address }: Pick<ManagedWebhook, 'id' | 'address'>,
) {
  return { type, serviceAccountId, webhookId, host: new URL(address).host };
}

/** @returns null for what is no such destination */
export function webhookOfDestination(destination: string): { id: WebhookId; address: string } | null {
  const [address = '', fragment = ''] = destination.split('#');
  const id = parseWebhookId(fragment);
  return id && { id, address };
}

/** PORT: webhooks that systems manage, and their secrets. Every write is one transaction with its side effects. */
export interface ManagedWebhookStore {
  /** The oldest first. */
  list(domain: string): Promise<ManagedWebhook[]>;
  /** See `destinationOf`. Of every domain, enabled or not. */
  listDestinations(): Promise<string[]>;
  /** One of another domain is not there. */
  find(id: WebhookId, domain: string): Promise<ManagedWebhook | null>;
  /** Null if there is no such webhook, or its service account may have none at this time. */
  secretOf(id: WebhookId, at: Date): Promise<string | null>;
  /**
   * `try-again`: its service account has just ended.
   * @param most how many the domain may have, however many are made at once
   */
  create(
    webhook: ManagedWebhook,
    secret: string,
    most: number,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'webhook-exists' | 'too-many-webhooks' | 'try-again'>>;
  /**
   * Saves a change; `webhook.version` is one above the version that was read.
   * @param secret a new one; null to keep it
   */
  save(
    webhook: ManagedWebhook,
    secret: string | null,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'version-moved'>>;
  /** Withdraws what waits for it, too. Does nothing if it is gone. */
  remove(webhook: ManagedWebhook, sideEffects: SideEffects, at: Date): Promise<void>;
  /** Records what changes no webhook. */
  record(sideEffects: SideEffects): Promise<void>;
}
