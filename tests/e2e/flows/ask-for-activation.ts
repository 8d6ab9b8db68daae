import type { Page } from '@playwright/test';
import { newActivationScreen } from '../screens/new-activation-screen';

/** Asks for an activation, whatever comes of it. @param credential where the gateway asks for one */
export async function askForActivation(page: Page, credential?: string): Promise<void> {
  const screen = newActivationScreen(page);
  await page.goto('/activations/new');
  if (credential !== undefined) await screen.credential.fill(credential);
  await screen.show.click();
}
