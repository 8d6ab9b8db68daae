import {
  MAXIMUM_BASIS_LENGTH,
  type ActivationGateway,
  type GatewayCapabilities,
  type GatewayRegistration,
  type GatewayUser,
  type Observation,
  type RegisterRefusal,
  type RegistrationAtGateway,
} from '../../activation/activation-gateway';
import type { ActivationId } from '../../activation/activation-id';
import { GatewayError } from '../../activation/gateway-error';
import type { Clock } from '../../shared/clock';
import { MINUTE } from '../../shared/duration';
import { accept, type Result } from '../../shared/result';
import { newInstance, readBasis, takeBasis } from './basis';
import { checkHealth } from './check-health';
import { checkStatus, type ActivationStatus } from './check-status';
import type { CloudClient } from './cloud-client';
import { classOf, isLimitReached, unforeseen, type CloudFailure } from './cloud-failure';
import { listAuthenticators } from './list-authenticators';
import { registerUser } from './register-user';

/** How long an activation password is valid (contract §5.4). */
const VALID_MS = 10 * MINUTE;

export type ActivationGatewayPorts = {
  client: CloudClient;
  clock: Clock;
  /** Is told what the log is to know where the person is told less. */
  onRefusal: (refusal: GatewayError) => void;
};

/** @property lifetimeMs how long an image is shown, at most as long as its password is valid */
export type ActivationGatewaySettings = { domain: string; lifetimeMs: number };

const WAITING: Observation = { state: 'issued', reached: {}, expiresAt: null, instanceId: null, reason: null };

const STATES = {
  pending: 'issued',
  timeout: 'expired',
  unknown: 'unknown',
} as const satisfies Record<Exclude<ActivationStatus, 'activated'>, Observation['state']>;

/**
 * OneSpan Cloud Authentication, which tells that an activation has come to its end and nothing of the way there (contract
 * §5.2). It tells of a user's last registration alone, and knows no way to end one (contract §5.1).
 */
export class OneSpanCloudActivationGateway implements ActivationGateway {
  readonly offline = null;
  readonly capabilities: GatewayCapabilities = {
    observes: ['active'],
    gatewayId: null,
    registersWith: 'nothing',
    registersInvited: true,
    completion: 'told',
    pushes: false,
    cancels: false,
  };
  readonly #ports: ActivationGatewayPorts;
  readonly #settings: ActivationGatewaySettings;

  constructor(ports: ActivationGatewayPorts, settings: ActivationGatewaySettings) {
    this.#ports = ports;
    this.#settings = settings;
  }

  async register(
    user: GatewayUser,
    _activationId: ActivationId,
    _credential: string | null,
  ): Promise<Result<GatewayRegistration, RegisterRefusal>> {
    const { client, clock } = this.#ports;
    const { userId, domain } = user;
    // Of before the call: the image is never shown for longer than its password is valid.
    const registeredAt = clock.now();
    const registered = await registerUser(client, userId, (failure) => this.#refusalOf(failure));
    if (!registered.ok) return registered;
    const { registrationID, activationPassword, serialNumber } = registered.value;
    // No phone has the credentials yet, so that this is what there was before.
    const authenticators = await listAuthenticators(client, user);
    if (!authenticators) throw this.#reported(elsewhere(domain));
    const basis = JSON.stringify(takeBasis(serialNumber, authenticators));
    if (basis.length > MAXIMUM_BASIS_LENGTH) throw new RangeError('a licence with too many devices');
    const lifetimeMs = Math.min(this.#settings.lifetimeMs, VALID_MS);
    return accept({
      userId,
      domain,
      registrationIdentifier: registrationID,
      activationPassword,
      basis,
      expiresAt: new Date(registeredAt.getTime() + lifetimeMs),
    });
  }

  async observe({ userId, domain, basis: text }: RegistrationAtGateway): Promise<Observation> {
    const { client, clock } = this.#ports;
    const user = { userId, domain };
    const status = await checkStatus(client, user);
    if (status !== 'activated') return { ...WAITING, state: STATES[status] };
    const basis = readBasis(text);
    const instanceId = basis && newInstance(basis, (await listAuthenticators(client, user)) ?? []);
    // Without a new device it is an earlier activation that is meant, or the device is not listed yet.
    if (instanceId === null) return WAITING;
    return { ...WAITING, state: 'active', reached: { active: clock.now() }, instanceId };
  }

  async cancel(): Promise<void> {}

  async checkHealth(): Promise<void> {
    await checkHealth(this.#ports.client, this.#settings.domain);
  }

  /**
   * That an error about authenticators is for somebody who none can be given to is inferred: a registration needs one
   * (contract §5.4). A failure of no documented class may be anything, and is no refusal.
   */
  #refusalOf(failure: CloudFailure): RegisterRefusal {
    if (isLimitReached(failure)) return 'activation-limit-reached';
    const about = classOf(failure);
    const isAboutInput = (failure.validationErrors ?? []).length > 0;
    const error = unforeseen(failure);
    if (about === 'system' || (about === null && !isAboutInput)) throw error;
    this.#reported(error);
    return about === 'authenticator' ? 'no-licence' : 'refused-by-gateway';
  }

  #reported(error: GatewayError): GatewayError {
    this.#ports.onRefusal(error);
    return error;
  }
}

/** The cloud registers in the tenant's domain, whatever the configuration says. */
function elsewhere(domain: string): GatewayError {
  const cause = new Error(`users: whoever was registered is not in the domain ${domain}, see ONESPAN_CLOUD_DOMAIN`);
  return new GatewayError('malformed-reply', { cause });
}
