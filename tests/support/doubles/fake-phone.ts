import type { Due } from '@/lib/phone/activation/activation-steps';
import { beginActivation } from '@/lib/phone/activation/begin-activation';
import { confirmActivation, signLastCall } from '@/lib/phone/activation/confirm-activation';
import { makeConnection, type ConnectionPorts } from '@/lib/phone/activation/drive-activation';
import { PHONE_SRP } from '@/lib/phone/activation/exchange-keys';
import { callService, type Channel } from '@/lib/phone/call-service';
import type { fetchJson } from '@/lib/phone/fetch-json';
import type { EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import { parseActivationPayload, type ActivationPayload } from '@/lib/shared/codes/activation-payload';
import { utf8, type Bytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { FRONT_END_KEY } from '../servers/test-gateway';
import { valueOf } from '../phones/activate-device';

/** A gateway in this process, or a client of one elsewhere. */
type CalledGateway = Pick<EmbeddedGateway, 'handle'>;

/** Never resolved: `handle` passes on the path after `/rest/v2/`. */
const ADDRESS = { gatewayUrl: 'http://gateway.test', gatewayId: '', frontEndKey: FRONT_END_KEY };
const SERVICES_URL = `${ADDRESS.gatewayUrl}/rest/v2/`;

/** The real phone without a screen or a PIN, which makes one connection at a time to a gateway without HTTP. */
export class FakePhone {
  readonly payload: ActivationPayload;
  readonly #channel: Channel;
  readonly #ports: ConnectionPorts;
  #due: Due | null;
  #instanceKey: Bytes | null = null;

  /**
   * @param text the image's text
   * @param srp faster arithmetic than the real phone's, where the time counts
   */
  constructor(gateway: CalledGateway, text: string, srp = PHONE_SRP) {
    this.payload = valueOf(parseActivationPayload(text));
    const address = { ...ADDRESS, gatewayId: this.payload.gatewayId ?? '' };
    this.#due = { number: 1, from: valueOf(beginActivation(text, address, systemRandom)) };
    this.#channel = { send: (url, request) => handle(gateway, url, request) };
    this.#ports = { random: systemRandom, description: 'Fake phone', channel: this.#channel, srp };
  }

  /** Makes the next of the four connections. One that was refused can be made again. */
  async step(): Promise<'done' | 'refused'> {
    const due = this.#due;
    if (!due) return 'refused';
    const made =
      due.number === 4
        ? await confirmActivation(await signLastCall(due.from), false, this.#channel)
        : await makeConnection(due, this.#ports);
    if (!made.ok && made.refusal === 'gateway-not-genuine') throw new Error(made.refusal);
    if (!made.ok) return 'refused';
    this.#due = 'number' in made.value ? made.value : null;
    if (this.#due?.number === 4) this.#instanceKey = this.#due.from.instanceKey;
    return 'done';
  }

  /** Makes a connection with a wrong proof, like an attacker who guesses the activation password. */
  async guess(service: 'DSAPPSRPGenerateActivationData' | 'MdlAddDevice' | 'MdlActivate'): Promise<void> {
    const { registrationIdentifier } = this.payload;
    const fields = {
      registrationIdentifier,
      clientEvidenceMessage: '1'.repeat(64),
      deviceCode: '1'.repeat(26),
      description: '',
      signature: '1'.repeat(16),
    };
    await callService(ADDRESS, `provisioning/${service}`, fields, this.#channel);
  }

  /** The key of its one-time passwords. @throws Error before connection 3 */
  get instanceKey(): Bytes {
    if (!this.#instanceKey) throw new Error('the phone has no key yet');
    return this.#instanceKey;
  }
}

async function handle(
  gateway: CalledGateway,
  url: string,
  { headers, body }: RequestInit,
): ReturnType<typeof fetchJson> {
  const answer = await gateway.handle({
    service: url.slice(SERVICES_URL.length),
    authorization: new Headers(headers).get('authorization'),
    body: utf8(typeof body === 'string' ? body : ''),
  });
  return { status: answer.status, json: answer.body };
}
