import { expect, type Page } from '@playwright/test';
import { answers, DEVICES_COOKIE, emptyBrowser, untilAsked, untilRemembered } from '../flows/empty-browser';
import { enterPin, expectFirstScreen, passPinPause, PHONE_PIN } from '../flows/phone-activation';
import { openDevice } from '../flows/open-device';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

const deleted = (phonePage: Page) => phonePage.getByText('This browser has deleted it.');

test('a browser that has deleted its device says when it was activated, and one press locks it', async ({
  page,
  account,
  activatedPhone: phonePage,
  phoneContext,
}) => {
  const app = phoneApp(phonePage);
  await untilRemembered(phoneContext);
  const cookie = (await phoneContext.cookies()).find(({ name }) => name === DEVICES_COOKIE);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  const inDays = ((cookie?.expires ?? 0) - Date.now() / 1_000) / 86_400;
  expect(Math.round(inDays)).toBe(400);

  await untilAsked(phonePage, () => emptyBrowser(phonePage));
  await expect(deleted(phonePage)).toBeVisible();
  await expect(phonePage.getByText(/A phone was activated here on \d+ \w+ \d{4}\./)).toBeVisible();
  // Nobody who finds the browser learns whose the device is, or what it is called.
  const shown = await phonePage.locator('body').innerText();
  for (const name of [account.userId, 'Linux computer', 'VDS']) expect(shown).not.toContain(name);

  await app.lockDeleted.click();
  await expect(phonePage.getByText('is locked.')).toBeVisible();
  await openDevice(page, 'Linux computer');
  await expect(page.getByText('This device can’t sign in as you.')).toBeVisible();
  await expect(authenticatorScreen(page).openUnlock).toBeVisible();
  await untilAsked(phonePage, () => phonePage.reload());
  await expect(app.scanCode).toBeVisible();
  await expect(deleted(phonePage)).toBeHidden();
});

test('threat: a script of the page, or a page of another site, learns nothing of the devices that a browser held', async ({
  activatedPhone: phonePage,
  phoneContext,
  server,
}) => {
  await untilRemembered(phoneContext);
  expect(await phonePage.evaluate(() => document.cookie)).not.toContain('tessera.devices');
  const url = `${server.url}/authenticator/marks`;
  const list = { list: true };
  const asForeign = { headers: { origin: 'https://evil.example.org' }, data: list };
  expect((await phoneContext.request.post(url, asForeign)).status()).toBe(403);
  const own = await phoneContext.request.post(url, { headers: { origin: server.url }, data: list });
  expect(own.headers()['cache-control']).toBe('no-store');
  const { ghosts } = (await own.json()) as { ghosts: object[] };
  expect(ghosts.map((ghost) => Object.keys(ghost).toSorted())).toEqual([['activatedAt', 'id']]);

  const stranger = await phoneContext.browser()?.newContext();
  if (!stranger) throw new Error('no browser');
  const asked = { headers: { origin: server.url }, data: list };
  const without = await stranger.request.post(url, asked);
  expect(await without.json()).toEqual({ ghosts: [] });
  await stranger.addCookies([{ name: DEVICES_COOKIE, value: 'A'.repeat(43), url: server.url }]);
  expect(await (await stranger.request.post(url, asked)).json()).toEqual({ ghosts: [] });
  const lock = { headers: { origin: server.url }, data: { lock: (ghosts[0] as { id: string }).id } };
  expect((await stranger.request.post(url, lock)).status()).toBe(404);
  await stranger.close();
});

test('an account that was removed on purpose is not called deleted', async ({
  activatedPhone: phonePage,
  phoneContext,
}) => {
  const app = phoneApp(phonePage);
  await untilRemembered(phoneContext);
  await app.settings.click();
  await app.remove.click();
  await enterPin(phonePage, PHONE_PIN);
  const forgotten = phonePage.waitForResponse(answers('unmark'));
  // The first screen asks too, before the browser is emptied.
  await untilAsked(phonePage, () => app.confirmRemove.click());
  await expectFirstScreen(phonePage);
  await forgotten;
  await untilAsked(phonePage, () => emptyBrowser(phonePage));
  await expect(app.scanCode).toBeVisible();
  await expect(deleted(phonePage)).toBeHidden();
});

test('an account that wrong PINs have erased is not called deleted', async ({
  activatedPhone: phonePage,
  phoneContext,
}) => {
  const app = phoneApp(phonePage);
  await untilRemembered(phoneContext);
  await phonePage.clock.install();
  await phonePage.reload();
  await app.showOneTimePassword.click();
  const forgotten = phonePage.waitForResponse(answers('unmark'));
  for (let tries = 0; tries < 5; tries++) {
    await enterPin(phonePage, '000000');
    if (tries < 4) await expect(app.refusal).toContainText('Wrong PIN');
    if (tries < 4) await passPinPause(phonePage);
  }
  await forgotten;
  await untilAsked(phonePage, () => emptyBrowser(phonePage));
  await expect(app.scanCode).toBeVisible();
  await expect(deleted(phonePage)).toBeHidden();
});
