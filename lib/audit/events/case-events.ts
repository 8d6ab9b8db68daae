import { defineAuditEvent, NO_FACTS } from '../define-audit-event';
import { DEVICE } from '../device-facts';
import { text, word, words } from '../properties';
import { itsDeviceFirst, oneVoice, twoVoices } from '../voice';

/** What a case of the helpdesk is about. */
const CASE_SUBJECTS = words('subject of a case', ['lost-phone', 'frozen']);

/** By what somebody who is not signed in reports a lost phone. */
const LOST_PHONE_PROOFS = words('proof for a lost phone', ['password', 'mailed-code']);

/** Why a report of a lost phone was refused. */
export const LOST_PHONE_REFUSALS = words('refused report of a lost phone', [
  'wrong-password',
  'wrong-code',
  'too-many-attempts',
]);

/** Lost phones, and the helpdesk's cases of them and of freezes. */
export const CASE_EVENTS = [
  defineAuditEvent({
    type: 'phone-reported-lost',
    facts: { reference: text, proof: word(LOST_PHONE_PROOFS) },
    example: { reference: 'case-KX4P-7MQ2', proof: 'password' },
    name: 'Phone reported lost',
    sentence: twoVoices('You reported a lost phone', 'A lost phone was reported'),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'lost-device-locked',
    facts: { ...DEVICE, reference: text },
    example: { instanceId: 'VDS1000042-1', reference: 'case-KX4P-7MQ2' },
    name: 'Lost device locked',
    sentence: oneVoice('{device} was locked because it is lost', itsDeviceFirst),
  }),
  defineAuditEvent({
    type: 'lost-phone-refused',
    facts: { reason: word(LOST_PHONE_REFUSALS) },
    example: { reason: 'wrong-password' },
    name: 'Report of a lost phone refused',
    sentence: twoVoices('Somebody could not report a lost phone of yours', 'Somebody could not report a lost phone'),
    story: 'by anybody',
  }),
  /** A code by which a lost phone is locked was mailed. */
  defineAuditEvent({
    type: 'lost-phone-code-sent',
    ...NO_FACTS,
    name: 'Code for a lost phone sent',
    sentence: oneVoice('A code to lock a lost phone was emailed'),
  }),
  defineAuditEvent({
    type: 'case-disputed',
    facts: { reference: text, about: word(CASE_SUBJECTS) },
    example: { reference: 'case-KX4P-7MQ2', about: 'frozen' },
    name: 'Case disputed',
    sentence: oneVoice('Case {reference} was reported: “It wasn’t me”', ({ reference }) => ({ reference })),
    severity: 'high',
  }),
  defineAuditEvent({
    type: 'case-closed',
    facts: { reference: text },
    example: { reference: 'case-KX4P-7MQ2' },
    name: 'Case closed',
    sentence: oneVoice('Case {reference} was closed', ({ reference }) => ({ reference })),
  }),
] as const;
