import { expect, type Page } from '@playwright/test';
import { activateDevice } from '../flows/activate-device';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { test } from '../fixtures/test';

async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const SIZES = [
  { name: 'a phone of 320 pixels', viewport: { width: 320, height: 640 } },
  // WCAG 2.2, 1.4.10: 1280 by 1024 at 400 %.
  { name: '400 % zoom', viewport: { width: 320, height: 256 } },
];

for (const { name, viewport } of SIZES) {
  test(`nothing has to be scrolled sideways on ${name}`, async ({ page, account, phone }) => {
    await page.setViewportSize(viewport);
    await page.goto('/sign-in');
    expect(await overflow(page)).toBe(0);
    await openSession(page, account);
    for (const path of ['/', '/activations/new', '/profile', '/no/such/page']) {
      await page.goto(path);
      expect(await overflow(page), path).toBe(0);
    }
    await startActivation(page, 'A name of sixty-four characters that has no space in it at all'.replaceAll(' ', '_'));
    const screen = activationScreen(page);
    await screen.cannotScan.click();
    expect(await overflow(page), 'activation').toBe(0);
    await screen.cancel.click();
    await expect(screen.newImage).toBeVisible();
    expect(await overflow(page), 'cancelled').toBe(0);

    await page.setViewportSize({ width: 1280, height: 1024 });
    await activateDevice(page, phone, 'Work phone');
    await page.setViewportSize(viewport);
    expect(await overflow(page), 'device activated').toBe(0);
    await openDevice(page, 'Work phone');
    expect(await overflow(page), 'device').toBe(0);
  });
}

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
