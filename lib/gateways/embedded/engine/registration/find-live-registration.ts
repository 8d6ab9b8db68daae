import type { GatewayContext } from '../gateway-context';
import type { Licence } from '../licence';
import { isLive, type LiveRegistration } from './registration';

/** A registration that the phone may continue; expires it if its time is over. */
export async function findLiveRegistration(
  { store, clock, reportProgress }: GatewayContext,
  identifier: string,
): Promise<{ registration: LiveRegistration; licence: Licence } | null> {
  const stored = await store.findRegistration(identifier);
  if (!stored || !isLive(stored.registration)) return null;
  const { registration, licence } = stored;
  const now = clock.now();
  if (now < registration.expiresAt) return { registration, licence };
  if (await store.endRegistration(identifier, registration.version, 'expired', now)) await reportProgress(identifier);
  return null;
}
