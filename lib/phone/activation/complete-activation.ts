import type { Bytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import { accept, type Result } from '../../shared/result';
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
import { turnNotificationsOn } from '../register-notifications';

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
  activation: PendingActivation,
  { isRepeated, notify }: { isRepeated: boolean; notify: Bytes | null },
): Promise<Result<UsableAccount, LastRefusal>> {
  const completed = await makeLastConnection(activation, isRepeated, {
    store: ({ account }: PendingActivation, owner) => addAccount(phone.store, account, owner),
    discard: () => phone.pending.erase(),
  });
  if (!completed.ok || !notify) return completed;
  const account = completed.value;
  const turnedOn = await turnNotificationsOn(phone, activation.call.gateway, account, notify).catch(
    (error: unknown) => {
      if (error instanceof GatewayFailure) return null;
      throw error;
    },
  );
  return accept(turnedOn?.ok ? turnedOn.value : account);
}
