import type { InvitationSummary } from '@/lib/helpdesk/invitations/invitation-summary';
import { t, type Message } from '@/lib/shared/language/t';

type Told = Pick<InvitationSummary, 'state' | 'why'>;

/** An invitation's state in one or two words. */
export function invitationState({ state, why }: Told): string {
  switch (state) {
    case 'awaiting-approval':
      return t('Awaiting approval');
    case 'live':
      return t('Sent');
    case 'opened':
      return t('Opened');
    case 'used':
      return t('Device active');
    case 'declined':
      return t('Declined');
    case 'expired':
      return t('Expired');
    case 'revoked':
      return why === 'replaced' ? t('Replaced') : t('Revoked');
  }
}

export function invitationTone({ state }: Told): 'success' | 'info' | 'warning' | 'neutral' {
  switch (state) {
    case 'used':
      return 'success';
    case 'live':
    case 'opened':
      return 'info';
    case 'awaiting-approval':
      return 'warning';
    case 'declined':
    case 'expired':
    case 'revoked':
      return 'neutral';
  }
}

const REVOCATIONS = {
  'by-staff': { title: 'Invitation revoked', text: 'Its link no longer works, and nothing more comes of it.' },
  replaced: {
    title: 'A newer invitation has taken its place',
    text: 'Another invitation was sent to this user. Only the newest one works.',
  },
  'too-many-wrong-codes': {
    title: 'Revoked after too many wrong codes',
    text: 'Somebody tried to guess the code. Ask the user if it was them before you send another invitation.',
  },
  'not-me': {
    title: 'Revoked: “It wasn’t me”',
    text: 'The user reported a device that was not theirs. Call them back first.',
  },
  'password-reset': {
    title: 'Used up by a new password',
    text: 'The user set a new password with it. An invitation does one thing: send another one for a device.',
  },
  'account-frozen': {
    title: 'Revoked: the account was frozen',
    text: 'Its user froze everything. Lift that first, from the user’s page.',
  },
  'account-disabled': {
    title: 'Revoked: the account was disabled',
    text: 'An administrator disabled this account. Nobody can be invited to it until it is enabled.',
  },
} as const satisfies Record<NonNullable<InvitationSummary['why']>, { title: Message; text: Message }>;

/** Heading of an invitation's page, and what to do next. */
export function invitationHeading({ state, why }: Told): { title: string; text: string } {
  switch (state) {
    case 'awaiting-approval':
      return {
        title: t('Awaiting approval'),
        text: t('Approvers have been emailed. The invitation is sent once one of them agrees.'),
      };
    case 'live':
      return { title: t('New activation sent'), text: t('This page updates automatically.') };
    case 'opened':
      return { title: t('Invitation opened'), text: t('The user is activating a device now.') };
    case 'used':
      return { title: t('The new device works'), text: t('All done.') };
    case 'declined':
      return {
        title: t('Declined'),
        text: t('Nothing was sent. Their note is on the user page, under recent activity.'),
      };
    case 'expired':
      return {
        title: t('Invitation expired'),
        text: t('It wasn’t used in time. Send it again if it is still needed.'),
      };
    case 'revoked':
      return revocation(why);
  }
}

function revocation(why: Told['why']): { title: string; text: string } {
  const { title, text } = REVOCATIONS[why ?? 'by-staff'];
  return { title: t(title), text: t(text) };
}
