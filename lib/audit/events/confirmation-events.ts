import { t } from '../../shared/language/t';
import { defineAuditEvent, NO_FACTS } from '../define-audit-event';
import { nullable, optional, text, word, words, type WordOf } from '../properties';
import { oneVoice, twoVoices, type Phrase } from '../voice';
import { PHONE_REQUEST_ENDS } from './phone-request-ends';

/** Why a phone’s approval was no proof for the session that asked; see `ConfirmationRefusal`. */
const CONFIRMATION_REFUSALS = words('refusal of a confirmation', [
  'not-approved',
  'other-person',
  'on-probation',
  'too-many-attempts',
]);

const RECOVERY_CODE_REFUSALS = words('recovery code refusal', ['wrong-code', 'too-many-attempts']);

/** Why a phone’s confirmation was no proof. */
const REFUSED: Record<WordOf<typeof PHONE_REQUEST_ENDS | typeof CONFIRMATION_REFUSALS>, Phrase> = {
  'not-me': twoVoices(
    'You rejected a confirmation on your phone: it wasn’t you',
    'Rejected a confirmation on the phone: it wasn’t them',
  ),
  'cancelled-on-phone': twoVoices(
    'You cancelled a confirmation on your phone',
    'Cancelled a confirmation on the phone',
  ),
  'other-person': oneVoice('Confirmation refused: the phone was somebody else’s'),
  'on-probation': oneVoice('Confirmation refused: the device is too new'),
  'wrong-number': oneVoice('Confirmation stopped: wrong number'),
  'device-not-usable': oneVoice('Confirmation stopped: the device is locked or removed'),
  'not-confirmed': oneVoice('Confirmation not given: declined on the phone, or not answered in time'),
  'cancelled-on-page': oneVoice('Confirmation with a phone cancelled'),
  expired: oneVoice('Confirmation with a phone expired'),
  'not-approved': oneVoice('Confirmation refused: no phone approved it'),
  'wrong-signature': oneVoice('Confirmation refused: no phone approved it'),
  'too-many-attempts': oneVoice('Confirmation refused: too many attempts'),
};

/** Phones and recovery codes that prove whose a session is. */
export const CONFIRMATION_EVENTS = [
  defineAuditEvent({
    type: 'phone-confirmation-requested',
    ...NO_FACTS,
    name: 'Confirmation with a phone requested',
    sentence: twoVoices(
      'A session asked your phone to confirm a change',
      'A session asked the phone to confirm a change',
    ),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'phone-confirmation-refused',
    facts: {
      // Null if no phone of the user’s proved its key.
      instanceId: nullable(text),
      deviceName: optional(text),
      reason: word(PHONE_REQUEST_ENDS, CONFIRMATION_REFUSALS),
    },
    example: { reason: 'not-me', instanceId: 'VDS1000042-1' },
    name: 'Confirmation with a phone refused',
    sentence: (facts, voice) => REFUSED[facts.reason](facts, voice),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'recovery-code-made',
    facts: { browser: optional(text) },
    example: { browser: 'Chrome on Linux' },
    name: 'Recovery code made',
    sentence: twoVoices('You made a recovery code', 'Made a recovery code'),
    story: 'by anybody',
    ocsf: ['account change', 'MFA Factor Enable'],
    notice: { what: 'recovery-code-made', about: ({ browser = null }) => ({ browser }) },
  }),
  defineAuditEvent({
    type: 'recovery-code-deleted',
    ...NO_FACTS,
    name: 'Recovery code deleted',
    sentence: twoVoices('You deleted your recovery code', 'Deleted the recovery code'),
    ocsf: ['account change', 'MFA Factor Disable'],
  }),
  defineAuditEvent({
    type: 'recovery-code-refused',
    facts: { reason: word(RECOVERY_CODE_REFUSALS) },
    example: { reason: 'wrong-code' },
    name: 'Recovery code refused',
    sentence: ({ reason }) =>
      reason === 'wrong-code' ? t('Wrong recovery code entered') : t('Recovery code refused: too many attempts'),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'recovery-code-used',
    facts: { activationId: text, browser: optional(text) },
    example: { browser: 'Chrome on Linux', activationId: 'act-00' },
    name: 'Recovery code used',
    sentence: twoVoices('Your recovery code was used', 'The recovery code was used'),
    story: 'activation',
    notice: { what: 'recovery-code-used', about: ({ browser = null }) => ({ browser }) },
  }),
] as const;
