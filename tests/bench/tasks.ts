/**
 * Tasks that people come for, done in the browser by somebody who knows the site: how many presses (choices from a list
 * among them) and fields filled in each takes, on the website and on the phone, signing in where the task begins with it,
 * and how many seconds. Nobody reads or thinks here, so that the seconds are the site's own; the phone's connections are
 * real, and what its camera offers is read off a screenshot.
 */
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { PASSWORD, type Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { addAccounts } from '../support/add-accounts';
import { Phone } from '../support/phones/phone';
import { PhoneBrowser } from '../support/phones/phone-browser';
import { decodeWithZxing } from '../support/images/decode-with-zxing';
import { addDevice } from '../e2e/flows/add-device';
import { openSession } from '../e2e/flows/open-session';
import { PHONE_PIN } from '../e2e/flows/phone-activation';
import { sendInvitation } from '../e2e/flows/send-invitation';
import { activationScreen } from '../e2e/screens/activation-screen';
import { approvalsScreen } from '../e2e/screens/staff/approvals-screen';
import { authenticatorScreen } from '../e2e/screens/authenticator-screen';
import { devicesScreen } from '../e2e/screens/devices-screen';
import { findUserScreen } from '../e2e/screens/staff/find-user-screen';
import { invitationScreen } from '../e2e/screens/staff/invitation-screen';
import { newActivationScreen } from '../e2e/screens/new-activation-screen';
import { phoneApp } from '../e2e/screens/phone-app';
import { KNOWN_NUMBER } from '../support/add-accounts';
import { reissueScreen } from '../e2e/screens/staff/reissue-screen';
import { replacementScreen } from '../e2e/screens/replacement-screen';
import { readPhoneSignIn } from '../e2e/flows/start-phone-sign-in';
import { signInScreen } from '../e2e/screens/accounts/sign-in-screen';
import { withServerAndBrowser } from './parts/with-server-and-browser';

/** Somebody at the keyboard and with a phone, whose presses and fields are counted. */
class Person {
  website = { presses: 0, fields: 0 };
  phone = { presses: 0, fields: 0 };

  async press(button: Locator): Promise<void> {
    // Where it stands is known once it is there.
    await button.waitFor();
    this.#at(button.page()).presses += 1;
    await button.click();
  }

  fill(field: Locator, text: string): Promise<void> {
    this.#at(field.page()).fields += 1;
    return field.fill(text);
  }

  async choose(field: Locator, option: string): Promise<void> {
    this.#at(field.page()).presses += 1;
    await field.selectOption(option);
  }

  async signIn(page: Page, userId: string): Promise<void> {
    const screen = signInScreen(page);
    await this.fill(screen.userId, userId);
    await this.fill(screen.password, PASSWORD);
    await this.press(screen.signIn);
  }

  /** Points the phone's own camera at a page, and presses the address that it offers. */
  async openInCamera(phone: Page, address: string): Promise<void> {
    this.phone.presses += 1;
    await phone.goto(address);
  }

  async choosePin(phone: Page): Promise<void> {
    const app = phoneApp(phone);
    await this.press(app.activateThisPhone);
    await this.fill(app.newPin, PHONE_PIN);
    await this.fill(app.pinAgain, PHONE_PIN);
  }

  /** What is done in the app counts as the phone's, also where the website is open on it. */
  #at(page: Page): { presses: number; fields: number } {
    return /^\/authenticator(?:\/|$)/.test(new URL(page.url()).pathname) ? this.phone : this.website;
  }
}

async function measure(name: string, task: (person: Person) => Promise<void>): Promise<void> {
  const person = new Person();
  const startedAt = performance.now();
  await task(person);
  const seconds = (performance.now() - startedAt) / 1_000;
  const said = ([where, { presses, fields }]: [string, Person['phone']]) =>
    `${where} ${presses} + ${fields} = ${presses + fields}`.padEnd(22);
  console.log(
    `${name.padEnd(30)} ${said(['website', person.website])}${said(['phone', person.phone])}${seconds.toFixed(1).padStart(5)} s`,
  );
}

async function firstActivation(server: Server, browser: Browser, phones: PhoneBrowser): Promise<Page> {
  const page = await browser.newPage({ baseURL: server.url });
  // It has never seen the site: no app, no account.
  const phone = await (await phones.newPhone({ baseURL: server.url })).newPage();
  await page.goto('/');
  await measure('First activation', async (person) => {
    await person.signIn(page, 'person.1');
    await person.press(devicesScreen(page).activate);
    await expect(activationScreen(page).image).toBeVisible();
    await person.openInCamera(phone, await decodeWithZxing(await page.screenshot()));
    await person.choosePin(phone);
    await expect(activationScreen(page).activated).toBeVisible();
  });
  await phoneApp(phone).showOneTimePassword.click();
  await expect(phoneApp(phone).oneTimePassword.last()).toBeVisible();
  await page.close();
  return phone;
}

async function phoneOnly(server: Server, phones: PhoneBrowser): Promise<void> {
  const first = new Phone(server.url);
  const page = await (await phones.newPhone({ baseURL: server.url })).newPage();
  await openSession(page, { userId: 'person.2', password: PASSWORD });
  await addDevice(page, first, 'First phone');
  await page.context().clearCookies();
  await page.goto('/');
  await measure('Second device, phone alone', async (person) => {
    await person.signIn(page, 'person.2');
    await person.press(devicesScreen(page).activate);
    await person.press(newActivationScreen(page).activateHere);
    await person.choosePin(page);
    await expect(phoneApp(page).heading('This phone is activated')).toBeVisible();
  });
  first.dispose();
}

/** @param phone on which the account is open @param camera that the phone has */
async function scannedSignIn(server: Server, browser: Browser, phone: Page, camera: PhoneBrowser): Promise<void> {
  const page = await browser.newPage({ baseURL: server.url });
  await page.goto('/sign-in');
  await measure('Sign in with the phone (scan)', async (person) => {
    await person.press(page.getByRole('link', { name: names.phoneSignIn.heading }));
    const { number } = await readPhoneSignIn(page);
    await camera.pointCameraAt(page);
    const app = phoneApp(phone);
    await person.press(app.scanCode);
    await person.fill(app.number, number);
    await person.press(app.confirmNumber);
    await expect(devicesScreen(page).heading).toBeVisible();
  });
  await page.close();
}

async function replacement(server: Server, page: Page): Promise<void> {
  const [old, next] = [new Phone(server.url), new Phone(server.url)];
  await openSession(page, { userId: 'person.3', password: PASSWORD });
  await addDevice(page, old, 'Old phone');
  await page.goto('/');
  await measure('Replace a phone', async (person) => {
    await person.press(devicesScreen(page).device('Old phone'));
    const { open, start } = replacementScreen(page);
    await person.press(open);
    await person.press(start);
    await person.fill(newActivationScreen(page).deviceName, 'New phone');
    await person.press(newActivationScreen(page).show);
    await expect(activationScreen(page).image).toBeVisible();
    await next.scan(page);
    const { oneTimePassword, testLogin } = authenticatorScreen(page);
    await person.fill(oneTimePassword, await next.oneTimePassword());
    await person.press(testLogin);
    await expect(page.getByText('Old phone is replaced')).toBeVisible();
  });
  old.dispose();
  next.dispose();
}

async function lostPhone(page: Page): Promise<void> {
  await openSession(page, { userId: 'helpdesk-agent.1', password: PASSWORD });
  await page.goto('/helpdesk');
  await measure('Lost-phone re-issue', async (person) => {
    const find = findUserScreen(page);
    await person.fill(find.search, 'person.3');
    await person.press(page.getByRole('link', { name: names.user.lost('New phone') }));
    const form = reissueScreen(page);
    await expect(form.send).toBeVisible();
    await person.fill(form.ticket, 'T-1');
    await person.choose(form.numberCalled, KNOWN_NUMBER);
    await person.press(form.send);
    // It was their only device, so that nothing but the call is compared.
    await expect(invitationScreen(page).heading('Awaiting approval')).toBeVisible();
  });
}

async function approval(server: Server, browser: Browser, agent: Page): Promise<void> {
  await sendInvitation(agent, 'board.1');
  const page = await browser.newPage({ baseURL: server.url });
  await page.goto('/');
  await measure('Approve a request', async (person) => {
    await person.signIn(page, 'helpdesk-approver.1');
    const { approve, card } = approvalsScreen(page).request('board.1');
    await person.press(approve);
    await expect(card).toBeHidden();
  });
}

/** Whoever is signed in stops everything at once. */
async function freeze(server: Server, browser: Browser): Promise<void> {
  const page = await browser.newPage({ baseURL: server.url });
  await openSession(page, { userId: 'person.2', password: PASSWORD });
  await page.goto('/');
  await measure('Freeze everything', async (person) => {
    await person.press(page.getByRole('banner').locator('summary'));
    await person.press(page.getByRole('link', { name: names.area.freeze }));
    await person.press(page.getByRole('button', { name: 'Freeze my account' }));
    await expect(page).toHaveURL(/\/frozen$/);
  });
  await page.close();
}

await withServerAndBrowser(async (server, browser) => {
  await server.stop();
  await addAccounts(server.dataDirectory, { people: 3, board: 1, staff: 1 });
  await server.launch();
  const phones = await PhoneBrowser.start();
  const phone = await firstActivation(server, browser, phones);
  await phoneOnly(server, phones);
  await scannedSignIn(server, browser, phone, phones);
  await replacement(server, await browser.newPage({ baseURL: server.url }));
  const agent = await browser.newPage({ baseURL: server.url });
  await lostPhone(agent);
  await approval(server, browser, agent);
  await freeze(server, browser);
  await phones.close();
});
