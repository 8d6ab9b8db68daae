import { isPending, type Activation } from './activation';
import type { GatewayUser } from './activation-gateway';
import type { ActivationId } from './activation-id';
import type { ActivationStore } from './activation-store';
import type { ChangeFeed } from './change-feed';
import { findOwnActivation } from './find-own-activation';
import { followChanges } from './follow-changes';

/**
 * Waits until one's own activation is past version `after`, has ended, or the wait is called off.
 * @param after the version that is known already; anything but the current version is answered at once
 * @param until calls the wait off: time is up, the page has gone, the server is stopping
 * @returns null for an activation that is another person's or does not exist
 */
export async function followActivation(
  { store, changeFeed }: { store: ActivationStore; changeFeed: ChangeFeed },
  user: GatewayUser,
  id: ActivationId,
  after: number,
  until: AbortSignal,
): Promise<Activation | null> {
  const first = await findOwnActivation(store, user, id);
  if (!first || hasMoved(first, after)) return first;
  const read = async () => (await store.find(id)) ?? first;
  return followChanges(changeFeed, id, read, (activation) => hasMoved(activation, after), until);
}

function hasMoved(activation: Activation, after: number): boolean {
  return activation.version !== after || !isPending(activation);
}
