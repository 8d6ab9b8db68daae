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
import { listAuthenticators } from './onespan-cloud-authenticator-directory';
import { OneSpanCloudOfflineActivation } from './onespan-cloud-offline-activation';
import { Registrar, type RegistrarPorts, type RegistrarSettings } from './registrar';
import { z } from 'zod';
import type { CloudClient } from './cloud-client';
import { throwUnforeseen } from './cloud-failure';

/** The states of an activation that the cloud reports (OneSpan §5.2). */
const statusSchema = z.object({ activationStatus: z.enum(['pending', 'activated', 'timeout', 'unknown']) });

type ActivationStatus = z.infer<typeof statusSchema>['activationStatus'];

const pageSchema = z.object({ total: z.number() });

const WAITING: Observation = {
  state: 'issued',
  reached: {},
  expiresAt: null,
  instanceId: null,
  mosaic: null,
  reason: null,
};

const STATES = {
  pending: 'issued',
  timeout: 'expired',
  unknown: 'unknown',
} as const satisfies Record<Exclude<ActivationStatus, 'activated'>, Observation['state']>;

/**
 * OneSpan Cloud Authentication, which reports the end of an activation and no step before (OneSpan §5.2). It reports
 * only a user's last registration, and cannot end one (OneSpan §5.1).
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
    registersAgain: 'once',
    hasOwnApp: false,
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

  /** It reports the user's last registration, whoever made it (OneSpan §5.1). */
  async hasRegistration(user: UserKey): Promise<boolean> {
    return (await checkStatus(this.#ports.client, user)) === 'pending';
  }

  async observe({ userId, domain, baseline: text }: RegistrationAtGateway): Promise<Observation> {
    const { client, clock } = this.#ports;
    const user = { userId, domain };
    const status = await checkStatus(client, user);
    if (status !== 'activated') return { ...WAITING, state: STATES[status] };
    const baseline = readBaseline(text);
    const instanceId = baseline && newInstance(baseline, (await listAuthenticators(client, user)) ?? []);
    // Without a new device the state is that of an earlier activation, or the device is not listed yet.
    if (instanceId === null) return WAITING;
    return { ...WAITING, state: 'active', reached: { active: clock.now() }, instanceId };
  }

  async cancel(): Promise<void> {}

  async checkHealth(): Promise<void> {
    await checkHealth(this.#ports.client, this.#domain);
  }
}

/** `GET authenticators` (OneSpan §5.1) for one of the domain: changes nothing, and needs access. */
async function checkHealth(client: CloudClient, domain: string): Promise<void> {
  const query = new URLSearchParams({ domain, offset: '0', limit: '1' });
  const path = `authenticators?${query.toString()}`;
  const call = { method: 'GET', path, name: 'authenticators', isRepeatable: true } as const;
  await client.ask(call, pageSchema, throwUnforeseen);
}

/**
 * `POST registrations/check-status` (OneSpan §5.1): state of a user's last registration, returned at once.
 * @throws GatewayError also for an undocumented state
 */
async function checkStatus(client: CloudClient, user: UserKey): Promise<ActivationStatus> {
  const path = 'registrations/check-status';
  const body = { login: loginOf(user), timeoutSeconds: '0' };
  const call = { method: 'POST', path, name: path, body, isRepeatable: true } as const;
  const status = await client.ask(call, statusSchema, throwUnforeseen);
  return status.activationStatus;
}

/**
 * The user ID alone, as documented. One that looks like a mail address would be taken for a user of another domain, so
 * its own domain is appended (inferred from the paths of OneSpan §5.1).
 */
function loginOf({ userId, domain }: UserKey): string {
  return userId.includes('@') ? `${userId}@${domain}` : userId;
}
