import type { User } from '@/lib/accounts/users/user';
import type { Invitation } from '@/lib/helpdesk/invitations/invitation';
import { requestInvitation, type TypedReissue } from '@/lib/helpdesk/invitations/request-invitation';
import { HOUR } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../support/doubles/fake-helpdesk-ports';
import { signedInAs } from '../../support/doubles/principal';

/** What an agent fills in who has checked well enough for anybody. */
export function typedReissue(changes: Partial<TypedReissue> = {}): TypedReissue {
  return {
    reason: 'new-phone',
    reasonText: null,
    ticket: 'T-1',
    oldDevice: null,
    delivery: 'mail',
    lifetimeMs: HOUR,
    checks: {
      vouched: [
        { method: 'call-back', detail: '+49 30 123 421' },
        { method: 'identity-document', detail: '4711XY' },
        { method: 'manager', detail: 'John Doe' },
      ],
      oneTimePassword: null,
      loginRequest: null,
    },
    justification: null,
    ...changes,
  };
}

/** Invites somebody, as the agent. @throws when it is refused */
export async function invite(
  { ports, agent }: FakeHelpdesk,
  user: User,
  changes: Partial<TypedReissue> = {},
): Promise<Invitation> {
  const requested = await requestInvitation(ports, signedInAs(agent), user, typedReissue(changes), ORIGIN);
  if (!requested.ok) throw new Error(requested.refusal);
  return requested.value;
}
