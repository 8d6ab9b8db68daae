import { expect, type Page } from '@playwright/test';
import type { Phone } from '../../support/phones/phone';
import { activationScreen } from '../screens/activation-screen';
import { startActivation } from './start-activation';

/** The whole way to a device that works; ends on the activation page. */
export async function activateDevice(page: Page, phone: Phone, deviceName?: string): Promise<void> {
  await startActivation(page, deviceName);
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  await expect(activationScreen(page).activated).toBeVisible();
}
