import type { AuditEvent } from '@/lib/audit/audit-event';
import type { HelpdeskFact } from '@/lib/audit/facts/helpdesk-facts';
import type { PhoneRequestEnd } from '@/lib/audit/facts/phone-request-ends';
import { t, type Message, type PlainMessage } from '@/lib/language/t';
import { loginTestText } from './login-tests';
import { tell, type Told, type Voice } from './voice';

type Changed = Extract<HelpdeskFact, { change: string }>;

type Fact<Type extends HelpdeskFact['type']> = Extract<HelpdeskFact, { type: Type }>;

const OPENED: Record<Extract<AuditEvent, { type: 'invitation-opened' }>['proof'], PlainMessage> = {
  code: 'Invitation opened with the code',
  password: 'Invitation opened with the password',
  'read-out': 'Invitation opened on the phone with the helpdesk',
  'signed-in': 'Invitation opened in a browser that was signed in',
};

const REVOCATIONS: Record<Fact<'invitation-revoked'>['why'], PlainMessage> = {
  'by-staff': 'Invitation revoked by the helpdesk',
  replaced: 'Invitation replaced by a newer one',
  'too-many-wrong-codes': 'Invitation revoked: too many wrong codes',
  'not-me': 'Invitation revoked: a device was reported',
  'password-reset': 'Invitation revoked: it set a new password',
  'account-disabled': 'Invitation revoked: the account was disabled',
  'account-frozen': 'Invitation revoked: the account was frozen',
};

/** Why a phone did not confirm that its user is the caller. */
const UNCONFIRMED: Record<PhoneRequestEnd, Told> = {
  'wrong-number': [
    'Call to the helpdesk not confirmed: wrong number on your phone',
    'Call to the helpdesk not confirmed: wrong number on the phone',
  ],
  'wrong-signature': [
    'Call to the helpdesk not confirmed: the answer was not your phone’s',
    'Call to the helpdesk not confirmed: the answer was not the phone’s',
  ],
  'cancelled-on-phone': [
    'You did not confirm a call to the helpdesk on your phone',
    'Did not confirm a call to the helpdesk on the phone',
  ],
  'not-me': [
    'You reported on your phone: the call to the helpdesk wasn’t you',
    'Reported on the phone: the call to the helpdesk wasn’t them',
  ],
  'device-not-usable': [
    'Call to the helpdesk not confirmed: your device is locked or removed',
    'Call to the helpdesk not confirmed: the device is locked or removed',
  ],
  'cancelled-on-page': 'Call to the helpdesk not confirmed in time',
  expired: 'Call to the helpdesk not confirmed in time',
};

const ANSWERS = {
  yes: ['Your manager confirmed that it was you who called', 'The manager confirmed that it was them who called'],
  no: ['Your manager did not confirm that it was you who called', 'The manager did not confirm that it was them'],
} as const satisfies Record<string, Told>;

const ABOUT_INVITATIONS = {
  'invitation-requested': [
    'The helpdesk requested an activation for you',
    'The helpdesk requested an activation for them',
  ],
  'invitation-refused': 'The helpdesk did not continue with a new activation',
  'invitation-approved': [
    'A second member of the helpdesk approved your invitation',
    'A second member of the helpdesk approved the invitation',
  ],
  'invitation-declined': [
    'A second member of the helpdesk declined your invitation',
    'A second member of the helpdesk declined the invitation',
  ],
  'invitation-sent': 'Invitation to activate a device sent',
  'invitation-expired': 'Invitation to activate a device expired',
  'invitation-opening-refused': 'Invitation not opened: wrong password or code',
  'invited-session-opened': 'Invitation used to sign in',
  'caller-asked': ['The helpdesk asked your phones who is calling', 'The helpdesk asked the phones who is calling'],
  'manager-asked': ['The helpdesk asked your manager who is calling', 'The helpdesk asked the manager who is calling'],
  'break-glass-used': 'The helpdesk skipped the approval by a second person',
} as const satisfies Partial<Record<HelpdeskFact['type'], Told>>;

/** What the helpdesk did for a user. */
export function helpdeskText(event: HelpdeskFact, voice: Voice): string {
  if (isAboutInvitation(event)) return tell(ABOUT_INVITATIONS[event.type], voice);
  if (event.type === 'invitation-opened') return t(OPENED[event.proof]);
  if (event.type === 'invitation-revoked') return t(REVOCATIONS[event.why]);
  if (event.type === 'manager-answered') return tell(ANSWERS[event.isConfirmed ? 'yes' : 'no'], voice);
  if (event.type === 'caller-not-confirmed') return tell(UNCONFIRMED[event.reason], voice);
  if ('change' in event) return changeText(event, voice);
  return deviceText(event, voice);
}

const CHANGES = {
  disable: 'disabling the account',
  remove: 'deleting the account',
  'take-role': 'taking a role away',
  'lock-device': 'locking {device}',
  'unlock-device': 'unlocking {device}',
} as const satisfies Record<Changed['change'], Message>;

function changeText(event: Changed, voice: Voice): string {
  const device = event.instanceId === null ? '' : voice.device(event.instanceId);
  const change = t(CHANGES[event.change], { device });
  switch (event.type) {
    case 'change-requested':
      return t('Asked a second person for: {change}', { change });
    case 'change-approved':
      return t('A second person agreed to: {change}', { change });
    case 'change-declined':
      return t('A second person declined: {change}', { change });
    case 'change-request-expired':
      return t('Nobody agreed in time to: {change}', { change });
  }
}

function isAboutInvitation(event: HelpdeskFact): event is Fact<keyof typeof ABOUT_INVITATIONS> {
  return event.type in ABOUT_INVITATIONS;
}

function deviceText(
  event: Exclude<Extract<HelpdeskFact, { instanceId: string }>, { type: 'caller-not-confirmed' } | Changed>,
  voice: Voice,
): string {
  const device = voice.device(event.instanceId);
  const Device = voice.Device(event.instanceId);
  switch (event.type) {
    case 'invitation-used':
      return t('Invitation used to activate {device}', { device });
    case 'caller-device-tested':
      return loginTestText('helpdesk', device, event.outcome);
    case 'caller-confirmed':
      return t('{device} confirmed a call to the helpdesk', { device: Device });
    case 'removal-requested':
      return t('The helpdesk requested the removal of {device}', { device });
    case 'removal-approved':
      return t('A second member of the helpdesk approved the removal of {device}', { device });
    case 'removal-declined':
      return t('A second member of the helpdesk declined the removal of {device}', { device });
    case 'removal-expired':
      return t('Nobody approved the removal of {device} in time', { device });
    case 'device-locked-by-helpdesk':
      return t('The helpdesk locked {device}', { device });
    case 'device-unlocked-by-helpdesk':
      return t('The helpdesk undid the lock of {device}', { device });
    case 'device-removed-by-helpdesk':
      return t('The helpdesk removed {device}', { device });
    case 'device-disowned':
      return event.cause === 'not-me'
        ? t('{device} was reported: “It wasn’t me”', { device: Device })
        : t('{device} was activated with a revoked invitation', { device: Device });
    case 'disowned-device-locked':
      return t('{device} was locked', { device: Device });
  }
}
