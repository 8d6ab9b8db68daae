import { GatewayFailure } from '../gateway-failure';
import { fetchSiteKeys } from './site-keys';
import type { SiteKeyPins } from './site-key-pins';
import type { Account } from '../accounts/account';

export type PhoneSite = {
  /** `https://tessera.example.org`, as the phone reached it, not as an answer names it. */
  origin: string;
  pins: SiteKeyPins;
};

/** In milliseconds. Short, because the end of an activation waits for it. */
const PATIENCE = 3_000;

/**
 * Pins a website's present keys after the first activation there. If the website cannot be reached or the store is full, the
 * next start of the app or the next activation tries again.
 */
export async function pinSite({ origin, pins }: PhoneSite): Promise<void> {
  try {
    if ((await pins.find(origin)).length > 0) return;
    const published = await fetchSiteKeys(origin, AbortSignal.timeout(PATIENCE));
    const publicKeys = published.keys.map(({ publicKey }) => publicKey);
    // Another tab may have pinned keys meanwhile; the first pins count.
    const isFirst = (await pins.find(origin)).length === 0;
    if (published.origin === origin && isFirst) await pins.keep(origin, publicKeys);
  } catch (error) {
    if (!(error instanceof GatewayFailure || error instanceof DOMException)) throw error;
  }
}

/**
 * Pins a website's keys at the start of the app if that failed at the end of the activation. This is trust on first use
 * too: the accounts belong to this website, so any of them shows that the phone was activated here, and until now the phone
 * trusted the published list alone.
 */
export async function pinSiteAtOpening(site: PhoneSite, accounts: readonly Account[]): Promise<void> {
  if (accounts.some(({ state }) => state === 'usable')) await pinSite(site);
}
