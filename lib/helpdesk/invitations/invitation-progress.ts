import { allOf } from '../../audit/audit-log';
import { DAY } from '../../shared/time/duration';
import type { Activation, ActivationState, FailureReason, Step } from '../../activation/activation';
import type { DeliveryProblem } from '../../messaging/delivery-error';
import type { MessageStatus } from '../../messaging/message-status';
import type { ProgressPorts } from './invitation-ports';
import type { Invitation } from './invitation';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { summarizeInvitation, type InvitationSummary } from './invitation-summary';
import { personKey, type User } from '../../accounts/users/user';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import { followChanges, type Hold } from '../../shared/changes/follow-changes';

/** In order. Phone steps that the gateway does not observe are left out. */
export const PROGRESS_STEPS = ['sent', 'delivered', 'opened', 'shown', 'scanned', 'linked', 'active'] as const;
export type ProgressStep = (typeof PROGRESS_STEPS)[number];

/** What the agent follows of an invitation. Times are ISO 8601 in UTC. */
export type InvitationProgress = InvitationSummary & {
  /** Grows with the invitation, its activations and its messages. */
  version: number;
  /** Whether nothing more can change. */
  isOver: boolean;
  /** When it expires; null once opened, because it then ends with its activation. */
  expiresAt: string | null;
  steps: { [name in ProgressStep]?: string };
  /** Phone steps that this gateway observes. */
  observes: readonly Step[];
  /** Why a message is not delivered to the mail server yet; null if no problem is known. */
  deliveryProblem: DeliveryProblem | null;
  /** State of its newest activation; null before there is one. */
  activationState: ActivationState | null;
  failure: FailureReason | null;
  /** How often the gateway was asked, and its own reason, if it is the gateway that failed. */
  failedRegistration: { tries: number; gatewayReason: string } | null;
  /** What the person calls the new device; null for no name, and before there is one. */
  newDeviceName: string | null;
  /** The server's clock when it answered. */
  serverTime: string;
  /** Milliseconds until the next poll; null to poll at once. */
  retryAfterMs: number | null;
};

/** @returns null if the domain has no such invitation */
export async function readProgress(
  ports: ProgressPorts,
  id: InvitationId,
  domain: string,
): Promise<InvitationProgress | null> {
  // Count moves first, so that the version is never ahead of what is read; read the invitation last, so that it is
  // never behind its activation and messages.
  const moves = await ports.activation.store.countInvitedMoves(id);
  const activation = await ports.activation.store.findInvited(id);
  const messages = (await ports.outbox.listAbout(id)).filter(({ kind }) => WAYS.has(kind));
  const invitation = await ports.invitations.find(id, domain);
  if (!invitation) return null;
  const { observes } = ports.activation.gateway.capabilities;
  return {
    ...summarizeInvitation(invitation),
    version: invitation.version + moves + countDeliveryMoves(messages),
    isOver: 'endedAt' in invitation,
    expiresAt:
      invitation.state === 'live' || invitation.state === 'awaiting-approval' ? invitation.endsAt.toISOString() : null,
    steps: stepsOf(invitation, activation, messages),
    observes,
    deliveryProblem: messages.find(({ state }) => state !== 'delivered')?.lastProblem ?? null,
    activationState: activation?.state ?? null,
    failure: activation?.state === 'failed' ? activation.reason : null,
    failedRegistration: activation && (await findFailedRegistration(ports.activation, activation)),
    newDeviceName: activation?.deviceName ?? null,
    serverTime: ports.clock.now().toISOString(),
    retryAfterMs: null,
  };
}

async function findFailedRegistration(
  { audit }: ProgressPorts['activation'],
  activation: Activation,
): Promise<InvitationProgress['failedRegistration']> {
  if (activation.state !== 'failed') return null;
  if (activation.reason !== 'answer-lost' && activation.reason !== 'gateway-failed') return null;
  const { id, userId: subjectUserId, domain, tries, requestedAt: from } = activation;
  const to = new Date(activation.endedAt.getTime() + DAY);
  const filter = { ...allOf({ from, to }, domain), type: 'registration-failed', subjectUserId } as const;
  // Somebody has one activation at a time, so that the first record since its request is its own.
  const [record] = await audit.list(filter, { order: 'oldest-first', after: null, limit: 1 });
  if (record?.event.type !== 'registration-failed' || record.event.activationId !== id) return null;
  return { tries, gatewayReason: record.event.gatewayReason };
}

/** Messages that carry the invitation to its user; others about it are for staff. */
const WAYS = new Set<MessageStatus['kind']>(['invitation', 'invitation-code', 'invitation-letter']);

function stepsOf(
  invitation: Invitation,
  activation: Activation | null,
  messages: readonly MessageStatus[],
): InvitationProgress['steps'] {
  const delivered = messages.flatMap((message) => (message.state === 'delivered' ? [message.endedAt] : []));
  const isDelivered = messages.length > 0 && delivered.length === messages.length;
  const reached = activation && activation.state !== 'requested' ? activation.reached : {};
  const times: { [name in ProgressStep]: Date | null | undefined } = {
    sent: 'sentAt' in invitation ? invitation.sentAt : null,
    delivered: isDelivered ? delivered.reduce((last, at) => (at > last ? at : last)) : null,
    opened: 'openedAt' in invitation ? invitation.openedAt : null,
    shown: reached.shown,
    scanned: reached.scanned,
    linked: reached.linked,
    active: reached.active,
  };
  return Object.fromEntries(PROGRESS_STEPS.flatMap((step) => (times[step] ? [[step, times[step].toISOString()]] : [])));
}

/** Rises with each move of a message: held up, ended, and sent again as a dead letter, which begins anew. */
function countDeliveryMoves(messages: readonly MessageStatus[]): number {
  return messages.reduce((sum, { state, lastProblem, replays }) => {
    const sinceReplay = state === 'pending' ? Number(lastProblem !== null) : 2;
    return sum + 3 * replays + sinceReplay;
  }, 0);
}

/**
 * Long-polls an invitation's progress until it is past version `after` or over, or `hold` ends the wait.
 * @param after the known version; any but the current one is answered at once
 * @returns null if the agent's domain has no such invitation
 */
export async function followProgress(
  ports: ProgressPorts,
  changeFeed: ChangeFeed,
  agent: User,
  { id, after }: { id: InvitationId; after: number },
  hold: Hold,
): Promise<InvitationProgress | null> {
  const hasNews = (progress: InvitationProgress | null) => progress?.version !== after || progress.isOver;
  return followChanges(
    changeFeed,
    id,
    () => readProgress(ports, id, agent.domain),
    hasNews,
    () => hold(personKey(agent)),
  );
}
