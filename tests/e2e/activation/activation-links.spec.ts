import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { TestBank } from '../../support/servers/test-bank';
import { nextAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';
import { makeServiceAccount } from '../flows/make-service-account';
import { openSession } from '../flows/open-session';
import { activationLinkScreen } from '../screens/activation-link-screen';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { serviceAccountScreen } from '../screens/staff/service-account-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';

const SITE = 'Test Bank';

test('a bank’s own site sends a user here, and gets them back with the outcome', async ({
  browser,
  server,
  account,
  phone,
  page,
  signInPage: other,
}) => {
  const bank = await TestBank.open(account.userId);
  const link = activationLinkScreen(page, SITE);
  const activation = activationScreen(page);
  const atBank = page.getByRole('main');
  const staff = await browser.newContext({ baseURL: server.url });
  const administrator = await staff.newPage();

  await test.step('registered by an administrator, to the letter', async () => {
    const approver = other;
    const scopes = ['Send people here to activate a device', 'Read people and their devices'];
    const { id, key } = await makeServiceAccount(administrator, approver, { name: 'Bank site', scopes });
    const screen = serviceAccountScreen(administrator);
    await screen.returnName.fill(SITE);
    await screen.returnUrl.fill('http://bank.example/back');
    await screen.registerAddress.click();
    await expect(administrator.getByText('Enter a whole address that begins with https://')).toBeVisible();
    await screen.returnUrl.fill(bank.returnAddress);
    await screen.registerAddress.click();
    await expect(screen.returnAddresses).toContainText([bank.returnAddress]);
    expect(await findAccessibilityViolations(administrator)).toEqual([]);
    bank.account = { tessera: server.url, key, serviceAccountId: id };
  });

  await test.step('the person signs in here, and reads who sent them', async () => {
    await page.goto(bank.url);
    await page.getByRole('button', { name: 'Activate my phone' }).click();
    const signIn = signInScreen(page);
    await signIn.userId.fill(account.userId);
    await signIn.password.fill(account.password);
    await signIn.signIn.click();
    await expect(link.heading).toBeVisible();
    await expect(page.getByText(`go back to localhost:`)).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
  });

  await test.step('threat: the same address in somebody else’s browser — is refused', async () => {
    await openSession(other, nextAccount(server));
    await other.goto(bank.links[0] ?? '');
    await expect(activationLinkScreen(other, SITE).otherUser).toBeVisible();
    await expect(other.getByText(SITE)).toBeHidden();
    expect(await findAccessibilityViolations(other)).toEqual([]);
    await activationLinkScreen(other, SITE).signOut.click();
    await expect(other).toHaveURL(/\/sign-in\?next=%2Factivation-links%2Flnk-/);
  });

  await test.step('the activation is the usual one, with the way back above it', async () => {
    await link.activate.click();
    await expect(newActivationScreen(page).show).toBeVisible();
    await expect(link.back).toBeVisible();
    // Whoever proves anew who they are, as at an OpenID provider, has a new session.
    await openSession(page, account);
    await page.reload();
    await expect(link.back).toBeVisible();
    await newActivationScreen(page).show.click();
    await expect(activation.image).toBeVisible();
    await expect(link.back).toHaveCount(1);
    const { code, output } = await phone.scan(page);
    expect(code, output).toBe(0);
    await expect(activation.activated).toBeVisible();
    await expect(link.back).toHaveCount(1);
    expect(await findAccessibilityViolations(page)).toEqual([]);
  });

  await test.step('the bank verifies the result, and asks for the truth', async () => {
    await link.back.click();
    await expect(atBank).toHaveText('Hint: activated. Truth: active.');
    await page.goto(bank.links[0] ?? '');
    await expect(link.over).toBeVisible();
    await expect(link.back).toBeHidden();
  });

  await test.step('whoever changes their mind goes back as well', async () => {
    await page.goto(bank.url);
    await page.getByRole('button', { name: 'Activate my phone' }).click();
    await link.activate.click();
    await newActivationScreen(page).show.click();
    await activation.cancel.click();
    await expect(activation.newImage).toBeVisible();
    await expect(link.back).toHaveCount(1);
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await link.back.click();
    await expect(atBank).toHaveText('Hint: cancelled. Truth: cancelled.');
    await page.goto(bank.url);
    await page.getByRole('button', { name: 'Activate my phone' }).click();
    await link.back.click();
    await expect(atBank).toHaveText('Hint: not-started. Truth: nothing.');
  });

  await test.step('the administrator reads whom the system sent', async () => {
    await administrator.reload();
    const { history } = serviceAccountScreen(administrator);
    await expect(history.filter({ hasText: `Came from another site to activate a device` }).first()).toContainText(
      `by ${account.userId}`,
    );
    await expect(history.filter({ hasText: 'Another site was to send them here' }).first()).toContainText(
      `about ${account.userId}`,
    );
    await staff.close();
  });
  bank.close();
});
