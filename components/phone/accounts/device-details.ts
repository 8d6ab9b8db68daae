import { useEffect, useRef } from 'react';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { Bytes } from '@/lib/shared/bytes';
import { loadScript } from '../load-script';
import type { Phone } from '../phone';

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
    return details !== null && (await phone.store.change(instanceId, { details }));
  } catch (error) {
    if (error instanceof GatewayFailure) return false;
    throw error;
  }
}

/** Asks about each account when it is unlocked: the website may have renamed what the card shows. */
export function useDeviceDetails(phone: Phone, keys: ReadonlyMap<string, Bytes>, onChange: () => Promise<void>): void {
  const requestedFor = useRef(new WeakSet<Bytes>());
  useEffect(() => {
    for (const [instanceId, instanceKey] of keys) {
      if (requestedFor.current.has(instanceKey)) continue;
      requestedFor.current.add(instanceKey);
      void refreshDetails(phone, instanceId, instanceKey).then((isAnswered) => (isAnswered ? onChange() : undefined));
    }
  }, [phone, keys, onChange]);
}
