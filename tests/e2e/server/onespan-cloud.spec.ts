import { expect } from '@playwright/test';
import { SECOND } from '@/lib/shared/time/duration';
import { fault } from '@/lib/kit/faults/fault';
import { activateOffline } from '../flows/activate-offline';
import { askForActivation } from '../flows/ask-for-activation';
import { openSession } from '../flows/open-session';
import { signIn } from '../flows/sign-in';
import { startActivation } from '../flows/start-activation';
import { HELPDESK, JANE, test } from '../fixtures/onespan-cloud-test';
import { activationScreen } from '../screens/activation-screen';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

test.use({ oneSpanOptions: { activationLimit: 1 } });

/** Past the site's next look at an activation, and the next try of a cloud that was away. */
const LOOK_MS = 20 * SECOND;

test('a site’s user activates a phone at the cloud after an outage, reaches the limit, makes room, and gets help', async ({
  page,
  signInPage: staff,
  server,
  oneSpan,
  phone,
}) => {
  const screen = activationScreen(page);
  const device = authenticatorScreen(page);
  const passwords: string[] = [];
  await signIn(page, JANE);

  await test.step('while the cloud is away the request is kept, and what it does not do is said or left out', async () => {
    await oneSpan.listeners.cloud.stop();
    await askForActivation(page);
    await expect(screen.waitingForGateway).toBeVisible();
    expect((await fetch(`${server.url}/api/health`)).status).toBe(503);
    oneSpan.faults.set('visualcodes/render', fault.html());
    await oneSpan.listeners.cloud.start();
    server.clock.advance(LOOK_MS);
    await screen.cannotScan.click();
    await expect(screen.kind('colour')).toBeChecked();
    await expect(screen.announcements).toContainText('The Cronto image is not available right now');
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect(server.output).toContain('an activation image could not be painted');
    await oneSpan.faults.clear('visualcodes/render');
  });

  await test.step('the phone is activated', async () => {
    oneSpan.faults.set('registrations/check-status', fault.unknownStatus(), { times: 2 });
    passwords.push(await screen.activationPassword.inputValue());
    const { code, output } = await phone.scan(page);
    expect(code, output).toBe(0);
    await expect(async () => {
      server.clock.advance(LOOK_MS);
      await expect(screen.activated).toBeVisible({ timeout: 2 * SECOND });
    }).toPass();
    await expect(page.getByText(/works\.$/)).toBeVisible();
    await expect(page.getByLabel('One-time password')).toBeHidden();
    await page.getByRole('link', { name: 'Your devices' }).last().click();
    await expect(devicesScreen(page).devices).toHaveCount(1);
  });

  await test.step('the helpdesk reads what the cloud does not do', async () => {
    await openSession(staff, HELPDESK);
    await staff.goto('/helpdesk?q=jane');
    await staff.getByRole('link', { name: 'User page' }).click();
    await expect(staff.getByText('Lock: the maker of the activation service does not publish')).toBeVisible();
  });

  await test.step('whoever has reached the limit makes room', async () => {
    await askForActivation(page);
    await expect(newActivationScreen(page).refusal).toContainText('reached your device limit');
    await page.goto('/');
    await devicesScreen(page).devices.getByRole('link').click();
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
  });

  await startActivation(page);
  await expect(page.locator('img')).toBeVisible();
  await expect(screen.progress.getByRole('listitem')).toHaveText([/Scan and choose a PIN/, /Done/]);
  await expect(screen.timeLeft).toHaveText(/^(?:10:00|9:\d\d)/);
  await screen.cannotScan.click();
  await expect(screen.kind('cronto')).toBeChecked();
  passwords.push(await screen.activationPassword.inputValue());

  await server.stop();
  for (const secret of passwords.flatMap((password) => [password, Buffer.from(password).toString('hex')]))
    expect(server.output).not.toContain(secret);
  expect(oneSpan.calls.count('users/register')).toBe(3);
});

// The same flow at every gateway, which `contract/gateways` holds to it: in pages at one of them, or in a whole run.
test('two Cronto images activate a phone that has no network', { tag: '@all' }, async ({ page, server, oneSpan }) => {
  await signIn(page, JANE);
  await startActivation(page, undefined, 'offline');
  await activationScreen(page).cannotScan.click();
  await expect(activationScreen(page).kind('cronto')).toBeChecked();
  const { deviceCode, signature } = await activateOffline(page);
  await page.goto('/');
  await expect(devicesScreen(page).devices).toHaveCount(1);
  expect(oneSpan.calls.count('visualcodes/render')).toBeGreaterThanOrEqual(2);
  for (const secret of [deviceCode, signature]) expect(server.output).not.toContain(secret);
});
