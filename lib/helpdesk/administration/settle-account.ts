import { noRequest, systemContext } from '../../audit/audit-context';
import { cancelAs } from '../../activation/cancel-activation';
import { actAtGateway, type ActPorts } from '../../devices/acts/act-at-gateway';
import { deviceInRecord, type AuthenticatorDirectory } from '../../devices/authenticator-directory';
import type { InvitationPorts } from '../invitations/invitation-ports';
import { revokeInvitation } from '../invitations/revoke-invitation';
import type { AccountPorts } from './administration-ports';
import type { Account } from './account-store';

export type SettlePorts = AccountPorts &
  InvitationPorts &
  Pick<ActPorts, 'deviceActs' | 'random'> & { directory: AuthenticatorDirectory };

const BATCH = 200;

/**
 * Ends what disabled users still have under way, and removes accounts that are to be removed. Replicas may run rounds
 * concurrently.
 * @param onFault receives the error of an account that failed; the next round tries it again
 */
export async function settleAccounts(
  ports: SettlePorts,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const account of await ports.accounts.listUnsettled(BATCH)) {
    if (signal.aborted) return;
    await settleAccount(ports, account).catch(onFault);
  }
}

/**
 * Cancels the activation and the invitation of a disabled user. Of one who is to be removed it removes the devices, and
 * then the account. Every step is idempotent, so that a crash or a failure of the gateway leaves nothing half done.
 * @throws GatewayError if a device could not be removed
 */
export async function settleAccount(ports: SettlePorts, { user, removalRequestedAt }: Account): Promise<void> {
  const origin = noRequest(crypto.randomUUID());
  const actor = { kind: 'system' } as const;
  const invitation = await ports.invitations.findCurrent(user);
  if (invitation) await revokeInvitation(ports, invitation, { why: 'account-disabled', actor }, origin);
  const pending = await ports.activation.store.findPending(user);
  if (pending) await cancelAs(ports.activation, pending, actor, origin);
  if (removalRequestedAt === null) return;
  const { userId, domain } = user;
  const context = systemContext(user, origin.correlationId);
  for (const instance of await ports.directory.list(user)) {
    const { instanceId, name } = instance;
    const event = { type: 'authenticator-removed', ...deviceInRecord(instance), name, ...context } as const;
    const act = { userId, domain, instanceId, deed: { kind: 'remove' }, event } as const;
    await actAtGateway(
      ports,
      act,
      () => ports.directory.remove(instanceId),
      // Another replica that was faster records it.
      ({ ok }) => (ok ? [event] : []),
    );
  }
  const sideEffects = { events: [{ type: 'account-removed', ...context } as const], messages: [] };
  await ports.accounts.remove({ user, by: null, at: ports.clock.now(), sideEffects });
}
