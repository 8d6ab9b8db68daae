/** Why an activation failed. */
export const ACTIVATION_FAILURES = [
  'no-licence',
  'activation-limit-reached',
  'payload-too-long',
  'value-not-representable',
  'too-many-wrong-passwords',
  'too-many-wrong-codes',
  'refused-by-gateway',
  'credential-refused',
  'lost-by-gateway',
] as const;

/** Why a start was refused, besides the failures. */
export const START_REFUSALS = [
  'too-many-starts',
  'too-many-attempts',
  'device-name-invalid',
  'offline-not-offered',
  'credential-missing',
  'invitation-needs-password',
  'recovery-code-used',
  'account-frozen',
] as const;

export const TYPED_CODES = ['device-code', 'signature'] as const;

export const IMAGE_FORMATS = ['svg', 'png'] as const;

/** Why a phone refuses an image as forged. */
export const FORGERIES = ['wrong-signature', 'unknown-key', 'key-not-endorsed'] as const;

type ActivationFailure = (typeof ACTIVATION_FAILURES)[number];

/** Facts about activations and their images. */
export type ActivationFact =
  | { type: 'activation-refused'; reason: ActivationFailure | (typeof START_REFUSALS)[number] }
  | {
      type:
        | 'activation-requested'
        | 'activation-issued'
        | 'activation-scanned'
        | 'activation-verified'
        | 'activation-linked'
        | 'activation-active'
        | 'activation-expired'
        | 'activation-cancelled'
        | 'activation-superseded';
      activationId: string;
    }
  | { type: 'activation-failed'; activationId: string; reason: ActivationFailure }
  /** Offline: the typed code proves that the phone read the first image. */
  | { type: 'device-code-accepted'; activationId: string }
  | { type: 'activation-code-refused'; activationId: string; code: (typeof TYPED_CODES)[number] }
  | { type: 'image-viewed'; activationId: string; format: (typeof IMAGE_FORMATS)[number] }
  /** Unproved: anyone can send this report. */
  | { type: 'forged-image-reported'; forgery: (typeof FORGERIES)[number]; keyId: string; claimedUserId: string };
