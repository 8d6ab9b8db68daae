import type { Bytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import type { Result } from '../../shared/result';
import type { UsableAccount } from '../accounts/account';
import type { AccountStore } from '../accounts/account-store';
import { addAccount, sealAccount } from '../accounts/add-account';
import type { Linked } from './activation-steps';
import type { LastRefusal } from './confirm-activation';
import { makeLastConnection } from './drive-activation';
import { prepareActivation } from './prepare-activation';
import { GatewayFailure } from '../gateway-failure';
import type { PendingActivation, PendingActivationStore } from './pending-activation-store';
import type { PinChoice } from '../keys/pin-steps';
import { makeReachable } from '../register-notifications';
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
 * Prepares connection 4 and its account, and stores both, so that the app may be closed from here on.
 * @throws DOMException when the browser does not store it
 * @throws RangeError when the PIN breaks the licence's rules; check them when the PIN is chosen
 */
export async function storePendingActivation(
  { pending, deviceKey }: Pick<ActivatedPhone, 'pending' | 'deviceKey'>,
  linked: Linked,
  { pin, biometrics }: PinChoice,
  now: Date,
  signal?: AbortSignal,
): Promise<PendingActivation> {
  const { licence, instanceKey, mosaic } = linked;
  const result = await prepareActivation(linked, pin, now);
  if (!result.ok) throw new RangeError(`the PIN breaks the rules of the licence: ${result.refusal}`);
  const { call, instance } = result.value;
  const account = await sealAccount(deviceKey, instance, licence, { instanceKey, biometrics });
  signal?.throwIfAborted();
  const activation = { call, account, begunAt: now, mosaic };
  await pending.keep(activation);
  return activation;
}

/**
 * Makes connection 4, stores the account and registers the phone's address, again while that is not answered: an open app
 * gets requests there whether it may notify or not. The account works without, so a failure to register it is ignored in
 * the end.
 * @param instanceKey null for an activation of an app that was closed
 * @throws GatewayFailure when the gateway fails connection 4, which is then still pending
 * @throws DOMException when the browser does not store the account
 */
export async function completeActivation(
  phone: ActivatedPhone,
  activation: PendingActivation,
  { isRepeated, instanceKey }: { isRepeated: boolean; instanceKey: Bytes | null },
): Promise<Result<UsableAccount, LastRefusal>> {
  const completed = await makeLastConnection(activation, isRepeated, {
    store: ({ account }: PendingActivation, owner) => addAccount(phone.store, account, owner),
    discard: () => phone.pending.erase(),
  });
  if (!completed.ok || !instanceKey) return completed;
  const account = completed.value;
  if (account.notifications === 'not-offered') return completed;
  await makeReachable(phone, activation.call.gateway, account, instanceKey, untilAnswered).catch((error: unknown) => {
    if (!(error instanceof GatewayFailure)) throw error;
  });
  return completed;
}
