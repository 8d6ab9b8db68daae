import type { RequestOrigin } from '../../shared/request-origin';
import type { Actor } from '../../audit/audit-event';
import { isPending } from '../../activation/activation';
import { cancelAs } from '../../activation/cancel-activation';
import type { HelpdeskPorts } from '../helpdesk-ports';
import type { Invitation } from './invitation';

/** Cancels what an invitation that has just ended had led to, so that no phone goes on with it. */
export async function endInvitedActivation(
  { activation }: HelpdeskPorts,
  { id }: Pick<Invitation, 'id'>,
  actor: Actor,
  origin: RequestOrigin,
): Promise<void> {
  const invited = await activation.store.findInvited(id);
  if (invited && isPending(invited)) await cancelAs(activation, invited, actor, origin);
}
