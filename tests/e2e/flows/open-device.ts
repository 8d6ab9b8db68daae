import { expect, type Page } from '@playwright/test';
import { devicesScreen } from '../screens/devices-screen';

export async function openDevice(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await devicesScreen(page).device(name).click();
  await expect(page).toHaveURL(/\/authenticators\//);
}
