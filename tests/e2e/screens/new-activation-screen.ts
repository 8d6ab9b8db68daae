import type { Page } from '@playwright/test';

/** `/activations/new` */
export function newActivationScreen(page: Page) {
  return {
    deviceName: page.getByLabel('Device name'),
    password: page.getByLabel('Password', { exact: true }),
    show: page.getByRole('button', { name: 'Show activation image' }),
    refusal: page.getByRole('alert'),
  };
}
