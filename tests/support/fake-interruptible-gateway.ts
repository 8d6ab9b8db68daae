import type {
  ActivationGateway,
  GatewayCapabilities,
  GatewayRegistration,
  GatewayUser,
  Observation,
  RegisterRefusal,
} from '@/lib/activation/activation-gateway';
import type { ActivationId } from '@/lib/activation/activation-id';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { Result } from '@/lib/shared/result';

/** A gateway behind a line that can be cut, with a say in what happens just after it has answered. */
export class InterruptibleGateway implements ActivationGateway {
  capabilities: GatewayCapabilities;
  isReachable = true;
  /** Overrides what registering answers, without asking the gateway. */
  refusal: RegisterRefusal | null = null;
  /** Changes what the gateway has registered, as a gateway with other habits would. */
  change: (registration: GatewayRegistration) => GatewayRegistration = unchanged;
  /** Runs after the gateway has registered, and before its caller learns of it. */
  afterRegister: () => Promise<void> = nothing;
  /** Registrations that were asked for. */
  registered = 0;
  /** Registrations that were cancelled. */
  readonly cancelled: string[] = [];
  readonly #gateway: ActivationGateway;

  constructor(gateway: ActivationGateway) {
    this.#gateway = gateway;
    this.capabilities = gateway.capabilities;
  }

  reset(): void {
    this.isReachable = true;
    this.refusal = null;
    this.change = unchanged;
    this.afterRegister = nothing;
    this.registered = 0;
    this.cancelled.length = 0;
  }

  async register(user: GatewayUser, activationId: ActivationId): Promise<Result<GatewayRegistration, RegisterRefusal>> {
    this.#reach();
    this.registered += 1;
    if (this.refusal) return { ok: false, refusal: this.refusal };
    const registration = await this.#gateway.register(user, activationId);
    await this.afterRegister();
    return registration.ok ? { ok: true, value: this.change(registration.value) } : registration;
  }

  async observe(registrationIdentifier: string): Promise<Observation> {
    this.#reach();
    return this.#gateway.observe(registrationIdentifier);
  }

  async cancel(registrationIdentifier: string): Promise<void> {
    this.#reach();
    this.cancelled.push(registrationIdentifier);
    await this.#gateway.cancel(registrationIdentifier);
  }

  async checkHealth(): Promise<void> {
    this.#reach();
    await this.#gateway.checkHealth();
  }

  #reach(): void {
    if (!this.isReachable) throw new GatewayError('unreachable');
  }
}

function unchanged(registration: GatewayRegistration): GatewayRegistration {
  return registration;
}

async function nothing(): Promise<void> {}
