import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { mailsFor } from '@/lib/kit/server/mailbox';
import { Phone } from '../../support/phones/phone';
import { poll } from '@/lib/kit/poll';
import { test } from '../fixtures/standard-test';
import { addDevice } from '../flows/add-device';
import { openAnotherSession, openSession } from '../flows/open-session';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { recoveryCodeScreen } from '../screens/accounts/recovery-code-screen';

test('a user who lost the phone activates another with a recovery code and the password, once', async ({
  page,
  account,
  phone,
  line,
  server,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'Lost phone');
  await openAnotherSession(page, account);
  await page.goto('/profile#ways-back');
  await page.getByRole('link', { name: 'Make a recovery code' }).click();
  const recovery = recoveryCodeScreen(page);
  await recovery.oneTimePassword.fill(await phone.oneTimePassword());
  await recovery.make.click();
  await expect(recovery.code).toHaveText(/^(\w{4}-){3}\w{4}$/);
  expect(await findAccessibilityViolations(page)).toEqual([]);
  const code = await recovery.code.innerText();
  // The code is live and shown once: the browser asks before it leaves it, and the page tells whoever comes back.
  const asked = page.waitForEvent('dialog');
  const left = page.reload();
  await (await asked).accept();
  await left;
  await expect(recovery.code).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('You made a code just now. Didn’t keep it? Make a new one.');

  // What the one-time password had proved is over: another session, which has the password alone.
  await openAnotherSession(page, account);
  await page.goto('/activations/new');
  const start = newActivationScreen(page);
  await start.deviceName.fill('New phone');
  await expect(start.recoveryCode).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await start.recoveryCode.fill(`${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`);
  await start.show.click();
  await expect(start.refusal).toContainText('That recovery code has a typing error.');
  await start.recoveryCode.fill(code.toLowerCase().replaceAll('-', ' '));
  await start.show.click();
  const image = activationScreen(page);
  await expect(image.image).toBeVisible();
  const another = new Phone(line.url);
  const { code: exit, output } = await another.scan(page);
  expect(exit, output).toBe(0);
  another.dispose();
  await expect(image.activated).toBeVisible();
  await poll('mails about the code', async () => {
    const subjects = new Set(mailsFor(server, account.userId).map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1]));
    return subjects.has('You have a new recovery code') && subjects.has('Your recovery code was used');
  });

  await page.goto('/activations/new');
  await expect(start.secondProof).toBeVisible();
  await expect(start.recoveryCode).toHaveCount(0);
  await page.goto('/');
  await expect(page.getByRole('main')).toContainText('New phone');
});
