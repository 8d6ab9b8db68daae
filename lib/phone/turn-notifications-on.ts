import type { Bytes } from '../shared/bytes';
import type { Random } from '../shared/random';
import { accept, type Result } from '../shared/result';
import type { UsableAccount } from './accounts/account';
import type { AccountStore } from './accounts/account-store';
import type { StepRefusal } from './call-service';
import type { GatewayAddress } from './gateway-address';
import { registerNotifications } from './register-notifications';

type NotifiedPhone = {
  store: AccountStore;
  /** @see notificationId */
  notificationId: string;
  random: Random;
};

/**
 * Tells the gateway where an account's phone is reached, and stores that it knows.
 * @throws GatewayFailure when the gateway fails
 * @throws DOMException when the browser does not store it
 */
export async function turnNotificationsOn(
  { store, notificationId, random }: NotifiedPhone,
  gateway: GatewayAddress,
  account: UsableAccount,
  instanceKey: Bytes,
): Promise<Result<UsableAccount, StepRefusal>> {
  const registered = await registerNotifications(gateway, account, instanceKey, notificationId, random);
  if (!registered.ok) return registered;
  await store.change(account.instanceId, { notifications: 'on' });
  return accept({ ...account, notifications: 'on' });
}
