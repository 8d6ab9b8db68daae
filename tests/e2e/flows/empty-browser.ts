import { expect, type BrowserContext, type Page, type Response } from '@playwright/test';

/** The cookie by which a browser remembers its devices. */
export const DEVICES_COOKIE = 'tessera.devices';

/** The site sets it while nobody waits. */
export async function untilRemembered(phoneContext: BrowserContext): Promise<void> {
  const names = async () => (await phoneContext.cookies()).map(({ name }) => name);
  await expect.poll(names).toContain(DEVICES_COOKIE);
}

/** The site's answer to what the app asks of the devices that its browser held. */
export const answers = (asked: string) => (response: Response) =>
  response.request().postData()?.includes(`"${asked}"`) === true;

/** Until the app without an account has been told what its browser held. */
export async function untilAsked(phonePage: Page, open: () => Promise<unknown>): Promise<void> {
  const answer = phonePage.waitForResponse(answers('list'));
  await open();
  await (await answer).finished();
}

/** Deletes what the phone app has stored, as engines do; cookies of the site, and what the platform has of passkeys, stay. */
export async function emptyBrowser(phonePage: Page): Promise<void> {
  const address = phonePage.url();
  const { origin } = new URL(address);
  // An app that is open makes way for the deletion by a reload of its own.
  await phonePage.goto('about:blank');
  const devTools = await phonePage.context().newCDPSession(phonePage);
  await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage,cache_storage' });
  await phonePage.goto(address);
}
