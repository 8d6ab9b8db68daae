import { expect, type Page } from '@playwright/test';
import { PHONE_DATABASE } from '@/lib/phone/accounts/phone-database';
import { MINUTE } from '@/lib/shared/time/duration';
import type { Server } from '@/lib/kit/server/server';
import {
  choosePin,
  confirmAndChoosePin,
  enterPin,
  openNextLinkOnPhone,
  PHONE_PIN,
} from '../e2e/flows/phone-activation';
import { sendInvitation } from '../e2e/flows/send-invitation';
import { sendSignIn } from '../e2e/flows/send-sign-in';
import { startActivation } from '../e2e/flows/start-activation';
import { activationScreen } from '../e2e/screens/activation-screen';
import { newActivationScreen } from '../e2e/screens/new-activation-screen';
import { phoneApp } from '../e2e/screens/phone-app';
import { phoneCheckScreen } from '../e2e/screens/phone-check-screen';
import { setPermission } from '../support/browser/set-permission';
import { IPHONE } from '../support/phones/phone-report';
import { recoveryCodeScreen } from '../e2e/screens/accounts/recovery-code-screen';
import { serviceAccountScreen } from '../e2e/screens/staff/service-account-screen';
import { signInScreen } from '../e2e/screens/accounts/sign-in-screen';
import {
  askToKeepCopy,
  beginBringingBack,
  bringBack,
  bringBackTwice,
  emptyKeptPhone,
  failToKeepCopy,
  keepCopy,
  seeKeptCopy,
} from './copy-scenes';
import { askJanesManager, freezeJane, openManagersPage, requestWithoutCheck } from './helpdesk-scenes';
import { seeBlockedSettings, seeReachedSettings, seeTestedDevice } from './push-scenes';
import {
  lockEmptied,
  pasteByHand,
  seeEmptied,
  seeHomeScreen,
  seeInstallFirst,
  seeRiskInSettings,
  seeRiskOfDevice,
  seeRiskOfDevices,
  takeLinkAlong,
} from './kept-scenes';
import { openActivationLink, returnFromActivationLink, seeDepartedHolder } from './system-scenes';

/** A demo account, or nobody. */
export type Visitor = 'jane.doe' | 'helpdesk' | 'approver' | 'auditor' | 'administrator' | 'nobody';

export type Scene = {
  name: string;
  visitor: Visitor;
  /** Where it begins. */
  path: string;
  /** From there to the state; by roles and flows, which move with the pages. */
  lead: Lead | undefined;
};

type Lead = (page: Page, server: Server) => Promise<unknown>;

/** Follows the first link of the page's content to an address like each of these, one after the other. */
const openFirst =
  (...patterns: RegExp[]): Lead =>
  async (page) => {
    for (const pattern of patterns) {
      const links = await page.locator('main').getByRole('link').all();
      const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
      const found = links[hrefs.findIndex((href) => href !== null && pattern.test(href))];
      if (!found) throw new Error(`no link to ${pattern.source}`);
      await found.click();
      await page.waitForURL(({ pathname }) => pattern.test(pathname));
    }
  };

const see =
  (role: 'img' | 'button' | 'option', name: RegExp): Lead =>
  (page) =>
    page.getByRole(role, { name }).first().waitFor();

/** Each does what the one before it has led to. */
const then =
  (...leads: Lead[]): Lead =>
  async (page, server) => {
    for (const lead of leads) await lead(page, server);
  };

const press =
  (name: string): Lead =>
  async (page) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.locator('main').getByRole('status').waitFor();
  };

const typeFaintColour: Lead = (page) => page.getByLabel('Colour on light pages', { exact: true }).fill('#ffd400');

const openAccount =
  (name: string): Lead =>
  async (page) => {
    await serviceAccountScreen(page).account(name).click();
    await serviceAccountScreen(page).history.first().waitFor();
  };

const DEVICE = /^\/authenticators\/[^/]+$/;

const refuseCamera: Lead = async (page, server) => {
  await setPermission(page, 'camera', 'denied');
  await failCamera('NotAllowedError')(page, server);
};

/** @param error the name of what the browser answers */
const failCamera =
  (error: string): Lead =>
  async (page) => {
    await page.evaluate((name) => {
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException('no', name);
      };
    }, error);
    await phoneApp(page).scanCode.click();
    await phoneApp(page).tryAgain.waitFor();
  };

/** The app as it was left open while the site was updated. */
const openOutdatedApp: Lead = async (page) => {
  await phoneApp(page).scanCode.click();
  await page.route('**/_next/static/chunks/**', (route) => route.fulfill({ status: 404 }));
  await phoneApp(page).typeValues.click();
  await phoneApp(page).loadNewVersion.waitFor();
};

const checkPhone: Lead = async (page) => {
  await expect(phoneCheckScreen(page).lines).toHaveCount(8);
};

const readPhoneCheck: Lead = async (page, server) => {
  const answer = await page.request.post(`${server.url}/authenticator/check/reports`, {
    data: IPHONE,
    headers: { origin: server.url },
  });
  const { code } = (await answer.json()) as { code: string };
  await phoneCheckScreen(page).codeOfPhone.fill(code);
  await phoneCheckScreen(page).show.click();
  await expect(phoneCheckScreen(page).lines).toHaveCount(8);
};

/** Every page and its main states, in the order of a tour. */
const TOUR: Record<Visitor, readonly (readonly [name: string, path: string, lead?: Lead])[]> = {
  nobody: [
    ['Sign in', '/sign-in'],
    ['Sign in, refused', '/sign-in', signInWrongly],
    ['Forgotten password', '/sign-in/forgotten'],
    ['Forgotten password, code', '/sign-in/forgotten/code'],
    ['First password without a link', '/sign-in/first-password'],
    ['Sign in with the phone', '/sign-in/phone', see('img', /image/i)],
    ['Invitation without a link', '/invitation'],
    ['Code of a letter', '/invitation/code'],
    ['Lost your phone?', '/lost-phone'],
    ['Lost your phone?, a code by email', '/lost-phone/email'],
    ['Lost your phone?, the code', '/lost-phone/email/code'],
    ['Lost your phone?, no case', '/lost-phone/case'],
    ['It wasn’t me, signed out', '/profile/not-me'],
    ['It wasn’t me, without a link', '/not-me'],
    ['It wasn’t me, with a code', '/not-me/code'],
    ['Phone app', '/authenticator', see('button', /scan code/i)],
    ['Phone app, the camera is refused', '/authenticator', refuseCamera],
    ['Phone app, the camera is in use', '/authenticator', failCamera('NotReadableError')],
    ['Phone app, there is no camera', '/authenticator', failCamera('NotFoundError')],
    ['Phone app, the camera is switched off', '/authenticator', failCamera('SecurityError')],
    ['Phone app, open over an update', '/authenticator', openOutdatedApp],
    ['Check of a phone', '/authenticator/check', checkPhone],
    [
      'Check of a phone, the code',
      '/authenticator/check',
      then(
        checkPhone,
        (page) => phoneCheckScreen(page).showHelpdesk.click(),
        (page) => phoneCheckScreen(page).code.waitFor(),
      ),
    ],
    ['Phone app, on an iPhone first', '/authenticator', seeInstallFirst],
    ['Phone app, on the home screen', '/authenticator', seeHomeScreen],
    ['Phone app, a link by hand', '/authenticator', pasteByHand],
    ['Page of the API', '/api/docs'],
    ['No such page', '/no-such-page'],
  ],
  'jane.doe': [
    ['Devices', '/'],
    ['Device', '/', openFirst(DEVICE)],
    ['Replace a device', '/', openFirst(DEVICE, /\/replace$/)],
    ['Activate a device', '/activations/new'],
    ['Activation image', '/activations/new', (page) => startActivation(page)],
    [
      'Activation image, can’t scan',
      '/activations/new',
      then(
        (page) => startActivation(page),
        (page) => activationScreen(page).cannotScan.click(),
      ),
    ],
    ['Activation, the picture of the key', '/activations/new', seePictureOnPage],
    ['Device activated', '/activations/new', finishBesideThePage],
    ['Activation without a network', '/activations/new', (page) => startActivation(page, undefined, 'offline')],
    ['Activation link', '/', openActivationLink],
    ['Activation link, the way back', '/', returnFromActivationLink],
    ['Profile and activity', '/profile'],
    ['What if …?', '/profile', (page) => page.getByText('My phone is lost').click()],
    ['Recovery code, shown', '/profile/recovery-code', makeRecoveryCode],
    ['Recovery code, after coming back', '/profile/recovery-code', then(makeRecoveryCode, comeBackToCode)],
    ['Device activated, with a code on paper', '/activations/new', finishBesideThePage],
    ['Phone app, the picture of the key', '/', seePictureOnPhone],
    ['Freeze everything', '/profile/freeze'],
    ['Phone app, this phone is activated', '/', activatePhone],
    ['Phone app, account card', '/', then(activatePhone, (page) => phoneApp(page).showOneTimePassword.click())],
    ['Phone app, settings', '/', openPhoneSettings],
    ['Phone app, settings, reached while it is closed', '/', seeReachedSettings(activatePhone)],
    ['Phone app, settings, notifications blocked', '/', seeBlockedSettings(openPhoneSettings)],
    ['Device after a test notification', '/', seeTestedDevice(activatePhone)],
    ['Phone app, a link to take along', '/', takeLinkAlong],
    ['Phone app, an account that may be lost', '/', seeRiskInSettings],
    ['Devices, one that may be lost', '/', seeRiskOfDevices],
    ['Device that may be lost', '/', seeRiskOfDevice],
    ['Phone app, an emptied browser', '/', seeEmptied],
    ['Phone app, an emptied browser whose device is locked', '/', lockEmptied],
    ['Phone app, two PINs that differ', '/', chooseTwoPins],
    ['Phone app, frozen account', '/', seeFrozenAccount],
    ['Phone app, a sign-in that was sent', '/', receiveSignIn],
    [
      'Sign in on a phone without notifications',
      '/',
      then(
        activatePhone,
        (page) => page.context().clearCookies(),
        (page) => page.goto('/sign-in/phone'),
      ),
    ],
    [
      'Phone app, freeze everything',
      '/',
      then(
        openPhoneSettings,
        (page) => phoneApp(page).freeze.click(),
        (page) => enterPin(page, PHONE_PIN),
        see('button', /don’t freeze/i),
      ),
    ],
    ['Phone app, keep a copy?', '/', (page) => askToKeepCopy(page, openPhoneSettings)],
    ['Phone app, a copy is kept', '/', (page) => keepCopy(page, openPhoneSettings)],
    ['Phone app, no copy without a secret', '/', (page) => failToKeepCopy(page, openPhoneSettings)],
    ['Device with a copy', '/', (page) => seeKeptCopy(page, openPhoneSettings)],
    ['Phone app, emptied, with a copy', '/', (page) => emptyKeptPhone(page, openPhoneSettings)],
    ['Phone app, bring this phone back', '/', (page) => beginBringingBack(page, openPhoneSettings)],
    [
      'Phone app, a wrong PIN for the copy',
      '/',
      then(
        (page) => bringBack(page, openPhoneSettings, { pin: '000000' }),
        (page) => phoneApp(page).refusal.waitFor(),
      ),
    ],
    [
      'Phone app, the copy was erased',
      '/',
      then(
        (page) => bringBack(page, openPhoneSettings, { pin: '000000', answered: { outcome: 'erased' } }),
        see('button', /close/i),
      ),
    ],
    ['Phone app, no copy for this passkey', '/', (page) => bringBackTwice(page, openPhoneSettings)],
    ['Phone app, activate another device', '/', askPhone],
    ['Not for this account', '/helpdesk/audit'],
  ],
  helpdesk: [
    ['Find a person', '/helpdesk'],
    ['Find a person, found', '/helpdesk?q=ma'],
    ['Find a person, the only one', '/helpdesk?q=jane.doe'],
    ['Palette', '/helpdesk', then((page) => page.keyboard.press('Control+k'), see('option', /invitations/i))],
    ['Person', '/helpdesk/users/grace.hopper'],
    ['Re-issue', '/helpdesk/users/jane.doe/reissue'],
    ['Re-issue, waiting for the manager', '/helpdesk/users/jane.doe/reissue', askJanesManager],
    ['Invitation followed by the agent', '/helpdesk', (page) => sendInvitation(page, 'katherine.johnson')],
    ['Invitations', '/helpdesk/invitations'],
    ['Check of a caller’s phone', '/helpdesk/checks'],
    ['Check of a caller’s phone, read', '/helpdesk/checks', readPhoneCheck],
    ['Alarms', '/helpdesk/alarms'],
    ['Not for an agent', '/administration/users/new'],
  ],
  approver: [
    ['Approvals', '/helpdesk/approvals'],
    ['Approvals, nothing was compared', '/helpdesk/approvals', requestWithoutCheck],
    ['Person, for an approver', '/helpdesk/users/ada.lovelace'],
    ['Approvals, with a frozen account', '/helpdesk/approvals', freezeJane],
  ],
  auditor: [
    ['A first device', '/'],
    ['No device yet', '/'],
    ['Device activated, without a way back', '/activations/new', finishBesideThePage],
    ['Audit log', '/helpdesk/audit'],
  ],
  administrator: [
    ['Start of an administrator', '/helpdesk/status'],
    [
      'Start of an administrator, all settings',
      '/helpdesk/status',
      (page) => page.getByText('All settings', { exact: true }).click(),
    ],
    ['Start of an administrator, a test record for the SIEM', '/helpdesk/status', press('Send a test record')],
    ['Set up', '/administration/setup'],
    ['Set up, name', '/administration/setup/name'],
    ['Set up, logo and colours', '/administration/setup/look'],
    ['Set up, a colour that is too faint', '/administration/setup/look', typeFaintColour],
    ['Set up, who helps', '/administration/setup/helpdesk'],
    ['Set up, email', '/administration/setup/mail', press('Send a test email')],
    ['Set up, activation service', '/administration/setup/gateway', press('Check now')],
    ['Set up, a second administrator', '/administration/setup/administrator'],
    ['Set up, the first activation', '/administration/setup/activation'],
    ['Guide for people', '/administration/guide/en'],
    ['Manager confirms a caller', '/', openManagersPage],
    ['Everybody, for an administrator', '/helpdesk'],
    ['Create an account', '/administration/users/new'],
    ['Person, for an administrator', '/helpdesk/users/grace.hopper'],
    ['Service accounts', '/administration/service-accounts'],
    ['Request a service account', '/administration/service-accounts/new'],
    ['Service account', '/administration/service-accounts', openAccount('Ticket system')],
    ['Service account, suspended', '/administration/service-accounts', openAccount('Fraud desk')],
    ['Service account with a return address', '/administration/service-accounts', openAccount('Online banking')],
    [
      'Replace the key of a service account',
      '/administration/service-accounts',
      then(openAccount('Ticket system'), openFirst(/\/key$/)),
    ],
    ['Service account whose key holder has left', '/administration/service-accounts', seeDepartedHolder],
    ['Numbers', '/helpdesk/numbers'],
    ['Messages', '/helpdesk/messages'],
  ],
};

export const SCENES: readonly Scene[] = (Object.keys(TOUR) as Visitor[]).flatMap((visitor) =>
  TOUR[visitor].map(([name, path, lead]) => ({ name, visitor, path, lead })),
);

async function signInWrongly(page: Page): Promise<void> {
  const { userId, password, signIn, refusal } = signInScreen(page);
  await userId.fill('jane.doe');
  await password.fill('not this one');
  await signIn.click();
  await refusal.waitFor();
}

/** Activates the phone app in the page, which takes the page of the site beside it. */
async function activatePhone(page: Page): Promise<void> {
  await page.context().grantPermissions(['notifications']);
  const site = await page.context().newPage();
  await site.goto('/');
  await openNextLinkOnPhone(site, page);
  await confirmAndChoosePin(page);
  await phoneApp(page).heading('This phone is activated').waitFor();
  await site.close();
}

/** Ends what an earlier view left pending, and shows an image. */
async function startAnew(site: Page): Promise<void> {
  await site.goto('/activations/new');
  await newActivationScreen(site).show.click();
  await activationScreen(site).cancel.click();
  await site.getByRole('heading', { name: 'Activation cancelled' }).waitFor();
  await startActivation(site);
}

/** Scans the page's image with the phone app in another tab, up to the PIN. */
async function scanBeside(site: Page, phone: Page): Promise<void> {
  await startAnew(site);
  const app = phoneApp(phone);
  await phone.goto('/authenticator');
  await app.scanCode.click();
  const buffer = await site.screenshot({ fullPage: true });
  await app.picture.setInputFiles({ name: 'image.png', mimeType: 'image/png', buffer });
  await app.activateThisPhone.click();
  await app.mosaic.waitFor();
}

async function seePictureOnPage(page: Page): Promise<void> {
  await scanBeside(page, await page.context().newPage());
  await page.bringToFront();
  await activationScreen(page).mosaic.waitFor();
}

async function finishBesideThePage(page: Page): Promise<void> {
  const phone = await page.context().newPage();
  await scanBeside(page, phone);
  await choosePin(phone);
  await page.bringToFront();
  await activationScreen(page).activated.waitFor();
}

async function makeRecoveryCode(page: Page): Promise<void> {
  const { make, code } = recoveryCodeScreen(page);
  await make.click();
  await code.waitFor();
}

async function comeBackToCode(page: Page): Promise<void> {
  page.once('dialog', (question) => question.accept());
  await page.reload();
  await recoveryCodeScreen(page).make.waitFor();
}

async function seePictureOnPhone(page: Page): Promise<void> {
  await scanBeside(await page.context().newPage(), page);
}

async function openPhoneSettings(page: Page): Promise<void> {
  await activatePhone(page);
  await phoneApp(page).showOneTimePassword.click();
  await phoneApp(page).settings.click();
  await phoneApp(page).freeze.waitFor();
}

async function chooseTwoPins(page: Page): Promise<void> {
  const site = await page.context().newPage();
  await site.goto('/');
  await openNextLinkOnPhone(site, page);
  const app = phoneApp(page);
  await app.activateThisPhone.click();
  await app.newPin.fill(PHONE_PIN);
  await app.pinAgain.fill('739165');
  await app.refusal.waitFor();
}

/** As the app keeps what the website has said: a freeze would end the person's other scenes. */
async function seeFrozenAccount(page: Page): Promise<void> {
  await activatePhone(page);
  await page.evaluate(freezeAccounts, PHONE_DATABASE);
  await page.goto('/authenticator');
  await phoneApp(page).askAgain.waitFor();
}

async function freezeAccounts(databaseName: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(databaseName);
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
  });
  const transaction = database.transaction('accounts', 'readwrite');
  const accounts = transaction.objectStore('accounts');
  const listing = accounts.getAll();
  listing.addEventListener('success', () => {
    for (const account of listing.result as object[]) accounts.put({ ...account, isFrozen: true });
  });
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
}

async function receiveSignIn(page: Page): Promise<void> {
  await activatePhone(page);
  const app = phoneApp(page);
  await app.showOneTimePassword.click();
  const asking = await page
    .context()
    .browser()
    ?.newPage({ baseURL: new URL(page.url()).origin });
  if (!asking) throw new Error('there is no other browser');
  await sendSignIn(asking, 'jane.doe');
  await app.openRequest.click();
  await app.number.waitFor();
}

async function askPhone(page: Page, { clock }: Server): Promise<void> {
  await activatePhone(page);
  // Every view asks twice, by the page's image and by the message, and a person may ask five times in this time.
  clock.advance(15 * MINUTE);
  await page.goto('/authenticator');
  const site = await page.context().newPage();
  await site.goto('/sign-in/phone?next=%2Factivations%2Fnew&confirm=1');
  await site.getByRole('button', { name: 'Send a request to my phone' }).click();
  await phoneApp(page).openRequest.click();
  await enterPin(page, PHONE_PIN);
  await phoneApp(page).heading('Activate another device?').waitFor();
}
