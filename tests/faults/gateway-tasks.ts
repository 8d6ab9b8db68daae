import { activationScreen } from '../e2e/screens/activation-screen';
import { authenticatorScreen } from '../e2e/screens/authenticator-screen';
import { devicesScreen } from '../e2e/screens/devices-screen';
import { signInScreen } from '../e2e/screens/accounts/sign-in-screen';
import { alertIn } from '../support/browser/alert-in';
import type { Profile, Visit } from './gateway-site';

/** What a person does that makes the site ask its gateway. */
export type Task = {
  name: string;
  /** Calls that it needs, by profile; each is a row. */
  calls: Partial<Record<Profile, readonly string[]>>;
  /** What comes before, while everything is right. */
  prepare: (visit: Visit) => Promise<void>;
  /** Resolves when the page has said something, whatever that is. */
  perform: (visit: Visit) => Promise<void>;
  /** Whether it went well, seen on the page within some seconds. */
  isDone: (visit: Visit) => Promise<boolean>;
  /** What the person does next; without it the page goes on by itself. */
  again?: (visit: Visit) => Promise<void>;
};

const isShown = (locator: { waitFor: (options: { timeout: number }) => Promise<void> }, timeout = 2_000) =>
  locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );

const signIn: Task = {
  name: 'Sign in',
  calls: { 'onespan-server': ['authUser', 'userExecute USERCMD_VIEW'] },
  prepare: async ({ page }) => void (await page.goto('/sign-in')),
  async perform({ page, account }) {
    const screen = signInScreen(page);
    await screen.userId.fill(account.userId);
    await screen.password.fill(account.password);
    await screen.signIn.click();
    await devicesScreen(page).heading.or(alertIn(page)).first().waitFor();
  },
  isDone: ({ page }) => isShown(devicesScreen(page).heading),
  async again(visit) {
    await visit.page.goto('/sign-in');
    await signIn.perform(visit);
  },
};

const start: Task = {
  name: 'Ask for an activation',
  calls: {
    'onespan-server': ['logon', 'digipassQuery', 'dsappSRPRegister'],
    'onespan-cloud': ['users/{user}', 'users/register', 'visualcodes/render'],
  },
  async prepare(visit) {
    await visit.signIn();
    await visit.page.goto('/activations/new');
  },
  async perform(visit) {
    await visit.pressStart();
    const { image, waitingForGateway, refusal } = activationScreen(visit.page);
    await image.or(waitingForGateway).or(refusal).first().waitFor();
  },
  isDone: ({ page }) => isShown(activationScreen(page).image, 30_000),
  async again(visit) {
    if (visit.page.url().endsWith('/activations/new')) await visit.pressStart();
    else await visit.askForNewImage();
  },
};

const follow: Task = {
  name: 'Follow the phone',
  calls: {
    'onespan-server': ['digipassQuery', 'digipassActivityQuery'],
    'onespan-cloud': ['registrations/check-status'],
  },
  async prepare(visit) {
    await visit.signIn();
    await visit.start();
    await activationScreen(visit.page).image.waitFor();
  },
  perform: async (visit) => void (await visit.scan()),
  isDone: ({ page }) => isShown(activationScreen(page).activated, 60_000),
  async again(visit) {
    await visit.askForNewImage();
    await visit.scan();
  },
};

const devices: Task = {
  name: 'Look at the devices',
  calls: { 'onespan-server': ['digipassQuery'], 'onespan-cloud': ['authenticators'] },
  prepare: (visit) => visit.activate(),
  perform: async ({ page }) => void (await page.goto('/')),
  isDone: ({ page }) => isShown(devicesScreen(page).devices.first()),
  again: async ({ page }) => void (await page.goto('/')),
};

const remove: Task = {
  name: 'Remove a device',
  calls: {
    'onespan-server': ['digipassExecute DIGIPASSCMD_DEACTIVATE'],
    'onespan-cloud': ['DELETE authenticators/{serial}'],
  },
  async prepare(visit) {
    await visit.activate();
    await visit.page.goto('/');
    await devicesScreen(visit.page).devices.getByRole('link').first().click();
    await authenticatorScreen(visit.page).openRemove.click();
  },
  async perform({ page }) {
    await authenticatorScreen(page).remove.click();
    await devicesScreen(page).heading.or(alertIn(page)).first().waitFor();
  },
  async isDone({ page }) {
    await page.goto('/');
    return (await devicesScreen(page).heading.isVisible()) && (await devicesScreen(page).devices.count()) === 0;
  },
  async again({ page }) {
    await page.goto('/');
    const device = devicesScreen(page).devices.getByRole('link').first();
    if (!(await device.isVisible())) return;
    await device.click();
    await authenticatorScreen(page).openRemove.click();
    await authenticatorScreen(page).remove.click();
    await devicesScreen(page).heading.waitFor();
  },
};

const tryOut: Task = {
  name: 'Try out a one-time password',
  calls: { 'onespan-server': ['digipassapplExecute DIGIPASSAPPLCMD_TEST_OTP'] },
  async prepare(visit) {
    await visit.activate();
    await visit.page.goto('/');
    await devicesScreen(visit.page).devices.getByRole('link').first().click();
    await authenticatorScreen(visit.page).oneTimePassword.waitFor();
  },
  async perform(visit) {
    const { oneTimePassword, testLogin, loginWorks, refusal } = authenticatorScreen(visit.page);
    await oneTimePassword.fill(await visit.oneTimePassword());
    await testLogin.click();
    await loginWorks.or(refusal).first().waitFor();
  },
  isDone: ({ page }) => isShown(authenticatorScreen(page).loginWorks),
  async again(visit) {
    await tryOut.perform(visit);
  },
};

export const TASKS = [signIn, start, follow, devices, remove, tryOut];
