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
  /** Grows by one with every change. */
  readonly version: number;
  /** SRP salt, 16 bytes in hexadecimal; empty when it is offline. */
  readonly salt: string;
  /** Proofs (evidence, device code, signature) that did not hold. */
  readonly wrongProofs: number;
  readonly expiresAt: Date;
  /** Its data travel in images and typed codes; it begins as `data-sent`, and phones cannot go on with it themselves. */
  readonly isOffline: boolean;
};

/** Values of SRP live no longer than they are needed; sealed ones in the contexts of `verifierContext` and the next. */
type Verifiable = { readonly sealedVerifier: string };
type Numbered = { readonly sequenceNumber: number };

/** The website has asked; nobody has scanned yet. */
export type Registered = Common & Verifiable & { readonly state: 'registered' };
/** Connection 1: keys are exchanged. All in hexadecimal. */
export type Keyed = Common &
  Verifiable & {
    readonly state: 'keyed';
    readonly sealedServerPrivateKey: string;
    readonly clientPublicKey: string;
    readonly serverPublicKey: string;
  };
/** Connection 2: the phone has proved the activation password and got its licence; offline, an image offers it. */
export type DataSent = Common & { readonly state: 'data-sent' };
/** Connection 3: the phone has its instance; the person is choosing a PIN. */
export type DeviceAdded = Common &
  Numbered & {
    readonly state: 'device-added';
    readonly deviceCode: string;
    readonly description: string;
    readonly sealedInstanceKey: string;
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
  Activated | Abandoned
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

function common(registration: LiveRegistration): Common {
  const { identifier, serialNumber, version, salt, wrongProofs, expiresAt, isOffline } = registration;
  const { registeredAt, keyedAt, dataSentAt, deviceAddedAt } = registration;
  const times = { registeredAt, keyedAt, dataSentAt, deviceAddedAt };
  return { identifier, serialNumber, version: version + 1, salt, wrongProofs, expiresAt, isOffline, ...times };
}

/** @param completionLifetimeMs the phone's time from here on; never shortens what is left */
export function exchangeKeys(
  registration: Registered,
  keys: Pick<Keyed, 'sealedServerPrivateKey' | 'clientPublicKey' | 'serverPublicKey'>,
  now: Date,
  completionLifetimeMs: number,
): Keyed {
  const expiresAt = extended(registration, now, completionLifetimeMs);
  const { sealedVerifier } = registration;
  return { ...common(registration), state: 'keyed', sealedVerifier, ...keys, keyedAt: now, expiresAt };
}

export function sendActivationData(registration: Keyed, now: Date): DataSent {
  return { ...common(registration), state: 'data-sent', dataSentAt: now };
}

/** @param completionLifetimeMs the time for the second image of an offline activation; never shortens what is left */
export function addDevice(
  registration: DataSent,
  device: Pick<DeviceAdded, 'sequenceNumber' | 'deviceCode' | 'description' | 'sealedInstanceKey'>,
  now: Date,
  completionLifetimeMs: number,
): DeviceAdded {
  const { isOffline, expiresAt } = registration;
  const lasts = isOffline ? extended(registration, now, completionLifetimeMs) : expiresAt;
  return { ...common(registration), state: 'device-added', ...device, deviceAddedAt: now, expiresAt: lasts };
}

function extended({ expiresAt }: LiveRegistration, now: Date, lifetimeMs: number): Date {
  return new Date(Math.max(expiresAt.getTime(), now.getTime() + lifetimeMs));
}
