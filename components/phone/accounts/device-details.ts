import { useEffect, useRef } from 'react';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { KeyedDevice } from '@/lib/phone/device-details';
import type { Bytes } from '@/lib/shared/bytes';
import { browserEnvironment } from '@/components/site/following/browser-environment';
import { loadScript } from '../load-script';
import type { Phone } from '../phone';
import { inBackground } from '@/components/site/feedback/perform';

/** Loaded with the first unlocked account, because the scan screen does not need it. */
const loadQuestion = () => loadScript(() => import('@/lib/phone/device-details'));

/**
 * Asks what the website calls a device now, and stores it. Without an answer what was stored before stays.
 * @returns whether it was answered
 */
export async function refreshDetails(phone: Phone, instanceId: string, instanceKey: Bytes): Promise<boolean> {
  try {
    const { fetchDeviceDetails } = await loadQuestion();
    const details = await fetchDeviceDetails(await phone.gateway(), { instanceId, instanceKey }, phone.random);
    if (details === null) return false;
    if (details === 'frozen') return await phone.store.change(instanceId, { isFrozen: true });
    // Nobody waits for it: what is not heard is said again at the next unlocking.
    inBackground(tellOfBrowser(phone, { instanceId, instanceKey }));
    return await phone.store.change(instanceId, { isFrozen: false, details });
  } catch (error) {
    if (error instanceof GatewayFailure) return false;
    throw error;
  }
}

/** Loaded behind the answer of a gateway of Tessera's, which alone is told. */
async function tellOfBrowser(phone: Phone, device: KeyedDevice): Promise<void> {
  try {
    const { tellOfThisBrowser } = await loadScript(() => import('./tell-of-browser'));
    await tellOfThisBrowser(phone, device);
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error;
  }
}

/**
 * Asks about each account when it is unlocked, and again when the app or the network is back: meanwhile the website may
 * have renamed what the card shows, or its user may have frozen the account.
 */
export function useDeviceDetails(phone: Phone, keys: ReadonlyMap<string, Bytes>, onChange: () => Promise<void>): void {
  const askedWith = useRef(new WeakSet<Bytes>());
  useEffect(() => {
    async function ask(instanceId: string, instanceKey: Bytes): Promise<void> {
      askedWith.current.add(instanceKey);
      if (await refreshDetails(phone, instanceId, instanceKey)) await onChange();
    }
    for (const [instanceId, instanceKey] of keys)
      if (!askedWith.current.has(instanceKey)) inBackground(ask(instanceId, instanceKey));
    return browserEnvironment.onReturnOrLeave(() => {
      if (!browserEnvironment.isVisible()) return;
      for (const [instanceId, instanceKey] of keys) inBackground(ask(instanceId, instanceKey));
    });
  }, [phone, keys, onChange]);
}
