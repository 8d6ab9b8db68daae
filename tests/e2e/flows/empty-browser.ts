import type { Page } from '@playwright/test';

/** Deletes what the phone app has stored, as engines do; what the platform has of passkeys stays. */
export async function emptyBrowser(phonePage: Page): Promise<void> {
  const { origin } = new URL(phonePage.url());
  const devTools = await phonePage.context().newCDPSession(phonePage);
  await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage,cache_storage' });
  await phonePage.reload();
}
