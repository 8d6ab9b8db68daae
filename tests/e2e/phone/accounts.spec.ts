import { expect } from '@playwright/test';
import { MINUTE } from '@/lib/shared/time/duration';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { addVirtualAuthenticator } from '../../support/phones/virtual-authenticator';
import {
  activateByLink,
  confirmAndChoosePin,
  enterPin,
  openLinkOnPhone,
  passPinPause,
  PHONE_PIN,
} from '../flows/phone-activation';
import { hidePage } from '../flows/hide-page';
import { hurryRetries } from '../flows/hurry-retries';
import { openDevice } from '../flows/open-device';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test('an account’s one-time password signs in, and the account gets another PIN and is removed', async ({
  page,
  activatedPhone: phonePage,
  phoneContext,
}) => {
  const app = phoneApp(phonePage);
  await expect(phonePage.getByRole('timer', { name: 'Time left' })).toHaveText(/^\d+ s$/);
  await phoneContext.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.copy.click();
  await expect(app.notice).toHaveText('One-time password copied');
  const copied = await phonePage.evaluate(() => navigator.clipboard.readText());

  await openDevice(page, 'Linux computer');
  const site = authenticatorScreen(page);
  await site.oneTimePassword.fill(copied);
  await site.testLogin.click();
  await expect(site.loginWorks).toBeVisible();

  await app.settings.click();
  await expect(phonePage.getByRole('main')).toContainText('Linux computer');
  await app.changePin.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.newPin.fill('4321');
  await app.changeThePin.click();
  await expect(app.refusal).toContainText('count up or down');
  await app.newPin.fill('50718');
  await app.pinAgain.fill('50718');
  await expect(app.notice.first()).toContainText('PIN changed');

  await phonePage.clock.install();
  await phonePage.reload();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.refusal).toContainText('Wrong PIN');
  await passPinPause(phonePage);
  await enterPin(phonePage, '50718');
  await expect(app.oneTimePassword).toBeVisible();

  await app.settings.click();
  await app.remove.click();
  await enterPin(phonePage, '50718');
  await app.confirmRemove.click();
  await expect(app.heading('Welcome')).toBeVisible();
});

test('the phone shows the site’s names, and freezes everything with one press', async ({
  page,
  account,
  activatedPhone: phonePage,
}) => {
  const app = phoneApp(phonePage);
  const card = phonePage.getByRole('listitem');
  await expect(card.getByRole('heading', { name: 'Tessera', exact: true })).toBeVisible();
  await expect(card.getByText(account.userId, { exact: true })).toBeVisible();
  await openDevice(page, 'Linux computer');
  const site = authenticatorScreen(page);
  await site.openRename.click();
  await site.name.fill('Blue phone');
  await site.rename.click();
  await expect(site.heading).toHaveText('Blue phone');
  await phonePage.reload();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(card).toContainText('Blue phone');
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);

  await app.settings.click();
  await app.freeze.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.heading('Freeze everything?')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await app.freeze.click();
  await expect(app.heading('Everything is frozen')).toBeVisible();
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await app.done.click();
  await expect(card.getByText('Frozen', { exact: true })).toBeVisible();
  await expect(card).toContainText('Blue phone');
  await expect(app.showOneTimePassword).toBeHidden();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
});

test('a phone whose account was frozen without it says so once it hears of it, and shows no password from then on', async ({
  page,
  activatedPhone: phonePage,
  phoneContext,
}) => {
  const app = phoneApp(phonePage);
  await phoneContext.setOffline(true);
  await page.goto('/profile/freeze');
  await page.getByRole('button', { name: 'Freeze my account' }).click();
  await expect(page).toHaveURL(/\/frozen/);
  // What is stale shows what it has.
  await expect(app.oneTimePassword).toBeVisible();
  await phoneContext.setOffline(false);
  await expect(phonePage.getByText('Frozen', { exact: true })).toBeVisible();
  await expect(app.oneTimePassword).toBeHidden();
  await expect(phonePage.getByText('To unfreeze it, call the helpdesk.')).toBeVisible();

  await phoneContext.setOffline(true);
  await app.askAgain.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(phonePage.getByText('Frozen', { exact: true })).toBeVisible();
  await expect(app.oneTimePassword).toBeHidden();
});

test('a freeze whose answers are lost is told of when the frozen phone asks afterwards', async ({
  page,
  activatedPhone: phonePage,
}) => {
  const app = phoneApp(phonePage);
  await hurryRetries(phonePage);
  let isLost = true;
  await phonePage.route('**/tessera/freezeEverything', async (route) => {
    const response = await route.fetch();
    await (isLost ? route.abort() : route.fulfill({ response }));
  });
  await app.settings.click();
  await app.freeze.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.freeze.click();
  await expect(app.heading('No answer yet')).toBeVisible();
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);

  isLost = false;
  await app.tryAgain.click();
  await expect(app.heading('Everything is frozen')).toBeVisible();
  await expect(phonePage.getByText('Nothing was frozen')).toHaveCount(0);
});

test('a freeze that is refused after a lost answer says that it may have happened, and names the helpdesk once', async ({
  phonePage,
  page,
  account,
}) => {
  const app = phoneApp(phonePage);
  await phonePage.route('**/authenticator/config.json', async (route) => {
    const response = await route.fetch();
    const helpdeskContact = { name: 'Operator Desk', phone: '+49 30 99', email: null, hours: null };
    await route.fulfill({ json: { ...((await response.json()) as object), helpdeskContact } });
  });
  await activateByLink(page, account, phonePage);
  await hurryRetries(phonePage);
  let isLost = true;
  await phonePage.route('**/tessera/freezeEverything', async (route) => {
    const asked = route.request().postDataJSON() as { message: string };
    // A message that the gateway refuses, as it refuses a device that was locked meanwhile.
    if (isLost) await route.abort();
    else
      await route.continue({ postData: JSON.stringify({ ...asked, message: '00'.repeat(asked.message.length / 2) }) });
  });
  await app.settings.click();
  await app.freeze.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.freeze.click();
  await expect(app.heading('No answer yet')).toBeVisible();
  isLost = false;
  await app.tryAgain.click();
  await expect(app.heading('Everything may be frozen')).toBeVisible();
  await expect(phonePage.getByText('Operator Desk')).toHaveCount(1);
});

test('biometrics are turned on and off later, each time with the PIN', async ({ page, account, phonePage }) => {
  await addVirtualAuthenticator(phonePage, { hasPrf: true });
  const app = phoneApp(phonePage);
  await openLinkOnPhone(page, account, phonePage);
  await confirmAndChoosePin(phonePage);
  await app.skip.click();
  await app.showOneTimePassword.click();
  await app.settings.click();
  await app.turnBiometricsOn.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.useBiometrics.click();
  await expect(app.notice.first()).toContainText('is on');
  await phonePage.reload();
  await app.showOneTimePassword.click();
  await app.fingerprint.click();
  await expect(app.oneTimePassword).toBeVisible();
  await app.settings.click();
  await app.turnNotificationsOn.click();
  await app.fingerprint.click();
  await expect(app.heading('Get sign-in requests')).toBeVisible();
  await app.notNow.click();
  await app.turnBiometricsOff.click();
  await phonePage.clock.install();
  await enterPin(phonePage, '0000');
  await expect(app.refusal).toContainText('Wrong PIN');
  await expect(app.fingerprint).toBeHidden();
  await passPinPause(phonePage);
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.notice.first()).toContainText('is off');
});

test('a phone whose clock is wrong is told by how much', async ({ page, account, phonePage }) => {
  await phonePage.clock.install({ time: Date.now() + 5 * MINUTE });
  await phonePage.clock.resume();
  await activateByLink(page, account, phonePage);
  const app = phoneApp(phonePage);
  await app.settings.click();
  await expect(phonePage.getByText('This phone’s clock is 5 minutes fast')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
});

test('the app asks for the PIN again when it was out of sight for a minute', async ({ page, account, phonePage }) => {
  await phonePage.clock.install();
  await activateByLink(page, account, phonePage);
  const app = phoneApp(phonePage);
  await hidePage(phonePage, true);
  await phonePage.clock.fastForward(30_000);
  await hidePage(phonePage, false);
  await expect(app.oneTimePassword).toBeVisible();
  await hidePage(phonePage, true);
  await phonePage.clock.fastForward(61_000);
  await hidePage(phonePage, false);
  await expect(app.showOneTimePassword).toBeVisible();
});
