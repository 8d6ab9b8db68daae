import { covers, type Principal } from '../access/principal';
import type { Activation } from './activation';
import type { GatewayUser } from './activation-gateway';
import type { ActivationId } from './activation-id';
import type { ActivationStore } from './activation-store';

/** One's own activation within the scope; null for any other, just as for one that does not exist. */
export async function findOwnActivation(
  store: ActivationStore,
  principal: Principal<GatewayUser>,
  id: ActivationId,
): Promise<Activation | null> {
  const activation = await store.find(id);
  return activation && isOwn(activation, principal) ? activation : null;
}

export function isOwn(
  activation: Pick<Activation, 'userId' | 'domain' | 'invitationId'>,
  { user, scope }: Principal<GatewayUser>,
): boolean {
  if (activation.userId !== user.userId || activation.domain !== user.domain) return false;
  return covers(scope, activation.invitationId);
}
