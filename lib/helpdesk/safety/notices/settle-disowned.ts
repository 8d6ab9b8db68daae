import { systemContext, noRequest } from '../../../audit/audit-context';
import type { InvitationPorts } from '../../invitations/invitation-ports';
import { cancelAs } from '../../../activation/cancel-activation';
import { GatewayError } from '../../../activation/gateway-error';
import { lockForSafety } from '../../../devices/locks/lock-and-hold';
import { locked, type DisownedNotice } from './device-notice';
import type { NoticePorts } from '../safety-ports';
import { revokeInvitation } from '../../invitations/revoke-invitation';

/**
 * Settles a disowned device: ends what was pending for its user when they reported it, takes back what it vouched for,
 * locks it and ends a replacement that involves it, then marks the notice as locked. Every step is idempotent, so the round resumes after a crash or a
 * failure of the gateway.
 */
export async function settleDisowned(ports: NoticePorts, notice: DisownedNotice): Promise<void> {
  const { instanceId, activationId, userId, domain } = notice;
  if (notice.cause === 'not-me') await endWhatWasUnderWay(ports, notice);
  try {
    await takeBackBackup(ports, notice);
    // A removed device counts as locked.
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
  // On a conflict another process has saved the same.
  await ports.notices.save(locked(notice), { events: [event], messages: [] });
}

/** Whoever bound a device that its user did not, bound its backup too: a passkey, a recovery code, or a second device. */
async function takeBackBackup(ports: NoticePorts, { userId, domain, activationId }: DisownedNotice): Promise<void> {
  const context = systemContext({ userId, domain }, activationId);
  const second = await ports.vouchers.takeBack(activationId, ({ passkey }) => [
    passkey
      ? { type: 'passkey-removed', passkeyId: passkey.id, name: passkey.name, ...context }
      : { type: 'recovery-code-deleted', ...context },
  ]);
  const activation = second && (await ports.activation.store.find(second, domain));
  if (activation?.state === 'active') await lockForSafety(ports, { userId, domain }, activation.instanceId, 'reported');
}

/** Leaves alone what was requested after the report: the helpdesk may have helped the user by then. */
async function endWhatWasUnderWay(ports: InvitationPorts, notice: DisownedNotice): Promise<void> {
  const { userId, domain, disownedAt, activationId } = notice;
  const origin = noRequest(activationId);
  const actor = { kind: 'anonymous' } as const;
  const invitation = await ports.invitations.findCurrent({ userId, domain });
  if (invitation && invitation.requestedAt <= disownedAt)
    await revokeInvitation(ports, invitation, { why: 'not-me', actor }, origin);
  const pending = await ports.activation.store.findPending({ userId, domain });
  if (pending && pending.requestedAt <= disownedAt) await cancelAs(ports.activation, pending, actor, origin);
}
