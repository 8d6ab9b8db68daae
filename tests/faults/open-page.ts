import type { Browser, Page } from '@playwright/test';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import { MINUTE } from '@/lib/shared/time/duration';

/** What the site must be told so that each browser has an address of its own, and no limit for one address is met. */
export const BEHIND_A_PROXY = { TESSERA_TRUSTED_PROXIES: '1' };

let browsers = 0;

/** A page in a browser of its own, in which somebody is signed in. */
export async function openPage(site: LoadSite, browser: Browser, person: LoadPerson): Promise<Page> {
  browsers += 1;
  const address = `198.51.${100 + Math.floor(browsers / 250)}.${browsers % 250}`;
  const context = await browser.newContext({
    baseURL: site.server.url,
    extraHTTPHeaders: { 'x-forwarded-for': address },
  });
  context.setDefaultTimeout(2 * MINUTE);
  const [name = '', value = ''] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: site.server.url }]);
  return context.newPage();
}
