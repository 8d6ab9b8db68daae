import { expect } from '@playwright/test';
import { PNG } from 'pngjs';
import { weighScript } from '../../support/browser/script-weight';
import { openSession } from '../flows/open-session';
import { requestActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

const KILOBYTE = 1024;

const total = async (weigh: Awaited<ReturnType<typeof weighScript>>) =>
  [...(await weigh()).values()].reduce((sum, bytes) => sum + bytes, 0) / KILOBYTE;

/** Half of it is React, so less was not measured. */
function expectWithin(kilobytes: number, budget: number): void {
  expect(kilobytes).toBeLessThanOrEqual(budget);
  expect(kilobytes).toBeGreaterThan(100);
}

// Without a service worker, which fetches everything a second time for itself.
test.use({ serviceWorkers: 'block' });

test('an activation page needs at most 149 KB of script before it is idle', async ({ page, account }) => {
  const weigh = await weighScript(page);
  await openSession(page, account);
  const { id } = await requestActivation(page);
  await page.goto(`/activations/${id}`);
  await expect(activationScreen(page).image).toBeVisible();
  expectWithin(await total(weigh), 149);
});

test('the scan screen of the phone app needs at most 195 KB of script, the decoder included', async ({ page }) => {
  const weigh = await weighScript(page);
  await page.goto('/authenticator');
  await phoneApp(page).scanCode.click();
  // Its answer shows that the decoder is there: a worker is, before it has loaded anything.
  const buffer = PNG.sync.write(new PNG({ width: 300, height: 300 }));
  await phoneApp(page).picture.setInputFiles({ name: 'blank.png', mimeType: 'image/png', buffer });
  await expect(phoneApp(page).notice).toContainText('No image from the website was found');
  expectWithin(await total(weigh), 195);
});
