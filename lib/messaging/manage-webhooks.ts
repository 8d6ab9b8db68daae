import { auditContext } from '../audit/audit-context';
import type { AuditFact } from '../audit/audit-event';
import type { ServiceAccountRequester } from '../accounts/users/principal';
import { requesterActor, requesterKey } from '../accounts/users/requester';
import { base64UrlFromBytes } from '../shared/bytes';
import type { Random } from '../shared/random';
import type { RequestOrigin } from '../shared/request-origin';
import { accept, refuse, type Result } from '../shared/result';
import type { Clock } from '../shared/time/clock';
import type { Carrier } from './carrier';
import type { WebhookDelivery } from './delivery';
import { DeliveryError, type DeliveryProblem } from './delivery-error';
import {
  destinationOf,
  generateWebhookId,
  webhookFact,
  type ManagedWebhook,
  type ManagedWebhookStore,
} from './managed-webhook';
import { generateMessageId, type SideEffects } from './new-message';
import type { WebhookEventType } from './webhook-event';

export type WebhookPorts = {
  webhooks: ManagedWebhookStore;
  carrier: Carrier<WebhookDelivery>;
  /** Whether a host may be reached: every address that its name has now. It is checked again when something is sent. */
  mayReach: (url: string) => Promise<boolean>;
  /** Addresses of the settings, which nobody manages here. */
  settingsAddresses: readonly string[];
  clock: Clock;
  random: Random;
};

/** In characters. */
export const MAXIMUM_WEBHOOK_ADDRESS_LENGTH = 1_000;

/** Of one domain: each event is a message to each of them. */
export const MOST_WEBHOOKS = 20;

const SECRET_BYTES = 32;

export type WebhookRefusal = 'webhook-address-invalid' | 'webhook-exists' | 'too-many-webhooks' | 'try-again';

/** @property secret shown to the system this once */
export type WithSecret = { webhook: ManagedWebhook; secret: string };

export async function createWebhook(
  ports: WebhookPorts,
  system: ServiceAccountRequester,
  input: { address: string; events: readonly WebhookEventType[] },
  origin: RequestOrigin,
): Promise<Result<WithSecret, WebhookRefusal>> {
  const { webhooks, clock, random } = ports;
  const address = await checkAddress(ports, input.address);
  if (address === null) return refuse('webhook-address-invalid');
  const webhook: ManagedWebhook = {
    id: generateWebhookId(random),
    version: 1,
    domain: system.domain,
    address,
    events: [...new Set(input.events)],
    isEnabled: true,
    createdBy: requesterKey(system).userId,
    createdAt: clock.now(),
    serviceAccountId: system.id,
  };
  const secret = makeSecret(random);
  const sideEffects = recorded('webhook-added', system, webhook, origin);
  const created = await webhooks.create(webhook, secret, MOST_WEBHOOKS, sideEffects);
  return created.ok ? accept({ webhook, secret }) : created;
}

export async function changeWebhook(
  { webhooks }: WebhookPorts,
  system: ServiceAccountRequester,
  webhook: ManagedWebhook,
  change: Partial<Pick<ManagedWebhook, 'events' | 'isEnabled'>>,
  origin: RequestOrigin,
): Promise<Result<null, 'version-moved'>> {
  const changedWebhook = { ...webhook, ...change, version: webhook.version + 1 };
  return webhooks.save(changedWebhook, null, recorded('webhook-changed', system, webhook, origin));
}

/** The earlier secret signs nothing from then on. */
export async function rotateWebhookSecret(
  { webhooks, random }: WebhookPorts,
  system: ServiceAccountRequester,
  webhook: ManagedWebhook,
  origin: RequestOrigin,
): Promise<Result<WithSecret, 'version-moved'>> {
  const changedWebhook = { ...webhook, version: webhook.version + 1 };
  const secret = makeSecret(random);
  const saved = await webhooks.save(
    changedWebhook,
    secret,
    recorded('webhook-secret-rotated', system, webhook, origin),
  );
  return saved.ok ? accept({ webhook: changedWebhook, secret }) : saved;
}

export async function removeWebhook(
  { webhooks, clock }: WebhookPorts,
  system: ServiceAccountRequester,
  webhook: ManagedWebhook,
  origin: RequestOrigin,
): Promise<void> {
  await webhooks.remove(webhook, recorded('webhook-removed', system, webhook, origin), clock.now());
}

/** Sends an event that says nothing, at once and once. @returns why it was not accepted; null if it was */
export async function testWebhook(
  { webhooks, carrier, clock, random }: WebhookPorts,
  system: ServiceAccountRequester,
  webhook: ManagedWebhook,
  origin: RequestOrigin,
): Promise<DeliveryProblem | null> {
  const at = clock.now();
  const event = { type: 'webhook-tested', at } as const;
  const to = destinationOf(webhook);
  const delivery = { id: generateMessageId(random), queuedAt: at, channel: 'webhook', to, event } as const;
  await webhooks.record(recorded('webhook-tested', system, webhook, origin));
  try {
    await carrier.deliver(delivery, new AbortController().signal);
    return null;
  } catch (error) {
    // A port that refuses and one that is silent are one to who asks, or this would tell what is behind an address.
    if (error instanceof DeliveryError) return error.code === 'timeout' ? 'unreachable' : error.code;
    throw error;
  }
}

/** @returns the address as it is stored; null unless it is https, without a name, a password or a fragment, and may be reached */
async function checkAddress({ mayReach }: WebhookPorts, text: string): Promise<string | null> {
  if (!URL.canParse(text) || text.includes('#')) return null;
  const { protocol, username, password, href } = new URL(text);
  if (protocol !== 'https:' || username !== '' || password !== '') return null;
  if (href.length > MAXIMUM_WEBHOOK_ADDRESS_LENGTH || !(await mayReach(href))) return null;
  return href;
}

function makeSecret(random: Random): string {
  return `whsec_${base64UrlFromBytes(random.bytes(SECRET_BYTES))}`;
}

function recorded(
  type: Extract<AuditFact, { webhookId: string }>['type'],
  system: ServiceAccountRequester,
  webhook: ManagedWebhook,
  origin: RequestOrigin,
): SideEffects {
  const fact = webhookFact(type, system.id, webhook);
  return { events: [{ ...fact, ...auditContext(requesterActor(system), null, origin) }], messages: [] };
}
