import { expect, type Locator, type Page } from '@playwright/test';
import { BACKUP_WITHIN_MS } from '@/lib/accounts/proofs/backup-voucher';
import { ACTION_POLICY } from '@/lib/accounts/policy/action-policy';
import { PROTECTED_ACTIONS } from '@/lib/accounts/proofs/proof-policy';
import type { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { MINUTE } from '@/lib/shared/time/duration';
import { Phone } from '../../support/phones/phone';
import { alertIn } from '../../support/browser/alert-in';
import { staffAccount, type Account } from '../fixtures/accounts';
import { test } from '../fixtures/standard-clock-test';
import { addDevice } from '../flows/add-device';
import { addPasskey, takeAnotherAuthenticator, withAuthenticator } from '../flows/add-passkey';
import { managerPath } from '../flows/answer-manager';
import { openDevice } from '../flows/open-device';
import { openAnotherSession, openSession } from '../flows/open-session';
import { cancelActivation, requestActivation } from '../flows/request-activation';
import { readPhoneSignIn } from '../flows/start-phone-sign-in';
import { activationScreen } from '../screens/activation-screen';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { passkeysScreen } from '../screens/accounts/passkeys-screen';
import { profileScreen } from '../screens/accounts/profile-screen';
import { recoveryCodeScreen } from '../screens/accounts/recovery-code-screen';
import { replacementScreen } from '../screens/replacement-screen';
import { reissueScreen } from '../screens/staff/reissue-screen';

/** What a form offers to prove, in the order in which this test lists it. */
const WAYS = {
  password: (group: Locator) => group.getByLabel(names.proof.password, { exact: true }),
  passkey: (group: Locator) => group.getByRole('button', { name: names.proof.withPasskey }),
  code: (group: Locator) => group.getByLabel(names.proof.oneTimePassword, { exact: true }),
  phone: (group: Locator) => group.getByRole('link', { name: names.proof.confirmWithPhone }),
  email: (group: Locator) => group.getByRole('button', { name: names.proof.emailCode }),
  paper: (group: Locator) => group.getByLabel(names.proof.recoveryCode),
  helpdesk: (group: Locator) => group.getByText(/[Aa]sk (the|your) helpdesk/),
};

type Way = keyof typeof WAYS;

/**
 * The page on which somebody meets a server action that takes a proof, and what it asks of them there.
 * @property opens what is done with the page until the form is there; a field that is entered, where the form stands
 *   among others
 */
type Place = { page: string; opens?: (page: Page) => Promise<void>; ways: readonly Way[] };

const OF_DEVICE = ['password', 'code', 'phone', 'helpdesk'] as const;

/** For somebody with one device, which vouches, and a password that was typed a while ago. */
const WITH_DEVICE = {
  startActivationAction: { page: '/activations/new', ways: OF_DEVICE },
  startReplacementAction: { page: '/authenticators/*/replace', ways: OF_DEVICE },
  removeAction: {
    page: '/authenticators/*',
    opens: (page) => authenticatorScreen(page).openRemove.click(),
    ways: OF_DEVICE,
  },
  renameAction: {
    page: '/authenticators/*',
    opens: (page) => authenticatorScreen(page).openRename.click(),
    ways: ['password'],
  },
  changeAddressesAction: {
    page: '/profile',
    opens: (page) => profileScreen(page).addresses.focus(),
    ways: OF_DEVICE,
  },
  changeNumbersAction: {
    page: '/profile',
    opens: (page) => page.getByLabel(names.contact.phoneNumbers).focus(),
    ways: OF_DEVICE,
  },
  beginPasskeyAction: { page: '/profile', opens: (page) => passkeysScreen(page).name.focus(), ways: OF_DEVICE },
  makeRecoveryCodeAction: { page: '/profile/recovery-code', ways: OF_DEVICE },
} satisfies Record<string, Place>;

/** For somebody with two passkeys. */
const WITH_PASSKEYS = {
  removePasskeyAction: {
    page: '/profile',
    opens: (page) => passkeysScreen(page).openRemove('Laptop').click(),
    ways: ['password', 'passkey', 'helpdesk'],
  },
  turnPasswordOffAction: {
    page: '/profile',
    opens: (page) => passkeysScreen(page).openTurnOff.click(),
    ways: ['passkey'],
  },
} satisfies Record<string, Place>;

/** Those that have a test of their own below, which says how somebody comes to be asked. */
const ELSEWHERE = {
  renewActivationAction: '/activations/[activationId]',
  unlockAction: '/authenticators/[instanceId]',
  undoReplacementAction: '/authenticators/[instanceId]',
  confirmCallerAction: '/confirm-caller/[requestId]',
  turnPasswordOnAction: '/profile',
  actAsStaffAction: '/sign-in/second-factor',
  decideAsStaffAction: '/sign-in/second-factor',
} satisfies Record<string, string>;

/** Whose forms a site with the embedded gateway has not; how they ask is in `tests/e2e/server/onespan-passwords.spec.ts`. */
const AT_AUTHENTICATION_SERVER = {
  changeGatewayPasswordAction: '/profile',
  changeGatewayPinAction: '/profile',
  assignHardwareAction: '/authenticators/assign',
  synchronisePasswordAction: '/profile',
} satisfies Record<string, string>;

test('every server action that takes a proof has a page here on which its form asks for it', () => {
  const rows = Object.entries(ACTION_POLICY).flatMap(([file, actions]) =>
    Object.entries(actions).map(([name, [, proof]]) => ({ file, name, proof })),
  );
  const asking = rows.filter(({ proof }) => typeof proof === 'string');
  // Forms of the staff area ask by one component: tests/unit/components/staff/helpdesk-pages/deciding-forms.test.ts.
  const own = asking.filter(({ file }) => !file.startsWith('app/(helpdesk)/')).map(({ name }) => name);
  const tested = { ...WITH_DEVICE, ...WITH_PASSKEYS, ...ELSEWHERE, ...AT_AUTHENTICATION_SERVER };
  expect(own.toSorted()).toEqual(Object.keys(tested).toSorted());
  expect(PROTECTED_ACTIONS.filter((action) => !asking.some(({ proof }) => proof === action))).toEqual([]);
});

/** Whatever was proved in the session is too old to count any more. */
function passStepUp(server: Server): void {
  server.clock.advance(6 * MINUTE);
}

/** The form asks, with these ways and no other, and says nothing of a mistake. */
async function expectAsked(page: Page, ways: readonly Way[]): Promise<Locator> {
  const group = page.getByRole('group', { name: names.proof.confirm }).filter({ visible: true });
  await expect(group).toHaveCount(1);
  for (const [way, find] of Object.entries(WAYS))
    await expect(find(group), way).toHaveCount(ways.includes(way as Way) ? 1 : 0);
  await expect(alertIn(page)).toHaveCount(0);
  return group;
}

async function ownDevice(page: Page, account: Account, phone: Phone, name = 'First phone'): Promise<void> {
  await openSession(page, account);
  await addDevice(page, phone, name);
  await openAnotherSession(page, account);
}

/** @returns the path of the page of the only device */
async function pathOfDevice(page: Page): Promise<string> {
  await openDevice(page, 'First phone');
  return new URL(page.url()).pathname;
}

test('the forms of a user with a device ask for what it and the password prove, before the first press', async ({
  page,
  server,
  account,
  phone,
}) => {
  await ownDevice(page, account, phone);
  const device = await pathOfDevice(page);
  passStepUp(server);
  for (const [action, { page: path, opens, ways }] of Object.entries<Place>(WITH_DEVICE)) {
    await test.step(action, async () => {
      await page.goto(path.replace('/authenticators/*', device));
      await opens?.(page);
      await expectAsked(page, ways);
    });
  }
});

test('a form among others that is sent before a field of it was entered asks then, and calls nothing wrong', async ({
  page,
  server,
  account,
  phone,
}) => {
  await ownDevice(page, account, phone);
  passStepUp(server);
  const { saveAddresses } = profileScreen(page);
  for (const button of [saveAddresses, page.getByRole('button', { name: names.contact.saveNumbers })]) {
    await page.goto('/profile');
    await button.click();
    await expect(await expectAsked(page, OF_DEVICE)).toBeFocused();
  }
});

test('the forms of a user with passkeys ask for one of them, before the first press', async ({
  page,
  server,
  account,
}) => {
  await withAuthenticator(page);
  await openSession(page, account);
  await addPasskey(page, 'Laptop');
  const screen = passkeysScreen(page);
  await screen.name.fill('Tablet');
  await takeAnotherAuthenticator(page);
  await (await expectAsked(page, ['passkey', 'helpdesk'])).getByRole('button').click();
  await expect(screen.row('Tablet')).toBeVisible();
  passStepUp(server);
  for (const [action, { page: path, opens, ways }] of Object.entries<Place>(WITH_PASSKEYS)) {
    await test.step(action, async () => {
      await page.goto(path);
      await opens?.(page);
      await expectAsked(page, ways);
    });
  }
  await screen.use.filter({ visible: true }).click();
  await expect(screen.setPassword).toBeVisible();
  passStepUp(server);
  await page.reload();
  await profileScreen(page).newPassword.focus();
  await expectAsked(page, ['passkey']);
});

test('a locked device is unlocked by the password and a code by email, which its form asks for as it opens', async ({
  page,
  server,
  account,
  phone,
}) => {
  await ownDevice(page, account, phone);
  await openDevice(page, 'First phone');
  const screen = authenticatorScreen(page);
  await screen.openLock.click();
  await screen.lock.click();
  await expect(screen.feedback).toContainText('First phone is locked.');
  passStepUp(server);
  await page.reload();
  await screen.openUnlock.click();
  await expectAsked(page, ['password', 'email', 'helpdesk']);
});

test('a replaced device is brought back by what the new one proves, which its page asks for', async ({
  page,
  server,
  account,
  phone: oldPhone,
  line,
}) => {
  const newPhone = new Phone(line.url);
  await openSession(page, account);
  await addDevice(page, oldPhone, 'First phone');
  const path = await pathOfDevice(page);
  const { open, start, hasReplaced, wasReplaced } = replacementScreen(page);
  const { oneTimePassword, testLogin } = authenticatorScreen(page);
  for (const phone of [oldPhone, newPhone]) phone.clock.advance(server.clock.now.getTime() - phone.clock.now.getTime());
  await open.click();
  await newActivationScreen(page).oneTimePassword.fill(await oldPhone.oneTimePassword());
  await start.click();
  await expect(page).toHaveURL(/\/activations\/new/);
  await addDevice(page, newPhone, 'New phone');
  await openDevice(page, 'New phone');
  await oneTimePassword.fill(await newPhone.oneTimePassword());
  await testLogin.click();
  await expect(hasReplaced).toBeVisible();
  await page.goto(path);
  await expect(wasReplaced).toBeVisible();
  passStepUp(server);
  await page.reload();
  await expectAsked(page, [...OF_DEVICE, 'email']);
  newPhone.dispose();
});

test('a new image for an activation that has ended asks for a proof by its first press, and goes on after it', async ({
  page,
  server,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'First phone');
  const { id } = await requestActivation(page);
  await cancelActivation(page, id);
  // Until then the first device vouches for one more.
  server.clock.advance(BACKUP_WITHIN_MS);
  await page.goto(`/activations/${id}`);
  const screen = activationScreen(page);
  await screen.newImage.click();
  const group = await expectAsked(page, OF_DEVICE);
  await confirmWithPhone(page, phone, group);
  await expect(screen.image).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(id));
});

test('a member of staff is asked for what they have before a staff page opens, and again before a decision', async ({
  page,
  server,
}) => {
  await withAuthenticator(page);
  await openSession(page, staffAccount('helpdesk-agent'));
  await addPasskey(page, 'Laptop');
  await openAnotherSession(page, staffAccount('helpdesk-agent'));
  await page.goto('/helpdesk');
  await expect(page).toHaveURL(/second-factor/);
  const group = await expectAsked(page, ['passkey']);
  await group.getByRole('button').click();
  await expect(page).toHaveURL(/\/helpdesk$/);

  passStepUp(server);
  await page.goto('/helpdesk/users/jane.doe/reissue');
  await expect(reissueScreen(page).send).toBeVisible();
  await expectAsked(page, ['passkey']);
  await page.goto('/sign-in/second-factor?lately=1&next=%2Fhelpdesk');
  await expectAsked(page, ['passkey']);
});

test('a manager is asked for a proof with the question about a caller', async ({
  page: agent,
  browser,
  server,
  account,
}) => {
  await withAuthenticator(agent);
  await openSession(agent, staffAccount('helpdesk-agent', 2));
  await addPasskey(agent, 'Laptop');
  await agent.goto(`/helpdesk/users/${account.userId}/reissue`);
  await (await expectAsked(agent, ['passkey'])).getByRole('button').click();
  const form = reissueScreen(agent);
  await form.reason.selectOption('New phone');
  await form.requestManagerAnswer.click();
  const path = await managerPath(server, account.userId);

  const manager = await browser.newPage({ baseURL: server.url });
  await withAuthenticator(manager);
  await openSession(manager, staffAccount('auditor', 2));
  await addPasskey(manager, 'Laptop');
  await openAnotherSession(manager, staffAccount('auditor', 2));
  await manager.goto('/sign-in/second-factor?next=%2Fprofile');
  await (await expectAsked(manager, ['passkey'])).getByRole('button').click();
  await expect(manager).toHaveURL(/\/profile$/);
  passStepUp(server);
  await manager.goto(path);
  await expectAsked(manager, ['password', 'passkey', 'helpdesk']);
  await manager.close();
});

/** Leaves the form for the page that asks the phone, and comes back. */
async function confirmWithPhone(page: Page, phone: Phone, group: Locator): Promise<void> {
  await WAYS.phone(group).click();
  const { shot, number } = await readPhoneSignIn(page);
  const { code, output } = await phone.confirm(shot, number);
  expect(code, output).toBe(0);
}

test('a form that a user left to confirm it says what has confirmed it, with the focus there, and asks no more', async ({
  page,
  server,
  account,
  phone,
}) => {
  await ownDevice(page, account, phone);
  const device = await pathOfDevice(page);
  for (const action of ['removeAction', 'changeAddressesAction', 'makeRecoveryCodeAction'] as const) {
    await test.step(action, async () => {
      passStepUp(server);
      const { page: path, opens, ways }: Place = WITH_DEVICE[action];
      await page.goto(path.replace('/authenticators/*', device));
      await opens?.(page);
      await confirmWithPhone(page, phone, await expectAsked(page, ways));
      const line = page.getByRole('status').filter({ hasText: 'Confirmed by First phone' });
      await expect(line).toBeFocused();
      await expect(page.getByRole('group', { name: names.proof.confirm }).filter({ visible: true })).toHaveCount(0);
      await expect(alertIn(page)).toHaveCount(0);
    });
  }
  await authenticatorScreen(page).heading.waitFor();
  await recoveryCodeScreen(page).make.click();
  await expect(recoveryCodeScreen(page).code).toBeVisible();
});

test('a user with as many devices as they may have is told so where the form would be, and on the devices page', async ({
  page,
  account,
  line,
}) => {
  await openSession(page, account);
  const phones = [1, 2, 3].map(() => new Phone(line.url));
  const [first, second, third] = phones as [Phone, Phone, Phone];
  await addDevice(page, first, 'First phone');
  await addDevice(page, second, 'Second phone');
  await page.goto('/activations/new');
  await confirmWithPhone(page, first, page.getByRole('group', { name: names.proof.confirm }));
  await expect(activationScreen(page).image).toBeVisible();
  await third.scan(page);
  await expect(activationScreen(page).activated).toBeVisible();

  const words = 'You’re using 3 of 3 devices. Remove one to add another.';
  await page.goto('/activations/new');
  await expect(page.getByText(words)).toBeVisible();
  await expect(newActivationScreen(page).show).toHaveCount(0);
  await expect(newActivationScreen(page).secondProof).toHaveCount(0);
  await page.goto('/');
  await expect(page.getByText(words)).toBeVisible();
  await expect(devicesScreen(page).activate).toHaveCount(0);
  await openDevice(page, 'First phone');
  await replacementScreen(page).open.click();
  await expect(page.getByText('You’ve reached your device limit')).toBeVisible();
  await expect(newActivationScreen(page).secondProof).toHaveCount(0);
  for (const phone of phones) phone.dispose();
});
