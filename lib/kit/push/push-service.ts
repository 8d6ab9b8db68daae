import type { IncomingHttpHeaders } from 'node:http';
import { verifyVapid } from '../../wire/crypto/web-push/vapid';
import { base64UrlFromBytes, hexFromBytes } from '../../shared/bytes';
import { systemRandom } from '../../shared/random';
import { answerCall } from '../faults/answer-call';
import { CallLog } from '../faults/call-log';
import { FaultBoard } from '../faults/fault-board';
import type { Reply } from '../faults/reply';
import type { Request } from '../gateways/wire/exchange';
import { Listener } from '../gateways/wire/listener';
import { PushSubscription, type Envelope } from './push-subscription';

/** In bytes: what a push service has to take (RFC 8030 §7.2), and this one takes no more. */
const CONTENT_LIMIT = 4_096;
/** What is called there, by the name for faults and logs. */
export const PUSH_CALLS = ['push'] as const;

/** Browsers’ own services refuse more, in seconds: four weeks. */
const LONGEST_TTL = 2_419_200;

/**
 * A push service: what browsers' vendors run, on a loopback port. It takes messages by RFC 8030 from the application server
 * that a subscription is bound to (RFC 8292), and refuses what the standards refuse. How a browser gets its messages is each
 * vendor's own; here the subscription is the browser, and decrypts them (RFC 8291).
 *
 * Its calls are named `push`: `faults.once('push', fault.status(410))`.
 */
export class PushService {
  readonly faults: FaultBoard;
  readonly calls = new CallLog();
  /** By which tokens expire and messages are kept. */
  now: () => Date = () => new Date();
  readonly #subscriptions = new Map<string, PushSubscription>();
  #listener: Listener | null = null;

  private constructor() {
    this.faults = new FaultBoard({
      listen: async (_url, isListening) => (isListening ? this.#own().start() : this.#own().stop()),
    });
  }

  static async open(): Promise<PushService> {
    const service = new PushService();
    service.#listener = await Listener.open(null, (request, response) =>
      answerCall(
        service,
        {
          name: PUSH_CALLS[0],
          url: request.url,
          body: base64UrlFromBytes(request.body),
          perform: () => service.#take(request),
          refuseStrangely: () => reply(418, 'a reason that no table names'),
        },
        response,
      ),
    );
    return service;
  }

  /** Its origin, for the setting that says where pushes may go. */
  get url(): string {
    return this.#own().url;
  }

  /** As `pushManager.subscribe` of a browser. @param applicationServerKey of the site, in base64url */
  async subscribe(applicationServerKey: string): Promise<PushSubscription> {
    const endpoint = `${this.url}/push/${hexFromBytes(systemRandom.bytes(16))}`;
    const subscription = await PushSubscription.make(endpoint, applicationServerKey);
    this.#subscriptions.set(endpoint, subscription);
    return subscription;
  }

  async close(): Promise<void> {
    await this.#own().stop();
  }

  async #take({ url, method, path, headers, body }: Request): Promise<Reply> {
    const endpoint = new URL(path, url);
    const subscription = this.#subscriptions.get(endpoint.href);
    if (!subscription) return reply(404, 'no such subscription');
    if (method !== 'POST') return { ...reply(405, 'post messages'), headers: { allow: 'POST' } };
    if (!subscription.isActive) return reply(410, 'the subscription has ended');
    const refusal = await this.#refuseSender(subscription, endpoint, headers);
    if (refusal) return refusal;
    const envelope = readEnvelope(headers);
    if (typeof envelope === 'string') return reply(400, envelope);
    if (headers['content-encoding'] !== 'aes128gcm') return reply(400, 'the content has to be aes128gcm');
    if (body.length > CONTENT_LIMIT) return reply(413, `at most ${CONTENT_LIMIT} bytes`);
    await subscription.deliver(envelope, new Uint8Array(body), this.now());
    const location = `${url}/message/${hexFromBytes(systemRandom.bytes(16))}`;
    return { status: 201, headers: { location, ttl: String(envelope.ttl) }, body: '' };
  }

  async #refuseSender(
    { applicationServerKey }: PushSubscription,
    endpoint: URL,
    { authorization }: IncomingHttpHeaders,
  ): Promise<Reply | null> {
    if (authorization === undefined) return reply(401, 'the sender is not named (RFC 8292 §4.2)');
    const sender = await verifyVapid(authorization, endpoint, this.now());
    if (!sender.ok) return reply(403, sender.refusal);
    return sender.value.publicKey === applicationServerKey ? null : reply(403, 'another server’s subscription');
  }

  #own(): Listener {
    if (!this.#listener) throw new TypeError('a push service is made by PushService.open');
    return this.#listener;
  }
}

/** @returns what is wrong, when something is */
function readEnvelope(headers: IncomingHttpHeaders): Envelope | string {
  const { ttl, urgency = 'normal', topic } = headers;
  if (typeof ttl !== 'string' || !/^\d{1,10}$/.test(ttl)) return 'TTL is missing (RFC 8030 §5.2)';
  if (typeof urgency !== 'string' || !/^(?:very-low|low|normal|high)$/.test(urgency))
    return 'there is no such urgency (RFC 8030 §5.3)';
  if (topic !== undefined && (typeof topic !== 'string' || !/^[\w-]{1,32}$/.test(topic)))
    return 'a topic has 1 to 32 characters of base64url (RFC 8030 §5.4)';
  return { ttl: Math.min(Number(ttl), LONGEST_TTL), urgency, topic: topic ?? null };
}

function reply(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/plain' }, body };
}
