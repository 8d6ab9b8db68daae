import { expect, type Page } from '@playwright/test';
import { listMails } from '@/lib/kit/server/mailbox';
import { SECOND } from '@/lib/shared/time/duration';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { addVirtualAuthenticator } from '../../support/phones/virtual-authenticator';
import { emptyBrowser } from '../flows/empty-browser';
import { hurryRetries } from '../flows/hurry-retries';
import { openDevice } from '../flows/open-device';
import { activateByLink, enterPin, PHONE_PIN } from '../flows/phone-activation';
import { scanSignIn, typeNumber } from '../flows/scan-sign-in';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { phoneApp } from '../screens/phone-app';
import { test as clockTest } from '../fixtures/clock-test';
import { test } from '../fixtures/test';

async function keepCopy(phonePage: Page): Promise<void> {
  const app = phoneApp(phonePage);
  await app.settings.click();
  await app.keepCopy.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.heading('Keep a copy of this phone?')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await app.keepCopy.click();
  await expect(app.notice.first()).toContainText('The copy is kept.');
}

test('a copy brings an account back into an emptied browser, which signs in, once and never again', async ({
  page,
  account,
  server,
  phonePage,
  phoneBrowser,
  signInPage,
}) => {
  await activateByLink(page, account, phonePage);
  await addVirtualAuthenticator(phonePage, { hasPrf: true });
  const app = phoneApp(phonePage);
  await keepCopy(phonePage);
  await expect(app.keepNewCopy).toBeVisible();
  const subjects = () => listMails(server, `${account.userId}@example.org`).map(({ subject }) => subject);
  await expect.poll(subjects).toContain('A copy of your phone is kept');

  await emptyBrowser(phonePage);
  await expect(app.heading('Welcome')).toBeVisible();
  await app.bringBack.click();
  await expect(app.heading('Bring this phone back')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await app.choosePasskey.click();
  await expect(app.pinOfCopy).toBeFocused();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);

  // The answer is lost, and the same PIN fetches it again.
  await hurryRetries(phonePage);
  await phonePage.route('**/tessera/bringBack', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await app.pinOfCopy.fill(PHONE_PIN);
  await app.continue.click();
  await expect(app.heading('No answer yet')).toBeVisible();
  await phonePage.unroute('**/tessera/bringBack');
  await app.tryAgain.click();
  await app.pinOfCopy.fill(PHONE_PIN);
  await app.continue.click();
  await expect(app.heading('Your accounts')).toBeVisible();
  await expect(app.oneTimePassword).toBeVisible();
  await expect.poll(subjects).toContain('Your phone was brought back from its copy');

  await openDevice(page, 'Linux computer');
  const site = authenticatorScreen(page);
  await expect(site.deleteCopy).toHaveCount(0);
  const shown = await app.oneTimePassword.textContent();
  await site.oneTimePassword.fill(shown ?? '');
  await site.testLogin.click();
  await expect(site.loginWorks).toBeVisible();
  const number = await scanSignIn(signInPage, phonePage, phoneBrowser);
  await typeNumber(phonePage, number);
  await expect(app.heading('Signed in')).toBeVisible();
  await expect(devicesScreen(signInPage).heading).toBeVisible();

  await phonePage.goto('/authenticator');
  await emptyBrowser(phonePage);
  await app.bringBack.click();
  await app.choosePasskey.click();
  await app.pinOfCopy.fill(PHONE_PIN);
  await app.continue.click();
  await expect(app.heading('There is no copy for this passkey')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
});

clockTest(
  'five wrong PINs erase the copy, each starts a pause, and the owner is told',
  async ({ page, account, server, phonePage }) => {
    await activateByLink(page, account, phonePage);
    await addVirtualAuthenticator(phonePage, { hasPrf: true });
    const app = phoneApp(phonePage);
    await keepCopy(phonePage);
    await emptyBrowser(phonePage);
    await phonePage.clock.install();
    await app.bringBack.click();
    await app.choosePasskey.click();
    // The same PIN again is the same call, and counts once.
    for (const [pin, left] of [
      ['000000', '4 tries'],
      ['000001', '3 tries'],
      ['000002', '2 tries'],
      ['000003', '1 try'],
    ] as const) {
      await app.pinOfCopy.fill(pin);
      await app.continue.click();
      await expect(app.refusal).toContainText(`${left} left before the copy is erased`);
      await expect(phonePage.getByRole('button', { name: /^Try again in \d+ s$/ })).toBeVisible();
      server.clock.advance(20 * SECOND);
      await phonePage.clock.fastForward(20 * SECOND);
      await expect(app.continue).toBeVisible();
    }
    await app.pinOfCopy.fill('000004');
    await app.continue.click();
    await expect(app.heading('The copy was erased')).toBeVisible();
    const subjects = () => listMails(server, `${account.userId}@example.org`).map(({ subject }) => subject);
    await expect.poll(subjects).toContain('Somebody typed a wrong PIN for the copy of your phone');
    await expect.poll(subjects).toContain('The copy of your phone was erased');
  },
);

test('the website shows the copy and deletes it with one press, after which it brings nothing back', async ({
  page,
  account,
  phonePage,
}) => {
  await activateByLink(page, account, phonePage);
  await addVirtualAuthenticator(phonePage, { hasPrf: true });
  const app = phoneApp(phonePage);
  await keepCopy(phonePage);
  await openDevice(page, 'Linux computer');
  const site = authenticatorScreen(page);
  await expect(page.getByText('A copy is kept since')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await site.deleteCopy.click();
  await expect(site.feedback).toHaveText('The copy is deleted.');
  await expect(site.deleteCopy).toHaveCount(0);

  // The phone hears of it.
  await phonePage.reload();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.settings.click();
  await expect(app.keepCopy).toBeVisible();
  await expect(app.keepNewCopy).toHaveCount(0);

  await emptyBrowser(phonePage);
  await app.bringBack.click();
  await app.choosePasskey.click();
  await app.pinOfCopy.fill(PHONE_PIN);
  await app.continue.click();
  await expect(app.heading('There is no copy for this passkey')).toBeVisible();
});

test('an account that is removed from the phone, and one that gets another PIN, lose their copy', async ({
  page,
  account,
  phonePage,
}) => {
  await activateByLink(page, account, phonePage);
  await addVirtualAuthenticator(phonePage, { hasPrf: true });
  const app = phoneApp(phonePage);
  const site = authenticatorScreen(page);
  const isKept = async () => {
    await openDevice(page, 'Linux computer');
    return site.deleteCopy.isVisible();
  };
  await keepCopy(phonePage);
  expect(await isKept()).toBe(true);
  await app.changePin.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.newPin.fill('50718');
  await app.pinAgain.fill('50718');
  await expect(app.notice.first()).toContainText('keep a new one');
  await expect(app.keepCopy).toBeVisible();
  expect(await isKept()).toBe(false);

  await app.keepCopy.click();
  await enterPin(phonePage, '50718');
  await app.keepCopy.click();
  await expect(app.notice.first()).toContainText('The copy is kept.');
  expect(await isKept()).toBe(true);
  await app.remove.click();
  await enterPin(phonePage, '50718');
  await app.confirmRemove.click();
  await expect(app.heading('Welcome')).toBeVisible();
  await expect.poll(isKept).toBe(false);
});

test('a device whose passkeys have no secret keeps nothing, and says so', async ({ page, account, phonePage }) => {
  await activateByLink(page, account, phonePage);
  await addVirtualAuthenticator(phonePage, { hasPrf: false });
  const app = phoneApp(phonePage);
  await app.settings.click();
  await app.keepCopy.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.keepCopy.click();
  await expect(app.heading('This device can’t keep a copy')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
});
