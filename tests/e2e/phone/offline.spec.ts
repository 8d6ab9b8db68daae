import { expect } from '@playwright/test';
import { enterPin, PHONE_PIN } from '../flows/phone-activation';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/isolated-test';

test.use({ isAppKept: true });

test('the app opens and shows one-time passwords without the website', async ({
  server,
  activatedPhone: phonePage,
  phoneContext,
}) => {
  const app = phoneApp(phonePage);
  await phonePage.evaluate(() => navigator.serviceWorker.ready);
  await server.stop();

  await phonePage.reload();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.oneTimePassword).toBeVisible();
  await app.settings.click();
  await expect(phonePage.getByText('can’t be checked right now')).toBeVisible();

  const another = await phoneContext.newPage();
  await another.goto('/authenticator');
  await expect(phoneApp(another).showOneTimePassword).toBeVisible();
  const isAnswered = (path: string) => another.evaluate((address) => fetch(address).then(Boolean, () => false), path);
  expect(await isAnswered('/authenticator/manifest.webmanifest')).toBe(true);
  for (const path of ['/authenticator/config.json', '/api/auth/session', '/rest/v2/provisioning/getServerTime'])
    expect(await isAnswered(path), path).toBe(false);
});
