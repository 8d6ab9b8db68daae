import { expect } from '@playwright/test';
import { fault } from '@/lib/kit/faults/fault';
import { isWholeRun } from '../../support/rounds';
import { activateOffline } from '../flows/activate-offline';
import { askForActivation } from '../flows/ask-for-activation';
import { signIn, signInAsStaff } from '../flows/sign-in';
import { startActivation } from '../flows/start-activation';
import { HELPDESK, JANE, test } from '../fixtures/onespan-cloud-test';
import { activationScreen } from '../screens/activation-screen';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

test.use({ oneSpanOptions: { activationLimit: 1 } });

test('somebody with an account of the site activates a phone at the cloud, reaches the limit, and makes room', async ({
  page,
  server,
  oneSpan,
  phone,
}) => {
  const screen = activationScreen(page);
  await signIn(page, JANE);
  await startActivation(page);
  await expect(screen.kind('cronto')).toBeChecked();
  await expect(page.locator('img')).toBeVisible();
  await expect(screen.progress.getByRole('listitem')).toHaveText([/Get the app/, /Scan and choose a PIN/, /Done/]);
  await expect(screen.timeLeft).toHaveText(/^(?:10:00|9:\d\d)/);
  await screen.cannotScan.click();
  const activationPassword = await screen.activationPassword.inputValue();

  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();
  await expect(page.getByText('Your phone is ready.', { exact: true })).toBeVisible();
  await expect(page.getByLabel('One-time password')).toBeHidden();
  await page.getByRole('link', { name: 'Your devices' }).last().click();
  await expect(devicesScreen(page).devices).toHaveCount(1);

  await askForActivation(page);
  await expect(newActivationScreen(page).refusal).toContainText('reached your device limit');
  await page.goto('/');
  await devicesScreen(page).devices.getByRole('link').click();
  const device = authenticatorScreen(page);
  await expect(device.openRemove).toBeVisible();
  for (const off of [device.testLogin, device.openLock]) await expect(off).toBeHidden();
  await device.openRename.click();
  await device.name.fill('Only phone');
  await device.rename.click();
  await expect(device.heading).toHaveText('Only phone');
  await device.openRemove.click();
  await device.remove.click();
  await expect(devicesScreen(page).heading).toBeVisible();
  await expect(devicesScreen(page).devices).toHaveCount(0);
  await startActivation(page);

  await server.stop();
  for (const secret of [activationPassword, Buffer.from(activationPassword).toString('hex')])
    expect(server.output).not.toContain(secret);
  expect(oneSpan.calls.count('users/register')).toBe(3);
});

// The same flow at every gateway, which `contract/gateways` holds to it: in pages at one of them, or in a whole run.
if (isWholeRun) {
  test('two Cronto images activate a phone that has no network', async ({ page, server, oneSpan }) => {
    await signIn(page, JANE);
    await startActivation(page, undefined, 'offline');
    await expect(activationScreen(page).kind('cronto')).toBeChecked();
    const { deviceCode, signature } = await activateOffline(page);
    await page.goto('/');
    await expect(devicesScreen(page).devices).toHaveCount(1);
    expect(oneSpan.calls.count('visualcodes/render')).toBeGreaterThanOrEqual(2);
    for (const secret of [deviceCode, signature]) expect(server.output).not.toContain(secret);
  });
}

test('while the cloud is away a request is kept, and what it does not do is said or left out', async ({
  page,
  server,
  oneSpan,
  phone,
}) => {
  const screen = activationScreen(page);
  await signIn(page, JANE);
  await oneSpan.listeners.cloud.stop();
  await askForActivation(page);
  await expect(screen.waitingForGateway).toBeVisible();
  expect((await fetch(`${server.url}/api/health`)).status).toBe(503);
  oneSpan.faults.set('visualcodes/render', fault.html());
  await oneSpan.listeners.cloud.start();
  await expect(screen.kind('colour')).toBeChecked();
  await expect(screen.announcements).toContainText('The Cronto image is not available right now');
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  expect(server.output).toContain('an activation image could not be painted');

  oneSpan.faults.set('registrations/check-status', fault.unknownStatus(), { times: 2 });
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();

  await page.context().clearCookies();
  await signInAsStaff(page, HELPDESK);
  await page.goto('/helpdesk?q=jane');
  await expect(page.getByText('Search by name, user ID, email address or ticket.')).toBeVisible();
  await page.getByRole('link', { name: 'Jane Doe' }).click();
  await page.getByRole('link', { name: 'User page' }).click();
  await expect(page.getByText('Lock: the maker of the activation service does not publish')).toBeVisible();
});
