import type { Mosaic } from '../../../../shared/codes/mosaic';

/** When the phone's connections succeeded. */
export type RegistrationTimes = {
  registeredAt: Date;
  /** Connection 1. */
  keyedAt: Date | null;
  /** Connection 2. */
  dataSentAt: Date | null;
  /** Connection 3. */
  deviceAddedAt: Date | null;
};

type Common = RegistrationTimes & {
  /** The SRP identity: eight letters and digits. */
  readonly identifier: string;
  readonly serialNumber: string;
  /** Incremented by every change. */
  readonly version: number;
  /** SRP salt, 16 bytes in hexadecimal; empty when offline. */
  readonly salt: string;
  /** Wrong proofs (evidence, device code, signature). */
  readonly wrongProofs: number;
  readonly expiresAt: Date;
  /** By images and typed codes: starts as `data-sent`, and phones cannot continue it themselves. */
  readonly isOffline: boolean;
};

/** Encrypted in the context of `verifierContext`. */
type Verifiable = { readonly encryptedVerifier: string };
/**
 * The instance key that the salt commits to, 32 bytes in hexadecimal, encrypted in the context of `committedKeyContext`; null
 * when offline, and when a release registered that did not commit.
 */
type Committed = { readonly encryptedCommittedKey: string | null };
/**
 * Answers the first two connections, and repeats the answers that a phone has lost; erased when the registration ends.
 * Hexadecimal; the private key is encrypted in the context of `serverPrivateKeyContext`.
 */
export type KeyExchange = Verifiable & {
  readonly encryptedServerPrivateKey: string;
  readonly clientPublicKey: string;
  readonly serverPublicKey: string;
};
type Numbered = {
  readonly sequenceNumber: number;
  /** Null when the salt does not commit to the instance key. */
  readonly mosaic: Mosaic | null;
};

/** Registered by the website, and not scanned yet. */
export type Registered = Common & Verifiable & Committed & { readonly state: 'registered' };
/** Connection 1: keys are exchanged. */
export type Keyed = Common & Committed & { readonly state: 'keyed'; readonly exchange: KeyExchange };
/**
 * Connection 2: the phone has proved the activation password and received its licence; offline, an image contains it.
 */
export type DataSent = Common &
  Committed & {
    readonly state: 'data-sent';
    /** Null when offline. */
    readonly exchange: KeyExchange | null;
  };
/** Connection 3: the phone has its instance, and its user chooses a PIN. */
export type DeviceAdded = Common &
  Numbered & {
    readonly state: 'device-added';
    readonly exchange: DataSent['exchange'];
    readonly deviceCode: string;
    readonly description: string;
    readonly encryptedInstanceKey: string;
  };
/** Connection 4. */
export type Activated = Common & Numbered & { readonly state: 'activated'; readonly endedAt: Date };
export type Abandoned = Common & {
  readonly state: 'expired' | 'cancelled' | 'failed' | 'superseded';
  readonly endedAt: Date;
};

export type LiveRegistration = Registered | Keyed | DataSent | DeviceAdded;
export type Registration = LiveRegistration | Activated | Abandoned;

export const LIVE_STATES = [
  'registered',
  'keyed',
  'data-sent',
  'device-added',
] as const satisfies LiveRegistration['state'][];

export const ENDED_STATES = ['activated', 'expired', 'cancelled', 'failed', 'superseded'] as const satisfies (
  | Activated
  | Abandoned
)['state'][];

export function isLive(registration: Registration): registration is LiveRegistration {
  return (LIVE_STATES as readonly string[]).includes(registration.state);
}

export function verifierContext(identifier: string): string {
  return `registration ${identifier} verifier`;
}

export function serverPrivateKeyContext(identifier: string): string {
  return `registration ${identifier} server private key`;
}

export function committedKeyContext(identifier: string): string {
  return `registration ${identifier} committed key`;
}

function common(registration: LiveRegistration): Common {
  const { identifier, serialNumber, version, salt, wrongProofs, expiresAt, isOffline } = registration;
  const { registeredAt, keyedAt, dataSentAt, deviceAddedAt } = registration;
  const times = { registeredAt, keyedAt, dataSentAt, deviceAddedAt };
  return { identifier, serialNumber, version: version + 1, salt, wrongProofs, expiresAt, isOffline, ...times };
}

/** @param completionLifetimeMs the phone's time from now on; never shortens the remaining time */
export function exchangeKeys(
  registration: Registered,
  keys: Omit<KeyExchange, 'encryptedVerifier'>,
  now: Date,
  completionLifetimeMs: number,
): Keyed {
  const expiresAt = extended(registration, now, completionLifetimeMs);
  const { encryptedVerifier, encryptedCommittedKey } = registration;
  const exchange = { encryptedVerifier, ...keys };
  return { ...common(registration), state: 'keyed', exchange, encryptedCommittedKey, keyedAt: now, expiresAt };
}

export function sendActivationData(registration: Keyed, now: Date): DataSent {
  const { exchange, encryptedCommittedKey } = registration;
  return { ...common(registration), state: 'data-sent', exchange, encryptedCommittedKey, dataSentAt: now };
}

/** @param completionLifetimeMs time for the second image of an offline activation; never shortens the remaining time */
export function addDevice(
  registration: DataSent,
  device: Pick<DeviceAdded, 'sequenceNumber' | 'mosaic' | 'deviceCode' | 'description' | 'encryptedInstanceKey'>,
  now: Date,
  completionLifetimeMs: number,
): DeviceAdded {
  const { isOffline, expiresAt, exchange } = registration;
  const lasts = isOffline ? extended(registration, now, completionLifetimeMs) : expiresAt;
  return { ...common(registration), state: 'device-added', exchange, ...device, deviceAddedAt: now, expiresAt: lasts };
}

function extended({ expiresAt }: LiveRegistration, now: Date, lifetimeMs: number): Date {
  return new Date(Math.max(expiresAt.getTime(), now.getTime() + lifetimeMs));
}
