import {
  decryptPush,
  newPushReceiver,
  type PushKeys,
  type PushReceiver,
} from '../../wire/crypto/web-push/push-content';
import { base64UrlFromBytes, textFromUtf8, type Bytes } from '../../shared/bytes';
import { systemRandom } from '../../shared/random';
import { SECOND } from '../../shared/time/duration';
import { poll } from '../poll';

/** What an application server asks of the push service with a message (RFC 8030 §5). */
export type Envelope = {
  /** In seconds. */
  ttl: number;
  urgency: string;
  /** Takes the place of an undelivered message of the same topic. */
  topic: string | null;
};

/** @property content null when the browser could not decrypt it */
export type PushedMessage = Envelope & { content: string | null; at: Date };

type Undelivered = { envelope: Envelope; body: Bytes; expiresAt: Date };

/** A subscription as a browser has it, together with the browser's end: keys, network, and what it has received. */
export class PushSubscription {
  readonly endpoint: string;
  readonly keys: PushKeys;
  /** The only application server that may send, in base64url (RFC 8292 §4). */
  readonly applicationServerKey: string;
  /** What the browser has received, the oldest first. */
  readonly received: PushedMessage[] = [];
  /** Hands a message on, for instance to a page's service worker. */
  onReceived: ((message: PushedMessage) => Promise<void> | void) | null = null;
  isActive = true;
  readonly #receiver: PushReceiver;
  #undelivered: Undelivered[] = [];
  #isOnline = true;

  private constructor(endpoint: string, applicationServerKey: string, receiver: PushReceiver, keys: PushKeys) {
    this.endpoint = endpoint;
    this.applicationServerKey = applicationServerKey;
    this.#receiver = receiver;
    this.keys = keys;
  }

  static async make(endpoint: string, applicationServerKey: string): Promise<PushSubscription> {
    const receiver = await newPushReceiver(systemRandom);
    const point = new Uint8Array(await crypto.subtle.exportKey('raw', receiver.pair.publicKey));
    const keys = { p256dh: base64UrlFromBytes(point), auth: base64UrlFromBytes(receiver.auth) };
    return new PushSubscription(endpoint, applicationServerKey, receiver, keys);
  }

  /** As `PushSubscription.toJSON` of browsers. */
  toJSON(): { endpoint: string; expirationTime: null; keys: PushKeys } {
    return { endpoint: this.endpoint, expirationTime: null, keys: this.keys };
  }

  /** The browser gives the subscription up: the push service answers 410 from now on. */
  unsubscribe(): void {
    this.isActive = false;
    this.#undelivered = [];
  }

  /** The browser has no network: messages wait at the push service. */
  goOffline(): void {
    this.#isOnline = false;
  }

  /** Delivers what has waited and not expired. */
  async goOnline(now: Date): Promise<void> {
    this.#isOnline = true;
    const waiting = this.#undelivered.filter(({ expiresAt }) => expiresAt > now);
    this.#undelivered = [];
    for (const { envelope, body } of waiting) await this.#receive(envelope, body, now);
  }

  /** What the push service does with a message that it has accepted. */
  async deliver(envelope: Envelope, body: Bytes, now: Date): Promise<void> {
    if (this.#isOnline) return this.#receive(envelope, body, now);
    const { topic, ttl } = envelope;
    this.#undelivered = this.#undelivered.filter((one) => topic === null || one.envelope.topic !== topic);
    this.#undelivered.push({ envelope, body, expiresAt: new Date(now.getTime() + ttl * SECOND) });
  }

  /** Waits for a message. @param count for so many of them */
  async next(isWanted: (message: PushedMessage) => boolean = () => true, count = 1): Promise<PushedMessage> {
    const wanted = () => this.received.filter(isWanted)[count - 1];
    await poll('a push message', async () => wanted() !== undefined);
    const message = wanted();
    if (!message) throw new TypeError('the wait ended without a message');
    return message;
  }

  async #receive(envelope: Envelope, body: Bytes, now: Date): Promise<void> {
    const decrypted = await decryptPush(this.#receiver, body);
    const message = { ...envelope, content: decrypted.ok ? textFromUtf8(decrypted.value) : null, at: now };
    this.received.push(message);
    await this.onReceived?.(message);
  }
}
