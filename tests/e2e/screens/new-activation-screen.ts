import type { Page } from '@playwright/test';
import { refusal } from './refusal';

/** `/activations/new` */
export function newActivationScreen(page: Page) {
  return {
    deviceName: page.getByLabel('Device name'),
    password: page.getByLabel('Password', { exact: true }),
    credential: page.getByLabel('Password or one-time password'),
    secondProof: page.getByRole('group', { name: 'Confirm that it’s you' }),
    oneTimePassword: page.getByLabel('One-time password', { exact: true }),
    emailCode: page.getByRole('button', { name: 'Email me a code' }),
    mailedCode: page.getByLabel('Code from the email'),
    recoveryCode: page.getByLabel('Recovery code'),
    confirmWithPhone: page.getByRole('link', { name: 'Confirm with your phone' }),
    offline: page.getByRole('checkbox', { name: 'The phone has no internet connection' }),
    show: page.getByRole('button', { name: 'Show activation image' }),
    appCode: page.getByRole('img', { name: 'Code that opens the app' }),
    openApp: page.getByRole('link', { name: 'Open the authenticator app on this phone' }),
    refusal: refusal(page),
  };
}
