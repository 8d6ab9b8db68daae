import type { AuditEvent } from '@/lib/audit/audit-event';
import type { HelpdeskFact } from '@/lib/audit/facts/helpdesk-facts';
import { loginTestText } from './login-tests';
import type { Voice } from './voice';
import type { PhoneRequestEnd } from '@/lib/audit/facts/phone-request-ends';

const PROOFS: Record<Extract<AuditEvent, { type: 'invitation-opened' }>['proof'], string> = {
  code: 'with the code',
  password: 'with the password',
  'read-out': 'on the phone with the helpdesk',
  'signed-in': 'in a browser that was signed in',
};

const REVOCATIONS: Record<Extract<AuditEvent, { type: 'invitation-revoked' }>['why'], string> = {
  'by-staff': 'Invitation revoked by the helpdesk',
  replaced: 'Invitation replaced by a newer one',
  'too-many-wrong-codes': 'Invitation revoked: too many wrong codes',
  'not-me': 'Invitation revoked: a device was reported',
  'account-disabled': 'Invitation revoked: the account was disabled',
  'account-frozen': 'Invitation revoked: the account was frozen',
};

/** What the helpdesk did for a user. */
export function helpdeskText(event: HelpdeskFact, voice: Voice): string {
  const { your, you, device, Device } = voice;
  switch (event.type) {
    case 'invitation-requested':
      return `The helpdesk requested an activation for ${you}`;
    case 'invitation-refused':
      return 'The helpdesk did not continue with a new activation';
    case 'invitation-approved':
      return `A second member of the helpdesk approved ${your} invitation`;
    case 'invitation-declined':
      return `A second member of the helpdesk declined ${your} invitation`;
    case 'invitation-sent':
      return 'Invitation to activate a device sent';
    case 'invitation-expired':
      return 'Invitation to activate a device expired';
    case 'invitation-opened':
      return `Invitation opened ${PROOFS[event.proof]}`;
    case 'invitation-opening-refused':
      return 'Invitation not opened: wrong password or code';
    case 'invited-session-opened':
      return 'Invitation used to sign in';
    case 'invitation-used':
      return `Invitation used to activate ${device(event.instanceId)}`;
    case 'invitation-revoked':
      return REVOCATIONS[event.why];
    case 'caller-device-tested':
      return loginTestText('The helpdesk’s check', device(event.instanceId), event.outcome);
    case 'caller-asked':
      return `The helpdesk asked ${your} phones who is calling`;
    case 'caller-confirmed':
      return `${Device(event.instanceId)} confirmed a call to the helpdesk`;
    case 'caller-not-confirmed':
      return unconfirmedCallText(event.reason, voice);
    case 'break-glass-used':
      return 'The helpdesk skipped the approval by a second person';
    case 'removal-requested':
      return `The helpdesk requested the removal of ${device(event.instanceId)}`;
    case 'removal-approved':
      return `A second member of the helpdesk approved the removal of ${device(event.instanceId)}`;
    case 'removal-declined':
      return `A second member of the helpdesk declined the removal of ${device(event.instanceId)}`;
    case 'removal-expired':
      return `Nobody approved the removal of ${device(event.instanceId)} in time`;
    case 'device-locked-by-helpdesk':
      return `The helpdesk locked ${device(event.instanceId)}`;
    case 'device-unlocked-by-helpdesk':
      return `The helpdesk undid the lock of ${device(event.instanceId)}`;
    case 'device-removed-by-helpdesk':
      return `The helpdesk removed ${device(event.instanceId)}`;
    case 'device-disowned':
      return event.cause === 'not-me'
        ? `${Device(event.instanceId)} was reported: “It wasn’t me”`
        : `${Device(event.instanceId)} was activated with a revoked invitation`;
    case 'disowned-device-locked':
      return `${Device(event.instanceId)} was locked`;
  }
}

/** Why a phone did not confirm that its user is the caller. */
function unconfirmedCallText(reason: PhoneRequestEnd, { did, your, you }: Voice): string {
  switch (reason) {
    case 'wrong-number':
      return `Call to the helpdesk not confirmed: wrong number on ${your} phone`;
    case 'wrong-signature':
      return `Call to the helpdesk not confirmed: the answer was not ${your} phone’s`;
    case 'cancelled-on-phone':
      return did(`did not confirm a call to the helpdesk on ${your} phone`);
    case 'not-me':
      return did(`reported on ${your} phone: the call to the helpdesk wasn’t ${you}`);
    case 'device-not-usable':
      return `Call to the helpdesk not confirmed: ${your} device is locked or removed`;
    case 'cancelled-on-page':
    case 'expired':
      return 'Call to the helpdesk not confirmed in time';
  }
}
