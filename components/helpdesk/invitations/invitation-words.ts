import type { InvitationSummary } from '@/lib/helpdesk/invitations/invitation-summary';

type Told = Pick<InvitationSummary, 'state' | 'why'>;

/** An invitation's state in one or two words. */
export function invitationState({ state, why }: Told): string {
  switch (state) {
    case 'awaiting-approval':
      return 'Waiting for a second person';
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
  'by-staff': { title: 'Invitation revoked', text: 'Its link and everything it led to have stopped working.' },
  replaced: {
    title: 'A newer invitation has taken its place',
    text: 'Another invitation was sent to this person, and only the newest one works.',
  },
  'too-many-wrong-codes': {
    title: 'Revoked after too many wrong codes',
    text: 'Somebody tried to guess the code. Ask the person whether it was them before you send another invitation.',
  },
  'not-me': {
    title: 'Revoked: “It wasn’t me”',
    text: 'The person reported a device that was not theirs. Call them back before anything else.',
  },
};

/** Heading of an invitation's page, and what to do next. */
export function invitationHeading({ state, why }: Told): { title: string; text: string } {
  switch (state) {
    case 'awaiting-approval':
      return {
        title: 'Waiting for a second person',
        text: 'An approver has been asked. The invitation goes out as soon as they agree.',
      };
    case 'live':
      return { title: 'Invitation sent', text: 'This page follows every step by itself.' };
    case 'opened':
      return { title: 'Invitation opened', text: 'The person is activating a device now.' };
    case 'used':
      return { title: 'The new device works', text: 'There is nothing left to do.' };
    case 'declined':
      return { title: 'A second person declined', text: 'Nothing was sent, and no device was changed.' };
    case 'expired':
      return { title: 'Invitation expired', text: 'Nobody used it in time. Send a new one if it is still needed.' };
    case 'revoked':
      return REVOCATIONS[why ?? 'by-staff'];
  }
}
