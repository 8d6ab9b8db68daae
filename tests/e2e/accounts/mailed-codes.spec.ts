import { expect, type Page } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { Server } from '@/lib/kit/server/server';
import { test as shared } from '../fixtures/test';
import { codeFrom } from '../flows/mailed-code';
import { activationScreen } from '../screens/activation-screen';
import { forgottenScreen } from '../screens/accounts/forgotten-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';

const test = shared.extend({
  server: async ({ template }, use) => {
    const server = await Server.start({ template, env: { TESSERA_ENROLMENT: 'strong' } });
    await use(server);
    await server.dispose();
  },
});

const NEW = 'harbour lamp tortoise violin';

async function askForCode(page: Page, userId: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  const forgotten = forgottenScreen(page);
  // The page before has a field of that name too.
  await expect(forgotten.emailCode).toBeVisible();
  await forgotten.userId.fill(userId);
  await forgotten.emailCode.click();
  await expect(forgotten.heading).toBeVisible();
}

test('a user who forgot the password sets a new one by an emailed code, and binds the first device by another', async ({
  page,
  account,
  server,
}) => {
  await askForCode(page, 'nobody.at.all');
  const answer = await page.getByRole('main').innerText();
  await askForCode(page, account.userId);
  expect(await page.getByRole('main').innerText()).toBe(answer);

  const forgotten = forgottenScreen(page);
  await expect(forgotten.userId).toHaveValue(account.userId);
  expect(await findAccessibilityViolations(page)).toEqual([]);
  const code = await codeFrom(server, account.userId, 'Your code for a new password');
  await forgotten.code.fill('2222-2222');
  await forgotten.newPassword.fill(NEW);
  await forgotten.newPasswordAgain.fill(NEW);
  await forgotten.set.click();
  await expect(forgotten.code).toHaveAccessibleDescription(/That code didn’t work/);
  await forgotten.code.fill(code.toLowerCase());
  await forgotten.set.click();
  await expect(page.getByRole('status').filter({ hasText: 'Your password is changed' })).toBeVisible();
  const signIn = signInScreen(page);
  await expect(signIn.userId).toHaveValue(account.userId);
  await signIn.password.fill(NEW);
  await signIn.signIn.click();
  await expect(page).toHaveURL(/\/$|\/activations/);

  await page.goto('/activations/new');
  const start = newActivationScreen(page);
  await start.deviceName.fill('First phone');
  await start.emailCode.click();
  await start.mailedCode.fill('2222-2222');
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await start.show.click();
  await expect(start.refusal).toContainText('That code didn’t work.');
  await start.mailedCode.fill(await codeFrom(server, account.userId, 'Your confirmation code'));
  await expect(start.deviceName).toHaveValue('First phone');
  await start.show.click();
  await expect(activationScreen(page).image).toBeVisible();
});
