import { t } from '../../shared/language/t';
import { defineAuditEvent } from '../define-audit-event';
import { count, optional, text, word, words } from '../properties';
import { oneVoice, twoVoices } from '../voice';

/** Why an activation failed. */
export const ACTIVATION_FAILURES = words('activation failure', [
  'no-licence',
  'activation-limit-reached',
  'payload-too-long',
  'value-not-representable',
  'too-many-wrong-passwords',
  'too-many-wrong-codes',
  'refused-by-gateway',
  'credential-refused',
  'lost-by-gateway',
  'answer-lost',
  'gateway-failed',
]);

/** Why a start was refused, besides the failures. */
const START_REFUSALS = words('start refusal', [
  'too-many-starts',
  'too-many-attempts',
  'device-name-invalid',
  'offline-not-offered',
  'credential-missing',
  'invitation-needs-password',
  'recovery-code-used',
  'voucher-used',
  'account-frozen',
]);

const TYPED_CODES = words('typed code', ['device-code', 'signature']);

const IMAGE_FORMATS = words('image format', ['svg', 'png']);

/** Why a phone refuses an image as forged. */
const FORGERIES = words('forgery', ['wrong-signature', 'unknown-key', 'key-not-endorsed']);

const ACTIVATION = { facts: { activationId: text }, example: { activationId: 'act-00' } };

/** Activations and their images. */
export const ACTIVATION_EVENTS = [
  defineAuditEvent({
    type: 'activation-refused',
    facts: { reason: word(ACTIVATION_FAILURES, START_REFUSALS) },
    example: { reason: 'too-many-starts' },
    name: 'Activation refused',
    sentence: oneVoice('New activation refused'),
  }),
  defineAuditEvent({
    type: 'activation-requested',
    ...ACTIVATION,
    name: 'Activation requested',
    sentence: twoVoices('You started activating a device', 'Started activating a device'),
    story: 'activation',
  }),
  defineAuditEvent({
    type: 'activation-issued',
    ...ACTIVATION,
    name: 'Activation image created',
    sentence: oneVoice('Image created'),
    story: 'activation',
  }),
  defineAuditEvent({
    type: 'image-viewed',
    facts: { activationId: text, format: word(IMAGE_FORMATS) },
    example: { format: 'svg', activationId: 'act-00' },
    name: 'Activation image shown',
    sentence: oneVoice('Image shown'),
    story: 'activation',
  }),
  /** Unproved: anyone can send this report. */
  defineAuditEvent({
    type: 'forged-image-reported',
    facts: { forgery: word(FORGERIES), keyId: text, claimedUserId: text },
    example: { forgery: 'unknown-key', keyId: '0123abcd', claimedUserId: 'claimed' },
    name: 'Forged image reported',
    sentence: oneVoice('A phone refused an image that this website had not issued'),
    severity: 'high',
  }),
  defineAuditEvent({
    type: 'activation-scanned',
    ...ACTIVATION,
    name: 'Activation image scanned',
    sentence: oneVoice('Image scanned by a phone'),
    story: 'activation',
  }),
  defineAuditEvent({
    type: 'activation-verified',
    ...ACTIVATION,
    name: 'Activation password verified',
    sentence: oneVoice('Phone verified'),
    story: 'activation',
  }),
  /** Offline: the typed code proves that the phone read the first image. */
  defineAuditEvent({
    type: 'device-code-accepted',
    ...ACTIVATION,
    name: 'Device code accepted',
    sentence: oneVoice('Device code accepted'),
    story: 'activation',
  }),
  defineAuditEvent({
    type: 'activation-code-refused',
    facts: { activationId: text, code: word(TYPED_CODES) },
    example: { activationId: 'act-00', code: 'signature' },
    name: 'Typed code refused',
    sentence: ({ code }) => (code === 'device-code' ? t('Wrong device code entered') : t('Wrong signature entered')),
    story: 'activation',
  }),
  defineAuditEvent({
    type: 'activation-linked',
    ...ACTIVATION,
    name: 'Phone linked',
    sentence: twoVoices('Phone linked to your account', 'Phone linked to the account'),
    story: 'activation',
  }),
  defineAuditEvent({
    type: 'activation-active',
    // Without a device in records of earlier versions.
    facts: { activationId: text, instanceId: optional(text), deviceName: optional(text) },
    example: { activationId: 'act-00', instanceId: 'VDS1000042-1' },
    name: 'Device activated',
    sentence: ({ deviceName }) =>
      deviceName === undefined ? t('Device activated') : t('{device} activated', { device: deviceName }),
    story: 'activation',
  }),
  defineAuditEvent({
    type: 'activation-expired',
    ...ACTIVATION,
    name: 'Activation expired',
    sentence: oneVoice('Activation expired'),
    story: 'end of an activation',
  }),
  defineAuditEvent({
    type: 'activation-cancelled',
    ...ACTIVATION,
    name: 'Activation cancelled',
    sentence: oneVoice('Activation cancelled'),
    story: 'end of an activation',
  }),
  defineAuditEvent({
    type: 'activation-superseded',
    ...ACTIVATION,
    name: 'Activation replaced',
    sentence: oneVoice('Activation replaced by a newer one'),
    story: 'end of an activation',
  }),
  defineAuditEvent({
    type: 'activation-failed',
    facts: { activationId: text, reason: word(ACTIVATION_FAILURES) },
    example: { reason: 'lost-by-gateway', activationId: 'act-00' },
    name: 'Activation failed',
    sentence: oneVoice('Activation failed'),
    story: 'end of an activation',
  }),
  /** Nothing was answered, and the gateway showed nothing of it when it was read back. */
  defineAuditEvent({
    type: 'registration-repeated',
    facts: { activationId: text, tries: count, gatewayReason: text },
    example: { activationId: 'act-00', tries: 1, gatewayReason: 'no answer' },
    name: 'Registration repeated',
    sentence: ({ gatewayReason }) =>
      t('The activation service is asked once more: {reason}', { reason: gatewayReason }),
    story: 'activation',
  }),
  /** An alarm: a licence may have been used up, or Tessera is refused. Beside `activation-failed`. */
  defineAuditEvent({
    type: 'registration-failed',
    facts: { activationId: text, tries: count, reason: word(ACTIVATION_FAILURES), gatewayReason: text },
    example: { activationId: 'act-00', tries: 1, reason: 'answer-lost', gatewayReason: 'no answer' },
    name: 'Registration failed',
    sentence: ({ reason, gatewayReason, tries }) =>
      reason === 'answer-lost'
        ? t(
            'Not known whether the activation service registered the device, asked {tries, plural, one {once} other {# times}}: {reason}',
            { tries, reason: gatewayReason },
          )
        : t(
            'The activation service failed to register the device, asked {tries, plural, one {once} other {# times}}: {reason}',
            { tries, reason: gatewayReason },
          ),
    severity: 'high',
    story: 'end of an activation',
  }),
] as const;
