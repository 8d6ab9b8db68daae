import { expect } from '@playwright/test';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { SECOND } from '@/lib/shared/time/duration';
import { test } from '../fixtures/test';
import { activationScreen } from '../screens/activation-screen';

test('a server that is stopped or killed during an activation loses nothing, and the open page goes on', async ({
  page,
  server,
  account,
  phone,
}) => {
  await page.clock.install();
  await openSession(page, account);
  await openActivation(page);
  const screen = activationScreen(page);
  /** The page waits ever longer between its questions; once there is an answer again, it need not. */
  const expectReconnected = async () => {
    await page.clock.fastForward(15 * SECOND);
    await expect(screen.reconnecting).toBeHidden();
  };

  const asked = performance.now();
  await server.stop();
  // Less than the 10 s after which it would stop whatever is under way, although the page waits.
  expect(performance.now() - asked).toBeLessThan(8_000);
  await expect(screen.reconnecting).toBeVisible();
  await server.restart();
  await expectReconnected();
  const shot = await page.screenshot();

  await server.kill();
  await expect(screen.reconnecting).toBeVisible();
  await server.restart();
  await expectReconnected();

  await phone.scanShotAndPause(shot, async () => {
    await expect(screen.currentStep).toContainText('PIN');
    await server.kill();
    await server.restart();
  });
  await page.clock.fastForward(15 * SECOND);
  await expect(screen.activated).toBeVisible();
});
