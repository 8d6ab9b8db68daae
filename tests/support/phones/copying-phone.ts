import { randomBytes } from 'node:crypto';
import { SoftwareAuthenticator, type Changes } from '@/lib/kit/door/software-authenticator';
import type { EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import { callService } from '@/lib/phone/call-service';
import { copyKeys, openCopy, type CopiedAccount } from '@/lib/phone/copies/copy-keys';
import type { CopyPasskey } from '@/lib/phone/copies/copy-passkey';
import { bringBack, eraseCopy, fetchCopyChallenge, keepCopy } from '@/lib/phone/copies/copy-services';
import type { KeyedDevice } from '@/lib/phone/device-details';
import type { JsonObject } from '@/lib/shared/json-object';
import { systemRandom } from '@/lib/shared/random';
import { addressOf, channelTo } from '../doubles/fake-phone';
import { valueOf } from './activate-device';

export const COPY_PIN = '739164';

const ACCOUNT: Omit<CopiedAccount, 'instanceKey'> = {
  userId: 'jane',
  domain: 'example.org',
  name: 'jane',
  activatedAt: '2026-05-04T10:00:00.000Z',
  pinMinimumLength: 4,
  pinMaximumLength: 8,
  offersNotifications: true,
};

/** What came of a try to bring a copy back. */
export type Tried = { outcome: string; triesLeft?: number; pauseMs?: number; account?: CopiedAccount };

/**
 * A passkey provider with WebAuthn's PRF extension, as the owner has it on the phone and a thief of its account anywhere,
 * and what the phone sends to a gateway without HTTP.
 */
export class CopyingPhone {
  readonly #gateway: Pick<EmbeddedGateway, 'handle'>;
  readonly #origin: string;
  readonly #channel: ReturnType<typeof channelTo>;
  readonly authenticator: SoftwareAuthenticator;
  readonly #keys = new Map<string, ReturnType<typeof copyKeys>>();
  readonly secret = new Uint8Array(randomBytes(32));
  /** The services that were called, with their fields. */
  readonly calls: { service: string; fields: JsonObject }[] = [];

  constructor(gateway: Pick<EmbeddedGateway, 'handle'>, origin: string) {
    this.#gateway = gateway;
    this.#origin = origin;
    this.authenticator = new SoftwareAuthenticator(origin);
    const { send } = channelTo(this.#gateway);
    this.#channel = {
      send: async (url, request, signal) => {
        const service = url.slice(url.indexOf('tessera/'));
        this.calls.push({
          service,
          fields: JSON.parse(typeof request.body === 'string' ? request.body : '{}') as JsonObject,
        });
        if (!send) throw new TypeError('the channel sends nothing');
        return send(url, request, signal);
      },
    };
  }

  async challenge(): Promise<string> {
    return valueOf(await fetchCopyChallenge(addressOf(''), this.#channel));
  }

  /** @returns the token that erases it; the refusal where it was refused */
  async keep(device: KeyedDevice, pin = COPY_PIN): Promise<{ token: string } | { refusal: string }> {
    const challenge = await this.challenge();
    const options = {
      challenge,
      rp: { id: new URL(this.#origin).hostname, name: 'Tessera Authenticator' },
      user: { id: 'aGFuZGxl', name: 'jane', displayName: 'jane' },
    };
    const answer = this.authenticator.register(options as Parameters<SoftwareAuthenticator['register']>[0]);
    const passkey = this.#passkey(answer);
    const kept = await keepCopy(addressOf(''), device, ACCOUNT, passkey, pin, systemRandom, this.#channel);
    return kept.ok ? { token: kept.value } : { refusal: kept.refusal };
  }

  /** One touch. @param changes what the authenticator gets wrong */
  async touch(changes: Changes = {}): Promise<CopyPasskey> {
    const rpId = new URL(this.#origin).hostname;
    return this.#passkey(this.authenticator.answer({ challenge: await this.challenge(), rpId }, changes));
  }

  async bringBack(pin = COPY_PIN, passkey?: CopyPasskey): Promise<Tried> {
    const touched = passkey ?? (await this.touch());
    const keys = await this.#keysOf(pin);
    const result = await bringBack(addressOf(''), touched, keys.verifier, this.#channel);
    if (!result.ok) return { outcome: result.refusal };
    if (result.value.outcome !== 'returned') return result.value;
    const { outcome, instanceId, sealed } = result.value;
    return { outcome, account: valueOf(await openCopy(keys, instanceId, sealed)) };
  }

  /** Sends a call as it was sent before. */
  async replay({ service, fields }: { service: string; fields: JsonObject }): Promise<string> {
    const reply = await callService(addressOf(''), service, fields, this.#channel);
    if (!reply.ok) return reply.refusal;
    const { outcome } = reply.value;
    return typeof outcome === 'string' ? outcome : 'done';
  }

  erase(instanceId: string, token: string): Promise<boolean> {
    return eraseCopy(addressOf(''), instanceId, token, this.#channel);
  }

  /** Once for each PIN, because every derivation costs a fifth of a second. */
  #keysOf(pin: string): ReturnType<typeof copyKeys> {
    const known = this.#keys.get(pin) ?? copyKeys(this.secret, pin);
    this.#keys.set(pin, known);
    return known;
  }

  #passkey(answer: string): CopyPasskey {
    const { response } = JSON.parse(answer) as { response: { clientDataJSON: string } };
    return { answer, clientDataJson: response.clientDataJSON, secret: this.secret };
  }
}
