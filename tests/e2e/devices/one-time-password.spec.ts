import { expect } from '@playwright/test';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { addDevice } from '../flows/add-device';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { test as clockTest } from '../fixtures/clock-test';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { test } from '../fixtures/test';

test('a wrong one-time password is refused, and that of the phone is accepted, once', async ({
  page,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'Work phone');
  await openDevice(page, 'Work phone');
  const screen = authenticatorScreen(page);
  const password = await phone.oneTimePassword();
  const wrong = password.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));

  await screen.oneTimePassword.fill(wrong);
  await screen.testLogin.click();
  await expect(screen.verdict).toContainText('didn’t work');

  await screen.oneTimePassword.fill(password);
  await screen.testLogin.click();
  await expect(screen.loginWorks).toBeVisible();

  await screen.oneTimePassword.fill(password);
  await screen.testLogin.click();
  await expect(screen.verdict).toContainText('has been used');
});

clockTest(
  'a phone whose clock is one step off is accepted, one far off is told by how much',
  async ({ page, server, account, phone }) => {
    await openSession(page, account);
    await addDevice(page, phone, 'Slow phone');
    await openDevice(page, 'Slow phone');
    const screen = authenticatorScreen(page);

    const phoneTime = server.clock.now.getTime();
    phone.clock.stopAt(new Date(phoneTime));
    server.clock.stopAt(new Date(phoneTime + 30 * SECOND));
    await screen.oneTimePassword.fill(await phone.oneTimePassword());
    await screen.testLogin.click();
    await expect(screen.loginWorks).toBeVisible();

    server.clock.stopAt(new Date(phoneTime + 4 * MINUTE));
    await screen.oneTimePassword.fill(await phone.oneTimePassword());
    await screen.testLogin.click();
    await expect(screen.verdict).toContainText('about 4 minutes behind');
    server.clock.advance(5 * MINUTE);
  },
);
