import { expect, type Page } from '@playwright/test';
import type { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { NEWER_BUILD } from '../../support/servers/newer-build';
import { alertIn } from '../../support/browser/alert-in';
import { test } from '../fixtures/isolated-test';
import { addDevice } from '../flows/add-device';
import { withAuthenticator } from '../flows/add-passkey';
import { hidePage } from '../flows/hide-page';
import { openSession } from '../flows/open-session';
import { choosePin, openLinkOnPhone } from '../flows/phone-activation';
import { activateTestPhone } from '../flows/phone-sign-ins';
import { openActivation } from '../flows/request-activation';
import { startPhoneSignIn } from '../flows/start-phone-sign-in';
import { passkeysScreen } from '../screens/accounts/passkeys-screen';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';
import { profileScreen } from '../screens/accounts/profile-screen';
import { recoveryCodeScreen } from '../screens/accounts/recovery-code-screen';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { phoneApp } from '../screens/phone-app';

/** While the newer version waits for an older one that has the app's store open. */
const BUSY = 'Finish in the other tab';

const UPDATED = 'The app has been updated';

/** What a screen that is loaded late says in each version. */
const TYPING = { older: 'Find them on the website', newer: 'Look for them on the website' };

/** A page that is loaded anew forgets it. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(globalThis, { isMarked: true }));
const isMarked = (page: Page) => page.evaluate(() => 'isMarked' in globalThis).catch(() => null);

/** The kept page comes first where the newer one takes longer than 3 s, which then comes the next time. */
async function openNewer(tab: Page): Promise<void> {
  const busy = phoneApp(tab).heading(BUSY);
  await expect(async () => {
    await tab.goto('/authenticator');
    await expect(busy.or(phoneApp(tab).heading(names.phoneApp.welcome))).toBeVisible();
    expect(await busy.isVisible()).toBe(true);
  }).toPass();
}

/** Has the newer version answer the first action of a page that the older one has made. @returns how often the page was loaded */
async function answerByNewer(page: Page, server: Server, path: string): Promise<() => number> {
  let loads = 0;
  page.on('load', () => (loads += 1));
  let isNewer = false;
  await page.route(path, async (route) => {
    if (route.request().method() === 'POST' && !isNewer) {
      isNewer = true;
      await server.upgrade(NEWER_BUILD);
    }
    await route.continue();
  });
  return () => loads;
}

test.describe('a newer build', { tag: '@all' }, () => {
  test.describe('where the app is kept', () => {
    test.use({ isAppKept: true });

    test('an activation under way goes on over a newer site, whose app waits for it in another tab', async ({
      server,
      page,
      account,
      phonePage,
      phoneContext,
    }) => {
      const app = phoneApp(phonePage);
      await openLinkOnPhone(page, account, phonePage);
      await app.activateThisPhone.click();
      await expect(app.newPin).toBeVisible();
      await mark(phonePage);
      await server.upgrade(NEWER_BUILD);
      const another = await phoneContext.newPage();
      await openNewer(another);

      await choosePin(phonePage);
      await expect(app.heading('This phone is activated')).toBeVisible();
      await expect(phoneApp(another).heading(BUSY)).toBeVisible();
      expect(await isMarked(phonePage)).toBe(true);
      await app.showOneTimePassword.click();
      await expect(phoneApp(another).showOneTimePassword).toBeVisible();
      // Loaded anew: its account is locked, as after any start.
      await expect.poll(() => isMarked(phonePage)).toBe(false);
      await expect(app.showOneTimePassword).toBeVisible();
    });

    test('an old tab of the app loads its further screens from the version before', async ({
      server,
      phonePage,
      phoneContext,
    }) => {
      const app = phoneApp(phonePage);
      await phonePage.goto('/authenticator');
      await phonePage.evaluate(() => navigator.serviceWorker.ready);
      await app.scanCode.click();
      await server.upgrade(NEWER_BUILD);
      const another = await phoneContext.newPage();
      await openNewer(another);
      const hasPage = () =>
        another.evaluate(async () => {
          const pages = (await caches.keys()).map(async (name) => (await caches.open(name)).match('/authenticator'));
          return (await Promise.all(pages)).map(Boolean);
        });
      await expect.poll(hasPage, 'the newer version has taken the place of the older one').toEqual([false, true]);

      await app.typeValues.click();
      await expect(phonePage.getByText(TYPING.older)).toBeVisible();
    });
  });

  test('an open app whose screen a newer site lacks says that it has been updated, and loads the new version', async ({
    server,
    phonePage,
  }) => {
    const app = phoneApp(phonePage);
    await phonePage.goto('/authenticator');
    await app.scanCode.click();
    await server.upgrade(NEWER_BUILD);
    await app.typeValues.click();
    await expect(app.heading(UPDATED)).toBeFocused();
    await app.loadNewVersion.click();
    await app.scanCode.click();
    await app.typeValues.click();
    await expect(phonePage.getByText(TYPING.newer)).toBeVisible();
  });

  test('an old tab that is shown again after an hour loads the newer app, once no activation is under way', async ({
    server,
    page,
    account,
    phonePage,
  }) => {
    const app = phoneApp(phonePage);
    await phonePage.clock.install();
    await openLinkOnPhone(page, account, phonePage);
    await mark(phonePage);
    await server.upgrade(NEWER_BUILD);
    await hidePage(phonePage, true);
    await phonePage.clock.fastForward(HOUR);
    const answered = phonePage.waitForResponse((answer) => answer.status() === 404);
    await hidePage(phonePage, false);
    await answered;
    await expect(app.heading(names.phoneApp.isThisYou)).toBeVisible();
    expect(await isMarked(phonePage)).toBe(true);

    await app.cancel.click();
    await app.confirmCancel.click();
    await app.done.click();
    await expect.poll(() => isMarked(phonePage)).toBe(false);
    await app.scanCode.click();
    await app.typeValues.click();
    await expect(phonePage.getByText(TYPING.newer)).toBeVisible();
  });

  test('an activation page follows its phone over a newer site, and loads itself anew at the end', async ({
    server,
    page,
    account,
    phone,
  }) => {
    await openSession(page, account);
    await openActivation(page);
    const screen = activationScreen(page);
    const shot = await page.screenshot();
    await mark(page);
    await server.upgrade(NEWER_BUILD);
    expect((await phone.scanShot(shot)).code).toBe(0);
    await expect.poll(() => isMarked(page)).toBe(false);
    await expect(screen.activated).toBeVisible();
    await screen.oneTimePassword.fill(await phone.oneTimePassword());
    await page.getByRole('button', { name: names.testLogin.tryOut }).click();
    await expect(page.getByText(names.testLogin.works)).toBeVisible();
    await page.getByRole('link', { name: names.activation.finish }).click();
    await expect(devicesScreen(page).heading).toBeVisible();
  });

  test('a form whose action a newer site lacks says so, and keeps what was typed while its page is loaded again', async ({
    server,
    page,
    context,
    account,
  }) => {
    await openSession(page, account);
    const form = newActivationScreen(page);
    await page.goto('/activations/new');
    await form.deviceName.fill('Phone in the train');
    const profile = await context.newPage();
    await profile.goto('/profile');
    const { addresses, saveAddresses, feedback } = profileScreen(profile);
    await expect(addresses).toBeVisible();
    await server.upgrade(NEWER_BUILD);

    await form.show.click();
    await expect(form.refusal).toContainText('This site was updated');
    await expect(form.deviceName).toHaveValue('Phone in the train');
    await page.getByRole('button', { name: names.area.loadAgain }).click();
    await expect(form.refusal).toBeHidden();
    await expect(form.deviceName).toHaveValue('Phone in the train');
    await form.show.click();
    await expect(activationScreen(page).image).toBeVisible();

    // Both versions have its action, and what has changed is shown by the newer one.
    await mark(profile);
    await addresses.fill('train@example.org');
    await saveAddresses.click();
    await expect.poll(() => isMarked(profile)).toBe(false);
    await expect(addresses).toHaveValue('train@example.org');
    await expect(feedback).toContainText('Addresses saved.');
    await expect(feedback.locator('..')).toBeFocused();
    await profile.reload();
    await expect(addresses).toBeVisible();
    await expect(feedback).toBeHidden();
  });

  test('a form that a newer site lacks a part of says so, and keeps what was typed while its page is loaded again', async ({
    server,
    page,
    account,
  }) => {
    await openSession(page, account);
    // After which saving an address takes a proof.
    server.clock.advance(6 * MINUTE);
    await page.goto('/profile');
    const { addresses, saveAddresses } = profileScreen(page);
    await expect(addresses).toBeVisible();
    await server.upgrade(NEWER_BUILD);
    await addresses.fill('train@example.org');
    const missing = alertIn(page).filter({ hasText: 'could not be loaded' });
    await expect(missing).toBeVisible();
    await expect(addresses).toHaveValue('train@example.org');
    await page.getByRole('button', { name: names.area.loadAgain }).click();
    await expect(missing).toBeHidden();
    await expect(addresses).toHaveValue('train@example.org');
    await saveAddresses.click();
    await expect(page.getByText('You signed in some time ago.')).toBeVisible();
  });

  test('a page whose script for passkeys a newer site lacks says that it was updated, and keeps what was typed', async ({
    server,
    page,
    context,
    account,
  }) => {
    await withAuthenticator(page);
    await page.goto('/sign-in');
    await expect(passkeysScreen(page).use).toBeEnabled();
    await openSession(page, account);
    const profile = await context.newPage();
    await profile.goto('/profile');
    const { name, add, row, refusal } = passkeysScreen(profile);
    await name.fill('Laptop in the train');
    await server.upgrade(NEWER_BUILD);

    await passkeysScreen(page).use.click();
    await expect(passkeysScreen(page).refusal).toContainText('This site was updated');
    await add.click();
    await expect(refusal).toContainText('This site was updated');
    await profile.getByRole('button', { name: names.area.loadAgain }).click();
    await expect(refusal).toBeHidden();
    await expect(name).toHaveValue('Laptop in the train');
    await add.click();
    await expect(row('Laptop in the train')).toBeVisible();
  });

  test('a sign-in by phone goes on with the image that a newer site has made for an older page', async ({
    server,
    page,
    browser,
    account,
  }) => {
    const phone = await activateTestPhone(browser, server.url, account);
    const loads = await answerByNewer(page, server, '/sign-in/phone');
    const { shot, number } = await startPhoneSignIn(page);
    await phone.scan(shot);
    await expect(phoneSignInScreen(page).scanned).toBeVisible();
    expect(loads()).toBe(1);
    await phone.approve({ number });
    await expect(devicesScreen(page).heading).toBeVisible();
  });

  test('a recovery code that a newer site has made for an older page stays until it is kept', async ({
    server,
    page,
    account,
    phone,
  }) => {
    await openSession(page, account);
    await addDevice(page, phone);
    const loads = await answerByNewer(page, server, '/profile/recovery-code');
    // The browser asks before it leaves a code.
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto('/profile/recovery-code');
    const recovery = recoveryCodeScreen(page);
    await recovery.make.click();
    await expect(recovery.code).toHaveText(/^(\w{4}-){3}\w{4}$/);
    await page.waitForLoadState('networkidle');
    await expect(recovery.code).toBeVisible();
    expect(loads()).toBe(1);
  });
});
