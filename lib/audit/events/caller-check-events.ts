import { defineAuditEvent } from '../define-audit-event';
import { DEVICE } from '../device-facts';
import { flag, nullable, optional, text, word, type WordOf } from '../properties';
import { itsDeviceFirst, oneVoice, twoVoices, type Phrase } from '../voice';
import { loginTestText, CALLER_TEST_OUTCOMES } from './login-tests';
import { PHONE_REQUEST_ENDS } from './phone-request-ends';

/** Why a phone did not confirm that its user is the caller. */
const UNCONFIRMED: Record<WordOf<typeof PHONE_REQUEST_ENDS>, Phrase> = {
  'wrong-number': twoVoices(
    'Call to the helpdesk not confirmed: wrong number on your phone',
    'Call to the helpdesk not confirmed: wrong number on the phone',
  ),
  'wrong-signature': twoVoices(
    'Call to the helpdesk not confirmed: the answer was not your phone’s',
    'Call to the helpdesk not confirmed: the answer was not the phone’s',
  ),
  'cancelled-on-phone': twoVoices(
    'You did not confirm a call to the helpdesk on your phone',
    'Did not confirm a call to the helpdesk on the phone',
  ),
  'not-me': twoVoices(
    'You reported on your phone: the call to the helpdesk wasn’t you',
    'Reported on the phone: the call to the helpdesk wasn’t them',
  ),
  'device-not-usable': twoVoices(
    'Call to the helpdesk not confirmed: your device is locked or removed',
    'Call to the helpdesk not confirmed: the device is locked or removed',
  ),
  'not-confirmed': oneVoice('Call to the helpdesk not confirmed: declined on the phone, or not answered in time'),
  'cancelled-on-page': oneVoice('Call to the helpdesk not confirmed in time'),
  expired: oneVoice('Call to the helpdesk not confirmed in time'),
};

const CONFIRMED = twoVoices(
  'Your manager confirmed that it was you who called',
  'The manager confirmed that it was them who called',
);
const NOT_CONFIRMED = twoVoices(
  'Your manager did not confirm that it was you who called',
  'The manager did not confirm that it was them',
);

/** How the helpdesk found out who is calling. */
export const CALLER_CHECK_EVENTS = [
  /** A caller read out a one-time password. */
  defineAuditEvent({
    type: 'caller-device-tested',
    facts: { ...DEVICE, outcome: word(CALLER_TEST_OUTCOMES) },
    example: { outcome: 'valid', instanceId: 'VDS1000042-1' },
    name: 'Caller’s one-time password checked',
    sentence: (facts, { device }) => loginTestText('helpdesk', device(facts), facts.outcome),
  }),
  /** A challenge was sent to a caller’s phones. @property requestId of the challenge, as in the next two */
  defineAuditEvent({
    type: 'caller-asked',
    facts: { requestId: text },
    example: { requestId: 'clr-00' },
    name: 'Check sent to the caller’s phones',
    sentence: twoVoices(
      'The helpdesk asked your phones who is calling',
      'The helpdesk asked the phones who is calling',
    ),
  }),
  defineAuditEvent({
    type: 'caller-confirmed',
    facts: { requestId: text, ...DEVICE },
    example: { requestId: 'clr-00', instanceId: 'VDS1000042-1' },
    name: 'Confirmed by the caller’s phone',
    sentence: oneVoice('{device} confirmed a call to the helpdesk', itsDeviceFirst),
  }),
  defineAuditEvent({
    type: 'caller-not-confirmed',
    facts: {
      requestId: text,
      reason: word(PHONE_REQUEST_ENDS),
      // Null if no phone answered.
      instanceId: nullable(text),
      deviceName: optional(text),
    },
    example: { requestId: 'clr-00', reason: 'wrong-number', instanceId: 'VDS1000042-1' },
    name: 'Not confirmed by the caller’s phone',
    sentence: (facts, voice) => UNCONFIRMED[facts.reason](facts, voice),
  }),
  defineAuditEvent({
    type: 'manager-asked',
    facts: { requestId: text, managerUserId: text },
    example: { requestId: 'mgr-00', managerUserId: 'ann.chief' },
    name: 'Manager asked who is calling',
    sentence: twoVoices(
      'The helpdesk asked your manager who is calling',
      'The helpdesk asked the manager who is calling',
    ),
  }),
  defineAuditEvent({
    type: 'manager-answered',
    facts: { requestId: text, isConfirmed: flag },
    example: { requestId: 'mgr-00', isConfirmed: true },
    name: 'Answered by the manager',
    sentence: (facts, voice) => (facts.isConfirmed ? CONFIRMED : NOT_CONFIRMED)(facts, voice),
  }),
] as const;
