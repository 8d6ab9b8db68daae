import type { UserKey } from '../shared/identifiers/user-key';
import type { Mosaic } from '../shared/codes/mosaic';
import type { Result } from '../shared/result';
import type { ActivationId } from '../shared/identifiers/activation-id';
import type { FailureReason, InstanceId, Reached, Step, RegisteredActivation } from './activation';

/** Identifies a registration at the gateway. User ID and domain are in the gateway's spelling. */
export type RegistrationAtGateway = UserKey & {
  registrationIdentifier: string;
  /** The user's devices before, for the adapter to detect changes; see `MAXIMUM_BASELINE_LENGTH`. Not a secret. */
  baseline: string | null;
  /** The device, once it is known. */
  instanceId?: InstanceId;
};

/** In characters. Stored with the activation while it is registered. */
export const MAXIMUM_BASELINE_LENGTH = 8192;

export type GatewayRegistration = RegistrationAtGateway & {
  activationPassword: string;
  expiresAt: Date;
};

export type OfflineRegistration = RegistrationAtGateway & {
  /** The first image's payload: upper-case hexadecimal, at most `MAXIMUM_OFFLINE_MESSAGE_LENGTH` digits. */
  activationMessage1: string;
  expiresAt: Date;
};

/** `credential-refused`: the gateway refused the user's password or one-time password. */
export const REGISTER_REFUSALS = [
  'no-licence',
  'activation-limit-reached',
  'refused-by-gateway',
  'credential-refused',
] as const;
export type RegisterRefusal = (typeof REGISTER_REFUSALS)[number];

/** The state of a registration. Times are by the gateway's clock if it reports them. */
export type Observation = {
  state: 'issued' | Step | 'expired' | 'cancelled' | 'failed' | 'superseded' | 'unknown';
  reached: Omit<Reached, 'issued' | 'shown'>;
  /** When the registration expires; null if the gateway does not say. */
  expiresAt: Date | null;
  /** Set from `linked` on. */
  instanceId: InstanceId | null;
  /** The picture of the device's key. Set from `linked` on; null if the gateway cannot compute what its phones show. */
  mosaic: Mosaic | null;
  /** Set if `failed`. */
  reason: FailureReason | null;
};

export type GatewayCapabilities = {
  /** Steps that `observe` can tell apart. */
  observes: readonly Step[];
  /** The gateway's identifier for the image's seventh field (OneSpan §1.1); null to leave it out. */
  gatewayId: string | null;
  /** `credential`: every registration needs the user's password or one-time password (OneSpan §4.2). */
  registersWith: 'nothing' | 'credential';
  /** Whether it registers invited users without a credential. */
  registersInvited: boolean;
  /** `inferred`: a working device is inferred from its traces, and proved by a test login (OneSpan §4.4). */
  completion: 'told' | 'inferred';
  /** Whether it pushes the phone's steps; if not, it is polled. */
  pushes: boolean;
  /** Whether `cancel` ends a registration; if not, a phone that has read the image may finish until it expires. */
  cancels: boolean;
  /**
   * `freely`: a second registration costs nothing, so a failed one is repeated until it succeeds. `once`: each may use up
   * an activation of a licence, or count as a login.
   */
  registersAgain: 'freely' | 'once';
  /**
   * Whether phones activate with this site's own app, which a link in the image opens. A vendor's app reads the payload
   * alone (OneSpan §1.1).
   */
  hasOwnApp: boolean;
};

/**
 * `wrong-code`: the entered code is not the phone's, as far as the gateway can tell. `over`: the gateway no longer has
 * the registration.
 */
export type CodeRefusal = 'wrong-code' | 'over';

/**
 * Activation of a phone without a network, in two images and two entered codes (OneSpan §4.2, §5.3). Every method
 * throws `GatewayError` if the gateway fails.
 */
export interface OfflineActivation {
  /** As `ActivationGateway.register`. */
  register(
    user: UserKey,
    activationId: ActivationId,
    credential: string | null,
  ): Promise<Result<OfflineRegistration, RegisterRefusal>>;
  /**
   * @param deviceCode decimal digits that the phone shows for the first image; the site's own app shows 26
   * @returns the payload of the second image, in the form of message 1, and its expiry
   */
  addDevice(
    registration: RegistrationAtGateway,
    deviceCode: string,
  ): Promise<Result<{ activationMessage2: string; expiresAt: Date }, CodeRefusal>>;
  /** @param signature decimal digits that the phone shows for the second image; the site's own app shows 16 */
  activate(
    registration: RegistrationAtGateway,
    signature: string,
  ): Promise<Result<{ instanceId: InstanceId }, CodeRefusal>>;
  /** The number of wrong codes left; null if the registration has ended. Absent if the gateway does not say. */
  triesLeft?(registration: RegistrationAtGateway): Promise<number | null>;
}

/** PORT: what an activation needs from any gateway. Every method throws `GatewayError` if the gateway fails. */
export interface ActivationGateway {
  readonly capabilities: GatewayCapabilities;
  /** Null if the gateway activates only phones with a network. */
  readonly offline: OfflineActivation | null;
  /**
   * Registers an activation, which replaces the user's earlier registration. What a failure says of repeating it is its
   * `outcome`, unless the gateway `registersAgain` freely.
   * @param activationId for the gateway's records, if it keeps any
   * @param credential the user's password or one-time password. Null if it `registersWith` nothing, or for invited
   *   users if it `registersInvited`; a TypeError otherwise
   */
  register(
    user: UserKey,
    activationId: ActivationId,
    credential: string | null,
  ): Promise<Result<GatewayRegistration, RegisterRefusal>>;
  /**
   * Whether the gateway has a registration of the user's that waits for a phone, read after one was sent whose outcome is
   * unknown. Absent if the gateway does not show it.
   */
  hasRegistration?(user: UserKey): Promise<boolean>;
  observe(registration: RegistrationAtGateway): Promise<Observation>;
  /** Ends the registration, if it `cancels`. Does nothing if it has ended or is unknown. */
  cancel(registration: RegistrationAtGateway): Promise<void>;
  /** Resolves when the gateway answers. */
  checkHealth(): Promise<void>;
}

/** The registration of an activation, as the gateway's methods take it. */
export function registrationOf(activation: RegisteredActivation): RegistrationAtGateway {
  const { registrationIdentifier, gatewayUser, gatewayBaseline } = activation;
  const registration = { ...gatewayUser, registrationIdentifier, baseline: gatewayBaseline };
  return activation.state === 'linked' ? { ...registration, instanceId: activation.instanceId } : registration;
}
