import { encryptPush } from '../../wire/crypto/web-push/push-content';
import { vapidAuthorization } from '../../wire/crypto/web-push/vapid';
import { sha256 } from '../../wire/crypto/hash';
import { withDeadline } from '../../shared/async/with-deadline';
import { retryAfterMs } from '../../shared/async/retry';
import { base64UrlFromBytes, utf8 } from '../../shared/bytes';
import type { Language } from '../../shared/language';
import type { NetworkRange } from '../../shared/network-range';
import { isOfThisMachine, readPushEndpoint, type PushHost } from '../../shared/push-hosts';
import type { Random } from '../../shared/random';
import type { Clock } from '../../shared/time/clock';
import { HOUR, SECOND } from '../../shared/time/duration';
import type { Carrier } from '../carrier';
import type { PushDelivery } from '../delivery';
import { DeliveryError } from '../delivery-error';
import { isRequestPush, type PushContent } from '../phone-alerts/phone-alert';
import type { PushSubscriptions } from '../phone-alerts/push-subscriptions';
import { postWhereAllowed, problemOf } from '../webhooks/http-delivery';
import type { Guard } from '../webhooks/post-guarded';
import type { PushKey } from './opened-push-key';
import { writePush } from './push-body';

/** Of an attempt: whoever waits has a minute. */
const TIMEOUT_MS = 5 * SECOND;

/** Of a signature, which names this site to one push service. Services take a day at most (RFC 8292 §2). */
const SIGNATURE_MS = 12 * HOUR;

/** Statuses by which a push service says that it has ended a subscription (RFC 8030 §7.3). */
const ENDED_STATUSES = new Set([404, 410]);

/** Where hosts of this machine lead, which the settings name one by one. */
const THIS_MACHINE = ['127.0.0.0/8', '::1/128'] as NetworkRange[];

export type PushCarrierPorts = {
  subscriptions: Pick<PushSubscriptions, 'find'> & {
    /** The push service has ended it. */
    end(endpoint: string): Promise<void>;
  };
  key: Pick<PushKey, 'open'>;
  /** Whether a request still waits for a phone. */
  isWaiting(id: string): Promise<boolean>;
  clock: Clock;
  random: Random;
};

export type PushCarrierSettings = {
  hosts: readonly PushHost[];
  /** Whom a push service may write to: `mailto:…` or `https:…` (RFC 8292 §2.1). */
  subject: string;
  /** This site's public address, without a slash at the end. */
  publicUrl: string;
  timeoutMs?: number;
  /** Names and certificates of a test's own. */
  guard?: Pick<Guard, 'lookUp' | 'ca'>;
};

/** `not-reached`: there is no subscription. `gone`: the push service has just ended it. */
export type PushOutcome = 'delivered' | 'not-reached' | 'gone';

/** Posts to the push service of a device's browser (RFC 8030), which cannot read what it carries. */
export class PushCarrier implements Carrier<PushDelivery> {
  readonly #ports: PushCarrierPorts;
  readonly #settings: PushCarrierSettings;

  constructor(ports: PushCarrierPorts, settings: PushCarrierSettings) {
    this.#ports = ports;
    this.#settings = settings;
  }

  async deliver({ instanceId, push, language, expiresAt }: PushDelivery, signal: AbortSignal): Promise<void> {
    if (isRequestPush(push.kind) && !(await this.#ports.isWaiting(push.id))) return;
    await this.send(instanceId, push, language, expiresAt, signal);
  }

  /** Past the outbox, for whoever waits to see whether a device is reached. @throws DeliveryError */
  async send(
    instanceId: string,
    push: PushContent,
    language: Language,
    expiresAt: Date,
    signal: AbortSignal,
  ): Promise<PushOutcome> {
    const { subscriptions, random } = this.#ports;
    const subscription = await subscriptions.find(instanceId);
    if (!subscription) return 'not-reached';
    // The settings may have changed since the device subscribed.
    const endpoint = readPushEndpoint(subscription.endpoint, this.#settings.hosts);
    if (!endpoint) throw new DeliveryError('no-destination', 'a push service that the settings do not name');
    const content = utf8(writePush(push, language, this.#settings.publicUrl));
    const body = await encryptPush(subscription, content, random);
    const headers = await this.#headers(endpoint, instanceId, push, expiresAt);
    const timeoutMs = this.#settings.timeoutMs ?? TIMEOUT_MS;
    const { status, retryAfter } = await withDeadline(timeoutMs, signal, (either) =>
      postWhereAllowed(this.#guardFor(endpoint), endpoint.href, body, { headers, signal: either }),
    );
    if (ENDED_STATUSES.has(status)) {
      await subscriptions.end(subscription.endpoint);
      return 'gone';
    }
    const problem = problemOf(status);
    if (!problem) return 'delivered';
    const asked = retryAfter === null ? null : retryAfterMs(new Headers({ 'retry-after': retryAfter }));
    throw new DeliveryError(problem, `HTTP ${status}`, { retryAfterMs: asked ?? 0 });
  }

  async #headers(
    endpoint: URL,
    instanceId: string,
    { kind, id }: PushContent,
    expiresAt: Date,
  ): Promise<Record<string, string>> {
    const { key, clock } = this.#ports;
    const now = clock.now().getTime();
    const sender = { key: await key.open(), subject: this.#settings.subject };
    // Of request and device, so that the push services of a user's devices cannot tell by it that they are one user's.
    const topic = base64UrlFromBytes(await sha256(utf8(`${id} ${instanceId}`))).slice(0, 32);
    return {
      authorization: await vapidAuthorization(endpoint, sender, new Date(now + SIGNATURE_MS)),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(Math.max(0, Math.floor((expiresAt.getTime() - now) / SECOND))),
      // What has ended need not wake a sleeping phone.
      urgency: kind === 'push-ended' ? 'normal' : 'high',
      topic,
    };
  }

  #guardFor(endpoint: URL): Guard {
    const { guard } = this.#settings;
    // A name for this machine is this machine's (RFC 6761 §6.3), whatever a name server says.
    return isOfThisMachine(endpoint.host)
      ? { ...guard, allowed: THIS_MACHINE, lookUp: async () => [{ address: '127.0.0.1', family: 4 }] }
      : { ...guard, allowed: [] };
  }
}
