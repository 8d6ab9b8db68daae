import type { UserKey } from '../shared/identifiers/user-key';
import { covers, type Principal } from '../accounts/users/principal';
import type { Activation } from './activation';
import type { ActivationId } from '../shared/identifiers/activation-id';
import type { ActivationStore } from './activation-store';

/** One's own activation within the scope; null for any other, as for one that does not exist. */
export async function findOwnActivation(
  store: ActivationStore,
  principal: Principal<UserKey>,
  id: ActivationId,
): Promise<Activation | null> {
  const activation = await store.find(id, principal.user.domain);
  return activation && isOwn(activation, principal) ? activation : null;
}

export function isOwn(
  activation: Pick<Activation, 'userId' | 'domain' | 'invitationId'>,
  { user, scope }: Principal<UserKey>,
): boolean {
  if (activation.userId !== user.userId || activation.domain !== user.domain) return false;
  return covers(scope, activation.invitationId);
}
