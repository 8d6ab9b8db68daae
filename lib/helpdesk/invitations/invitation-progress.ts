import type { Activation, ActivationState, FailureReason, Step } from '../../activation/activation';
import type { DeliveryProblem } from '../../messaging/delivery-error';
import type { MessageStatus } from '../../messaging/message-status';
import type { ProgressPorts } from '../helpdesk-ports';
import type { Invitation } from './invitation';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { summarizeInvitation, type InvitationSummary } from './invitation-summary';
import { personKey, type User } from '../../accounts/users/user';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import { followChanges, type Hold } from '../../shared/changes/follow-changes';

/** The steps of an invitation, in their order; those of the phone are left out where the gateway does not show them. */
export const PROGRESS_STEPS = ['sent', 'delivered', 'opened', 'shown', 'scanned', 'linked', 'active'] as const;
export type ProgressStep = (typeof PROGRESS_STEPS)[number];

/** What the agent sees of an invitation while it is under way. Times are ISO 8601 in UTC. */
export type InvitationProgress = InvitationSummary & {
  /** Grows with every change of what is told here. */
  version: number;
  /** Whether nothing more will happen. */
  isOver: boolean;
  /** When it ends by itself; null once it is opened, from when on it ends with what it has led to. */
  expiresAt: string | null;
  steps: { [name in ProgressStep]?: string };
  /** The phone's steps that this gateway lets us see. */
  observes: readonly Step[];
  /** Why what was sent has not been taken over by the mail server yet; null when nothing is known to be wrong. */
  deliveryProblem: DeliveryProblem | null;
  /** State of the newest activation that it has led to; null before there is one. */
  activationState: ActivationState | null;
  failure: FailureReason | null;
  /** The server's clock when it answered. */
  serverTime: string;
  /** Milliseconds to wait before asking again; null when the next question may be asked at once. */
  retryAfterMs: number | null;
};

/** @returns null when there is no such invitation */
export async function readProgress(ports: ProgressPorts, id: InvitationId): Promise<InvitationProgress | null> {
  // The invitation last: what it says is then never ahead of what it has led to.
  const activation = await ports.activation.store.findInvited(id);
  const messages = (await ports.outbox.listAbout(id)).filter(({ kind }) => WAYS.has(kind));
  const invitation = await ports.invitations.find(id);
  if (!invitation) return null;
  const { observes } = ports.activation.gateway.capabilities;
  return {
    ...summarizeInvitation(invitation),
    version: versionOf(invitation, activation, messages),
    isOver: 'endedAt' in invitation,
    expiresAt:
      invitation.state === 'live' || invitation.state === 'awaiting-approval' ? invitation.endsAt.toISOString() : null,
    steps: stepsOf(invitation, activation, messages),
    observes,
    deliveryProblem: messages.find(({ state }) => state !== 'delivered')?.lastProblem ?? null,
    activationState: activation?.state ?? null,
    failure: activation?.state === 'failed' ? activation.reason : null,
    serverTime: ports.clock.now().toISOString(),
    retryAfterMs: null,
  };
}

/** Messages that an invitation goes out with; others about it are for staff. */
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

/** One number of what may change: an invitation moves a few times, an activation less than ten, its messages once or twice. */
function versionOf({ version }: Invitation, activation: Activation | null, messages: readonly MessageStatus[]): number {
  // A dead letter may be sent again, and be delivered after all.
  const fates = messages.map(({ state, lastProblem }) => {
    if (state === 'pending') return Number(lastProblem !== null);
    return state === 'delivered' ? 3 : 2;
  });
  const places = [activation?.version ?? 0, fates.reduce<number>((sum, fate) => sum + fate, 0)];
  return places.reduce((number, place) => number * 1_000 + place, version);
}

/**
 * Waits until an invitation's progress is past version `after`, it is over, or the wait is called off.
 * @param after the version that is known already; anything but the current version is answered at once
 * @returns null when there is no such invitation
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
    () => readProgress(ports, id),
    hasNews,
    () => hold(personKey(agent)),
  );
}
