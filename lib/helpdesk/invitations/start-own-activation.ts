import type { RequestOrigin } from '../../shared/request-origin';
import { perObject } from '../../accounts/sign-in/limits';
import type { Principal } from '../../accounts/users/principal';
import type { User } from '../../accounts/users/user';
import type { Activation } from '../../activation/activation';
import { cancelAs } from '../../activation/cancel-activation';
import { startActivation, type StartInput, type StartRefusal } from '../../activation/start/start-activation';
import { missingCredential } from '../../activation/start/activation-credentials';
import { refuse, type Result } from '../../shared/result';
import type { HelpdeskPorts } from '../helpdesk-ports';
import type { Opened } from './invitation';

/**
 * Starts an activation: under the person's invitation where they have opened one, else by themselves. What an invitation
 * leads to does not count against the starts of a day, and takes the place of what the person had under way.
 */
export async function startOwnActivation(
  ports: Pick<HelpdeskPorts, 'activation' | 'invitations' | 'rateLimiter' | 'clock'>,
  { user, scope }: Principal,
  input: Omit<StartInput, 'invitationId'>,
  origin: RequestOrigin,
): Promise<Result<Activation, StartRefusal | 'invitation-over'>> {
  const { activation, rateLimiter } = ports;
  const current = await findOpenInvitation(ports, user);
  if (scope.kind === 'invitation' && current?.id !== scope.invitationId) return refuse('invitation-over');
  if (!current) return startActivation(activation, user, input, origin);
  const missing = missingCredential(activation.gateway, { ...input, invitationId: current.id });
  if (missing) return refuse(missing);
  const pending = await activation.store.findPending(user);
  if (pending?.invitationId !== current.id) {
    if (pending) await cancelAs(activation, pending, { kind: 'user', userId: user.userId }, origin);
    if (await rateLimiter.take([perObject('invitation-start', current.id)])) return refuse('too-many-starts');
  }
  return startActivation(activation, user, { ...input, invitationId: current.id }, origin);
}

/** The invitation that a person has opened and not used yet; null when there is none. */
export async function findOpenInvitation(
  { invitations, clock }: Pick<HelpdeskPorts, 'invitations' | 'clock'>,
  user: User,
): Promise<Opened | null> {
  const current = await invitations.findCurrent(user);
  return current?.state === 'opened' && clock.now() < current.endsAt ? current : null;
}
