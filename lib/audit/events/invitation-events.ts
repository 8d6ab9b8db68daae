import { t, type PlainMessage } from '../../shared/language/t';
import { defineAuditEvent } from '../define-audit-event';
import { DEVICE } from '../device-facts';
import { count, flag, group, listOf, nullable, only, optional, text, word, words, type WordOf } from '../properties';
import { itsDevice, oneVoice, twoVoices } from '../voice';

export const REISSUE_REASONS = words('re-issue reason', ['lost', 'stolen', 'new-phone', 'failed', 'expired', 'other']);

const DELIVERIES = words('delivery', ['mail', 'letter', 'phone']);

/** How an agent verified the caller. */
const CALLER_CHECKS = words('caller check', [
  'call-back',
  'identity-document',
  'manager',
  'login-request',
  'one-time-password',
]);

const OLD_DEVICE_FATES = words('fate of the old device', ['lock', 'keep', 'remove']);

/** Why a request for an invitation was refused. */
const INVITATION_REFUSALS = words('invitation refusal', [
  'reason-missing',
  'ticket-missing',
  'lifetime-out-of-range',
  'justification-missing',
  'old-device-missing',
  'activation-limit-reached',
  'evidence-missing',
  'evidence-malformed',
  'caller-check-insufficient',
  'device-may-not-vouch',
  'one-time-password-wrong',
  'check-not-offered',
  'caller-not-confirmed',
  'phone-answered-too-often',
  'too-many-attempts',
  'no-mail-address',
  'letter-not-possible',
  'own-account',
  'too-many-invitations',
  'nobody-to-alarm',
  'break-glass-used-up',
  'account-frozen',
  'account-disabled',
  'number-not-on-record',
  'manager-not-confirmed',
]);

/** How the opener proved to be the invited user. */
const INVITATION_PROOFS = words('proof of the invited person', ['code', 'password', 'read-out', 'signed-in']);

/** Why the proof with an invitation’s link was refused. */
const OPENING_REFUSALS = words('refusal to open an invitation', [
  'proof-missing',
  'wrong-code',
  'wrong-password',
  'too-many-attempts',
  'revoked',
]);

export const REVOCATION_REASONS = words('revocation reason', [
  'by-staff',
  'replaced',
  'too-many-wrong-codes',
  'not-me',
  'password-reset',
  'account-disabled',
  'account-frozen',
]);

const OPENED: Record<WordOf<typeof INVITATION_PROOFS>, PlainMessage> = {
  code: 'Invitation opened with the code',
  password: 'Invitation opened with the password',
  'read-out': 'Invitation opened on the phone with the helpdesk',
  'signed-in': 'Invitation opened in a browser that was signed in',
};

const REVOKED: Record<WordOf<typeof REVOCATION_REASONS>, PlainMessage> = {
  'by-staff': 'Invitation revoked by the helpdesk',
  replaced: 'Invitation replaced by a newer one',
  'too-many-wrong-codes': 'Invitation revoked: too many wrong codes',
  'not-me': 'Invitation revoked: a device was reported',
  'password-reset': 'Invitation revoked: it set a new password',
  'account-disabled': 'Invitation revoked: the account was disabled',
  'account-frozen': 'Invitation revoked: the account was frozen',
};

const INVITATION = { facts: { invitationId: text }, example: { invitationId: 'inv-00' } };

/** Invitations to activate a device. No fact has a place for a link, a code or a password. */
export const INVITATION_EVENTS = [
  defineAuditEvent({
    type: 'invitation-requested',
    facts: {
      invitationId: text,
      reason: word(REISSUE_REASONS),
      reasonText: nullable(text),
      ticket: text,
      delivery: word(DELIVERIES),
      lifetimeSeconds: count,
      evidence: listOf(
        group({
          method: word(CALLER_CHECKS),
          // The end of a number, a manager’s user ID, a device’s instance ID, or what was noted.
          detail: text,
          // Nothing compared it; not in records of earlier versions.
          isNote: optional(only(true)),
        }),
      ),
      weight: count,
      required: count,
      oldDevice: nullable(group({ ...DEVICE, fate: word(OLD_DEVICE_FATES) })),
      needsApproval: flag,
    },
    example: {
      invitationId: 'inv-00',
      reason: 'lost',
      reasonText: null,
      ticket: 'T-1',
      delivery: 'mail',
      lifetimeSeconds: 3600,
      evidence: [],
      weight: 3,
      required: 3,
      oldDevice: null,
      needsApproval: false,
    },
    name: 'Invitation requested',
    sentence: twoVoices('The helpdesk requested an activation for you', 'New activation requested'),
  }),
  defineAuditEvent({
    type: 'invitation-refused',
    facts: { reason: word(INVITATION_REFUSALS), ticket: text },
    example: { reason: 'caller-check-insufficient', ticket: 'T-1' },
    name: 'Invitation refused',
    sentence: oneVoice('The helpdesk did not continue with a new activation'),
  }),
  defineAuditEvent({
    type: 'invitation-approved',
    ...INVITATION,
    name: 'Invitation approved',
    sentence: twoVoices(
      'A second member of the helpdesk approved your invitation',
      'A second member of the helpdesk approved the invitation',
    ),
  }),
  defineAuditEvent({
    type: 'invitation-declined',
    facts: { invitationId: text, note: nullable(text) },
    example: { note: null, invitationId: 'inv-00' },
    name: 'Invitation declined',
    sentence: twoVoices(
      'A second member of the helpdesk declined your invitation',
      'A second member of the helpdesk declined the invitation',
    ),
  }),
  defineAuditEvent({
    type: 'invitation-sent',
    ...INVITATION,
    name: 'Invitation sent',
    sentence: oneVoice('Invitation to activate a device sent'),
  }),
  defineAuditEvent({
    type: 'invitation-opened',
    facts: { invitationId: text, proof: word(INVITATION_PROOFS) },
    example: { proof: 'code', invitationId: 'inv-00' },
    name: 'Invitation opened',
    sentence: ({ proof }) => t(OPENED[proof]),
  }),
  defineAuditEvent({
    type: 'invitation-opening-refused',
    facts: { invitationId: text, reason: word(OPENING_REFUSALS) },
    example: { reason: 'wrong-code', invitationId: 'inv-00' },
    name: 'Invitation not opened',
    sentence: oneVoice('Invitation not opened: wrong password or code'),
  }),
  /** An invitation opened a session that may only activate a device. */
  defineAuditEvent({
    type: 'invited-session-opened',
    ...INVITATION,
    name: 'Signed in by an invitation',
    sentence: oneVoice('Invitation used to sign in'),
    story: 'disownable',
    ocsf: ['authentication', 'Logon'],
  }),
  defineAuditEvent({
    type: 'invitation-used',
    facts: { invitationId: text, activationId: text, ...DEVICE },
    example: { invitationId: 'inv-00', activationId: 'act-00', instanceId: 'VDS1000042-1' },
    name: 'Invitation used',
    sentence: oneVoice('Invitation used to activate {device}', itsDevice),
    story: 'activation',
  }),
  defineAuditEvent({
    type: 'invitation-revoked',
    facts: { invitationId: text, why: word(REVOCATION_REASONS) },
    example: { why: 'by-staff', invitationId: 'inv-00' },
    name: 'Invitation cancelled',
    sentence: ({ why }) => t(REVOKED[why]),
  }),
  /** By the link that the user's phones were sent, because the invitation rests on a call that an agent says they made. */
  defineAuditEvent({
    type: 'invitation-disowned',
    facts: { invitationId: text, requestedBy: text, ticket: text },
    example: { invitationId: 'inv-00', requestedBy: 'helpdesk', ticket: 'T-4711' },
    name: 'Invitation disowned',
    sentence: twoVoices(
      'You reported that you had not asked the helpdesk for a new activation',
      'The user reported that they had not asked the helpdesk for a new activation',
    ),
    severity: 'high',
  }),
  defineAuditEvent({
    type: 'invitation-expired',
    ...INVITATION,
    name: 'Invitation expired',
    sentence: oneVoice('Invitation to activate a device expired'),
  }),
] as const;
