import type { Activation } from './activation';
import type { GatewayUser } from './activation-gateway';
import type { ActivationId } from './activation-id';
import type { ActivationStore } from './activation-store';

/** One's own activation; null for another person's, just as for one that does not exist. */
export async function findOwnActivation(
  store: ActivationStore,
  user: GatewayUser,
  id: ActivationId,
): Promise<Activation | null> {
  const activation = await store.find(id);
  return activation?.userId === user.userId && activation.domain === user.domain ? activation : null;
}
