import type { Webhook } from '../../config/sections/webhook-config';
import { type ManagedWebhookStore, webhookOfDestination } from '../managed-webhook';
import { noAnswer, postWhereAllowed, problemOf } from './http-delivery';
import type { Guard, Posted } from './post-guarded';
import type { Carrier } from '../carrier';
import type { WebhookDelivery } from '../delivery';
import { DeliveryError } from '../delivery-error';
import type { Clock } from '../../shared/time/clock';
import { SECOND } from '../../shared/time/duration';
import { withDeadline } from '../../shared/async/with-deadline';
import { createHmac } from 'node:crypto';

const SIGNATURE_HEADER = 'x-tessera-signature';

/** A slower server should answer 202 and do its work afterwards. */
const TIMEOUT_MS = 10 * SECOND;

/** Webhooks that systems have made, whose addresses may lead into no network that is not allowed. */
export type SystemsWebhooks = {
  webhooks: Pick<ManagedWebhookStore, 'secretOf'>;
  guard: Guard;
};

/** Posts an event as JSON. A status of 200 to 299 is delivery; nothing else of the answer is read. */
export class HttpWebhookCarrier implements Carrier<WebhookDelivery> {
  readonly #webhooks: readonly Webhook[];
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #ofSystems: SystemsWebhooks | null;

  /** @param webhooks of the settings @param ofSystems null where systems have none */
  constructor(
    webhooks: readonly Webhook[],
    clock: Clock,
    timeoutMs = TIMEOUT_MS,
    ofSystems: SystemsWebhooks | null = null,
  ) {
    this.#ofSystems = ofSystems;
    this.#webhooks = webhooks;
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
  }

  async deliver(delivery: WebhookDelivery, signal: AbortSignal): Promise<void> {
    const { url, secret, send } = await this.#find(delivery.to);
    const body = JSON.stringify({ id: delivery.id, ...delivery.event });
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Tessera',
      [SIGNATURE_HEADER]: signWebhook(body, secret, this.#clock.now()),
    };
    const status = await withDeadline(this.#timeoutMs, signal, (either) =>
      send(url, body, { headers, signal: either }),
    );
    const problem = problemOf(status);
    if (problem) throw new DeliveryError(problem, `HTTP ${status}`);
  }

  /** @throws DeliveryError if there is no such webhook any more, or its service account may have none */
  async #find(destination: string): Promise<{ url: string; secret: string; send: Send }> {
    const ofSettings = this.#webhooks.find(({ url }) => url === destination);
    if (ofSettings) return { ...ofSettings, send: post };
    const managed = webhookOfDestination(destination);
    const secret = managed && (await this.#ofSystems?.webhooks.secretOf(managed.id, this.#clock.now()));
    if (!managed || !this.#ofSystems || typeof secret !== 'string')
      throw new DeliveryError('no-destination', 'the webhook is no longer configured');
    const { guard } = this.#ofSystems;
    return {
      url: managed.address,
      secret,
      send: async (...posted) => (await postWhereAllowed(guard, ...posted)).status,
    };
  }
}

/** @returns the answer's status */
type Send = (url: string, body: string, posted: Posted) => Promise<number>;

async function post(url: string, body: string, options: Posted): Promise<number> {
  try {
    // Redirects are not followed: a signed event is for the configured address only.
    const response = await fetch(url, { ...options, method: 'POST', body, redirect: 'manual', cache: 'no-store' });
    await response.body?.cancel();
    return response.status;
  } catch (cause) {
    throw noAnswer(cause);
  }
}

/**
 * `t=<seconds since 1970>,v1=<HMAC-SHA-256 in hexadecimal>` over `<t>.<body>`. The time lets the receiver refuse
 * replays.
 */
function signWebhook(body: string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex')}`;
}
