import { accept, refuse, type Result } from '../../shared/result';
import type { UsableAccount } from '../accounts/account';
import type { AccountStore } from '../accounts/account-store';
import { addAccount, sealAccount } from '../accounts/add-account';
import { finishOffline } from './finish-offline';
import type { OfflineActivationStore } from './offline-activation-store';
import type { OfflineLinked, Signed } from './offline-steps';
import type { PinChoice } from '../keys/pin-steps';

/**
 * Stores the account of an offline activation, and notes that its signature is to be typed on the website.
 * @returns `interrupted` when the activation was ended or another one begun meanwhile, perhaps in another tab
 * @throws DOMException when the browser does not store the account
 * @throws RangeError when the PIN breaks the licence's rules, which is to be found out when it is chosen
 */
export async function keepOfflineAccount(
  phone: { store: AccountStore; offline: OfflineActivationStore; deviceKey: CryptoKey },
  linked: OfflineLinked,
  { pin, biometrics }: PinChoice,
  now: Date,
): Promise<Result<{ account: UsableAccount; signed: Signed }, 'interrupted'>> {
  const pending = await phone.offline.find(now);
  if (pending?.stage !== 'device-code' || pending.deviceCode !== linked.deviceCode) return refuse('interrupted');
  const finished = await finishOffline(linked, { pin, description: '' }, now);
  if (!finished.ok) throw new RangeError(`the PIN breaks the rules of the licence: ${finished.refusal}`);
  const { instance, signed } = finished.value;
  const { licence, instanceKey } = linked;
  const sealed = await sealAccount(phone.deviceKey, instance, licence, { instanceKey, biometrics });
  const account = await addAccount(phone.store, sealed, instance);
  await phone.offline.keep({ stage: 'signature', ...signed });
  return accept({ account, signed });
}
