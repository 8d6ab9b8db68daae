import { noRequest, systemContext, userActor } from '../../audit/audit-context';
import type { InvitationPorts, OldDevicePorts } from '../invitations/invitation-ports';
import { isPending } from '../../activation/activation';
import { type NewMessage, webhook } from '../../messaging/new-message';
import { DAY } from '../../shared/time/duration';
import { completeActivation } from '../safety/notices/complete-activation';
import { INVITATIONS } from '../invitations/decide-invitation';
import { awaitingOf } from '../invitations/invitation-approvals';
import type { HelpdeskPorts } from './helpdesk-ports';
import { expire, isCurrent, type Invitation, type Revoked } from '../invitations/invitation';
import { endInvitedActivation } from '../invitations/revoke-invitation';
import { settleDisowned } from '../safety/notices/settle-disowned';
import { settleOldDevice } from '../invitations/settle-old-device';
import { markTrustAnnounced, type SentNotice } from '../safety/notices/device-notice';
import { settleFreeze } from '../safety/freeze/freeze-account';
import { invitationEvent } from '../invitations/invitation-event';

const BATCH = 200;

/** How far back activations without a notice are completed: the longest outage that is made up for. */
const ANNOUNCE_WITHIN_MS = DAY;

/**
 * One reconciliation round: expires what is overdue, ends what revoked invitations led to, locks and removes what is
 * due at the gateway, and completes activations that a crash interrupted. Replicas may run rounds concurrently.
 * @param onFault receives the error of an item, or of a list, that failed; the round goes on
 */
export async function watchHelpdesk(
  ports: HelpdeskPorts,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const now = ports.clock.now();
  const since = new Date(now.getTime() - ANNOUNCE_WITHIN_MS);
  const through = async <Item>(list: () => Promise<Item[]>, settle: (item: Item) => Promise<unknown>) => {
    if (signal.aborted) return;
    try {
      for (const item of await list()) {
        if (signal.aborted) return;
        await settle(item).catch(onFault);
      }
    } catch (error) {
      onFault(error);
    }
  };
  await through(
    () => ports.notices.listMissing(since, BATCH),
    (activation) => completeActivation(ports, activation),
  );
  await through(
    () => ports.notices.listDue(BATCH),
    (notice) => settleDisowned(ports, notice),
  );
  await through(
    () => ports.notices.listTrusted(now, BATCH),
    (notice) => announceTrust(ports, notice),
  );
  await through(
    () => ports.freezes.listDue(BATCH),
    (freeze) => settleFreeze(ports, freeze),
  );
  await through(
    () => ports.invitations.listDue(now, BATCH),
    (invitation) => processInvitation(ports, invitation),
  );
}

async function announceTrust({ notices }: Pick<HelpdeskPorts, 'notices'>, notice: SentNotice): Promise<void> {
  const { userId, domain, instanceId, deviceName, activationId, trustedFrom } = notice;
  const event = { type: 'device-trusted', userId, domain, instanceId, device: deviceName } as const;
  // On a conflict it was disowned, or another replica was faster.
  await notices.save(markTrustAnnounced(notice), {
    events: [],
    messages: [webhook({ ...event, at: trustedFrom ?? notice.activatedAt }, activationId)],
  });
}

async function processInvitation(ports: OldDevicePorts & InvitationPorts, invitation: Invitation): Promise<void> {
  if (invitation.state === 'revoked') await finishRevocation(ports, invitation);
  const settled = await settleOldDevice(ports, invitation);
  const now = ports.clock.now();
  const expired = isCurrent(settled) ? expire(settled, now) : null;
  if (!expired?.ok || (await isStillUnderWay(ports, settled))) return;
  const { id } = settled;
  const messages: NewMessage[] = [invitationEvent('invitation-expired', expired.value, now)];
  if (settled.state === 'awaiting-approval')
    messages.push(...(INVITATIONS.announce?.('expired', awaitingOf(settled), now) ?? []));
  await ports.invitations.save(expired.value, {
    events: [{ type: 'invitation-expired', invitationId: id, ...systemContext(settled, id) }],
    messages,
  });
}

/** Finishes an interrupted revocation, as the actor who revoked. */
async function finishRevocation(ports: InvitationPorts, invitation: Revoked): Promise<void> {
  const { id, revokedBy } = invitation;
  const actor = revokedBy === null ? ({ kind: 'system' } as const) : userActor({ userId: revokedBy });
  await endInvitedActivation(ports, invitation, actor, noRequest(id));
}

/** A phone that began in time may finish: its activation has its own expiry. */
async function isStillUnderWay({ activation }: InvitationPorts, { id, state }: Invitation): Promise<boolean> {
  if (state !== 'opened') return false;
  const invited = await activation.store.findInvited(id);
  return invited !== null && (isPending(invited) || invited.state === 'active');
}
