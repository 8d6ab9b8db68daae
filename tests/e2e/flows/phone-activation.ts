import { expect, type Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { SECOND } from '@/lib/shared/time/duration';
import type { Account } from '../fixtures/accounts';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { cheapenPins } from './cheapen-pins';
import { openSession } from './open-session';
import { expectActive, requestActivation, showActivation, type RequestedActivation } from './request-activation';

export const PHONE_PIN = '739164';

/** What the site's page links to for the device that one holds. */
export async function readLink(page: Page): Promise<string> {
  const { image, activateHere, activateAnother, cannotScan, openHere } = activationScreen(page);
  await expect(image.or(activateAnother)).toBeVisible();
  const isTouched = await activateAnother.isVisible();
  if (!isTouched && !(await openHere.isVisible())) await cannotScan.click();
  const link = await (isTouched ? activateHere : openHere).getAttribute('href');
  if (link === null) throw new Error('the page has no link');
  return link;
}

/** Signs in on the site, starts an activation, and opens its page there and its link on the phone, up to "Is this you?". */
export async function openShownLinkOnPhone(
  page: Page,
  account: Account,
  phonePage: Page,
): Promise<RequestedActivation> {
  await openSession(page, account);
  const requested = await requestActivation(page);
  await Promise.all([showActivation(page, requested.id), phonePage.goto(requested.link)]);
  await expect(phoneApp(phonePage).heading(names.phoneApp.isThisYou)).toBeVisible();
  return requested;
}

/** The same where nobody looks at the site's page, which is not loaded. */
export async function openLinkOnPhone(page: Page, account: Account, phonePage: Page): Promise<RequestedActivation> {
  await openSession(page, account);
  return await openNextLinkOnPhone(page, phonePage);
}

/** The same for somebody who is signed in. */
export async function openNextLinkOnPhone(page: Page, phonePage: Page): Promise<RequestedActivation> {
  const requested = await requestActivation(page);
  await phonePage.goto(requested.link);
  await expect(phoneApp(phonePage).heading(names.phoneApp.isThisYou)).toBeVisible();
  return requested;
}

/** From "Is this you?" to behind the PIN. */
export async function confirmAndChoosePin(phonePage: Page): Promise<void> {
  await phoneApp(phonePage).activateThisPhone.click();
  await choosePin(phonePage);
}

export async function choosePin(phonePage: Page): Promise<void> {
  const app = phoneApp(phonePage);
  await cheapenPins(phonePage);
  await app.newPin.fill(PHONE_PIN);
  await app.pinAgain.fill(PHONE_PIN);
}

/** The whole way by link, to the list of accounts with its one-time password. */
export async function activateByLink(page: Page, account: Account, phonePage: Page): Promise<void> {
  await openSession(page, account);
  await activateNextByLink(page, phonePage);
}

/** The same for somebody who is signed in. */
export async function activateNextByLink(page: Page, phonePage: Page): Promise<void> {
  const app = phoneApp(phonePage);
  const { id } = await openNextLinkOnPhone(page, phonePage);
  await confirmAndChoosePin(phonePage);
  await expectActive(page, id);
  await app.showOneTimePassword.click();
  await expect(app.oneTimePassword.last()).toBeVisible();
}

/** The whole way by link, with notifications on. */
export async function activateWithNotifications(page: Page, account: Account, phonePage: Page): Promise<void> {
  const app = phoneApp(phonePage);
  await activateByLink(page, account, phonePage);
  await turnNotificationsOn(phonePage);
  await expect(app.oneTimePassword).toBeVisible();
}

/** From the list of accounts, one of which has its notifications off and is unlocked. */
export async function turnNotificationsOn(phonePage: Page): Promise<void> {
  const app = phoneApp(phonePage);
  await app.turnNotificationsOnHere.click();
  await app.allowNotifications.click();
  await expect(app.turnNotificationsOnHere).toBeHidden();
  await expect(app.heading(names.phoneApp.accounts)).toBeVisible();
}

/** Enters a PIN where an account asks for it. */
export async function enterPin(phonePage: Page, pin: string): Promise<void> {
  const app = phoneApp(phonePage);
  await app.pin.fill(pin);
  await app.continue.click();
}

/** Passes the longest pause after a wrong PIN, by a clock that the test has installed. Clocks of two tabs differ a little. */
export async function passPinPause(phonePage: Page): Promise<void> {
  await phonePage.clock.fastForward(30 * SECOND);
}

/** On its first screen the app goes back over its own entry of the history; a reload or a "back" meanwhile would be aborted. */
export async function expectFirstScreen(phonePage: Page): Promise<void> {
  await expect(phoneApp(phonePage).heading(names.phoneApp.welcome)).toBeVisible();
  const isOnItsEntry = () => phonePage.evaluate(() => history.state?.authenticatorBack === true);
  await expect.poll(isOnItsEntry, { intervals: [50] }).toBe(false);
}
