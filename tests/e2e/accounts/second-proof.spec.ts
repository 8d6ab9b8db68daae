import { expect, type Page } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { names } from '@/lib/shared/names';
import { test } from '../fixtures/standard-test';
import { codeFrom } from '../flows/mailed-code';
import { addDevice } from '../flows/add-device';
import { openDevice } from '../flows/open-device';
import { openAnotherSession, openSession } from '../flows/open-session';
import { readPhoneSignIn } from '../flows/start-phone-sign-in';
import { activateByLink, activateWithNotifications, enterPin, PHONE_PIN } from '../flows/phone-activation';
import { activationScreen } from '../screens/activation-screen';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { phoneApp } from '../screens/phone-app';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';

test('threat: a stolen password: a further device takes a one-time password of the first, and the form is kept', async ({
  page,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'First phone');
  await openAnotherSession(page, account);
  await page.goto('/activations/new');
  const screen = newActivationScreen(page);
  await expect(screen.secondProof).toContainText('Lost your phone? Ask the helpdesk.');
  await screen.deviceName.fill('Second phone');
  await screen.show.click();

  await expect(screen.secondProof).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Confirm it’s you to continue.' })).toBeVisible();
  await expect(screen.refusal).toHaveCount(0);
  await expect(screen.deviceName).toHaveValue('Second phone');
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.oneTimePassword.fill('000000');
  await screen.show.click();
  await expect(screen.refusal).toContainText('That code didn’t work.');
  await screen.oneTimePassword.fill(await phone.oneTimePassword());
  await screen.show.click();
  await expect(activationScreen(page).image).toBeVisible();
});

test('a further device is confirmed on the old phone in the same session, and the form goes on as it was filled in', async ({
  page,
  account,
  phonePage,
  phoneBrowser,
}) => {
  await activateByLink(page, account, phonePage);
  await openAnotherSession(page, account);
  const session = await sessionCookie(page);
  await page.goto('/activations/new');
  const screen = newActivationScreen(page);
  await screen.deviceName.fill('Second phone');
  await screen.confirmWithPhone.click();
  await expect(page.getByRole('heading', { name: 'Confirm with your phone', level: 1 })).toBeVisible();
  const { number } = await readPhoneSignIn(page);
  await expect(page.getByRole('img', { name: 'Confirmation image' })).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await phoneBrowser.pointCameraAt(page);
  const app = phoneApp(phonePage);
  await app.scanCode.click();
  await expect(app.heading('Activate another device?')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await app.number.fill(number);
  await phonePage.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(app.heading('Confirmed')).toBeVisible();

  await expect(activationScreen(page).image).toBeVisible();
  expect(await sessionCookie(page)).toBe(session);
});

test.describe('with notifications', () => {
  test.use({ isAppKept: true });

  test('threat: a stranger in a session: "It wasn’t me" on the asked phone ends all sessions, and the page says so', async ({
    page,
    account,
    phonePage,
  }) => {
    await activateWithNotifications(page, account, phonePage);
    await phonePage.reload();
    await page.goto('/sign-in/phone?next=%2Factivations%2Fnew&confirm=1');
    await page.getByRole('button', { name: 'Send a request to my phone' }).click();
    const app = phoneApp(phonePage);
    await app.openRequest.click();
    await enterPin(phonePage, PHONE_PIN);
    await expect(app.heading('Activate another device?')).toBeVisible();
    await app.thatWasNotMe.click();
    await expect(app.heading('Thank you for reporting it')).toBeVisible();
    await app.freeze.click();
    await expect(app.heading('Freeze everything?')).toBeVisible();
    await app.freeze.click();
    await expect(app.heading('Everything is frozen')).toBeVisible();
    await expect(phoneSignInScreen(page).ended).toContainText(/You’ve been signed out|Reported on the phone/);
    await page.goto('/profile');
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

async function sessionCookie(page: Page): Promise<string | undefined> {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name.endsWith('session-token'))?.value;
}

test('threat: a stolen password: it removes no device, and locks one at once', async ({ page, account, phone }) => {
  await openSession(page, account);
  await addDevice(page, phone, 'First phone');
  await openDevice(page, 'First phone');
  const screen = authenticatorScreen(page);
  await screen.openRemove.click();
  await expect(page.getByRole('group', { name: names.proof.confirm })).toBeVisible();
  await screen.remove.click();
  await expect(page.getByRole('status').filter({ hasText: 'Confirm it’s you to continue.' })).toBeVisible();
  await page.reload();
  await screen.openLock.click();
  await screen.lock.click();
  await expect(screen.feedback).toContainText('First phone is locked.');
});

test('threat: a stolen session, or the locked phone: neither unlocks a device that its owner has locked', async ({
  page,
  server,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'First phone');
  await openDevice(page, 'First phone');
  const screen = authenticatorScreen(page);
  await screen.openLock.click();
  await screen.lock.click();
  await expect(screen.feedback).toContainText('First phone is locked.');
  await page.reload();
  await screen.openUnlock.click();
  // The sign-in was before the lock, when the phone was not missing yet.
  await screen.password.fill(account.password);
  await screen.unlock.click();
  await expect(page.getByRole('status').filter({ hasText: 'Confirm it’s you to continue.' })).toBeVisible();
  await expect(screen.password).toHaveCount(0);
  await expect(page.getByLabel(names.proof.oneTimePassword)).toHaveCount(0);

  // Its owner has nothing else: a code by email confirms it.
  await page.getByRole('button', { name: names.proof.emailCode }).click();
  await page.getByLabel(names.proof.mailedCode).fill(await codeFrom(server, account.userId, 'Your confirmation code'));
  const sayings = await collectSayings(page);
  await screen.unlock.click();
  await expect(screen.feedback).toContainText('First phone is unlocked.');
  // Not for a moment does the page say so above the form that still waits for a code.
  const done = (await sayings()).filter((said) => said.includes('unlocked'));
  expect(new Set(done)).toEqual(new Set(['First phone is unlocked.']));
});

/** Notes what the page's live regions say, all at once, after each change of the page. */
async function collectSayings(page: Page): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle(() => {
    const found: string[] = [];
    const note = () => {
      const regions = [...document.querySelectorAll('main [role=status], main output')];
      const texts = regions.flatMap(({ textContent }) => textContent || []);
      if (texts.length > 0) found.push(texts.join(' '));
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    return found;
  });
  return () => seen.jsonValue();
}

test('threat: a stolen password: an activation’s image is shown to no session but that of its start', async ({
  page,
  signInPage: thief,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'First phone');
  await openAnotherSession(page, account);
  await page.goto('/activations/new');
  const screen = newActivationScreen(page);
  await screen.oneTimePassword.fill(await phone.oneTimePassword());
  await screen.show.click();
  await expect(activationScreen(page).image).toBeVisible();

  await openSession(thief, account);
  const address = new URL(page.url()).pathname;
  await thief.goto(address);
  await expect(thief.getByText('This activation was started elsewhere')).toBeVisible();
  await expect(thief.getByText('Scan the image on the page where you started this activation.')).toBeVisible();
  await expect(thief.getByText('Loading the image…')).toBeHidden();
  await expect(activationScreen(thief).image).toHaveCount(0);
  for (const route of ['credentials', 'image.png'])
    expect((await thief.request.get(`/api${address}/${route}`)).status(), route).toBe(403);
  expect(await findAccessibilityViolations(thief)).toEqual([]);
});
