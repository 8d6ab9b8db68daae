import { expect, type Page } from '@playwright/test';
import { activateDevice } from '../flows/activate-device';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { test } from '../fixtures/test';

const SIZES = [
  { width: 320, height: 640 },
  // WCAG 2.2, 1.4.10: 1280 by 1024 at 400 %.
  { width: 320, height: 256 },
];

async function expectToFit(page: Page, name: string): Promise<void> {
  for (const viewport of SIZES) {
    await page.setViewportSize(viewport);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} at ${viewport.width} by ${viewport.height}`).toBe(0);
  }
}

test('nothing has to be scrolled sideways on a phone of 320 pixels, or at 400 % zoom', async ({
  page,
  account,
  phone,
}) => {
  await page.goto('/sign-in');
  await expectToFit(page, 'sign-in');
  await openSession(page, account);
  for (const path of ['/', '/activations/new', '/profile', '/no/such/page']) {
    await page.goto(path);
    await expectToFit(page, path);
  }
  await startActivation(page, 'A name of sixty-four characters that has no space in it at all'.replaceAll(' ', '_'));
  const screen = activationScreen(page);
  await screen.cannotScan.click();
  await expectToFit(page, 'activation');
  await screen.cancel.click();
  await expect(screen.newImage).toBeVisible();
  await expectToFit(page, 'cancelled');

  await page.setViewportSize({ width: 1280, height: 1024 });
  await activateDevice(page, phone, 'Work phone');
  await expectToFit(page, 'device activated');
  await openDevice(page, 'Work phone');
  await expectToFit(page, 'device');
});

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
