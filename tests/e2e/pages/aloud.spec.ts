import { expect, type Locator, type Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { readAloud } from '../../support/browser/screen-reader';
import { focusInWords, tabTo } from '../../support/browser/tab-to';
import { addDevice } from '../flows/add-device';
import { cheapenPins } from '../flows/cheapen-pins';
import { openSession } from '../flows/open-session';
import { PHONE_PIN, readLink } from '../flows/phone-activation';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { phoneApp } from '../screens/phone-app';
import { signInScreen } from '../screens/accounts/sign-in-screen';
import { test as isolatedTest } from '../fixtures/isolated-test';
import { findUserScreen } from '../screens/staff/find-user-screen';
import { invitationScreen } from '../screens/staff/invitation-screen';
import { reissueScreen } from '../screens/staff/reissue-screen';
import { userScreen } from '../screens/staff/user-screen';
import { PASSWORD } from '@/lib/kit/server/server';
import { staffAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';

/** What differs from run to run, and what is kept in its place. */
const PLACEHOLDERS: readonly (readonly [RegExp, string])[] = [
  [/\bRow 1: [^,]*(?:, )?.*/g, '{picture of the key}'],
  [/\bcase-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '{reference}'],
  [/\bVDS\d{7}-\d\b/g, '{serial}'],
  [/\b(\w)…@/g, '$1…@'],
  [/\b(p|P)erson[. ]\d+/g, '{person}'],
  [/\bhttps?:\/\/[\w.:[\]-]+/g, '{site}'],
  [/\b(?:localhost|127\.0\.0\.1):\d+/g, '{site}'],
  [/\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\w*(?: \d{4})?/g, '{day}'],
  // Until the page knows the reader’s zone it names the date.
  [/\bToday\b/g, '{day}'],
  [/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, '{time}'],
  [/\b(?:just now|less than a minute|\d+ (?:second|minute|hour)s?(?: ago)?)\b/g, '{moment}'],
  [/\b\d{3} \d{3}\b/g, '{code}'],
  [/\b\d{1,2} s\b/g, '{moment}'],
  [/\{time\} (?:UTC|GMT|[A-Z]{3,4})\b/g, '{time}'],
];

/** Somebody who hears a page and has a keyboard: what they hear, and where each Tab leads, is the transcript. */
class Listener {
  readonly #lines: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Hears the page from its beginning to its end. */
  async hear(title: string, part: 'body' | 'main' = 'main'): Promise<void> {
    this.#lines.push(
      '',
      `# ${title}`,
      `title: ${await this.#page.title()}`,
      `focus: ${await focusInWords(this.#page)}`,
      '',
    );
    this.#lines.push(...(await readAloud(this.#page, part)));
  }

  /** Tabs there, and types or presses. */
  async at(target: Locator, ...keys: string[]): Promise<void> {
    const stops = await tabTo(this.#page, target);
    if (stops.length > 0) this.#lines.push('', ...stops.map((stop) => `Tab: ${stop}`));
    await this.#page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    for (const key of keys) {
      if (key === 'Enter' || key === 'Space') await this.#page.keyboard.press(key);
      else await this.#page.keyboard.type(key);
    }
    if (keys.length > 0) this.#lines.push('', `types: ${keys.join(', ')}`);
  }

  /** A step within a page that stays loaded never leaves the focus nowhere. */
  async arrives(at: Locator): Promise<void> {
    await expect(at).toBeVisible();
    if (await this.#page.evaluate(() => 'isSamePage' in globalThis))
      await expect.poll(() => focusInWords(this.#page)).not.toBe('nothing');
  }

  get transcript(): string {
    let text = `${this.#lines.join('\n').trim()}\n`;
    for (const [pattern, placeholder] of PLACEHOLDERS) text = text.replace(pattern, placeholder);
    return text;
  }
}

function keep(name: string, ...listeners: Listener[]): void {
  expect(listeners.map(({ transcript }) => transcript).join('\n')).toMatchSnapshot(`${name}.txt`);
}

test('a first activation can be heard and done with the keyboard alone, on the site and on the phone', async ({
  page,
  account,
  phonePage,
}) => {
  const site = new Listener(page);
  const signIn = signInScreen(page);
  await page.goto('/sign-in');
  await site.hear('Sign-in', 'body');
  await site.at(signIn.userId, account.userId);
  await site.at(signIn.password, account.password, 'Enter');
  const { activate, heading } = devicesScreen(page);
  await site.arrives(heading);
  // The browser alone knows whether it has passkeys.
  await expect(page.getByRole('button', { name: names.backup.notNow })).toBeVisible();
  await site.hear('Your devices', 'body');
  await site.at(activate, 'Enter');
  const screen = activationScreen(page);
  await site.arrives(screen.image);
  await site.hear('The image');

  const phone = new Listener(phonePage);
  const app = phoneApp(phonePage);
  await phonePage.goto(await readLink(page));
  await expect(app.heading(names.phoneApp.isThisYou)).toBeVisible();
  await phone.hear('Phone: is this you?', 'body');
  await phone.at(app.activateThisPhone, 'Enter');
  await phone.arrives(app.newPin);
  await cheapenPins(phonePage);
  await phone.hear('Phone: a PIN');
  await phone.at(app.newPin, PHONE_PIN);
  // The last digit goes on by itself.
  await phone.at(app.pinAgain, PHONE_PIN);
  await phone.arrives(app.heading('This phone is activated'));
  await phone.hear('Phone: activated');

  await site.arrives(screen.activated);
  // Its form comes in a script of its own.
  await expect(page.getByRole('button', { name: names.passkeys.add })).toBeVisible();
  await site.hear('Device activated');
  await phone.at(app.showOneTimePassword, 'Enter');
  await phone.arrives(app.oneTimePassword.last());
  await phone.hear('Phone: accounts', 'body');
  keep('first-activation', site, phone);
});

test('a lost phone can be locked by ear and keyboard alone, signed out', async ({
  page,
  browser,
  server,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'Pixel 9');
  const elsewhere = await browser.newPage({ baseURL: server.url });
  const site = new Listener(elsewhere);
  await elsewhere.goto('/sign-in');
  await site.at(elsewhere.getByRole('link', { name: names.lostPhone.heading }), 'Enter');
  await site.arrives(elsewhere.getByRole('heading', { name: names.lostPhone.heading }));
  await site.hear('Lost your phone?', 'body');
  await site.at(elsewhere.getByLabel(names.signIn.userId), account.userId);
  await site.at(elsewhere.getByLabel(names.signIn.password), account.password);
  await site.at(elsewhere.getByRole('button', { name: names.lostPhone.lock }), 'Enter');
  await site.arrives(elsewhere.getByRole('heading', { name: 'Pixel 9 is locked' }));
  await site.hear('The case');
  await site.at(elsewhere.getByRole('button', { name: names.lostPhone.done }), 'Enter');
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await site.arrives(signInScreen(elsewhere).signIn);
  keep('lost-phone', site);
  await elsewhere.close();
});

isolatedTest(
  'an agent’s call can be heard and done with the keyboard alone, from the search to the new activation',
  async ({ page: agent, browser, server, phone }) => {
    const caller = { userId: 'jane.doe', password: PASSWORD };
    const owner = await browser.newPage({ baseURL: server.url });
    await openSession(owner, caller);
    await addDevice(owner, phone, 'Pixel 9');
    await owner.close();
    await openSession(agent, staffAccount('helpdesk-agent'));
    const staff = new Listener(agent);
    const find = findUserScreen(agent);
    const user = userScreen(agent);
    const form = reissueScreen(agent);
    await agent.goto('/helpdesk');
    await expect(find.search).toBeFocused();
    await staff.hear('The helpdesk’s first page', 'body');
    await staff.at(find.search, caller.userId);
    await staff.arrives(user.lost('Pixel 9'));
    await staff.hear('Search, and the person found alone');
    await staff.at(user.lost('Pixel 9'), 'Enter');
    await staff.arrives(form.ticket);
    await staff.hear('A new activation');
    await staff.at(form.ticket, 'T-1');
    await staff.at(form.numberCalled, '+');
    await staff.at(form.send, 'Enter');
    // It was their only device, so that a second person agrees.
    await staff.arrives(invitationScreen(agent).heading('Awaiting approval'));
    await staff.hear('What was sent');
    keep('agents-call', staff);
  },
);
