import { expect } from '@playwright/test';
import { openSession } from '../flows/open-session';
import { startActivation } from '../flows/start-activation';
import { test } from '../fixtures/isolated-test';
import { activationScreen } from '../screens/activation-screen';

test('a server killed while the image is shown comes back with the same image, and the open page goes on', async ({
  page,
  server,
  account,
  phone,
}) => {
  await openSession(page, account);
  await startActivation(page);
  const screen = activationScreen(page);
  const shot = await page.screenshot();

  await server.kill();
  await expect(screen.reconnecting).toBeVisible();
  await server.restart();
  await expect(screen.reconnecting).toBeHidden();

  const { code, output } = await phone.scanShot(shot);
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();
});

test('a server killed while the person is choosing a PIN loses nothing', async ({ page, server, account, phone }) => {
  await openSession(page, account);
  await startActivation(page);
  const screen = activationScreen(page);

  await phone.scanAndPause(page, async () => {
    await expect(screen.currentStep).toContainText('PIN');
    await server.kill();
    await server.restart();
  });

  await expect(screen.activated).toBeVisible();
});

test('a server stopped by its operator finishes quickly although pages are waiting', async ({
  page,
  server,
  account,
}) => {
  await openSession(page, account);
  await startActivation(page);
  const asked = performance.now();
  await server.stop();
  // Less than the 10 s after which it would stop whatever is under way.
  expect(performance.now() - asked).toBeLessThan(8_000);
  await server.restart();
  await page.reload();
  await expect(activationScreen(page).image).toBeVisible();
});
