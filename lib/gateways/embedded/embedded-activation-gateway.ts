import type { UserKey } from '../../shared/identifiers/user-key';
import type { FailureReason, Reached } from '../../activation/activation';
import type {
  ActivationGateway,
  GatewayCapabilities,
  GatewayRegistration,
  Observation,
  OfflineActivation,
  RegisterRefusal,
  RegistrationAtGateway,
} from '../../activation/activation-gateway';
import { STEPS } from '../../activation/activation';
import type { EmbeddedGateway } from './engine/embedded-gateway';
import type { RegistrationObservation } from './engine/registration/observe-registration';
import { accept, type Result } from '../../shared/result';
import { ask } from './ask';
import { EmbeddedOfflineActivation } from './embedded-offline-activation';

/** The gateway's states as states of an activation. */
const STATES = {
  registered: 'issued',
  keyed: 'scanned',
  'data-sent': 'verified',
  'device-added': 'linked',
  activated: 'active',
  expired: 'expired',
  cancelled: 'cancelled',
  failed: 'failed',
  superseded: 'superseded',
} as const satisfies Record<RegistrationObservation['state'], Observation['state']>;

/**
 * The website makes the steps of an offline activation itself; both images are shown before the gateway hears of the
 * phone.
 */
const OFFLINE_STATES = { ...STATES, 'data-sent': 'issued', 'device-added': 'verified' } as const;

const UNKNOWN: Observation = {
  state: 'unknown',
  reached: {},
  expiresAt: null,
  instanceId: null,
  mosaic: null,
  reason: null,
};

/** The gateway in this process, which observes every step. */
export class EmbeddedActivationGateway implements ActivationGateway {
  readonly capabilities: GatewayCapabilities;
  readonly offline: OfflineActivation;
  readonly #gateway: EmbeddedGateway;

  /** @param gatewayId seventh field of the image */
  constructor(gateway: EmbeddedGateway, gatewayId: string | null) {
    this.#gateway = gateway;
    this.offline = new EmbeddedOfflineActivation(gateway, gatewayId ?? '');
    this.capabilities = {
      observes: STEPS,
      gatewayId,
      registersWith: 'nothing',
      registersInvited: true,
      completion: 'told',
      pushes: true,
      cancels: true,
      registersAgain: 'freely',
      hasOwnApp: true,
    };
  }

  async register({ userId, domain }: UserKey): Promise<Result<GatewayRegistration, RegisterRefusal>> {
    const registered = await ask(() => this.#gateway.register({ userId, domain }));
    return registered.ok ? accept({ ...registered.value, baseline: null }) : registered;
  }

  async observe({ registrationIdentifier }: RegistrationAtGateway): Promise<Observation> {
    const observation = await ask(() => this.#gateway.observe(registrationIdentifier));
    return observation ? toObservation(observation) : UNKNOWN;
  }

  async cancel({ registrationIdentifier }: RegistrationAtGateway): Promise<void> {
    await ask(() => this.#gateway.cancel(registrationIdentifier));
  }

  async checkHealth(): Promise<void> {
    // Only its store can fail, and any query reads it.
    await ask(() => this.#gateway.observe(''));
  }
}

/** The website's view of a registration, as the port's. */
export function toObservation(observation: RegistrationObservation): Observation {
  const { isOffline } = observation;
  const state = (isOffline ? OFFLINE_STATES : STATES)[observation.state];
  // Only wrong proofs make this gateway fail a registration.
  const wrong: FailureReason = isOffline ? 'too-many-wrong-codes' : 'too-many-wrong-passwords';
  const reason = state === 'failed' ? wrong : null;
  return {
    state,
    reached: reachedBy(observation),
    expiresAt: observation.expiresAt,
    instanceId: observation.instanceId,
    mosaic: observation.mosaic,
    reason,
  };
}

function reachedBy({
  state,
  keyedAt,
  dataSentAt,
  deviceAddedAt,
  endedAt,
}: RegistrationObservation): Omit<Reached, 'issued'> {
  return {
    ...(keyedAt && { scanned: keyedAt }),
    ...(dataSentAt && { verified: dataSentAt }),
    ...(deviceAddedAt && { linked: deviceAddedAt }),
    ...(state === 'activated' && endedAt && { active: endedAt }),
  };
}
