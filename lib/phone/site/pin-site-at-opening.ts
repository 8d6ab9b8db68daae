import type { Account } from '../accounts/account';
import type { PhoneSite } from './phone-site';
import { pinSite } from './pin-site';

/**
 * Holds a website to its keys when that could not be done at the end of the activation, because there was no network.
 * It is first use as it would have been then: accounts belong to the website that the app came from, so one of them says
 * that the phone was activated there; and until now every image was judged by the published list alone, which is what is
 * held from here on. A phone without an account has not been there.
 */
export async function pinSiteAtOpening(site: PhoneSite, accounts: readonly Account[]): Promise<void> {
  if (accounts.some(({ state }) => state === 'usable')) await pinSite(site);
}
