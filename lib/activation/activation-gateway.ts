import type { Result } from '../shared/result';
import type { ActivationId } from './activation-id';
import type { FailureReason, InstanceId, Reached, Step } from './activation';

export type GatewayUser = { userId: string; domain: string };

export type GatewayRegistration = GatewayUser & {
  registrationIdentifier: string;
  activationPassword: string;
  expiresAt: Date;
};

export type RegisterRefusal = 'no-licence' | 'activation-limit-reached' | 'refused-by-gateway';

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
  /** The gateway's identifier for the image's seventh field (contract §1.1); null to leave it out. */
  gatewayId: string | null;
};

/** PORT: what an activation needs from any gateway. Every method throws `GatewayError` when the gateway fails. */
export interface ActivationGateway {
  readonly capabilities: GatewayCapabilities;
  /**
   * Registers a request to activate. Asking again for the same activation is safe: whatever was registered before for
   * this user no longer works afterwards.
   * @param activationId for the gateway's records, where it keeps any
   */
  register(user: GatewayUser, activationId: ActivationId): Promise<Result<GatewayRegistration, RegisterRefusal>>;
  observe(registrationIdentifier: string): Promise<Observation>;
  /** Makes the registration useless. Does nothing when it has ended or is unknown. */
  cancel(registrationIdentifier: string): Promise<void>;
  /** Resolves when the gateway answers. */
  checkHealth(): Promise<void>;
}
