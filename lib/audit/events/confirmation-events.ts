import { t } from '../../language/t';
import { defineAuditEvent, NO_FACTS } from '../define-audit-event';
import { nullable, optional, text, word, words, type WordOf } from '../properties';
import { tell, type Told } from '../voice';
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
const REFUSED: Record<WordOf<typeof PHONE_REQUEST_ENDS | typeof CONFIRMATION_REFUSALS>, Told> = {
  'not-me': [
    'You rejected a confirmation on your phone: it wasn’t you',
    'Rejected a confirmation on the phone: it wasn’t them',
  ],
  'cancelled-on-phone': ['You cancelled a confirmation on your phone', 'Cancelled a confirmation on the phone'],
  'other-person': 'Confirmation refused: the phone was somebody else’s',
  'on-probation': 'Confirmation refused: the device is too new',
  'wrong-number': 'Confirmation stopped: wrong number',
  'device-not-usable': 'Confirmation stopped: the device is locked or removed',
  'cancelled-on-page': 'Confirmation with a phone cancelled',
  expired: 'Confirmation with a phone expired',
  'not-approved': 'Confirmation refused: no phone approved it',
  'wrong-signature': 'Confirmation refused: no phone approved it',
  'too-many-attempts': 'Confirmation refused: too many attempts',
};

/** Phones and recovery codes that prove whose a session is. */
export const CONFIRMATION_EVENTS = [
  defineAuditEvent({
    type: 'phone-confirmation-requested',
    ...NO_FACTS,
    name: 'Confirmation with a phone requested',
    sentence: ['A session asked your phone to confirm a change', 'A session asked the phone to confirm a change'],
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'phone-confirmation-refused',
    facts: {
      // Null if no phone of the user’s proved its key.
      instanceId: nullable(text),
      reason: word(PHONE_REQUEST_ENDS, CONFIRMATION_REFUSALS),
    },
    example: { reason: 'not-me', instanceId: 'VDS1000042-1' },
    name: 'Confirmation with a phone refused',
    sentence: ({ reason }, voice) => tell(REFUSED[reason], voice),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'recovery-code-made',
    facts: { browser: optional(text) },
    example: { browser: 'Chrome on Linux' },
    name: 'Recovery code made',
    sentence: ['You made a recovery code', 'Made a recovery code'],
    story: 'by anybody',
    ocsf: ['account change', 'MFA Factor Enable'],
    notice: ({ browser = null }) => ({ what: 'recovery-code-made', browser }),
  }),
  defineAuditEvent({
    type: 'recovery-code-deleted',
    ...NO_FACTS,
    name: 'Recovery code deleted',
    sentence: ['You deleted your recovery code', 'Deleted the recovery code'],
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
    sentence: ['Your recovery code was used', 'The recovery code was used'],
    story: 'activation',
    notice: ({ browser = null }) => ({ what: 'recovery-code-used', browser }),
  }),
] as const;
