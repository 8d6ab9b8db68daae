import { expect, request } from '@playwright/test';
import { LEGACY_PAGES } from '@/lib/server/http/legacy/legacy-pages';
import { mailsFor } from '@/lib/kit/server/mailbox';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { askForActivation } from '../flows/ask-for-activation';
import { openSession } from '../flows/open-session';
import { AGENT, JANE, JOHN, test, useOneSpan } from '../fixtures/onespan-test';
import { profileScreen } from '../screens/accounts/profile-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

const NEW = 'Another-Password-2';

useOneSpan({
  autoUnlock: { lockSeconds: 0, factor: 2, maximumTries: 3 },
  settings: () => ({
    ONESPAN_AUTO_UNLOCK: '1',
    ONESPAN_PASSWORD_CHANGE: 'server',
    ONESPAN_PIN_CHANGE: '1',
    TESSERA_LEGACY_PATHS: '/selfmgmt,/votp',
    TESSERA_ENROLMENT: 'standard',
    TESSERA_PROBATION_HOURS: '0',
  }),
});

test('an address on an old leaflet leads through the sign-in to the part of a page that does the same', async ({
  page,
  server,
}) => {
  await page.goto('/selfmgmt/?action=changebackendpassword&username=mallory');
  const { userId, password, signIn } = signInScreen(page);
  await userId.fill(JOHN.userId);
  await password.fill(JOHN.password);
  await signIn.click();
  await expect(profileScreen(page).currentPassword).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  for (const [action, target] of LEGACY_PAGES) {
    const answer = await page.goto(`/selfmgmt/?action=${action}`);
    expect(answer?.status(), action).toBe(200);
    const anchor = new URL(target, server.url).hash;
    if (anchor !== '') await expect(page.locator(anchor), action).toBeInViewport();
  }
  const form = await page.request.post('/votp/?action=web', { form: { username: JOHN.userId, password: 'typed' } });
  expect([form.status(), await form.text()]).toEqual([
    405,
    expect.stringContaining('Open /sign-in/one-time-password of this site'),
  ]);
});

test('a user of the authentication server changes the password there, and other browsers are signed out', async ({
  page,
  server,
  oneSpan,
}) => {
  await openSession(page, JOHN);
  const other = await request.newContext({ baseURL: server.url });
  await openSession({ request: other }, JOHN);
  const screen = profileScreen(page);
  await page.goto('/profile#password');
  await expect(page.getByText('kept by your organisation’s authentication server')).toBeVisible();
  await screen.currentPassword.fill(JOHN.password);
  await screen.newPassword.fill('short');
  await screen.newPasswordAgain.fill('short');
  await screen.changePassword.click();
  await expect(screen.newPassword).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Your organisation’s rules don’t allow that password.')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);

  await screen.currentPassword.fill('wrong');
  await screen.newPassword.fill(NEW);
  await screen.newPasswordAgain.fill(NEW);
  await screen.changePassword.click();
  await expect(screen.currentPassword).toBeFocused();
  await expect(screen.currentPassword).toHaveAttribute('aria-invalid', 'true');

  await screen.currentPassword.fill(JOHN.password);
  await screen.changePassword.click();
  await expect(screen.changed).toBeVisible();
  expect(oneSpan.state.accounts.find(JOHN.userId)?.staticPassword).toBe(NEW);
  expect((await other.get('/profile', { maxRedirects: 0 })).status()).toBe(307);
  await expect.poll(() => mailsFor(server, `${JOHN.userId}@example.org`).join()).toContain('password was changed');
  await openSession({ request: other }, { ...JOHN, password: NEW });
  await other.dispose();
  for (const secret of [JOHN.password, NEW]) expect(server.output).not.toContain(secret);
});

test('threat: an unlocked browser and a known password — without a proof of the phone nothing is changed', async ({
  page,
  server,
  oneSpan,
  phone,
}) => {
  await openSession(page, JANE);
  await askForActivation(page, JANE.password);
  await expect(activationScreen(page).image).toBeVisible();
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  server.clock.advance(20 * SECOND);
  await expect(activationScreen(page).activated).toBeVisible();

  const screen = profileScreen(page);
  const proof = newActivationScreen(page);
  await page.goto('/profile#password');
  await screen.currentPassword.fill(JANE.password);
  await screen.newPassword.fill(NEW);
  await screen.newPasswordAgain.fill(NEW);
  await screen.changePassword.click();
  await expect(proof.secondProof).toBeVisible();
  oneSpan.calls.clear();
  await proof.oneTimePassword.fill('000000');
  await screen.changePassword.click();
  await expect(page.getByText('That code didn’t work.')).toBeVisible();
  expect(oneSpan.calls.count('updatePassword')).toBe(0);
  expect(await findAccessibilityViolations(page)).toEqual([]);

  await proof.oneTimePassword.fill(await phone.oneTimePassword());
  await screen.changePassword.click();
  await expect(screen.changed).toBeVisible();
  expect(oneSpan.state.accounts.find(JANE.userId)?.staticPassword).toBe(NEW);
});

test('threat: an unlocked browser — a PIN is changed with a fresh proof and a one-time password alone', async ({
  page,
  server,
  oneSpan,
  phone,
}) => {
  const account = oneSpan.state.accounts.find(JOHN.userId);
  const password = account?.staticPassword ?? '';
  await openSession(page, { ...JOHN, password });
  await askForActivation(page, password);
  await expect(activationScreen(page).image).toBeVisible();
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  server.clock.advance(20 * SECOND);
  await expect(activationScreen(page).activated).toBeVisible();
  server.clock.advance(10 * MINUTE);

  const screen = profileScreen(page);
  const proof = newActivationScreen(page);
  await page.goto('/profile#server-pin');
  oneSpan.calls.clear();
  await screen.newPin.fill('246813');
  await screen.newPinAgain.fill('246813');
  await screen.pinOneTimePassword.fill(await phone.oneTimePassword());
  await screen.changePin.click();
  await expect(proof.password).toBeVisible();
  expect(oneSpan.calls.count('authUser')).toBe(0);
  expect(account?.serverPin).toBeNull();

  await proof.password.fill(password);
  await screen.pinOneTimePassword.fill('000000');
  await screen.changePin.click();
  await expect(page.getByText('The current PIN or the one-time password is wrong.')).toBeVisible();
  expect(account?.serverPin).toBeNull();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.pinOneTimePassword.fill(await phone.oneTimePassword());
  await screen.changePin.click();
  await expect(screen.pinChanged).toBeVisible();
  expect(account?.serverPin).toBe('246813');
  await expect.poll(() => mailsFor(server, `${JOHN.userId}@example.org`).join()).toContain('server PIN was changed');
});

test('a locked user reads how the lock ends, as an unknown one does, and unlocks the account by signing in', async ({
  page,
  oneSpan,
}) => {
  const account = oneSpan.state.accounts.find(AGENT.userId);
  const screen = signInScreen(page);
  await page.goto('/sign-in');
  const enter = async (userId: string, password: string) => {
    await screen.userId.fill(userId);
    await screen.password.fill(password);
    const answered = page.waitForResponse((response) => response.url().includes('/api/auth/callback/credentials'));
    await screen.signIn.click();
    await answered;
  };
  const alert = alertIn(page);
  await enter('nobody', 'wrong');
  await expect(alert).toContainText('that unlocks it');
  const words = await alert.innerText();
  for (let count = 0; count < 3; count++) {
    await enter(AGENT.userId, 'wrong');
    await expect(screen.signIn).toBeEnabled();
    await expect(alert).toHaveText(words.replaceAll(/\s+/g, ' '), { useInnerText: true });
  }
  expect(account?.isLocked).toBe(true);
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await enter(AGENT.userId, AGENT.password);
  await expect.poll(() => account?.isLocked).toBe(false);
});
