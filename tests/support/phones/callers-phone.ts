import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest, openPushedLogin } from '@/lib/phone/login/fetch-login-request';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import type { LoginDevice, LoginRequest } from '@/lib/phone/login/login-steps';
import { registerNotifications } from '@/lib/phone/register-notifications';
import type { EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import { bytesFromHex } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from './activate-device';
import { anotherNumber } from './login-device';

/** A caller's phone, with notifications on. */
export class CallersPhone {
  readonly device: LoginDevice;
  readonly #gateway: EmbeddedGateway;
  readonly gateway: GatewayAddress;
  readonly #pushAddress: string;

  private constructor(gateway: EmbeddedGateway, address: GatewayAddress, device: LoginDevice, pushAddress: string) {
    this.#gateway = gateway;
    this.gateway = address;
    this.device = device;
    this.#pushAddress = pushAddress;
  }

  static async listen(gateway: EmbeddedGateway, address: GatewayAddress, device: LoginDevice): Promise<CallersPhone> {
    const pushAddress = `web:${crypto.randomUUID()}`;
    valueOf(await registerNotifications(address, device, device.instanceKey, pushAddress, systemRandom));
    return new CallersPhone(gateway, address, device, pushAddress);
  }

  /** Reads the oldest waiting request. */
  async open(): Promise<LoginRequest> {
    const inbox = await this.#gateway.listLoginRequests(this.#pushAddress);
    const waiting = inbox?.requests.at(-1);
    if (!waiting) throw new Error('nothing waits for the phone');
    const { id, instanceId, message } = waiting;
    const pushed = { way: 'push', id, instanceId, message: bytesFromHex(message), readUntil: 0 } as const;
    const challenge = valueOf(await openPushedLogin({ ...pushed, gateway: this.gateway }, this.device));
    return valueOf(await fetchLoginRequest(challenge, this.device, systemRandom));
  }

  async type(number: string): Promise<void> {
    valueOf(await answerLogin(await this.open(), number));
  }

  /** Types a number other than the agent's. */
  async typeAnotherThan(number: string): Promise<void> {
    await answerLogin(await this.open(), anotherNumber(number));
  }

  async decline(reason: 'cancelled' | 'not-me'): Promise<void> {
    valueOf(await declineLogin(await this.open(), reason, systemRandom));
  }
}
