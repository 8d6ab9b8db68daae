import { EventEmitter, once } from 'node:events';
import { devices, expect, type Page } from '@playwright/test';
import { staffAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { profileScreen } from '../screens/accounts/profile-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

/** Holds the page's scripts back, as a slow network does. @returns lets them come */
async function holdScripts(page: Page): Promise<() => void> {
  const gate = new EventEmitter();
  const released = once(gate, 'open');
  await page.route('**/_next/static/**', async (route) => {
    if (route.request().resourceType() === 'script') await released;
    await route.continue();
  });
  return () => void gate.emit('open');
}

/** Buttons that only a script answers, and that can be pressed. */
function pressable(page: Page) {
  return page.locator('button[type=button]:enabled');
}

const open = (page: Page, path: string) => page.goto(path, { waitUntil: 'domcontentloaded' });

test('what is typed before the scripts have come stays, and is what is sent', async ({ page, account }) => {
  await openSession(page, account);
  const release = await holdScripts(page);
  const { addresses, saveAddresses, timeZone, newPassword } = profileScreen(page);

  await open(page, '/profile');
  await addresses.fill('early@example.org');
  await timeZone.fill('Lisbon');
  await newPassword.fill('early and long enough');
  release();
  await expect(pressable(page).first()).toBeVisible();
  await expect(addresses).toHaveValue('early@example.org');
  // What changes later leaves it alone.
  await timeZone.press('ArrowDown');
  await expect(timeZone).toHaveValue('Lisbon');
  await expect(newPassword).toHaveValue('early and long enough');
  await saveAddresses.click();
  await expect(page.locator(':focus')).toContainText('Addresses saved.');
  await expect(addresses).toHaveValue('early@example.org');
});

test.describe('on a phone, whose name is suggested', () => {
  test.use({ userAgent: devices['iPhone 15'].userAgent });

  test('a device’s name that is typed before the scripts have come is not replaced by the suggestion', async ({
    page,
    account,
  }) => {
    await openSession(page, account);
    await open(page, '/activations/new');
    const { deviceName } = newActivationScreen(page);
    await expect(deviceName).toHaveValue(/iPhone/);
    const release = await holdScripts(page);
    await open(page, '/activations/new');
    await deviceName.fill('Early phone');
    release();
    // By the effects that ask for the suggestion, which is there a frame later: nothing is loaded for it.
    await expect(page.locator('[name=startKey]')).toHaveValue(/./);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await expect(deviceName).toHaveValue('Early phone');
  });
});

test('a button that only a script answers is off until it can answer, and answers the first press', async ({
  page,
}) => {
  await openSession(page, staffAccount('helpdesk-agent'));
  const release = await holdScripts(page);
  await open(page, '/helpdesk');
  const goTo = page.getByRole('button', { name: 'Go to' });
  await expect(goTo).toBeDisabled();
  release();
  await goTo.click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('no page has a button that can be pressed in vain without its scripts', async ({
  page,
  browser,
  server,
  account,
}) => {
  const inVain: string[] = [];
  const seen: number[] = [];
  async function look(storageState: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>, paths: string[]) {
    const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, storageState });
    const bare = await context.newPage();
    for (const path of paths) {
      await bare.goto(path);
      seen.push(await bare.locator('button[type=button]').count());
      for (const button of await pressable(bare).all()) inVain.push(`${path}: ${await button.innerText()}`);
    }
    await context.close();
  }
  const stateOf = () => page.context().storageState();

  await look(await stateOf(), ['/sign-in', '/sign-in/phone', '/invitation', '/not-me', '/lost-phone']);
  await openSession(page, account);
  await openActivation(page);
  await look(await stateOf(), [new URL(page.url()).pathname, '/profile', '/profile/not-me', '/profile/freeze']);
  await openSession(page, staffAccount('helpdesk-agent'));
  await look(await stateOf(), [
    '/helpdesk',
    `/helpdesk/users/${account.userId}`,
    `/helpdesk/users/${account.userId}/reissue`,
  ]);
  await openSession(page, staffAccount('administrator'));
  await look(await stateOf(), ['/administration/guide/en', '/administration/setup']);
  expect(inVain).toEqual([]);
  expect(seen.filter((count) => count > 0).length, `${seen.join(' ')}: buttons by page`).toBeGreaterThan(5);
});
