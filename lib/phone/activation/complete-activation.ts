import type { Bytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import { accept, type Result } from '../../shared/result';
import type { UsableAccount } from '../accounts/account';
import type { AccountStore } from '../accounts/account-store';
import { addAccount, sealAccount } from '../accounts/add-account';
import type { Linked } from './activation-steps';
import { confirmActivation, type LastRefusal } from './confirm-activation';
import { prepareActivation } from './finish-activation';
import { GatewayFailure } from '../gateway-failure';
import type { PendingActivation, PendingActivationStore } from './pending-activation-store';
import type { PinChoice } from '../keys/pin-steps';
import { turnNotificationsOn } from '../register-notifications';
import { untilAnswered } from '../until-answered';

type ActivatedPhone = {
  store: AccountStore;
  pending: PendingActivationStore;
  deviceKey: CryptoKey;
  /** @see notificationId */
  notificationId: string;
  random: Random;
};

/**
 * Makes the account ready for the last connection, and keeps both before that is made: from then on the app may be closed.
 * @throws DOMException when the browser does not store it
 * @throws RangeError when the PIN breaks the licence's rules, which is to be found out when it is chosen
 */
export async function keepPendingActivation(
  { pending, deviceKey }: Pick<ActivatedPhone, 'pending' | 'deviceKey'>,
  linked: Linked,
  { pin, biometrics }: PinChoice,
  now: Date,
  signal?: AbortSignal,
): Promise<PendingActivation> {
  const { licence, instanceKey } = linked;
  const prepared = await prepareActivation(linked, pin, now);
  if (!prepared.ok) throw new RangeError(`the PIN breaks the rules of the licence: ${prepared.refusal}`);
  const { call, instance } = prepared.value;
  const account = await sealAccount(deviceKey, instance, licence, { instanceKey, biometrics });
  signal?.throwIfAborted();
  await pending.keep({ call, account, begunAt: now });
  return { call, account, begunAt: now };
}

/**
 * The last connection and what follows it: the account is stored, and notifications are registered when they are
 * wanted. An account works without them, so their failure is not the activation's.
 * @param notify the instance key when notifications are wanted
 * @throws GatewayFailure when the gateway fails the last connection, which is then still pending
 * @throws DOMException when the browser does not store the account
 */
export async function completeActivation(
  phone: ActivatedPhone,
  { call, account: sealed }: PendingActivation,
  { isRepeated, notify }: { isRepeated: boolean; notify: Bytes | null },
): Promise<Result<UsableAccount, LastRefusal>> {
  const owner = await untilAnswered((mayHaveWorked) => confirmActivation(call, isRepeated || mayHaveWorked));
  if (!owner.ok) {
    await phone.pending.erase();
    return owner;
  }
  const account = await addAccount(phone.store, sealed, owner.value);
  if (!notify) return accept(account);
  const turnedOn = await turnNotificationsOn(phone, call.gateway, account, notify).catch((error: unknown) => {
    if (error instanceof GatewayFailure) return null;
    throw error;
  });
  return accept(turnedOn?.ok ? turnedOn.value : account);
}
