import { expect, type Page } from '@playwright/test';
import { checkLetter } from '@/lib/shared/codes/check-letter';
import { inGroups } from '@/lib/shared/codes/typed-code';
import { OFFLINE_TIME_LIMIT } from '@/lib/phone/offline/offline-time-limit';
import { auditScreen, showSmall } from '../flows/audit-screen';
import {
  activateToSignature,
  goOffline,
  readTypedCode,
  registerOffline,
  scanFirst,
  showPage,
  showPicture,
} from '../flows/offline-activation';
import { activateByLink, choosePin, enterPin, PHONE_PIN } from '../flows/phone-activation';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test.use({ isAppKept: true });

/** How many keys of its website the phone keeps. */
async function countPins(phonePage: Page): Promise<number> {
  return phonePage.evaluate(async (origin) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('authenticator');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error ?? new TypeError('no database')));
    });
    const keys = await new Promise<string[]>((resolve) => {
      const reading = database.transaction('siteKeys').objectStore('siteKeys').get(origin);
      reading.addEventListener('success', () => resolve((reading.result as string[] | undefined) ?? []));
    });
    database.close();
    return keys.length;
  }, new URL(phonePage.url()).origin);
}

test('an offline phone is activated by two images and two typed codes, and pins the website’s keys once online', async ({
  page,
  server,
  account,
  phonePage,
  phoneContext,
}) => {
  const app = phoneApp(phonePage);
  const site = activationScreen(page);
  await openSession(page, account);
  await startActivation(page, 'Phone in the vault', 'offline');
  await goOffline(phonePage);
  await app.scanCode.click();
  await showPage(phonePage, page);
  await expect(app.heading('Is this you?')).toBeVisible();
  await expect(phonePage.getByText(account.userId)).toBeVisible();
  await expect(phonePage.getByText(/^VDS\d{7}$/)).toBeVisible();
  // This phone was never activated there, so it has no key to judge the image by.
  await expect(phonePage.getByText('can’t be checked right now')).toContainText(server.url);
  await app.activateThisPhone.click();

  await expect(app.heading('Type this on the website')).toBeFocused();
  await site.deviceCode.fill(inGroups(await readTypedCode(phonePage)));
  await expect(page.getByText(`Check letter: ${await app.checkLetter.textContent()}`)).toBeVisible();
  await site.showSecondImage.click();
  await expect(site.signature).toBeVisible();
  await expect(site.image).toBeVisible();
  await app.scanSecondImage.click();
  await showPage(phonePage, page);
  await choosePin(phonePage);

  await expect(app.websiteSaysActivated).toBeVisible();
  await site.signature.fill(await readTypedCode(phonePage));
  await site.activate.click();
  await expect(site.activated).toBeVisible();
  await app.websiteSaysActivated.click();
  await expect(app.oneTimePassword).toBeVisible();
  await phonePage.reload();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.oneTimePassword).toBeVisible();
  expect(await countPins(phonePage)).toBe(0);

  await phoneContext.setOffline(false);
  await phonePage.reload();
  await expect.poll(() => countPins(phonePage)).toBe(1);
  await openActivation(page, 'Second account', 'offline');
  await goOffline(phonePage);
  await app.scanCode.click();
  await showPage(phonePage, page);
  await expect(phonePage.getByText(`Issued by ${server.url}`)).toBeVisible();
});

/** @returns how often the app has asked its browser to keep what it stores */
async function watchRequestsToKeep(phonePage: Page): Promise<() => number> {
  let requests = 0;
  await phonePage.exposeFunction('noteRequestToKeep', () => void (requests += 1));
  await phonePage.addInitScript(() => {
    const prototype: { persist: (this: StorageManager) => Promise<boolean> } = StorageManager.prototype;
    const { persist } = prototype;
    StorageManager.prototype.persist = function note(this: StorageManager) {
      (globalThis as unknown as { noteRequestToKeep: () => void }).noteRequestToKeep();
      return persist.call(this);
    };
  });
  return () => requests;
}

test('an activation without a network asks the browser to keep the account, as one with a network does', async ({
  page,
  account,
  phonePage,
}) => {
  const requestsToKeep = await watchRequestsToKeep(phonePage);
  await activateByLink(page, account, phonePage);
  await expect.poll(requestsToKeep).toBe(1);
  const registration = await registerOffline(phonePage);
  await goOffline(phonePage);
  await activateToSignature(phonePage, registration);
  await expect.poll(requestsToKeep).toBe(2);
});

test('a phone that was activated there before judges the image without a network', async ({
  page,
  server,
  activatedPhone: phonePage,
}) => {
  const app = phoneApp(phonePage);
  await openActivation(page, 'Second account', 'offline');
  await goOffline(phonePage);
  await app.scanCode.click();
  await showPage(phonePage, page);
  await expect(phonePage.getByText(`Issued by ${server.url}`)).toBeVisible();
});

test('a device code and an image expire after a quarter of an hour, and a reload loses neither code nor signature', async ({
  phonePage,
}) => {
  const app = phoneApp(phonePage);
  const [old, registration] = [await registerOffline(phonePage), await registerOffline(phonePage)];
  await goOffline(phonePage);
  await scanFirst(phonePage, old);
  const now = Date.now();
  await phonePage.clock.install({ time: now + OFFLINE_TIME_LIMIT });
  await phonePage.reload();
  await expect(app.heading('Welcome')).toBeVisible();
  await app.scanCode.click();
  await showPicture(phonePage, old.first);
  await expect(app.notice).toContainText('has expired, or this phone’s clock is wrong');

  await phonePage.clock.setSystemTime(now);
  await phonePage.reload();
  const deviceCode = await scanFirst(phonePage, registration);
  const second = await registration.typeDeviceCode(deviceCode);
  await phonePage.reload();
  await expect(app.checkLetter).toHaveText(checkLetter(registration.identifier, deviceCode));
  expect(await readTypedCode(phonePage)).toBe(deviceCode);

  await app.scanSecondImage.click();
  await showPicture(phonePage, second);
  await expect(app.newPin).toBeVisible();
  await phonePage.reload();
  await app.scanSecondImage.click();
  await showPicture(phonePage, second);
  await choosePin(phonePage);
  await expect(app.websiteSaysActivated).toBeVisible();
  const signature = await readTypedCode(phonePage);
  await phonePage.reload();
  await expect(app.websiteSaysActivated).toBeVisible();
  expect(await readTypedCode(phonePage)).toBe(signature);

  const instanceId = await registration.typeSignature(signature);
  await app.websiteSaysActivated.click();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, PHONE_PIN);
  const shown = await app.oneTimePassword.textContent();
  expect(await registration.takesOneTimePassword(instanceId, (shown ?? '').replace(' ', ''))).toBe(true);
});

test('every screen says what to do, passes the audit and fits into 320 pixels', async ({ phonePage }) => {
  test.slow();
  await showSmall(phonePage);
  const app = phoneApp(phonePage);
  const [registration, other] = [await registerOffline(phonePage), await registerOffline(phonePage)];
  await goOffline(phonePage);
  await app.scanCode.click();
  await showPicture(phonePage, registration.first);
  await expect(app.heading('Is this you?')).toBeVisible();
  await auditScreen(phonePage, 'confirm');
  await app.activateThisPhone.click();
  await expect(app.scanSecondImage).toBeVisible();
  await auditScreen(phonePage, 'device code');
  const second = await registration.typeDeviceCode(await readTypedCode(phonePage));

  await app.scanSecondImage.click();
  await expect(app.heading('Scan the second image')).toBeVisible();
  await auditScreen(phonePage, 'second image');
  await showPicture(phonePage, registration.first);
  await expect(app.notice).toContainText('This is the first image again');
  await auditScreen(phonePage, 'first image again');
  await showPicture(phonePage, other.first);
  await expect(app.notice).toContainText('belongs to another activation');
  await showPicture(
    phonePage,
    second.replace(/..$/, (last) => (last === '00' ? '01' : '00')),
  );
  await expect(app.notice).toContainText('doesn’t match this phone’s device code');
  await phonePage.goBack();
  await expect(app.typedCode).toBeVisible();
  await phonePage.goBack();
  await expect(app.confirmCancel).toBeVisible();
  await auditScreen(phonePage, 'ask to cancel');
  await app.keepGoing.click();

  await app.scanSecondImage.click();
  await showPicture(phonePage, second);
  await choosePin(phonePage);
  await expect(app.websiteSaysActivated).toBeVisible();
  await auditScreen(phonePage, 'signature');
  await app.itDidNotWork.click();
  await expect(app.confirmRemove).toBeVisible();
  await auditScreen(phonePage, 'ask to remove');
  await app.showSignatureAgain.click();
  await expect(app.typedCode).toBeVisible();
  await app.itDidNotWork.click();
  await app.confirmRemove.click();
  await expect(app.heading('Account removed')).toBeVisible();
  await expect(phonePage.getByText('Cancel the activation on the website as well')).toBeVisible();
  await auditScreen(phonePage, 'removed');
  await app.done.click();
  await expect(app.heading('Welcome')).toBeVisible();

  await app.scanCode.click();
  await showPicture(phonePage, second);
  await expect(app.notice).toContainText('Start with the first one');
  await showPicture(phonePage, other.first);
  await app.activateThisPhone.click();
  await app.cancel.click();
  await app.confirmCancel.click();
  await expect(app.heading('Activation cancelled')).toBeVisible();
  await auditScreen(phonePage, 'cancelled');
  await phonePage.reload();
  await expect(app.heading('Welcome')).toBeVisible();
});
