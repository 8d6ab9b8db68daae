import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestTrace } from '../shared/request-origin';
import type { InvitationId } from '../shared/identifiers/invitation-id';
import type { Mosaic } from '../shared/codes/mosaic';
import { accept, refuse, type Result } from '../shared/result';
import type { ActivationId } from '../shared/identifiers/activation-id';

/** Offline, all data travel in images and typed codes (OneSpan §4.2). */
export type ActivationType = 'online' | 'offline';

/** The phone's steps, in order: connections 1 to 4 (OneSpan §2.1). */
export const STEPS = ['scanned', 'verified', 'linked', 'active'] as const;
export type Step = (typeof STEPS)[number];

/** When each step was reached; unobserved steps are missing. `shown`: the first view of the image. */
export type Reached = { readonly [name in 'issued' | 'shown' | Step]?: Date };

/** Why an activation failed. Pages choose the sentence. */
export type FailureReason =
  | 'no-licence'
  | 'activation-limit-reached'
  | 'payload-too-long'
  | 'value-not-representable'
  | 'too-many-wrong-passwords'
  | 'too-many-wrong-codes'
  | 'refused-by-gateway'
  | 'credential-refused'
  | 'lost-by-gateway'
  /** Whether the gateway registered it is not known. */
  | 'answer-lost'
  /** The gateway ended it for a reason that is not the person's. */
  | 'gateway-failed';

/** A ciphertext of the `Encrypter`. */
export type Ciphertext = string & { readonly brand: 'Ciphertext' };

/** Device instance: serial number and sequence number, `VDS1000042-1` (OneSpan §7.5). */
export type InstanceId = string;

type Common = {
  readonly id: ActivationId;
  readonly userId: string;
  readonly domain: string;
  readonly deviceName: string | null;
  readonly activationType: ActivationType;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  readonly requestedAt: Date;
  /** Null if unknown. */
  readonly requestedFrom: RequestTrace | null;
  /** The invitation that granted it; null for an ordinary start. */
  readonly invitationId: InvitationId | null;
  /** Whether a recovery code started it. */
  readonly isRecovery: boolean;
  /** Registrations that the gateway may have received for it. */
  readonly tries: number;
};
type Registered = { readonly registrationIdentifier: string; readonly reached: Reached };
type Pending = { readonly expiresAt: Date };
/** See `RegistrationAtGateway`. */
type AtGateway = { readonly gatewayUser: UserKey; readonly gatewayBaseline: string | null };
type Device = {
  readonly instanceId: InstanceId;
  /** The picture of its key, for people to compare with their phone's; null if the gateway computes none. */
  readonly mosaic: Mosaic | null;
};
type Followed = Pending & Registered & AtGateway;

export type Requested = Common &
  Pending & {
    readonly state: 'requested';
    /** The password or one-time password to register with; null if the gateway needs none. */
    readonly encryptedCredential: Ciphertext | null;
    /** Whether a registration was sent whose outcome is not recorded: it is under way, or its process has died. */
    readonly isSent: boolean;
  };
/** @property encryptedPayload of the image; contains the activation password or activation message 1 */
export type Issued = Common & Followed & { readonly state: 'issued'; readonly encryptedPayload: Ciphertext };
export type Scanned = Common & Followed & { readonly state: 'scanned' };
/** @property encryptedPayload of an offline activation's second image; null online */
export type Verified = Common & Followed & { readonly state: 'verified'; readonly encryptedPayload: Ciphertext | null };
export type Linked = Common & Followed & Device & { readonly state: 'linked' };
export type Active = Common & Registered & Device & { readonly state: 'active'; readonly endedAt: Date };

type Ended = Common & { readonly reached: Reached; readonly endedAt: Date };
export type Expired = Ended & { readonly state: 'expired' };
export type Cancelled = Ended & { readonly state: 'cancelled' };
export type Failed = Ended & { readonly state: 'failed'; readonly reason: FailureReason };
export type Superseded = Ended & { readonly state: 'superseded' };

export type PendingActivation = Requested | Issued | Scanned | Verified | Linked;
export type RegisteredActivation = Exclude<PendingActivation, Requested>;
export type FinalActivation = Active | Expired | Cancelled | Failed | Superseded;
export type Activation = PendingActivation | FinalActivation;
export type ActivationState = Activation['state'];

export const PENDING_STATES = [
  'requested',
  'issued',
  'scanned',
  'verified',
  'linked',
] as const satisfies ActivationState[];

/** The image's payload; null while there is no image to show. */
export function shownPayload(activation: Activation): Ciphertext | null {
  return activation.state === 'issued' || activation.state === 'verified' ? activation.encryptedPayload : null;
}

export function isPending(activation: Activation): activation is PendingActivation {
  return isPendingState(activation.state);
}

export function isPendingState(state: ActivationState): boolean {
  return (PENDING_STATES as readonly string[]).includes(state);
}

export function isRegistered(activation: Activation): activation is RegisteredActivation {
  return isPending(activation) && activation.state !== 'requested';
}

function common(activation: Activation): Common {
  const { id, userId, domain, deviceName, activationType, version } = activation;
  const { requestedAt, requestedFrom, invitationId, isRecovery, tries } = activation;
  const request = { requestedAt, requestedFrom, invitationId, isRecovery, tries };
  return { id, userId, domain, deviceName, activationType, version: version + 1, ...request };
}

function followed({ registrationIdentifier, gatewayUser, gatewayBaseline, reached }: Registered & AtGateway) {
  return { registrationIdentifier, gatewayUser, gatewayBaseline, reached };
}

function reachedBy(activation: Activation): Reached {
  return activation.state === 'requested' ? {} : activation.reached;
}

/** Recorded before a registration is sent, so that a process which dies meanwhile has left it. */
export function trySending(activation: Requested): Requested {
  return { ...activation, version: activation.version + 1, tries: activation.tries + 1, isSent: true };
}

/** The registration did not reach the gateway. */
export function takeBackTry(activation: Requested): Requested {
  return { ...activation, version: activation.version + 1, tries: activation.tries - 1, isSent: false };
}

/** The gateway has nothing of the registration that was sent: another one may be. */
export function allowAnotherTry(activation: Requested): Requested {
  return { ...activation, version: activation.version + 1, isSent: false };
}

/** The gateway registered the request: the image can be shown. */
export function issue(
  activation: Requested,
  registration: AtGateway & { registrationIdentifier: string; encryptedPayload: Ciphertext; expiresAt: Date },
  now: Date,
): Issued {
  return { ...common(activation), ...registration, state: 'issued', reached: { issued: now } };
}

/** The image is viewed for the first time. */
export function show(activation: Issued, now: Date): Issued {
  return { ...activation, version: activation.version + 1, reached: { ...activation.reached, shown: now } };
}

/** Connection 1: the phone has read the image. Erases the payload and with it the activation password. */
export function scan(activation: Issued, expiresAt: Date, at: Date): Scanned {
  const { reached, ...registration } = followed(activation);
  return { ...common(activation), ...registration, state: 'scanned', expiresAt, reached: { ...reached, scanned: at } };
}

/**
 * Connection 2: the phone proved that it knows the activation password; offline, that it read the first image.
 * @param encryptedPayload of an offline activation's second image; null online
 */
export function verify(
  activation: Issued | Scanned,
  expiresAt: Date,
  at: Date,
  encryptedPayload: Ciphertext | null = null,
): Verified {
  const { reached, ...registration } = followed(activation);
  return {
    ...common(activation),
    ...registration,
    state: 'verified',
    encryptedPayload,
    expiresAt,
    reached: { ...reached, verified: at },
  };
}

/** Connection 3: the gateway made a device instance; the user is choosing a PIN. */
export function link(
  activation: Issued | Scanned | Verified,
  { instanceId, mosaic }: Device,
  expiresAt: Date,
  at: Date,
): Linked {
  const { reached, ...registration } = followed(activation);
  return {
    ...common(activation),
    ...registration,
    state: 'linked',
    expiresAt,
    instanceId,
    mosaic,
    reached: { ...reached, linked: at },
  };
}

/** Connection 4: the device works. The gateway's report counts even after our own expiry. */
export function activate(activation: RegisteredActivation, { instanceId, mosaic }: Device, at: Date): Active {
  const { registrationIdentifier, reached } = activation;
  // A picture that people compare stays as it is.
  const picture = activation.state === 'linked' ? activation.mosaic : mosaic;
  return {
    ...common(activation),
    state: 'active',
    registrationIdentifier,
    instanceId,
    mosaic: picture,
    endedAt: at,
    reached: { ...reached, active: at },
  };
}

export function expire(activation: PendingActivation, now: Date): Result<Expired, 'not-yet'> {
  if (now < activation.expiresAt) return refuse('not-yet');
  return accept({ ...common(activation), state: 'expired', reached: reachedBy(activation), endedAt: now });
}

export function cancel(activation: PendingActivation, now: Date): Cancelled {
  return { ...common(activation), state: 'cancelled', reached: reachedBy(activation), endedAt: now };
}

export function fail(activation: PendingActivation, reason: FailureReason, now: Date): Failed {
  return { ...common(activation), state: 'failed', reason, reached: reachedBy(activation), endedAt: now };
}

/** The gateway has a newer registration for the same user. */
export function supersede(activation: RegisteredActivation, now: Date): Superseded {
  return { ...common(activation), state: 'superseded', reached: activation.reached, endedAt: now };
}
