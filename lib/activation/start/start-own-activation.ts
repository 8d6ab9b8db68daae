import { userActor } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { perObject } from '../../accounts/sign-in/limits';
import type { Principal } from '../../accounts/users/principal';
import type { User } from '../../accounts/users/user';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { refuse, type Result } from '../../shared/result';
import type { Activation } from '../activation';
import type { ActivationPorts } from '../activation-ports';
import type { StartSource } from '../activation-store';
import { cancelAs } from '../cancel-activation';
import { missingCredential } from './activation-credentials';
import { startActivation, type StartInput, type StartRefusal } from './start-activation';

type OwnStart = Omit<StartInput, 'invitationId'>;

/**
 * Starts one's own activation.
 * @param invitationId the open invitation that grants the start; null for an ordinary one. A session opened by an
 *   invitation starts nothing without it
 */
export async function startOwnActivation(
  ports: ActivationPorts,
  { user, scope }: Principal,
  input: OwnStart,
  invitationId: InvitationId | null,
  origin: RequestOrigin,
): Promise<Result<Activation, StartRefusal | 'invitation-over'>> {
  if (scope.kind === 'invitation' && invitationId !== scope.invitationId) return refuse('invitation-over');
  return invitationId === null
    ? startActivation(ports, user, input, origin)
    : startInvitedActivation(ports, user, { ...input, from: withoutCode(input.from), invitationId }, origin);
}

function withoutCode(from: OwnStart['from']): StartSource | null {
  return from ? { ...from, recoveryCode: null } : null;
}

/**
 * An invited start replaces the user's pending activation, and counts against the invitation instead of the daily
 * limit.
 */
async function startInvitedActivation(
  ports: ActivationPorts,
  user: User,
  input: OwnStart & { invitationId: InvitationId },
  origin: RequestOrigin,
): Promise<Result<Activation, StartRefusal>> {
  const missing = missingCredential(ports.gateway, input);
  if (missing) return refuse(missing);
  const pending = await ports.store.findPending(user);
  if (pending?.invitationId !== input.invitationId) {
    if (pending) await cancelAs(ports, pending, userActor(user), origin);
    if (await ports.rateLimiter.take([perObject('invitation-start', input.invitationId)]))
      return refuse('too-many-starts');
  }
  return startActivation(ports, user, input, origin);
}
