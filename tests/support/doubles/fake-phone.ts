import { PHONE_SRP } from '@/lib/phone/activation/exchange-keys';
import { openActivationMessage1 } from '@/lib/crypto/messages/activation-message-1';
import { openActivationMessage2 } from '@/lib/crypto/messages/activation-message-2';
import { signActivation } from '@/lib/crypto/messages/activation-signature';
import { bigIntegerFromBytes } from '@/lib/crypto/big-integer';
import { generateDeviceCode } from '@/lib/crypto/messages/device-code';
import { formatInstanceId } from '@/lib/shared/identifiers/instance-id';
import { computeClientPublicKey, computeClientSession } from '@/lib/crypto/srp/srp-client';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import type { SrpParameters } from '@/lib/crypto/srp/srp-parameters';
import type { EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import { parseActivationPayload, type ActivationPayload } from '@/lib/shared/codes/activation-payload';
import { bytesFromHex, hexFromBytes, utf8, type Bytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import type { Result } from '@/lib/shared/result';
import { FRONT_END_KEY } from '../servers/test-gateway';

type Reply = Record<string, string>;

/** What a phone calls: a gateway in this process, or whatever passes its calls on to one. */
type CalledGateway = Pick<EmbeddedGateway, 'handle'>;

/** A phone without a screen that calls its gateway one connection at a time. */
export class FakePhone {
  readonly payload: ActivationPayload;
  readonly #gateway: CalledGateway;
  readonly #srp: SrpParameters;
  #next: () => Promise<boolean> = () => this.#exchangeKeys();
  #instanceKey: Bytes | null = null;

  /**
   * @param text what the image says
   * @param srp a real phone's arithmetic unless it is to cost less
   */
  constructor(gateway: CalledGateway, text: string, srp = PHONE_SRP) {
    this.#gateway = gateway;
    this.#srp = srp;
    this.payload = valueOf(parseActivationPayload(text));
  }

  /** Makes the next of the four connections; one that was refused can be tried again. */
  async step(): Promise<'done' | 'refused'> {
    return (await this.#next()) ? 'done' : 'refused';
  }

  /** Makes a connection whose proof does not hold, as somebody would who only guesses the activation password. */
  async guess(service: 'DSAPPSRPGenerateActivationData' | 'MdlAddDevice' | 'MdlActivate'): Promise<void> {
    const fields = {
      clientEvidenceMessage: '1'.repeat(64),
      deviceCode: '1'.repeat(26),
      description: '',
      signature: '1'.repeat(16),
    };
    await this.#call(service, fields);
  }

  /** What its one-time passwords come from, once connection 3 is made. */
  get instanceKey(): Bytes {
    if (!this.#instanceKey) throw new Error('the phone has no key yet');
    return this.#instanceKey;
  }

  async #exchangeKeys(): Promise<boolean> {
    const a = bigIntegerFromBytes(systemRandom.bytes(32));
    const A = computeClientPublicKey(this.#srp, a);
    const clientEphemeralPublicKey = A.toString(16).padStart(512, '0');
    const reply = await this.#call('DSAPPSRPGenerateEphemeralKey', { clientEphemeralPublicKey });
    if (!reply) return false;
    const { registrationIdentifier: I, activationPassword: P } = this.payload;
    const B = BigInt(`0x${field(reply, 'serverEphemeralPublicKey')}`);
    const s = bytesFromHex(field(reply, 'salt'));
    const { K, M1 } = valueOf(await computeClientSession(this.#srp, { I, P, s, a, A, B }));
    this.#next = () => this.#proveItself(K, M1);
    return true;
  }

  async #proveItself(K: Bytes, M1: Bytes): Promise<boolean> {
    const reply = await this.#call('DSAPPSRPGenerateActivationData', { clientEvidenceMessage: hexFromBytes(M1) });
    if (!reply) return false;
    const message = {
      encryptedLicenseActivationMessage: bytesFromHex(field(reply, 'encryptedLicenseActivationMessage')),
      encryptedCounter: bytesFromHex(field(reply, 'encryptedCounter')),
      mac: bytesFromHex(field(reply, 'mac')),
    };
    const licence = valueOf(await openActivationMessage1(K, message));
    this.#next = () => this.#addDevice(licence);
    return true;
  }

  async #addDevice({ licenceKey, serialNumber }: { licenceKey: Bytes; serialNumber: string }): Promise<boolean> {
    const deviceCode = await generateDeviceCode(licenceKey, systemRandom);
    const reply = await this.#call('MdlAddDevice', { deviceCode, description: 'Fake phone' });
    if (!reply) return false;
    const sealed = bytesFromHex(field(reply, 'instanceActivationMessage'));
    const { sequenceNumber, instanceKey } = valueOf(await openActivationMessage2(licenceKey, deviceCode, sealed));
    this.#instanceKey = instanceKey;
    const instanceId = formatInstanceId(serialNumber, sequenceNumber);
    const { registrationIdentifier } = this.payload;
    const signature = await signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode });
    this.#next = () => this.#activate(signature);
    return true;
  }

  async #activate(signature: string): Promise<boolean> {
    if (!(await this.#call('MdlActivate', { signature }))) return false;
    this.#next = () => Promise.resolve(false);
    return true;
  }

  /** @returns null when the service refuses */
  async #call(service: string, fields: Reply): Promise<Reply | null> {
    const { registrationIdentifier } = this.payload;
    const { body } = await this.#gateway.handle({
      service: `provisioning/${service}`,
      authorization: authorizationFor(FRONT_END_KEY),
      body: utf8(JSON.stringify({ registrationIdentifier, ...fields })),
    });
    return body.resultCodes.returnCode === 0 ? { ...body.result } : null;
  }
}

function valueOf<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

function field(reply: Reply, name: string): string {
  const value = reply[name];
  if (value === undefined) throw new Error(`the reply has no ${name}`);
  return value;
}
