import type { Page } from '@playwright/test';
import { refusal } from './refusal';

/** `/activations/{id}` */
export function activationScreen(page: Page) {
  const progress = page.getByRole('list', { name: 'Progress' });
  return {
    image: page.getByRole('img', { name: 'Activation image' }),
    kind: (name: 'Cronto' | 'Colour' | 'Black and white') => page.getByRole('radio', { name, exact: true }),
    hints: page.getByRole('region', { name: 'Not scanned yet?' }),
    progress,
    currentStep: progress.getByRole('listitem').and(page.locator('[aria-current=step]')),
    /** The finer state, in words. */
    happening: page.locator('ol[aria-label=Progress] + p'),
    replacement: page.getByRole('list', { name: 'Replacement progress' }).locator('[aria-current=step]'),
    timeLeft: page.getByRole('timer', { name: 'Time left' }),
    cancel: page.getByRole('button', { name: 'Cancel activation' }),
    newImage: page.getByRole('button', { name: 'New image' }),
    enlarge: page.getByRole('button', { name: 'Enlarge', exact: true }),
    shrink: page.getByRole('button', { name: 'Shrink' }),
    cannotScan: page.getByText("Can't scan?"),
    registrationIdentifier: page.getByRole('textbox', { name: 'Registration identifier' }),
    activationPassword: page.getByRole('textbox', { name: 'Activation password' }),
    deviceCode: page.getByRole('textbox', { name: 'Device code' }),
    showSecondImage: page.getByRole('button', { name: 'Show the second image' }),
    signature: page.getByRole('textbox', { name: 'Signature' }),
    activate: page.getByRole('button', { name: 'Activate device' }),
    refusal: refusal(page),
    openHere: page.getByRole('link', { name: 'Open on this device' }),
    waitingForGateway: page.getByText('The activation service cannot be reached right now'),
    reconnecting: page.getByText(/reconnecting/i),
    oneTimePassword: page.getByLabel('One-time password'),
    activated: page.getByRole('heading', { name: 'Device activated' }),
    announcements: page.getByRole('status'),
  };
}
