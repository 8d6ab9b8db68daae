import { expect } from '@playwright/test';
import { openSession } from '../flows/open-session';
import { staffAccount } from '../fixtures/accounts';
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

test('at 400 % the heading and what follows it are on the first screen', async ({ page, account }) => {
  const { userId } = account;
  // WCAG 2.2, 1.4.10: 1280 by 1024 at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  await openSession(page, staffAccount('helpdesk-agent'));
  for (const path of ['/', '/profile', '/helpdesk', `/helpdesk/users/${userId}/reissue`]) {
    await page.goto(path);
    const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect(heading?.y, path).toBeLessThanOrEqual(96);
    expect((heading?.y ?? 0) + (heading?.height ?? 0), path).toBeLessThanOrEqual(192);
  }
});
