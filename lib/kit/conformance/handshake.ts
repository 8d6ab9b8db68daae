import { bigIntegerFromBytes } from '../../wire/crypto/big-integer';
import { openActivationMessage1 } from '../../wire/crypto/messages/activation-message-1';
import { openActivationMessage2 } from '../../wire/crypto/messages/activation-message-2';
import { signActivation } from '../../wire/crypto/messages/activation-signature';
import { generateDeviceCode } from '../../wire/crypto/messages/device-code';
import { raiseWithBigInt } from '../../wire/crypto/srp/modular-exponentiation';
import { PRIVATE_KEY_BYTES } from '../../wire/crypto/provisioning-profile';
import type { SrpSession } from '../../wire/crypto/srp/srp';
import { computeClientPublicKey, computeClientSession } from '../../wire/crypto/srp/srp-client';
import { srpParameters } from '../../wire/crypto/srp/srp-parameters';
import { bytesFromHex, hexFromBytes, type Bytes } from '../../shared/bytes';
import type { ActivationPayload } from '../../shared/codes/activation-payload';
import { formatInstanceId } from '../../shared/identifiers/instance-id';
import { systemRandom } from '../../shared/random';
import { Deviation } from './deviation';
import { resultOf, type Answer, type Endpoint } from './endpoint';
import { expectAccepted } from './expectations';

export const SRP = srpParameters(raiseWithBigInt);

const CONNECTIONS = {
  ephemeralKey: 'provisioning/DSAPPSRPGenerateEphemeralKey',
  activationData: 'provisioning/DSAPPSRPGenerateActivationData',
  addDevice: 'provisioning/MdlAddDevice',
  activate: 'provisioning/MdlActivate',
} as const;

export const SERVICES: readonly string[] = Object.values(CONNECTIONS);

/**
 * One phone's way through the four connections, a step at a time and in any order. Each step sends what it is told, right or
 * wrong; `session`, `licence` and `device` read what a right step brought.
 */
export class Handshake {
  readonly payload: ActivationPayload;
  readonly #endpoint: Endpoint;
  readonly #a = bigIntegerFromBytes(systemRandom.bytes(PRIVATE_KEY_BYTES));
  readonly A = computeClientPublicKey(SRP, this.#a);

  constructor(endpoint: Endpoint, payload: ActivationPayload) {
    this.#endpoint = endpoint;
    this.payload = payload;
  }

  /** Connection 1. @param A in hexadecimal; the right one when left out */
  sendKey(A: string = hexOf(this.A)): Promise<Answer> {
    return this.#call('ephemeralKey', { clientEphemeralPublicKey: A });
  }

  /** Connection 2. @param evidence in hexadecimal */
  sendEvidence(evidence: string): Promise<Answer> {
    return this.#call('activationData', { clientEvidenceMessage: evidence });
  }

  /** Connection 3. */
  sendDeviceCode(deviceCode: string, description = 'Conformance'): Promise<Answer> {
    return this.#call('addDevice', { deviceCode, description });
  }

  /** Connection 4. */
  sendSignature(signature: string): Promise<Answer> {
    return this.#call('activate', { signature });
  }

  /** What both sides have agreed on, from a right answer to connection 1. @throws Deviation when it is not one */
  async session(answer: Answer): Promise<SrpSession> {
    expectAccepted(answer, 'connection 1');
    const { registrationIdentifier: I, activationPassword: P } = this.payload;
    const B = bigIntegerFromBytes(hexField(answer, 'serverEphemeralPublicKey'));
    const s = hexField(answer, 'salt');
    const session = await computeClientSession(SRP, { I, P, s, a: this.#a, A: this.A, B });
    if (!session.ok) throw new Deviation('a server key B that is no multiple of N', 'one that is');
    return session.value;
  }

  /** The licence, from a right answer to connection 2. @throws Deviation when it does not open */
  async licence(answer: Answer, { K }: SrpSession) {
    expectAccepted(answer, 'connection 2 with the right proof');
    const licence = await openActivationMessage1(K, {
      encryptedLicenseActivationMessage: hexField(answer, 'encryptedLicenseActivationMessage'),
      encryptedCounter: hexField(answer, 'encryptedCounter'),
      mac: hexField(answer, 'mac'),
    });
    if (!licence.ok) throw new Deviation('activation message 1 under the session key', 'one that does not open');
    return licence.value;
  }

  /** The new instance, from a right answer to connection 3. @throws Deviation when it does not open */
  async device(answer: Answer, licence: { licenceKey: Bytes; serialNumber: string }, deviceCode: string) {
    expectAccepted(answer, 'connection 3 with the right device code');
    const result = await openActivationMessage2(
      licence.licenceKey,
      deviceCode,
      hexField(answer, 'instanceActivationMessage'),
    );
    if (!result.ok) throw new Deviation('activation message 2 for this device', 'one that does not open');
    const instanceId = formatInstanceId(licence.serialNumber, result.value.sequenceNumber);
    const { registrationIdentifier } = this.payload;
    const signature = await signActivation(result.value.instanceKey, {
      registrationIdentifier,
      instanceId,
      deviceCode,
    });
    return { instanceId, signature };
  }

  #call(connection: keyof typeof CONNECTIONS, fields: object): Promise<Answer> {
    const { registrationIdentifier } = this.payload;
    return this.#endpoint.call(CONNECTIONS[connection], { registrationIdentifier, ...fields });
  }
}

/** A phone that has proved the activation password. */
export async function proved(handshake: Handshake) {
  const keyAnswer = await handshake.sendKey();
  const session = await handshake.session(keyAnswer);
  const evidence = hexFromBytes(session.M1);
  const dataAnswer = await handshake.sendEvidence(evidence);
  const licence = await handshake.licence(dataAnswer, session);
  const deviceCode = await generateDeviceCode(licence.licenceKey, systemRandom);
  return { keyAnswer, session, evidence, dataAnswer, licence, deviceCode };
}

/** A phone that has been added, before connection 4. */
export async function linked(handshake: Handshake) {
  const before = await proved(handshake);
  const deviceAnswer = await handshake.sendDeviceCode(before.deviceCode);
  const device = await handshake.device(deviceAnswer, before.licence, before.deviceCode);
  return { ...before, deviceAnswer, ...device };
}

/** In hexadecimal, with the zeroes that PAD puts in front. */
export function hexOf(value: bigint): string {
  return value.toString(16).padStart(SRP.group.byteLength * 2, '0');
}

/** @throws Deviation when the result has no such field in hexadecimal */
export function hexField(answer: Answer, name: string): Bytes {
  const value = resultOf(answer)[name];
  if (typeof value === 'string' && /^(?:[0-9A-Fa-f]{2})+$/.test(value)) return bytesFromHex(value);
  throw new Deviation(`${name} in hexadecimal`, value === undefined ? 'none' : 'something else');
}
