import { DAY } from '../../shared/time/duration';
import type { ProgressPorts } from './invitation-ports';
import { isCurrent, type Invitation } from './invitation';
import { readProgress } from './invitation-progress';
import { summarizeInvitation, type InvitationSummary } from './invitation-summary';

/** An invitation in the helpdesk's queue. @property problem what blocks a current one */
export type QueuedInvitation = InvitationSummary & { problem: 'not-delivered' | 'activation-failed' | null };

/** More than one desk sends in a day; older ones are on their users' pages. */
const LIMIT = 200;

/** Invitations requested in the last 24 hours, newest first. */
export async function listInvitations(ports: ProgressPorts, domain: string): Promise<QueuedInvitation[]> {
  const since = new Date(ports.clock.now().getTime() - DAY);
  const invitations = await ports.invitations.listSince(domain, since, LIMIT);
  return Promise.all(invitations.map((invitation) => queued(ports, invitation)));
}

async function queued(ports: ProgressPorts, invitation: Invitation): Promise<QueuedInvitation> {
  const problem = isCurrent(invitation) ? await problemOf(ports, invitation) : null;
  return { ...summarizeInvitation(invitation), problem };
}

async function problemOf(
  ports: ProgressPorts,
  { id, domain }: Pick<InvitationSummary, 'id' | 'domain'>,
): Promise<QueuedInvitation['problem']> {
  const progress = await readProgress(ports, id, domain);
  if (progress?.deliveryProblem) return 'not-delivered';
  return progress?.activationState === 'failed' ? 'activation-failed' : null;
}
