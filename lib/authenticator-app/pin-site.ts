import { GatewayFailure } from './gateway-failure';
import type { PhoneSite } from './phone-site';
import { fetchSiteKeys } from './site-keys';

/** In milliseconds that the end of an activation is held up at most. */
const PATIENCE = 3_000;

/**
 * Holds a website to its present keys, after the first activation there. One that cannot be asked now, or for which
 * there is no room, is held after a later activation.
 */
export async function pinSite({ origin, pins }: PhoneSite): Promise<void> {
  try {
    if ((await pins.find(origin)).length > 0) return;
    const published = await fetchSiteKeys(origin, AbortSignal.timeout(PATIENCE));
    const publicKeys = published.keys.map(({ publicKey }) => publicKey);
    if (published.origin === origin) await pins.keep(origin, publicKeys);
  } catch (error) {
    if (!(error instanceof GatewayFailure || error instanceof DOMException)) throw error;
  }
}
