import { expect, type Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { SECOND } from '@/lib/shared/time/duration';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { askForActivation } from '../flows/ask-for-activation';
import { openSession } from '../flows/open-session';
import { AGENT, JANE, JOHN, test, useOneSpan } from '../fixtures/onespan-test';
import { profileScreen } from '../screens/accounts/profile-screen';
import { sentOneTimePasswordScreen } from '../screens/accounts/sent-one-time-password-screen';
import { activationScreen } from '../screens/activation-screen';

const NEW = 'Directory-Password-2';

useOneSpan({
  virtualAuthenticator: { method: 'KeywordPassword', keyword: 'otp', delivery: 'sms', reply: 'success' },
  challengeAgeSeconds: 600,
  passwordAutolearn: true,
  settings: () => ({
    ONESPAN_VIRTUAL_REQUEST: 'KeywordPassword',
    ONESPAN_VIRTUAL_USES: '3',
    ONESPAN_VIRTUAL_DAYS: '7',
    ONESPAN_PASSWORD_SYNC: '1',
    TESSERA_LEGACY_PATHS: '/votp',
    TESSERA_ENROLMENT: 'standard',
    TESSERA_PROBATION_HOURS: '0',
  }),
});

test('a user has a one-time password sent, and signs in with it where they wanted to go', async ({ page, oneSpan }) => {
  const account = oneSpan.state.accounts.find(JANE.userId);
  Object.assign(account ?? {}, { mobile: '+32470123456' });
  await page.goto('/votp/?action=web');
  const screen = sentOneTimePasswordScreen(page);
  await expect(screen.heading).toBeVisible();
  await expect(page.getByText('3 times at most, within 7 days')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);

  await page.goto('/sign-in?next=/profile');
  await screen.open.click();
  await expect(screen.heading).toBeVisible();
  await screen.userId.fill(JANE.userId);
  await screen.password.fill(JANE.password);
  await screen.send.click();
  await expect(screen.code).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.code.fill('000000');
  await screen.enter.click();
  await expect(alertIn(page).filter({ hasText: 'That one-time password didn’t work.' })).toBeVisible();
  await screen.code.fill(oneSpan.state.virtual.inbox.at(-1)?.oneTimePassword ?? '');
  await screen.enter.click();
  await expect(page.getByRole('heading', { level: 1, name: names.area.profile })).toBeVisible();
});

test('threat: user names tried one after the other — the page says the same of every user, and sends nothing', async ({
  page,
  oneSpan,
}) => {
  oneSpan.state.virtual.inbox.length = 0;
  const screen = sentOneTimePasswordScreen(page);
  const seen = new Set<string>();
  for (const [userId, password] of [
    [JANE.userId, 'wrong'],
    ['nobody', JANE.password],
    // Without a number.
    [JOHN.userId, JOHN.password],
  ] as const) {
    await page.goto('/sign-in/one-time-password');
    await screen.userId.fill(userId);
    await screen.password.fill(password);
    await screen.send.click();
    await expect(screen.code).toBeVisible();
    await screen.code.fill('123456');
    await screen.enter.click();
    await expect(alertIn(page).filter({ hasText: /./ })).toBeVisible();
    seen.add(await page.getByRole('main').innerText());
    const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith('tessera.sent'));
    seen.add(String(cookie?.value.length));
  }
  expect(seen.size).toBe(2);
  expect(oneSpan.state.virtual.inbox).toEqual([]);
});

test('a user tells the authentication server a password that was changed in the directory', async ({
  page,
  server,
  oneSpan,
  phone,
}) => {
  const account = oneSpan.state.accounts.find(AGENT.userId);
  await openSession(page, AGENT);
  await activate(page, AGENT.password);
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  server.clock.advance(20 * SECOND);
  await expect(activationScreen(page).activated).toBeVisible();
  Object.assign(account ?? {}, { directoryPassword: NEW });

  const screen = profileScreen(page);
  await page.goto('/profile#password-sync');
  await screen.elsewherePassword.fill(NEW);
  await screen.syncOneTimePassword.fill('000000');
  await screen.synchronise.click();
  await expect(page.getByText('The password or the one-time password is not right.')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.elsewherePassword.fill(NEW);
  await screen.syncOneTimePassword.fill(await phone.oneTimePassword());
  await screen.synchronise.click();
  await expect(screen.synchronised).toBeVisible();
  expect(account?.staticPassword).toBe(NEW);
  for (const secret of [AGENT.password, NEW]) expect(server.output).not.toContain(secret);
});

async function activate(page: Page, password: string): Promise<void> {
  await askForActivation(page, password);
  await expect(activationScreen(page).image).toBeVisible();
}
