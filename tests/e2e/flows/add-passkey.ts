import { expect, type Page } from '@playwright/test';
import { passkeysScreen } from '../screens/accounts/passkeys-screen';

/** Puts an authenticator into the browser, as Playwright has one: it answers at once, and autofill chooses by itself. */
export async function withAuthenticator(page: Page, { hasAutofill = false } = {}): Promise<void> {
  await page.context().credentials.install();
  if (hasAutofill) return;
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
}

/** Adds a passkey on the profile; for somebody who is signed in and asked for nothing. */
export async function addPasskey(page: Page, name: string): Promise<void> {
  const screen = passkeysScreen(page);
  await page.goto('/profile');
  await screen.name.fill(name);
  await screen.add.click();
  await expect(screen.row(name)).toBeVisible();
}

/** Makes the next passkey as in another authenticator, which knows nothing of those that there are. */
export async function takeAnotherAuthenticator(page: Page): Promise<void> {
  await page.evaluate(() => {
    const create = navigator.credentials.create.bind(navigator.credentials);
    navigator.credentials.create = (options) =>
      create({
        ...options,
        publicKey: options?.publicKey && { ...options.publicKey, excludeCredentials: [] },
      } as never);
  });
}
