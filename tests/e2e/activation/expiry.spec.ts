import { expect } from '@playwright/test';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { test as clockTest } from '../fixtures/clock-test';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { test } from '../fixtures/test';

clockTest('the image leaves the open page when its time is over', async ({ page, server, account, phone }) => {
  await openSession(page, account);
  await openActivation(page);
  const screen = activationScreen(page);
  const shot = await page.screenshot();
  const shown = await screen.image.innerHTML();

  server.clock.advance(5 * MINUTE + SECOND);

  await expect(screen.newImage).toBeVisible();
  await expect(screen.image).toBeHidden();
  expect(await page.content()).not.toContain(shown);
  const { code } = await phone.scanShot(shot);
  expect(code).not.toBe(0);
});

clockTest('a new image after expiry asks for the password and works', async ({ page, server, account, phone }) => {
  await openSession(page, account);
  await openActivation(page);
  const screen = activationScreen(page);
  const expired = page.url();
  server.clock.advance(5 * MINUTE + SECOND);
  await screen.newImage.click();
  const form = newActivationScreen(page);

  await form.password.fill('not the password');
  await form.show.click();
  await expect(page.getByText('That password is wrong')).toBeVisible();
  await form.password.fill(account.password);
  await form.show.click();

  await expect(screen.image).toBeVisible();
  expect(page.url()).not.toBe(expired);
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();
});

test('the countdown follows the server and not a browser whose clock is wrong', async ({ page, account }) => {
  await page.clock.install({ time: Date.now() + 60 * MINUTE });
  await page.clock.resume();
  await openSession(page, account);
  await openActivation(page);
  await expect(activationScreen(page).timeLeft).toContainText(/[45]:\d\d/);
});
