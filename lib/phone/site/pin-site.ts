import { GatewayFailure } from '../gateway-failure';
import type { PhoneSite } from './phone-site';
import { fetchSiteKeys } from './site-keys';

/** In milliseconds that it may take, because the end of an activation waits for it. */
const PATIENCE = 3_000;

/**
 * Holds a website to its present keys, after the first activation there. One that cannot be asked now, or for which
 * there is no room, is held at a later opening of the app or after a later activation.
 */
export async function pinSite({ origin, pins }: PhoneSite): Promise<void> {
  try {
    if ((await pins.find(origin)).length > 0) return;
    const published = await fetchSiteKeys(origin, AbortSignal.timeout(PATIENCE));
    const publicKeys = published.keys.map(({ publicKey }) => publicKey);
    // Meanwhile another tab may have ended an activation; what was held first is what counts.
    const isFirst = (await pins.find(origin)).length === 0;
    if (published.origin === origin && isFirst) await pins.keep(origin, publicKeys);
  } catch (error) {
    if (!(error instanceof GatewayFailure || error instanceof DOMException)) throw error;
  }
}
