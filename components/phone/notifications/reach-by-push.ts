import type { KeyedDevice } from '@/lib/phone/device-details';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { tellPushSubscription } from '@/lib/phone/push-subscription';
import type { Phone } from '../phone';
import { mayNotify } from '../login/login-notification';
import { subscribeBrowser } from './browser-push';

/**
 * Lets the website reach an account while the app is closed, where its notifications are on, or no more where they were turned
 * off, and stores whether it does. Once per start of the app, when the account is first unlocked: the worker, which learns that
 * a subscription has changed, has no key to tell the website by. One at a time, and by what is stored then: turning off may meet
 * that first unlock.
 */
export function reachByPush(phone: Phone, device: KeyedDevice): Promise<void> {
  return phone.exclusively(`authenticator-reach-${device.instanceId}`, () => reach(phone, device));
}

async function reach(phone: Phone, device: KeyedDevice): Promise<void> {
  const { instanceId } = device;
  const account = await phone.store.find(instanceId);
  if (account?.state !== 'usable') return;
  const { notifications, isReached = false } = account;
  const isWanted = notifications === 'on' && mayNotify();
  if (!isWanted && !isReached) return;
  try {
    const gateway = await phone.gateway();
    const { pushKey } = gateway;
    const keys = isWanted && pushKey !== undefined ? await subscribeBrowser(pushKey) : null;
    // What the website keeps of a browser that is reached no more its push service ends.
    if (keys === null && notifications === 'on') {
      await phone.store.change(instanceId, { isReached: false });
      return;
    }
    const reply = await tellPushSubscription(gateway, device, keys, phone.random);
    if (reply.ok) await phone.store.change(instanceId, { isReached: keys !== null });
  } catch (error) {
    // The next start tries again.
    if (!(error instanceof GatewayFailure)) throw error;
  }
}
