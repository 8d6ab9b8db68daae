import type { UserKey } from '../shared/identifiers/user-key';
import type { Result } from '../shared/result';
import type { ActivationId } from '../shared/identifiers/activation-id';
import type { FailureReason, InstanceId, Reached, Step, RegisteredActivation } from './activation';

/** What a registration is asked about with. User ID and domain are those that the gateway answered when it registered. */
export type RegistrationAtGateway = UserKey & {
  registrationIdentifier: string;
  /** What the adapter needs back to tell what has changed since; see `MAXIMUM_BASELINE_LENGTH`. No secret. */
  baseline: string | null;
};

/** In characters. It is kept with the activation while the gateway is asked about it. */
export const MAXIMUM_BASELINE_LENGTH = 8192;

export type GatewayRegistration = RegistrationAtGateway & {
  activationPassword: string;
  expiresAt: Date;
};

export type OfflineRegistration = RegistrationAtGateway & {
  /** What the first image says: hexadecimal in upper case, at most `MAXIMUM_OFFLINE_MESSAGE_LENGTH` digits. */
  activationMessage1: string;
  expiresAt: Date;
};

/** `credential-refused`: the gateway did not take the person's password or one-time password. */
export type RegisterRefusal = 'no-licence' | 'activation-limit-reached' | 'refused-by-gateway' | 'credential-refused';

/** What the gateway says of a registration. Times are those of the gateway where it tells them. */
export type Observation = {
  state: 'issued' | Step | 'expired' | 'cancelled' | 'failed' | 'superseded' | 'unknown';
  reached: Omit<Reached, 'issued' | 'shown'>;
  /** When the registration ends unless it is completed; null when the gateway does not tell. */
  expiresAt: Date | null;
  /** Set from `linked` on. */
  instanceId: InstanceId | null;
  /** Set when `failed`. */
  reason: FailureReason | null;
};

export type GatewayCapabilities = {
  /** Steps that `observe` can tell apart. */
  observes: readonly Step[];
  /** The gateway's identifier for the image's seventh field (OneSpan §1.1); null to leave it out. */
  gatewayId: string | null;
  /** `credential`: it asks for the person's password or one-time password with every registration (OneSpan §4.2). */
  registersWith: 'nothing' | 'credential';
  /** Whether it registers somebody who was let in by an invitation without a credential all the same. */
  registersInvited: boolean;
  /** `inferred`: that a device works is concluded from what it changes, and a test login is the proof (OneSpan §4.4). */
  completion: 'told' | 'inferred';
  /** Whether it tells by itself when a phone has made a step; else it is asked again and again. */
  pushes: boolean;
  /** Whether `cancel` makes a registration useless; else a phone that has read the image may go on until it expires. */
  cancels: boolean;
};

/**
 * `wrong-code`: what the person typed is not what their phone shows, as far as the gateway tells. `over`: the gateway has
 * no such registration any more.
 */
export type CodeRefusal = 'wrong-code' | 'over';

/**
 * Activation of a phone without a network, in two images and two typed codes (OneSpan §4.2, §5.3). Every method throws
 * `GatewayError` when the gateway fails.
 */
export interface OfflineActivation {
  /** As `ActivationGateway.register`. */
  register(
    user: UserKey,
    activationId: ActivationId,
    credential: string | null,
  ): Promise<Result<OfflineRegistration, RegisterRefusal>>;
  /**
   * @param deviceCode decimal digits that the phone shows for the first image; 26 of the site's own app
   * @returns what the second image says, as message 1, and until when it can be used
   */
  addDevice(
    registration: RegistrationAtGateway,
    deviceCode: string,
  ): Promise<Result<{ activationMessage2: string; expiresAt: Date }, CodeRefusal>>;
  /** @param signature decimal digits that the phone shows for the second image; 16 of the site's own app */
  activate(
    registration: RegistrationAtGateway,
    signature: string,
  ): Promise<Result<{ instanceId: InstanceId }, CodeRefusal>>;
}

/** PORT: what an activation needs from any gateway. Every method throws `GatewayError` when the gateway fails. */
export interface ActivationGateway {
  readonly capabilities: GatewayCapabilities;
  /** Null where only phones with a network can be activated. */
  readonly offline: OfflineActivation | null;
  /**
   * Registers a request to activate. Asking again for the same activation is safe: whatever was registered before for
   * this user no longer works afterwards.
   * @param activationId for the gateway's records, where it keeps any
   * @param credential the person's password or one-time password; null where it `registersWith` nothing, and for the
   *   invited where it `registersInvited`; else null is a TypeError
   */
  register(
    user: UserKey,
    activationId: ActivationId,
    credential: string | null,
  ): Promise<Result<GatewayRegistration, RegisterRefusal>>;
  observe(registration: RegistrationAtGateway): Promise<Observation>;
  /** Makes the registration useless, where it `cancels`. Does nothing when it has ended or is unknown. */
  cancel(registration: RegistrationAtGateway): Promise<void>;
  /** Resolves when the gateway answers. */
  checkHealth(): Promise<void>;
}

/** What the gateway is asked about with. */
export function registrationOf(activation: RegisteredActivation): RegistrationAtGateway {
  const { registrationIdentifier, gatewayUser, gatewayBaseline } = activation;
  return { ...gatewayUser, registrationIdentifier, baseline: gatewayBaseline };
}
