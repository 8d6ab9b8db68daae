import type { Page } from '@playwright/test';

/** `/authenticator` */
export function phoneApp(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const ofAccount = (name: string) => page.getByRole('button', { name });
  return {
    heading: (name: string | RegExp) => page.getByRole('heading', { level: 1, name }),
    anyHeading: page.getByRole('heading', { level: 1 }),
    scanCode: button('Scan code'),
    typeCredentials: button('Type the credentials'),
    picture: page.getByLabel('Picture with an image to scan'),
    activateThisPhone: button('Activate this phone'),
    newPin: page.getByLabel('New PIN'),
    pinAgain: page.getByLabel('PIN again'),
    pin: page.getByLabel(/^PIN of /),
    continue: button('Continue'),
    useBiometrics: button('Use this device’s fingerprint or face'),
    useItAllTheSame: button('Use it all the same'),
    fingerprint: button('Use fingerprint or face'),
    skip: button('Skip'),
    allowNotifications: button('Allow notifications'),
    notNow: button('Not now'),
    continueWithout: button('Continue without'),
    showOneTimePassword: ofAccount('Show the one-time password'),
    oneTimePassword: page.getByText(/^\d{3} \d{3}$/),
    copy: ofAccount('Copy the one-time password'),
    cancel: button('Cancel'),
    confirmCancel: button('Cancel the activation'),
    keepGoing: button('Keep going'),
    done: button('Done'),
    close: button('Close'),
    tryAgain: button('Try again'),
    startOver: button('Start over'),
    notice: page.getByRole('status').filter({ hasText: /./ }),
    // Next.js has an alert of its own outside the main region, for changes of the route.
    refusal: page.getByRole('main').getByRole('alert'),
    settings: ofAccount('Settings of'),
    name: page.getByLabel('Name', { exact: true }),
    saveName: button('Save name'),
    changePin: button('Change PIN'),
    changeThePin: button('Change the PIN'),
    turnBiometricsOn: button('Turn fingerprint or face on'),
    turnBiometricsOff: button('Turn fingerprint or face off'),
    remove: button('Remove this account'),
    confirmRemove: button('Remove the account'),
    removeNotice: ofAccount('Remove this notice'),
    back: button('Back'),
    number: (number: string) => button(number),
    numbers: page.getByRole('group', { name: 'Choose the number on the sign-in page' }).getByRole('button'),
    thatWasNotMe: button('That wasn’t me'),
    scanAgain: button('Scan again'),
  };
}
