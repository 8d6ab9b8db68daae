import { expect, type Page } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';

/** The smallest phone that is still in use. */
export async function showSmall(phonePage: Page): Promise<void> {
  await phonePage.setViewportSize({ width: 320, height: 640 });
}

/** @param screen its name, for what is found */
export async function auditScreen(phonePage: Page, screen: string): Promise<void> {
  expect.soft(await findAccessibilityViolations(phonePage), screen).toEqual([]);
  const overflow = await phonePage.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${screen}: to be scrolled sideways`).toBe(0);
}
