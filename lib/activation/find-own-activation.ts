import type { Activation } from './activation';
import type { InvitationId } from '../helpdesk/invitation-id';
import type { GatewayUser } from './activation-gateway';
import type { ActivationId } from './activation-id';
import type { ActivationStore } from './activation-store';

/** @property onlyInvitation set for somebody who was let in by it, to whom other activations do not exist */
type Owner = GatewayUser & { onlyInvitation?: InvitationId };

/** One's own activation; null for another person's, just as for one that does not exist. */
export async function findOwnActivation(
  store: ActivationStore,
  owner: Owner,
  id: ActivationId,
): Promise<Activation | null> {
  const activation = await store.find(id);
  return activation && isOwn(activation, owner) ? activation : null;
}

export function isOwn(
  activation: Pick<Activation, 'userId' | 'domain' | 'invitationId'>,
  { userId, domain, onlyInvitation }: Owner,
): boolean {
  if (activation.userId !== userId || activation.domain !== domain) return false;
  return onlyInvitation === undefined || activation.invitationId === onlyInvitation;
}
