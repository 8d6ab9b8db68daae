import { decodeOfflineMessage, type OfflineMessage1 } from '@/lib/wire/crypto/messages/offline-message';
import type { TestGateway } from '../servers/test-gateway';
import { valueOf } from './activate-device';

/** An offline activation at a test gateway, and the codes that a user types on its website. */
export class OfflineRegistration {
  readonly #gateway: TestGateway;
  readonly identifier: string;
  /** The first image's text. */
  readonly first: string;

  private constructor(gateway: TestGateway, identifier: string, first: string) {
    this.#gateway = gateway;
    this.identifier = identifier;
    this.first = first;
  }

  static async open(gateway: TestGateway, userId: string, gatewayId: string): Promise<OfflineRegistration> {
    gateway.clock.time = new Date();
    const owner = { userId, domain: 'example.org' };
    const { registrationIdentifier, activationMessage1 } = valueOf(
      await gateway.gateway.registerOffline(owner, gatewayId),
    );
    return new OfflineRegistration(gateway, registrationIdentifier, activationMessage1);
  }

  /** @returns the second image's text */
  async typeDeviceCode(deviceCode: string): Promise<string> {
    const entered = { registrationIdentifier: this.identifier, deviceCode };
    return valueOf(await this.#gateway.gateway.addOfflineDevice(entered)).activationMessage2;
  }

  /** @returns the device's instance identifier */
  async typeSignature(signature: string): Promise<string> {
    const entered = { registrationIdentifier: this.identifier, signature };
    return valueOf(await this.#gateway.gateway.activateOffline(entered)).instanceId;
  }

  /** Whether the gateway accepts a one-time password now. */
  async takesOneTimePassword(instanceId: string, oneTimePassword: string): Promise<boolean> {
    this.#gateway.clock.time = new Date();
    return (await this.#gateway.gateway.testOneTimePassword(instanceId, oneTimePassword)).ok;
  }
}

export function readFirst({ first }: OfflineRegistration): OfflineMessage1 {
  const message = valueOf(decodeOfflineMessage(first));
  if (message.kind !== 'first') throw new TypeError('not a first image');
  return message;
}
