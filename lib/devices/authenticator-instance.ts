/** One authenticator licence activated on one device. */
export type AuthenticatorInstance = {
  /** Serial number and sequence number, `VDS1000042-1` (OneSpan §7.5). */
  instanceId: string;
  serialNumber: string;
  name: string;
  /** Left out when the gateway does not tell. */
  activatedAt?: Date;
  /** Null for never; left out when the gateway does not tell. */
  lastUsedAt?: Date | null;
  state: 'active' | 'locked';
};

/** Activations of a person's licence. */
export type ActivationLimits = { used: number; limit: number };
