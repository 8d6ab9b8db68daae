import { noRequest, systemContext } from '../../audit/audit-context';
import type { AuditContext } from '../../audit/audit-event';
import { generateFreezeId, settled, type Freeze, type FreezeId, type Frozen } from '../../accounts/freeze/freeze';
import type { User } from '../../accounts/users/user';
import { isPending } from '../../activation/activation';
import { cancelAs } from '../../activation/cancel-activation';
import { GatewayError } from '../../activation/gateway-error';
import { lockForSafety } from '../../devices/locks/lock-and-hold';
import { accept, type Result } from '../../shared/result';
import type { FreezePorts } from '../safety-ports';
import { revokeInvitation } from '../../invitations/revoke-invitation';
import { webhook } from '../../messaging/new-message';

/**
 * Freezes everything of a user: their sessions end with it, in every replica; then devices are locked, and what is pending
 * ends. It only reduces access, so one press is enough. Idempotent; the round finishes what a crash interrupted.
 * @param context who pressed it
 * @param id of its own, unless the press has one that makes a second sending of it known
 * @returns `already-frozen` if it was frozen before
 */
export async function freezeAccount(
  ports: FreezePorts,
  user: Pick<User, 'userId' | 'domain'>,
  frozenBy: Freeze['frozenBy'],
  context: AuditContext,
  id: FreezeId = generateFreezeId(ports.random),
): Promise<Result<null, 'already-frozen'>> {
  const { userId, domain } = user;
  const now = ports.clock.now();
  const frozen: Frozen = {
    state: 'frozen',
    id,
    version: 1,
    userId,
    domain,
    frozenBy,
    frozenAt: now,
    isSettled: false,
  };
  const created = await ports.freezes.create(frozen, {
    events: [{ type: 'account-frozen', by: frozenBy, ...context }],
    messages: [webhook({ type: 'account-frozen', userId, domain, at: now }, frozen.id)],
  });
  if (!created.ok) return created;
  await settleUnlessGatewayFails(ports, frozen);
  return accept(null);
}

async function settleUnlessGatewayFails(ports: FreezePorts, freeze: Frozen): Promise<void> {
  try {
    await settleFreeze(ports, freeze);
  } catch (error) {
    // The sessions have ended, and the next round tries again.
    if (!(error instanceof GatewayError)) throw error;
  }
}

/**
 * Ends what a frozen user has pending, and locks their devices.
 * @throws GatewayError if the gateway fails; the next round tries again
 */
export async function settleFreeze(ports: FreezePorts, freeze: Frozen): Promise<void> {
  const origin = noRequest(freeze.id);
  const actor = { kind: 'system' } as const;
  const invitation = await ports.invitations.findCurrent(freeze);
  if (invitation) await revokeInvitation(ports, invitation, { why: 'account-frozen', actor }, origin);
  const pending = await ports.activation.store.findPending(freeze);
  if (pending) await cancelAs(ports.activation, pending, actor, origin);
  const left = pending && (await ports.activation.store.find(pending.id, pending.domain));
  for (const { instanceId, state } of await ports.directory.list(freeze)) {
    if (state === 'locked' && (await ports.holds.standing(instanceId)).includes('frozen')) continue;
    const event = { type: 'authenticator-locked', instanceId, ...systemContext(freeze, freeze.id) } as const;
    await lockForSafety(ports, freeze, instanceId, 'frozen', null, [event]);
  }
  // A phone that is finishing its activation meets the next round.
  if (left && isPending(left)) return;
  await ports.freezes.save(settled(freeze), { events: [], messages: [] });
}
