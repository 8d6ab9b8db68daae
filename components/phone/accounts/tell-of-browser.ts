import type { KeyedDevice } from '@/lib/phone/device-details';
import { markDevice } from '@/lib/phone/marks/mark-device';
import { reportDevice } from '@/lib/phone/report-device';
import { isSameKeeping, readKeeping } from '@/lib/shared/keeping';
import { DAY } from '@/lib/shared/time/duration';
import type { Phone } from '../phone';

/** The site's cookie lives 400 days from when it was last set. */
const MARK_EVERY_MS = 30 * DAY;

/**
 * Tells the gateway how this browser keeps an account, where that has changed, and has the site remember by a cookie that the
 * account is here.
 * @throws GatewayFailure when one of them does not answer
 */
export async function tellOfThisBrowser({ store, gateway, random }: Phone, device: KeyedDevice): Promise<void> {
  const { instanceId } = device;
  const [keeping, account] = await Promise.all([readKeeping(window), store.find(instanceId)]);
  if (account?.state !== 'usable') return;
  await store.change(instanceId, { keeping });
  const { reportedKeeping, markedAt = 0 } = account;
  const isReported = reportedKeeping !== undefined && isSameKeeping(reportedKeeping, keeping);
  if (!isReported && (await reportDevice(await gateway(), device, keeping, random)))
    await store.change(instanceId, { reportedKeeping: keeping });
  if (Date.now() - markedAt < MARK_EVERY_MS) return;
  if (await markDevice(window.location.origin, await gateway(), device, random))
    await store.change(instanceId, { markedAt: Date.now() });
}
