import { expect, type Page } from '@playwright/test';
import { activationScreen } from '../screens/activation-screen';
import { payloadOfLink } from '../../support/phones/payload-of-link';

export type ShownCredentials = { registrationIdentifier: string; activationPassword: string };

/** Opens "Can't scan?" and reads what a person would type. */
export async function readCredentials(page: Page): Promise<ShownCredentials> {
  const screen = activationScreen(page);
  if (!(await screen.activationPassword.isVisible())) await screen.cannotScan.click();
  await expect(screen.activationPassword).toBeVisible();
  const link = await screen.openHere.getAttribute('href');
  const payload = payloadOfLink(link ?? '').split(';');
  const [registrationIdentifier, activationPassword] = [payload[4], payload[5]];
  if (!registrationIdentifier || !activationPassword) throw new Error(`not an activation link: ${link}`);
  return { registrationIdentifier, activationPassword };
}
