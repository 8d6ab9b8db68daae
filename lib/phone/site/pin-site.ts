import { GatewayFailure } from '../gateway-failure';
import { fetchSiteKeys } from './site-keys';
import type { SiteKeyPins } from './site-key-pins';
import type { Account } from '../accounts/account';

/** The website that a phone turns to, and what it holds it to. */
export type PhoneSite = {
  /** As the phone reaches it, `https://tessera.example.org`; never what an answer says of itself. */
  origin: string;
  pins: SiteKeyPins;
};

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

/**
 * Holds a website to its keys when that could not be done at the end of the activation, because there was no network.
 * It is first use as it would have been then: accounts belong to the website that the app came from, so one of them says
 * that the phone was activated there; and until now every image was judged by the published list alone, which is what is
 * held from here on. A phone without an account has not been there.
 */
export async function pinSiteAtOpening(site: PhoneSite, accounts: readonly Account[]): Promise<void> {
  if (accounts.some(({ state }) => state === 'usable')) await pinSite(site);
}
