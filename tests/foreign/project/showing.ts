import type { Page } from '@playwright/test';
import { expect, names } from '@tessera-auth/kit/playwright';

/** From anywhere to an activation page with its image; for somebody who is signed in. */
export async function showImage(page: Page, way: 'online' | 'offline' = 'online'): Promise<void> {
  await page.goto('/activations/new');
  if (way === 'offline') {
    await page.getByText(names.activation.cannotScan).click();
    await page.getByRole('checkbox', { name: names.newActivation.offline }).check();
  }
  await page.getByRole('button', { name: names.newActivation.show }).click();
  await expect(page.getByRole('img', { name: names.activation.image })).toBeVisible();
}
