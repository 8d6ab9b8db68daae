import { sealNotificationId } from '../wire/crypto/messages/notification-message';
import { hexFromBytes, type Bytes } from '../shared/bytes';
import type { Random } from '../shared/random';
import { type Result, accept } from '../shared/result';
import { callService, type Channel, type StepRefusal } from './call-service';
import type { GatewayAddress } from './gateway-address';
import type { JsonObject } from '../shared/json-object';
import { untilNotBusy } from './until-answered';
import type { UsableAccount } from './accounts/account';
import type { AccountStore } from './accounts/account-store';

/** How often a call is made: until it is answered where nobody waits to press "Try again". */
type Repeat = <Value>(call: () => Promise<Value>) => Promise<Value>;

/**
 * Registers the phone's notification address (`updateNotificationID`, OneSpan §3.5). Only an activated instance can.
 * @throws GatewayFailure when the gateway fails
 */
export async function registerNotifications(
  gateway: GatewayAddress,
  { instanceId, userId, domain }: { instanceId: string; userId: string; domain: string },
  instanceKey: Bytes,
  notificationId: string,
  random: Random,
  { channel, repeat = untilNotBusy }: { channel?: Channel; repeat?: Repeat } = {},
): Promise<Result<JsonObject, StepRefusal>> {
  const sealed = await sealNotificationId(instanceKey, instanceId, notificationId, random.bytes(12));
  const fields = {
    userID: userId,
    domain,
    digipassInstanceID: instanceId,
    encryptedNotificationID: hexFromBytes(sealed),
  };
  return repeat(() => callService(gateway, 'notification/push/updateNotificationID', fields, channel));
}

type NotifiedPhone = {
  store: AccountStore;
  /** @see notificationId */
  notificationId: string;
  random: Random;
};

/**
 * Registers an account's address, so that the open app gets its requests, and changes nothing about notifications.
 * @throws GatewayFailure when the gateway fails
 */
export async function makeReachable(
  { notificationId, random }: Omit<NotifiedPhone, 'store'>,
  gateway: GatewayAddress,
  account: UsableAccount,
  instanceKey: Bytes,
  repeat: Repeat = untilNotBusy,
): Promise<Result<UsableAccount, StepRefusal>> {
  const registered = await registerNotifications(gateway, account, instanceKey, notificationId, random, { repeat });
  return registered.ok ? accept(account) : registered;
}

/**
 * The same, and stores that notifications are on.
 * @throws GatewayFailure when the gateway fails
 * @throws DOMException when the browser does not store it
 */
export async function turnNotificationsOn(
  phone: NotifiedPhone,
  gateway: GatewayAddress,
  account: UsableAccount,
  instanceKey: Bytes,
  repeat: Repeat = untilNotBusy,
): Promise<Result<UsableAccount, StepRefusal>> {
  const registered = await makeReachable(phone, gateway, account, instanceKey, repeat);
  if (!registered.ok) return registered;
  await phone.store.change(account.instanceId, { notifications: 'on' });
  return accept({ ...account, notifications: 'on' });
}
