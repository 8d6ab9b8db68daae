import type { DeviceDetails } from '@/lib/wire/crypto/messages/device-details-message';
import { reportDevice } from '@/lib/phone/report-device';
import type { Keeping } from '@/lib/shared/keeping';
import { fetchDeviceDetails, freezeEverything, type KeyedDevice } from '@/lib/phone/device-details';
import type { Due } from '@/lib/phone/activation/activation-steps';
import { beginActivation } from '@/lib/phone/activation/begin-activation';
import { confirmActivation, signLastCall } from '@/lib/phone/activation/confirm-activation';
import { makeConnection, type ConnectionPorts } from '@/lib/phone/activation/drive-activation';
import { callService, type Channel } from '@/lib/phone/call-service';
import type { fetchJson } from '@/lib/phone/fetch-json';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import type { EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import { GATEWAY_SRP } from '@/lib/gateways/embedded/engine/openssl';
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

/**
 * The real phone without a screen or a PIN, which makes one connection at a time to a gateway without HTTP. Its arithmetic
 * is the gateway's, which is many times as fast.
 */
export class FakePhone {
  readonly payload: ActivationPayload;
  readonly #gateway: CalledGateway;
  readonly #channel: Channel;
  readonly #ports: ConnectionPorts;
  #due: Due | null;
  #device: KeyedDevice | null = null;

  /** @param text the image's text */
  constructor(gateway: CalledGateway, text: string) {
    this.payload = valueOf(parseActivationPayload(text));
    const address = addressOf(this.payload.gatewayId ?? '');
    this.#due = { number: 1, from: valueOf(beginActivation(text, address, systemRandom)) };
    this.#gateway = gateway;
    this.#channel = channelTo(gateway);
    this.#ports = { random: systemRandom, description: 'Fake phone', channel: this.#channel, srp: GATEWAY_SRP };
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
    if (this.#due?.number === 4) this.#device = this.#due.from;
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
    return this.#keyed.instanceKey;
  }

  /** What the gateway says of the device. @throws Error before connection 3 */
  async details(): Promise<DeviceDetails | 'frozen' | null> {
    return fetchDeviceDetails(ADDRESS, this.#keyed, systemRandom, this.#channel);
  }

  /** Says how its browser keeps it. @returns whether it was heard */
  async report(keeping: Keeping): Promise<boolean> {
    return reportDevice(ADDRESS, this.#keyed, keeping, systemRandom, this.#channel);
  }

  /** Freezes everything. @returns the refusal, and the message that was sent last, to be sent again */
  async freeze(): Promise<{ outcome: string; message: string }> {
    let message = '';
    const send: NonNullable<Channel['send']> = async (url, request) => {
      const { message: sent } = JSON.parse(typeof request.body === 'string' ? request.body : '{}') as {
        message: string;
      };
      message = sent;
      return handle(this.#gateway, url, request);
    };
    const frozen = await freezeEverything(ADDRESS, this.#keyed, systemRandom, { send });
    return { outcome: frozen.ok ? 'frozen' : frozen.refusal, message };
  }

  /** Sends a message as it is. @param instanceId another device's, to play a thief */
  async send(
    service: 'describeDevice' | 'freezeEverything' | 'reportDevice',
    message: string,
    instanceId = this.#keyed.instanceId,
  ): Promise<string> {
    const sent = await callService(
      ADDRESS,
      `tessera/${service}`,
      { digipassInstanceID: instanceId, message },
      this.#channel,
    );
    return sent.ok ? 'done' : sent.refusal;
  }

  get #keyed(): KeyedDevice {
    if (!this.#device) throw new Error('the phone has no key yet');
    return this.#device;
  }
}

export function addressOf(gatewayId: string): GatewayAddress {
  return { ...ADDRESS, gatewayId };
}

/** How a phone calls a gateway without HTTP. */
export function channelTo(gateway: CalledGateway): Channel {
  return { send: (url, request) => handle(gateway, url, request) };
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
