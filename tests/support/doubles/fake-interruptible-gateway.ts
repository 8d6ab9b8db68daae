import type { UserKey } from '@/lib/shared/identifiers/user-key';
import type {
  ActivationGateway,
  GatewayCapabilities,
  GatewayRegistration,
  Observation,
  OfflineActivation,
  RegisterRefusal,
  RegistrationAtGateway,
} from '@/lib/activation/activation-gateway';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { Result } from '@/lib/shared/result';

/** A gateway behind a line that can be cut, with a say in what happens just after it has answered. */
export class InterruptibleGateway implements ActivationGateway {
  capabilities: GatewayCapabilities;
  isReachable = true;
  /** The one that is right, where it registers with one; see `registerWith`. */
  #credential: string | null = null;
  /** Credentials that were given, in order. */
  readonly credentials: (string | null)[] = [];
  /** Overrides what registering answers, without asking the gateway. */
  refusal: RegisterRefusal | null = null;
  /** Changes what the gateway has registered, as a gateway with other habits would. */
  change: (registration: GatewayRegistration) => GatewayRegistration = unchanged;
  /** Runs after the gateway has registered, and before its caller learns of it. */
  afterRegister: () => Promise<void> = nothing;
  /** Registrations that were asked for. */
  registered = 0;
  /** What was asked about, in order. */
  readonly observed: RegistrationAtGateway[] = [];
  /** Registrations that were cancelled. */
  readonly cancelled: string[] = [];
  readonly #gateway: ActivationGateway;

  constructor(gateway: ActivationGateway) {
    this.#gateway = gateway;
    this.capabilities = gateway.capabilities;
  }

  /** From now on it takes a person's credential. */
  registerWith(credential: string, more: Partial<GatewayCapabilities> = {}): void {
    this.#credential = credential;
    this.capabilities = {
      ...this.capabilities,
      registersWith: 'credential',
      registersInvited: false,
      registersAgain: 'once',
      ...more,
    };
  }

  reset(): void {
    this.capabilities = this.#gateway.capabilities;
    this.#credential = null;
    this.credentials.length = 0;
    this.isReachable = true;
    this.refusal = null;
    this.change = unchanged;
    this.afterRegister = nothing;
    this.registered = 0;
    this.observed.length = 0;
    this.cancelled.length = 0;
  }

  async register(
    user: UserKey,
    activationId: ActivationId,
    credential: string | null,
  ): Promise<Result<GatewayRegistration, RegisterRefusal>> {
    this.#reach();
    this.registered += 1;
    this.credentials.push(credential);
    if (this.#credential !== null && !(credential === null && this.capabilities.registersInvited)) {
      if (credential === null) throw new TypeError('the gateway registers with a credential');
      if (credential !== this.#credential) return { ok: false, refusal: 'credential-refused' };
    }
    if (this.refusal) return { ok: false, refusal: this.refusal };
    const registration = await this.#gateway.register(user, activationId, credential);
    await this.afterRegister();
    return registration.ok ? { ok: true, value: this.change(registration.value) } : registration;
  }

  get offline(): OfflineActivation | null {
    const { offline } = this.#gateway;
    if (!offline) return null;
    return {
      register: async (user, activationId, credential) => {
        this.#reach();
        this.registered += 1;
        return offline.register(user, activationId, credential);
      },
      addDevice: async (registration, deviceCode) => {
        this.#reach();
        return offline.addDevice(registration, deviceCode);
      },
      activate: async (registration, signature) => {
        this.#reach();
        return offline.activate(registration, signature);
      },
    };
  }

  async observe(registration: RegistrationAtGateway): Promise<Observation> {
    this.#reach();
    this.observed.push(registration);
    return this.#gateway.observe(registration);
  }

  async cancel(registration: RegistrationAtGateway): Promise<void> {
    this.#reach();
    this.cancelled.push(registration.registrationIdentifier);
    await this.#gateway.cancel(registration);
  }

  async checkHealth(): Promise<void> {
    this.#reach();
    await this.#gateway.checkHealth();
  }

  #reach(): void {
    if (!this.isReachable) throw new GatewayError('unreachable', 'not-sent');
  }
}

function unchanged(registration: GatewayRegistration): GatewayRegistration {
  return registration;
}

async function nothing(): Promise<void> {}
