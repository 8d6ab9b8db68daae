import type { Page } from '@playwright/test';

/** `/authenticator` */
export function phoneApp(page: Page) {
  const button = (name: string) => page.getByRole('button', { name });
  return {
    heading: (name: string | RegExp) => page.getByRole('heading', { level: 1, name }),
    anyHeading: page.getByRole('heading', { level: 1 }),
    scanCode: button('Scan code'),
    typeCredentials: button('Type the credentials'),
    picture: page.getByLabel('Picture with an activation image'),
    activateThisPhone: button('Activate this phone'),
    newPin: page.getByLabel('New PIN'),
    pinAgain: page.getByLabel('PIN again'),
    pin: page.getByLabel(/^PIN of /),
    continue: button('Continue'),
    useBiometrics: button('Use this device’s fingerprint or face'),
    skip: button('Skip'),
    allowNotifications: button('Allow notifications'),
    notNow: button('Not now'),
    showOneTimePassword: button('Show the one-time password'),
    oneTimePassword: page.getByText(/^\d{3} \d{3}$/),
    cancel: page.getByRole('button', { name: 'Cancel', exact: true }),
    confirmCancel: button('Cancel the activation'),
    keepGoing: button('Keep going'),
    done: button('Done'),
    tryAgain: button('Try again'),
    startOver: button('Start over'),
    problem: page.getByRole('status'),
    refusal: page.getByRole('alert').filter({ hasText: /./ }),
    settings: button('Settings'),
    back: button('Back'),
  };
}
