import { expect, type Page } from '@playwright/test';
import { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { Phone } from '../../support/phones/phone';
import { test } from '../fixtures/standard-test';
import { test as shared } from '../fixtures/test';
import { codeFrom } from '../flows/mailed-code';
import { openAnotherSession, openSession } from '../flows/open-session';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { recoveryCodeScreen } from '../screens/accounts/recovery-code-screen';

/** A site of its own, whose clock is moved or whose level is another. */
const own = shared.extend<{ level: string }>({
  level: ['standard', { option: true }],
  server: async ({ template, level }, use) => {
    const server = await Server.start({ template, env: { TESSERA_ENROLMENT: level, TESSERA_PROBATION_HOURS: '24' } });
    await use(server);
    await server.dispose();
  },
});

const backupsOf = (page: Page) => page.getByRole('region', { name: names.backup.ifLost });

async function scanShownImage(page: Page, phone: Phone): Promise<void> {
  const screen = activationScreen(page);
  await expect(screen.image).toBeVisible();
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();
}

async function activate(page: Page, phone: Phone, name = 'Pixel 9'): Promise<void> {
  await page.goto('/activations/new');
  const start = newActivationScreen(page);
  await start.deviceName.fill(name);
  await start.show.click();
  await scanShownImage(page, phone);
}

test('a user who has just activated a first device makes a recovery code without another proof', async ({
  page,
  account,
  phone,
}) => {
  await openSession(page, account);
  await activate(page, phone);
  await expect(page.getByText('Pixel 9 works.')).toBeVisible();
  await expect(page.getByText('It can sign in and approve changes now.')).toBeVisible();
  const backups = backupsOf(page);
  await expect(backups.getByRole('listitem')).toHaveCount(3);
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await backups.getByRole('link', { name: names.recoveryCode.make }).click();
  const recovery = recoveryCodeScreen(page);
  await recovery.make.click();
  await expect(recovery.code).toHaveText(/^(\w{4}-){3}\w{4}$/);
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await recovery.kept.click();
  await expect(page.getByText('1 of 3 ways back')).toBeVisible();
  await page.getByText('My phone is lost').click();
  await expect(page.locator('[data-loss=phone]').getByText('the code on paper: a few minutes')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
});

test('a user who has just activated a first device adds a passkey of this computer in one press', async ({
  page,
  account,
  phone,
}) => {
  await page.context().credentials.install();
  await openSession(page, account);
  await activate(page, phone);
  const backups = backupsOf(page);
  await backups.getByRole('button', { name: names.passkeys.add }).click();
  await expect(backups.locator('[data-backup=passkey]')).toContainText('Ready');
  await page.getByRole('link', { name: names.activation.finish, exact: true }).click();
  await expect(page.getByRole('heading', { name: '1 of 3 ways back' })).toBeVisible();
  await expect(page.getByText('Not set up yet: a second phone and a code on paper.')).toBeVisible();
});

test('a user who has just activated a first device activates a second phone without another proof', async ({
  page,
  account,
  phone,
  line,
}) => {
  await openSession(page, account);
  await activate(page, phone);
  await backupsOf(page).getByRole('link', { name: names.backup.addDevice }).click();
  const start = newActivationScreen(page);
  await start.deviceName.fill('Tablet');
  await start.show.click();
  const second = new Phone(line.url);
  await scanShownImage(page, second);
  second.dispose();
  await expect(page.getByText('Tablet works.')).toBeVisible();
  const backups = backupsOf(page);
  await expect(backups.locator('[data-backup=phone]')).toContainText('Ready');
});

test('threat: a stolen password: another session of a user who has just activated a device makes no recovery code', async ({
  page,
  account,
  phone,
}) => {
  await openSession(page, account);
  await activate(page, phone);
  await openAnotherSession(page, account);
  await page.goto('/profile/recovery-code');
  const recovery = recoveryCodeScreen(page);
  await expect(recovery.oneTimePassword).toBeVisible();
  await recovery.make.click();
  await expect(recovery.code).toHaveCount(0);
});

test('a try-out that passed gives way to its success, which takes the focus', async ({ page, account, phone }) => {
  await openSession(page, account);
  await activate(page, phone);
  const { oneTimePassword } = activationScreen(page);
  await oneTimePassword.fill(await phone.oneTimePassword());
  await page.getByRole('button', { name: names.testLogin.tryOut }).click();
  await expect(page.getByRole('status', { name: names.testLogin.works })).toBeFocused();
  await expect(oneTimePassword).toHaveCount(0);
});

own(
  'a user who leaves without a way back is reminded on two days, a week apart, and then no more',
  async ({ page, account, phone, server }) => {
    await openSession(page, account);
    await activate(page, phone);
    await page.getByRole('link', { name: names.activation.finish, exact: true }).click();
    const row = page.getByRole('heading', { name: '0 of 3 ways back' });
    const reminder = page.getByText('If you lose your phone, only the helpdesk can help');
    await expect(row).toBeVisible();
    await expect(reminder).toHaveCount(0);

    const comeBackAfter = async (time: number) => {
      server.clock.advance(time);
      await openAnotherSession(page, account);
      await page.goto('/');
    };
    const notNow = async () => {
      await page.getByRole('button', { name: names.backup.notNow }).click();
      await expect(row).toBeVisible();
      await expect(reminder).toHaveCount(0);
    };
    await comeBackAfter(25 * HOUR);
    await expect(reminder).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await notNow();
    // For a day after the offer of a passkey comes no other reminder.
    const offer = page.waitForResponse((answer) => answer.request().postData()?.includes('passkey') === true);
    await comeBackAfter(6 * DAY);
    await expect(row).toBeVisible();
    await expect(reminder).toHaveCount(0);
    await offer;
    await comeBackAfter(DAY);
    await expect(reminder).toBeVisible();
    await notNow();
    await comeBackAfter(30 * DAY);
    await expect(row).toBeVisible();
    await expect(reminder).toHaveCount(0);
  },
);

own('a passkey is offered for one day to whoever signed in with a password', async ({ page, account, server }) => {
  await openSession(page, account);
  const counted = page.waitForResponse((answer) => answer.request().postData()?.includes('passkey') === true);
  await page.goto('/');
  const offer = page.getByRole('region', { name: 'Sign in without your password' });
  await expect(offer.getByRole('link', { name: names.passkeys.add })).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await counted;
  server.clock.advance(25 * HOUR);
  await openAnotherSession(page, account);
  await page.goto('/');
  await expect(page.getByText('No device yet')).toBeVisible();
  await expect(offer).toHaveCount(0);
});

own.describe('at the level strong', () => {
  own.use({ level: 'strong' });

  own(
    'the end of an activation says what to do meanwhile, and offers nothing that is refused',
    async ({ page, account, phone, server }) => {
      await openSession(page, account);
      await page.goto('/activations/new');
      const start = newActivationScreen(page);
      await start.deviceName.fill('Pixel 9');
      await start.emailCode.click();
      await start.mailedCode.fill(await codeFrom(server, account.userId, 'Your confirmation code'));
      await start.show.click();
      await scanShownImage(page, phone);
      const backups = backupsOf(page);
      await expect(
        backups.getByText(
          /^From tomorrow, \d\d:\d\d(?: UTC)?, your phone can add a way back\. If it’s lost before then, call the helpdesk\.$/,
        ),
      ).toBeVisible();
      await expect(backups.getByRole('listitem')).toHaveCount(3);
      await expect(backups.getByRole('link').or(backups.getByRole('button'))).toHaveCount(0);
      expect(await findAccessibilityViolations(page)).toEqual([]);
    },
  );
});
