import { expect } from '@playwright/test';
import { setPermission } from '../../support/browser/set-permission';
import { enterPin, PHONE_PIN } from '../flows/phone-activation';
import { openDevice } from '../flows/open-device';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

const AT_RISK = 'This device may be lost';

test('a device that its browser may delete is called so on the website, until the browser agrees to keep it', async ({
  page,
  activatedPhone: phonePage,
}) => {
  const app = phoneApp(phonePage);
  const facts = page.getByRole('main');
  const seeDevice = async () => {
    await openDevice(page, 'Linux computer');
    return facts.getByText(AT_RISK).isVisible();
  };
  // The phone reports it after its activation, while nobody waits.
  await expect.poll(seeDevice).toBe(true);
  await expect(facts).toContainText('the browser may delete it when the phone runs short of space');
  await page.goto('/');
  await expect(facts).toContainText('May be lost');

  await app.settings.click();
  await expect(phonePage.getByRole('main')).toContainText('the browser may delete it');
  await app.askToKeep.click();
  await expect(phonePage.getByRole('main')).toContainText('The browser didn’t agree');

  // As a browser does of a site that is used often.
  await setPermission(phonePage, 'persistent-storage', 'granted');
  await app.askToKeep.click();
  await expect(phonePage.getByRole('main')).toContainText('stays on this phone until you remove it');
  await expect(app.askToKeep).toBeHidden();

  await phonePage.reload();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.oneTimePassword).toBeVisible();
  await expect.poll(seeDevice).toBe(false);
});
