import { devices, expect } from '@playwright/test';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test('the app’s first screen tells how to add it to the Home Screen, as the phone does it', async ({
  browser,
  server,
}) => {
  const { userAgent } = devices['iPhone 15'];
  const iPhone = await browser.newPage({ baseURL: server.url, userAgent });
  await iPhone.goto('/authenticator');
  await expect(iPhone.getByText('Tap Share, then “Add to Home Screen”')).toBeVisible();
  await iPhone.close();

  const other = await browser.newPage({ baseURL: server.url });
  await other.goto('/authenticator');
  await expect(phoneApp(other).scanCode).toBeVisible();
  const add = other.getByRole('button', { name: 'Add to Home Screen' });
  await expect(add).toBeHidden();
  await other.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => void (document.title = 'asked'),
    });
    dispatchEvent(offer);
  });
  await add.click();
  await expect(other).toHaveTitle('asked');
  await other.close();
});
