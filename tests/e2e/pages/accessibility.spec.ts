import { expect, type Page } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { isWholeRun } from '../../support/rounds';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
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

/** @param isDarkToo for a page that stands for others, in every run */
async function audit(page: Page, name: string, isDarkToo = isWholeRun): Promise<void> {
  expect.soft(await findAccessibilityViolations(page, isDarkToo), name).toEqual([]);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await expectToFit(page, name);
  await page.setViewportSize({ width, height });
}

test('every page passes the accessibility audit, and needs no sideways scrolling at 320 pixels or 400 % zoom', async ({
  page,
  account,
  phone,
}) => {
  const screen = activationScreen(page);
  const longName = 'A_name_of_sixty-four_characters_that_has_no_space_in_it_at_all';
  await page.goto('/sign-in');
  await audit(page, 'sign-in', true);
  for (const path of ['/lost-phone', '/lost-phone/email', '/lost-phone/email/code', '/lost-phone/case', '/frozen']) {
    await page.goto(path);
    await audit(page, path);
  }
  await openSession(page, account);
  for (const path of ['/', '/activations/new', '/profile', '/profile/not-me', '/profile/freeze', '/no/such/page']) {
    await page.goto(path);
    await audit(page, path);
  }
  await openActivation(page, longName);
  await screen.cannotScan.click();
  await audit(page, 'activation with its image', true);
  await screen.cancel.click();
  await expect(screen.newImage).toBeVisible();
  await audit(page, 'cancelled activation');
  await openActivation(page, longName, 'offline');
  await screen.deviceCode.fill('1'.repeat(26));
  await screen.showSecondImage.click();
  await expect(screen.refusal).toBeVisible();
  await audit(page, 'offline activation');
  await screen.cancel.click();
  await expect(screen.newImage).toBeVisible();
  await openActivation(page, 'Audited phone');
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();
  await audit(page, 'device activated');
  await page.goto('/');
  await audit(page, 'devices');
  await openDevice(page, 'Audited phone');
  await audit(page, 'device', true);
});
