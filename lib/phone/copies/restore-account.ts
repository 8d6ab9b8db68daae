import { PIN_TRIES } from '../../shared/pin-tries';
import type { UsableAccount } from '../accounts/account';
import type { AccountStore } from '../accounts/account-store';
import { defaultAccountName } from '../accounts/add-account';
import { sealUnderPin } from '../keys/pin-sealed-key';
import type { CopiedAccount } from './copy-keys';

/**
 * Stores an account that came back from its copy. The right PIN gives all tries back, as it does on the phone; fingerprint,
 * notifications and a new copy are for the user to turn on again.
 * @throws DOMException when the browser does not store it
 */
export async function restoreAccount(
  store: AccountStore,
  deviceKey: CryptoKey,
  instanceId: string,
  { instanceKey, offersNotifications, name, ...copied }: CopiedAccount,
  pin: string,
): Promise<UsableAccount> {
  const others = (await store.list()).filter((account) => account.instanceId !== instanceId);
  const isTaken = others.some((account) => account.name === name);
  const account: UsableAccount = {
    ...copied,
    state: 'usable',
    instanceId,
    name: isTaken ? defaultAccountName(copied.userId, others) : name,
    notifications: offersNotifications ? 'off' : 'not-offered',
    triesLeft: PIN_TRIES,
    pinSealedKey: await sealUnderPin(deviceKey, instanceId, instanceKey, pin),
    biometrics: null,
  };
  await store.add(account);
  return account;
}
