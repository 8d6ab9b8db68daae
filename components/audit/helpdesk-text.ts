import type { AuditEvent } from '@/lib/audit/audit-event';
import type { HelpdeskFact } from '@/lib/audit/facts/helpdesk-facts';
import { LOGIN_TESTS } from './login-tests';
import type { Voice } from './voice';
import type { PhoneRequestEnd } from '@/lib/audit/facts/phone-request-ends';

const PROOFS: Record<Extract<AuditEvent, { type: 'invitation-opened' }>['proof'], string> = {
  code: 'with the code',
  password: 'with the password',
  'read-out': 'on the phone with the helpdesk',
  'signed-in': 'in a browser that was signed in',
};

const REVOCATIONS: Record<Extract<AuditEvent, { type: 'invitation-revoked' }>['why'], string> = {
  'by-staff': 'The helpdesk revoked an invitation',
  replaced: 'An invitation was replaced by a newer one',
  'too-many-wrong-codes': 'An invitation was revoked after too many wrong codes',
  'not-me': 'An invitation was revoked because a device was reported',
};

/** What the helpdesk did for a user. */
export function helpdeskText(event: HelpdeskFact, voice: Voice): string {
  const { your, you } = voice;
  switch (event.type) {
    case 'invitation-requested':
      return `The helpdesk asked to let ${you} activate a device`;
    case 'invitation-refused':
      return 'The helpdesk did not go on with a new activation';
    case 'invitation-approved':
      return `A second member of the helpdesk approved ${your} invitation`;
    case 'invitation-declined':
      return `A second member of the helpdesk declined ${your} invitation`;
    case 'invitation-sent':
      return 'An invitation to activate a device was sent';
    case 'invitation-expired':
      return 'An invitation to activate a device expired';
    case 'invitation-opened':
      return `An invitation was opened ${PROOFS[event.proof]}`;
    case 'invitation-opening-refused':
      return 'An invitation was not opened: the proof was not right';
    case 'invited-session-opened':
      return 'A browser was let in by an invitation';
    case 'invitation-used':
      return `An invitation led to device ${event.instanceId}`;
    case 'invitation-revoked':
      return REVOCATIONS[event.why];
    case 'caller-device-tested':
      return `The helpdesk checked a one-time password of device ${event.instanceId}: ${LOGIN_TESTS[event.outcome]}`;
    case 'caller-asked':
      return `The helpdesk asked ${your} phones who is calling`;
    case 'caller-confirmed':
      return `Device ${event.instanceId} confirmed a call to the helpdesk`;
    case 'caller-not-confirmed':
      return unconfirmedCallText(event.reason, voice);
    case 'break-glass-used':
      return 'The helpdesk went on without a second person';
    case 'removal-requested':
      return `The helpdesk asked for device ${event.instanceId} to be removed`;
    case 'removal-approved':
      return `A second member of the helpdesk approved the removal of device ${event.instanceId}`;
    case 'removal-declined':
      return `A second member of the helpdesk declined the removal of device ${event.instanceId}`;
    case 'removal-expired':
      return `Nobody approved the removal of device ${event.instanceId} in time`;
    case 'device-locked-by-helpdesk':
      return `The helpdesk locked device ${event.instanceId}`;
    case 'device-removed-by-helpdesk':
      return `The helpdesk removed device ${event.instanceId}`;
    case 'device-disowned':
      return event.cause === 'not-me'
        ? `Device ${event.instanceId} was reported: “It wasn’t me”`
        : `Device ${event.instanceId} was activated with an invitation that had been revoked`;
    case 'disowned-device-locked':
      return `Device ${event.instanceId} was locked`;
  }
}

/** Why a phone did not confirm that its user is the caller. */
function unconfirmedCallText(reason: PhoneRequestEnd, { did, your, you }: Voice): string {
  switch (reason) {
    case 'wrong-number':
      return `A call to the helpdesk was not confirmed: the wrong number was typed on ${your} phone`;
    case 'wrong-signature':
      return `A call to the helpdesk was not confirmed: the answer was not ${your} phone’s`;
    case 'cancelled-on-phone':
      return did(`did not confirm a call to the helpdesk on ${your} phone`);
    case 'not-me':
      return did(`reported on ${your} phone that a call to the helpdesk was not ${you}`);
    case 'device-not-usable':
      return `A call to the helpdesk was not confirmed: ${your} device is locked or removed`;
    case 'cancelled-on-page':
    case 'expired':
      return 'A call to the helpdesk was not confirmed in time';
  }
}
