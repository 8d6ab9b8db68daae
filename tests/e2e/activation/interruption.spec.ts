import { expect } from '@playwright/test';
import { openSession } from '../flows/open-session';
import { startActivation } from '../flows/start-activation';
import { test } from '../fixtures/isolated-test';
import { activationScreen } from '../screens/activation-screen';

test('a server that is stopped or killed while the image is shown and while the PIN is chosen loses nothing, and the open page goes on', async ({
  page,
  server,
  account,
  phone,
}) => {
  await openSession(page, account);
  await startActivation(page);
  const screen = activationScreen(page);

  const asked = performance.now();
  await server.stop();
  // Less than the 10 s after which it would stop whatever is under way, although the page waits.
  expect(performance.now() - asked).toBeLessThan(8_000);
  await expect(screen.reconnecting).toBeVisible();
  await server.restart();
  await expect(screen.reconnecting).toBeHidden();
  const shot = await page.screenshot();

  await server.kill();
  await expect(screen.reconnecting).toBeVisible();
  await server.restart();
  await expect(screen.reconnecting).toBeHidden();

  await phone.scanShotAndPause(shot, async () => {
    await expect(screen.currentStep).toContainText('PIN');
    await server.kill();
    await server.restart();
  });
  await expect(screen.activated).toBeVisible();
});
