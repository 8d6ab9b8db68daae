import { expect, type Browser } from '@playwright/test';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import type { Account } from '../fixtures/accounts';
import { devicesScreen } from '../screens/devices-screen';
import { openSession } from './open-session';
import { requestActivation } from './request-activation';
import { startPhoneSignIn } from './start-phone-sign-in';

/** Activates a phone without a screen, in a browser of its own. */
export async function activateTestPhone(browser: Browser, url: string, account: Account): Promise<TestPhone> {
  const page = await browser.newPage({ baseURL: url });
  await openSession(page, account);
  const { link } = await requestActivation(page);
  await page.context().close();
  const phone = await TestPhone.at(url);
  await phone.activate(link);
  return phone;
}

/** In a browser that nobody is signed in with. */
export async function signInByTestPhone(browser: Browser, url: string, phone: TestPhone): Promise<void> {
  const page = await browser.newPage({ baseURL: url });
  const { shot, number } = await startPhoneSignIn(page);
  await phone.scan(shot);
  await phone.approve({ number });
  await expect(devicesScreen(page).heading).toBeVisible();
  await page.context().close();
}
