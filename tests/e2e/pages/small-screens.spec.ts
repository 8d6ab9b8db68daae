import { expect } from '@playwright/test';
import { openSession } from '../flows/open-session';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { test } from '../fixtures/test';

test('the image is whole and readable on a phone of 320 pixels', async ({ page, account, phone }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openSession(page, account);
  await startActivation(page);
  const screen = activationScreen(page);
  const box = await screen.image.boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(272);
  await screen.image.scrollIntoViewIfNeeded();
  const { code, output } = await phone.scanShot(await page.screenshot({ fullPage: true }));
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();
});
