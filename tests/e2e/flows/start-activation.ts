import { expect, type Page } from '@playwright/test';
import type { ActivationType } from '@/lib/activation/activation';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

/** From anywhere to an activation page with its image; for somebody who is signed in. */
export async function startActivation(
  page: Page,
  deviceName?: string,
  activationType: ActivationType = 'online',
): Promise<void> {
  const screen = newActivationScreen(page);
  await page.goto('/activations/new');
  if (deviceName !== undefined) await screen.deviceName.fill(deviceName);
  if (activationType === 'offline') {
    await screen.cannotScan.click();
    await screen.offline.check();
  }
  await screen.show.click();
  await expect(activationScreen(page).image).toBeVisible();
}
