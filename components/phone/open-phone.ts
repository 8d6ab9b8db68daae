import { AccountStore } from '@/lib/phone/accounts/account-store';
import { hasBiometrics } from '@/lib/phone/keys/biometrics';
import { deviceKey } from '@/lib/phone/keys/device-key';
import { fetchGatewayAddress, type GatewayAddress } from '@/lib/phone/gateway-address';
import { notificationId } from '@/lib/phone/notification-id';
import { OfflineActivationStore } from '@/lib/phone/offline/offline-activation-store';
import { PendingActivationStore } from '@/lib/phone/activation/pending-activation-store';
import { openPhoneDatabase } from '@/lib/phone/accounts/phone-database';
import { Unmarking } from '@/lib/phone/marks/unmarking';
import { StoredGatewayAddress } from '@/lib/phone/stored-gateway-address';
import { StoredSiteKeyPins } from '@/lib/phone/site/stored-site-key-pins';
import { systemRandom } from '@/lib/shared/random';
import type { Phone } from './phone';
import { inBackground } from '@/components/site/feedback/perform';

/**
 * Opens the browser's store and detects the device's abilities.
 * @throws DOMException when the browser allows no storage, for instance in some private windows
 */
export async function openPhone(onReplaced: (close: () => void) => void, onBlocked: () => void): Promise<Phone> {
  const database = await openPhoneDatabase(onReplaced, onBlocked);
  const key = await deviceKey(database);
  const unmarking = new Unmarking(location.origin, localStorage);
  const remembered = new StoredGatewayAddress(database);
  return {
    store: new AccountStore(database, (instanceId) => inBackground(unmarking.unmark(instanceId))),
    pins: new StoredSiteKeyPins(database),
    offline: new OfflineActivationStore(database, key),
    pending: new PendingActivationStore(database, key),
    deviceKey: key,
    notificationId: await notificationId(database, key),
    renewed: new Set(),
    exclusively: (name, work) => navigator.locks.request(name, work),
    random: systemRandom,
    abilities: {
      hasBiometrics: await hasBiometrics().catch(() => false),
      hasNotifications:
        'Notification' in window && 'serviceWorker' in navigator && Notification.permission !== 'denied',
    },
    gateway: rememberGateway((address) => remembered.keep(address)),
    rememberedGateway: () => remembered.find(),
  };
}

function rememberGateway(keep: (address: GatewayAddress) => Promise<void>): () => Promise<GatewayAddress> {
  let addressPromise: Promise<GatewayAddress> | null = null;
  return () => {
    addressPromise ??= fetchGatewayAddress(location.origin)
      // The content security policy allows the page's own origin alone, which serves the gateway's services too.
      .then(async (gatewayAddress) => {
        const websites = [location.origin, new URL(gatewayAddress.gatewayUrl).origin];
        const address = { ...gatewayAddress, gatewayUrl: location.origin, websites };
        await keep(address);
        return address;
      })
      .catch((error: unknown) => {
        addressPromise = null;
        throw error;
      });
    return addressPromise;
  };
}
