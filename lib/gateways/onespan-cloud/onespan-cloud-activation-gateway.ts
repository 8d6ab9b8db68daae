import type { UserKey } from '../../shared/identifiers/user-key';
import type {
  ActivationGateway,
  GatewayCapabilities,
  GatewayRegistration,
  Observation,
  OfflineActivation,
  RegisterRefusal,
  RegistrationAtGateway,
} from '../../activation/activation-gateway';
import type { Result } from '../../shared/result';
import { newInstance, readBaseline } from './baseline';
import { checkHealth } from './check-health';
import { checkStatus, type ActivationStatus } from './check-status';
import { listAuthenticators } from './list-authenticators';
import { OneSpanCloudOfflineActivation } from './onespan-cloud-offline-activation';
import { Registrar, type RegistrarPorts, type RegistrarSettings } from './registrar';

const WAITING: Observation = { state: 'issued', reached: {}, expiresAt: null, instanceId: null, reason: null };

const STATES = {
  pending: 'issued',
  timeout: 'expired',
  unknown: 'unknown',
} as const satisfies Record<Exclude<ActivationStatus, 'activated'>, Observation['state']>;

/**
 * OneSpan Cloud Authentication, which tells that an activation has come to its end and nothing of the way there (OneSpan
 * §5.2). It tells of a user's last registration alone, and knows no way to end one (OneSpan §5.1).
 */
export class OneSpanCloudActivationGateway implements ActivationGateway {
  readonly offline: OfflineActivation;
  readonly capabilities: GatewayCapabilities = {
    observes: ['active'],
    gatewayId: null,
    registersWith: 'nothing',
    registersInvited: true,
    completion: 'told',
    pushes: false,
    cancels: false,
  };
  readonly #ports: RegistrarPorts;
  readonly #domain: string;
  readonly #registrar: Registrar;

  constructor(ports: RegistrarPorts, settings: RegistrarSettings) {
    this.#ports = ports;
    this.#domain = settings.domain;
    this.#registrar = new Registrar(ports, settings);
    this.offline = new OneSpanCloudOfflineActivation(ports, this.#registrar);
  }

  async register(user: UserKey): Promise<Result<GatewayRegistration, RegisterRefusal>> {
    return this.#registrar.register(user, 'onlineMDL');
  }

  async observe({ userId, domain, baseline: text }: RegistrationAtGateway): Promise<Observation> {
    const { client, clock } = this.#ports;
    const user = { userId, domain };
    const status = await checkStatus(client, user);
    if (status !== 'activated') return { ...WAITING, state: STATES[status] };
    const baseline = readBaseline(text);
    const instanceId = baseline && newInstance(baseline, (await listAuthenticators(client, user)) ?? []);
    // Without a new device it is an earlier activation that is meant, or the device is not listed yet.
    if (instanceId === null) return WAITING;
    return { ...WAITING, state: 'active', reached: { active: clock.now() }, instanceId };
  }

  async cancel(): Promise<void> {}

  async checkHealth(): Promise<void> {
    await checkHealth(this.#ports.client, this.#domain);
  }
}
