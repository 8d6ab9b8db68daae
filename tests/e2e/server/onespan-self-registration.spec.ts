import { expect } from '@playwright/test';
import { mailsFor } from '@/lib/kit/server/mailbox';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { test, useOneSpan } from '../fixtures/onespan-test';
import { registerScreen } from '../screens/accounts/register-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

const NEWCOMER = { userId: 'new.comer', password: 'Directory-Password-1' };
const ADDRESS = 'new.comer@example.org';

useOneSpan({
  components: {
    'Self-Management Website': { authenticates: true },
    'Self-Registration': { authenticates: true, registers: true },
  },
  directory: [{ userId: NEWCOMER.userId, staticPassword: NEWCOMER.password, email: ADDRESS, description: 'New Comer' }],
  settings: () => ({
    ONESPAN_SELF_REGISTRATION: 'on',
    ONESPAN_REGISTRATION_COMPONENT: 'Self-Registration',
    TESSERA_LEGACY_PATHS: '/selfmgmt',
    TESSERA_ENROLMENT: 'strong',
  }),
});

test('threat: a colleague’s directory password without the mailbox — it opens nothing', async ({ page, server }) => {
  const screen = registerScreen(page);
  const seen = new Set<string>();
  for (const [userId, password] of [
    [NEWCOMER.userId, NEWCOMER.password],
    [NEWCOMER.userId, 'wrong'],
    ['not.there', NEWCOMER.password],
  ] as const) {
    await page.goto('/sign-in/register');
    await screen.userId.fill(userId);
    await screen.password.fill(password);
    await screen.register.click();
    await expect(screen.code).toBeVisible();
    await screen.code.fill('AAAA-AAAA');
    await screen.confirm.click();
    await expect(alertIn(page).filter({ hasText: 'That code didn’t work.' })).toBeVisible();
    seen.add(await page.getByRole('main').innerText());
  }
  expect(seen.size).toBe(1);
  await page.goto('/sign-in');
  const signIn = signInScreen(page);
  await signIn.userId.fill(NEWCOMER.userId);
  await signIn.password.fill(NEWCOMER.password);
  await signIn.signIn.click();
  await expect(page.getByText('That user ID and password don’t match.')).toBeVisible();
  await expect.poll(() => mailsFor(server, ADDRESS)).toHaveLength(1);
});

test('a new user registers from an old leaflet’s address, types the mailed code, and goes on to activate', async ({
  page,
  server,
}) => {
  await page.goto('/selfmgmt/?action=registeruser');
  const screen = registerScreen(page);
  await expect(screen.heading).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.userId.fill(NEWCOMER.userId);
  await screen.password.fill(NEWCOMER.password);
  await screen.register.click();
  await expect(screen.code).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await expect.poll(() => mailsFor(server, ADDRESS)).toHaveLength(2);
  const codes = mailsFor(server, ADDRESS).map((mail) => /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(mail)?.[0] ?? '');
  await screen.code.fill(codes.at(-1) ?? '');
  await screen.confirm.click();
  await expect(newActivationScreen(page).show).toBeVisible();
  for (const secret of [NEWCOMER.password, ...codes]) expect(server.output).not.toContain(secret);
});
