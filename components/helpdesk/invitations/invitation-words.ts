import type { InvitationSummary } from '@/lib/helpdesk/invitations/invitation-summary';

type Told = Pick<InvitationSummary, 'state' | 'why'>;

/** An invitation's state in one or two words. */
export function invitationState({ state, why }: Told): string {
  switch (state) {
    case 'awaiting-approval':
      return 'Awaiting approval';
    case 'live':
      return 'Sent';
    case 'opened':
      return 'Opened';
    case 'used':
      return 'Device active';
    case 'declined':
      return 'Declined';
    case 'expired':
      return 'Expired';
    case 'revoked':
      return why === 'replaced' ? 'Replaced' : 'Revoked';
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

const REVOCATIONS: Record<NonNullable<InvitationSummary['why']>, { title: string; text: string }> = {
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
  'account-frozen': {
    title: 'Revoked: the account was frozen',
    text: 'Its user froze everything. Lift that first, from the user’s page.',
  },
  'account-disabled': {
    title: 'Revoked: the account was disabled',
    text: 'An administrator disabled this account. Nobody can be invited to it until it is enabled.',
  },
};

/** Heading of an invitation's page, and what to do next. */
export function invitationHeading({ state, why }: Told): { title: string; text: string } {
  switch (state) {
    case 'awaiting-approval':
      return {
        title: 'Awaiting approval',
        text: 'Approvers have been emailed. The invitation is sent once one of them agrees.',
      };
    case 'live':
      return { title: 'Invitation sent', text: 'This page updates automatically.' };
    case 'opened':
      return { title: 'Invitation opened', text: 'The user is activating a device now.' };
    case 'used':
      return { title: 'The new device works', text: 'All done.' };
    case 'declined':
      return { title: 'Declined', text: 'Nothing was sent. Their note is on the user page, under recent activity.' };
    case 'expired':
      return { title: 'Invitation expired', text: 'It wasn’t used in time. Send it again if it is still needed.' };
    case 'revoked':
      return REVOCATIONS[why ?? 'by-staff'];
  }
}
