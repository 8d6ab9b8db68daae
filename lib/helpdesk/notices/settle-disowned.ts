import { systemContext, noRequest } from '../../audit/audit-context';
import { cancelAs } from '../../activation/cancel-activation';
import { GatewayError } from '../../activation/gateway-error';
import { lockForSafety } from '../../devices/locks/lock-and-hold';
import { locked, type DisownedNotice } from './device-notice';
import type { InvitationPorts, NoticePorts } from '../helpdesk-ports';
import { revokeInvitation } from '../invitations/revoke-invitation';

/**
 * Carries out what follows from a device that was disowned: ends what was under way for its person when they reported it,
 * locks the device and ends a replacement that it has to do with, and notes that all of it is done. Every step can be taken
 * again: a process that dies in between, or a gateway that cannot be reached, leaves the rest to the next round.
 */
export async function settleDisowned(ports: NoticePorts, notice: DisownedNotice): Promise<void> {
  const { instanceId, activationId, userId, domain } = notice;
  if (notice.cause === 'not-me') await endWhatWasUnderWay(ports, notice);
  try {
    // One that is gone already is as good as locked.
    await lockForSafety(ports, { userId, domain }, instanceId, 'reported');
  } catch (error) {
    if (error instanceof GatewayError) return;
    throw error;
  }
  const event = {
    type: 'disowned-device-locked',
    instanceId,
    activationId,
    ...systemContext(notice, activationId),
  } as const;
  // Another process may have been as fast, and has noted it then.
  await ports.notices.save(locked(notice), { events: [event], messages: [] });
}

/** What was asked for after the report is not touched: the helpdesk may have let the person in again by then. */
async function endWhatWasUnderWay(ports: InvitationPorts, notice: DisownedNotice): Promise<void> {
  const { userId, domain, disownedAt, activationId } = notice;
  const origin = noRequest(activationId);
  const actor = { kind: 'anonymous' } as const;
  const invitation = await ports.invitations.findCurrent({ userId, domain });
  if (invitation && invitation.requestedAt <= disownedAt)
    await revokeInvitation(ports, invitation.id, { why: 'not-me', actor }, origin);
  const pending = await ports.activation.store.findPending({ userId, domain });
  if (pending && pending.requestedAt <= disownedAt) await cancelAs(ports.activation, pending, actor, origin);
}
