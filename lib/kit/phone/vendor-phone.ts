import { openFromChannel, sealForChannel } from '../../wire/crypto/secure-channel';
import { signLogin } from '../../wire/crypto/messages/login-signature';
import { callService, readHex, type StepRefusal } from '../../phone/call-service';
import type { GatewayAddress } from '../../phone/gateway-address';
import type { LoginDevice } from '../../phone/login/login-steps';
import { bytesFromHex, hexFromBytes, textFromUtf8, utf8 } from '../../shared/bytes';
import { systemRandom } from '../../shared/random';
import { accept, type Result } from '../../shared/result';
import { poll } from '../poll';
import { typedResponse } from '../gateways/state/typed-response';

type Way = 'scan' | 'push';

/** What the authentication server has pushed to a device: the notification service between them is the vendor's. */
type Pushes = { pushedTo: (instanceId: string) => string | null };

/**
 * Signs in as the vendor's app does (OneSpan §3.4): it knows a challenge by its ten digits, shows a text, and has no number to
 * type. The device was activated at a stand-in, whose encryption and signature it uses.
 */
export class VendorPhone {
  readonly #gateway: GatewayAddress;
  readonly #device: LoginDevice;

  constructor(gateway: GatewayAddress, device: LoginDevice) {
    this.#gateway = gateway;
    this.#device = device;
  }

  /** @param shown the key as text, or the content of its image: the digits' ASCII in hexadecimal (inferred) */
  read(shown: string): Promise<Result<VendorLogin, StepRefusal>> {
    const isImage = /^(?:3\d){10}$/.test(shown);
    return this.#read('scan', isImage ? textFromUtf8(bytesFromHex(shown)) : shown);
  }

  /** Waits for a push. */
  async receive(pushes: Pushes): Promise<Result<VendorLogin, StepRefusal>> {
    const pushed = () => pushes.pushedTo(this.#device.instanceId);
    await poll('a push', async () => pushed() !== null);
    return this.#read('push', pushed() ?? '');
  }

  /** Reads a request message from an image, and answers by itself (OneSpan §5.5). @param message hexadecimal */
  async scan(message: string): Promise<Result<VendorLogin, StepRefusal>> {
    const { challengeKey } = await this.#open(message);
    return this.#read('scan', challengeKey);
  }

  /** What the device shows for a request message, to be typed. @param message hexadecimal */
  async respondTo(message: string): Promise<string> {
    const { challengeKey } = await this.#open(message);
    return typedResponse(this.#device.instanceKey, { ...this.#device, challengeKey });
  }

  /** @throws RangeError for another device's message */
  async #open(message: string): Promise<{ challengeKey: string; text: string }> {
    const { instanceId, instanceKey } = this.#device;
    const opened = await openFromChannel(instanceKey, 'login request', instanceId, bytesFromHex(message));
    if (!opened.ok) throw new RangeError('the request message is not for this device');
    const parts = textFromUtf8(opened.value).split(';');
    return { challengeKey: parts[2] ?? '', text: parts.slice(6).join(';') };
  }

  async #read(way: Way, challengeKey: string): Promise<Result<VendorLogin, StepRefusal>> {
    const { instanceId } = this.#device;
    const fields = { serialNumber: instanceId, challengeKey };
    const reply = await callService(this.#gateway, `authentication/${way}/getPreparedSecureChallenge`, fields);
    if (!reply.ok) return reply;
    const { text } = await this.#open(hexFromBytes(readHex(reply.value, 'requestMessage')));
    return accept(new VendorLogin(this.#gateway, this.#device, { way, challengeKey, text }));
  }
}

/** A request that the phone has read. Each answer tells whether the gateway took it. */
export class VendorLogin {
  /** On the phone's screen. */
  readonly text: string;
  readonly #gateway: GatewayAddress;
  readonly #device: LoginDevice;
  readonly #way: Way;
  readonly #challengeKey: string;

  constructor(
    gateway: GatewayAddress,
    device: LoginDevice,
    { way, challengeKey, text }: { way: Way; challengeKey: string; text: string },
  ) {
    this.text = text;
    this.#gateway = gateway;
    this.#device = device;
    this.#way = way;
    this.#challengeKey = challengeKey;
  }

  async approve(): Promise<boolean> {
    const { instanceId, instanceKey, userId, domain } = this.#device;
    const login = { challengeKey: this.#challengeKey, instanceId, userId, domain, origin: '', number: '' };
    return this.#sign(await signLogin(instanceKey, login));
  }

  /** With a signature that is not the device's. */
  approveWrongly(): Promise<boolean> {
    return this.#sign('0'.repeat(16));
  }

  async refuse(): Promise<boolean> {
    const { instanceId, instanceKey } = this.#device;
    const key = utf8(this.#challengeKey);
    const wrapped = await sealForChannel(instanceKey, 'login refusal', instanceId, key, systemRandom.bytes(12));
    return this.#send('cancelAuthUser', { serialNumber: instanceId, challengeKey: hexFromBytes(wrapped) });
  }

  #sign(signature: string): Promise<boolean> {
    const { userId, domain } = this.#device;
    return this.#send('authUser', { userID: userId, domain, challengeKey: this.#challengeKey, signature });
  }

  async #send(service: string, fields: Record<string, string>): Promise<boolean> {
    return (await callService(this.#gateway, `authentication/${this.#way}/${service}`, fields)).ok;
  }
}
