import type { Random } from '../shared/random';
import { accept, refuse, type Result } from '../shared/result';
import type { UsableAccount } from './account';
import type { AccountStore } from './account-store';
import { addAccount } from './add-account';
import type { Choices } from './activation-flow';
import type { Linked } from './activation-steps';
import type { StepRefusal } from './call-service';
import { finishActivation } from './finish-activation';
import { GatewayFailure } from './gateway-failure';
import type { PinRefusal } from './pin-policy';
import { turnNotificationsOn } from './turn-notifications-on';

type ActivatedPhone = {
  store: AccountStore;
  deviceKey: CryptoKey;
  /** @see notificationId */
  notificationId: string;
  random: Random;
};

/**
 * The fourth connection and what follows it: the account is stored, and notifications are registered when they are
 * wanted. An account works without them, so their failure is not the activation's.
 * @throws GatewayFailure when the gateway fails the fourth connection
 * @throws DOMException when the browser does not store the account
 * @throws RangeError when the PIN breaks the licence's rules, which is to be found out when it is chosen
 */
export async function completeActivation(
  phone: ActivatedPhone,
  linked: Linked,
  { pin, biometrics, wantsNotifications }: Choices,
  now: Date,
  signal?: AbortSignal,
): Promise<Result<UsableAccount, StepRefusal | 'gateway-not-genuine'>> {
  const { gateway, licence, instanceKey } = linked;
  const finished = await finishActivation(linked, pin, now, signal);
  if (!finished.ok) return refuse(stepRefusal(finished.refusal));
  const account = await addAccount(phone, finished.value, licence, { instanceKey, biometrics });
  if (!wantsNotifications) return accept(account);
  const turnedOn = await turnNotificationsOn(phone, gateway, account, instanceKey).catch((error: unknown) => {
    if (error instanceof GatewayFailure) return null;
    throw error;
  });
  return accept(turnedOn?.ok ? turnedOn.value : account);
}

function stepRefusal(refusal: StepRefusal | PinRefusal | 'gateway-not-genuine'): StepRefusal | 'gateway-not-genuine' {
  switch (refusal) {
    case 'registration-not-found':
    case 'not-accepted':
    case 'paused':
    case 'refused':
    case 'gateway-not-genuine':
      return refusal;
    case 'pin-not-digits':
    case 'pin-too-short':
    case 'pin-too-long':
    case 'pin-repeats':
    case 'pin-counts':
    case 'pin-is-date':
      throw new RangeError(`the PIN breaks the rules of the licence: ${refusal}`);
  }
}
