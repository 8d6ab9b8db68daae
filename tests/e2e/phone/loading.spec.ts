import { expect } from '@playwright/test';
import { auditScreen, showSmall } from '../flows/audit-screen';
import { registerOffline, showPicture } from '../flows/offline-activation';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

const SCRIPTS = '**/_next/static/chunks/**';

test('screens that fail to load are loaded later', async ({ phoneBrowser, server }) => {
  // As long as the app is not kept for a time without a network.
  const phone = await phoneBrowser.newPhone({ baseURL: server.url, serviceWorkers: 'block' });
  const phonePage = await phone.newPage();
  await showSmall(phonePage);
  const app = phoneApp(phonePage);
  const registration = await registerOffline(phonePage);
  await phonePage.goto('/authenticator');
  await app.scanCode.click();
  await showPicture(phonePage, 'lunch');
  await expect(app.notice).toContainText('isn’t for this app');

  await phonePage.route(SCRIPTS, (route) => route.abort());
  await showPicture(phonePage, registration.first);
  await expect(app.heading('This screen could not be loaded')).toBeFocused();
  await auditScreen(phonePage, 'not loaded');
  const again = phonePage.waitForEvent('requestfailed');
  await app.tryAgain.click();
  await again;
  await expect(app.heading('This screen could not be loaded')).toBeFocused();
  await phonePage.unroute(SCRIPTS);
  await app.tryAgain.click();
  await expect(app.heading('Is this you?')).toBeVisible();
  await phone.close();
});
