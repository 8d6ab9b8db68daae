/** One authenticator licence activated on one device. */
export type AuthenticatorInstance = {
  /** Serial number and sequence number, `VDS1000042-1` (contract §7.5). */
  instanceId: string;
  serialNumber: string;
  sequenceNumber: number;
  name: string;
  activatedAt: Date;
  lastUsedAt: Date | null;
  state: 'active' | 'locked';
};

/** Activations of a person's licence. */
export type ActivationLimits = { used: number; limit: number };
