import { expect } from '@playwright/test';
import { SECOND } from '@/lib/shared/time/duration';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { activateOffline } from '../flows/activate-offline';
import { openDevice } from '../flows/open-device';
import { askForActivation } from '../flows/ask-for-activation';
import { openSession } from '../flows/open-session';
import { signIn } from '../flows/sign-in';
import { AGENT, JANE, JOHN, test, useOneSpan } from '../fixtures/onespan-test';
import { activationScreen } from '../screens/activation-screen';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';
import { userScreen } from '../screens/staff/user-screen';

/** Past the site's next look at an activation, and the next try of a server that was away. */
const LOOK_MS = 20 * SECOND;

useOneSpan();

test('an authentication server’s user signs in, activates a phone over an outage, tests it, and gets help', async ({
  page,
  server,
  oneSpan,
  phone,
}) => {
  const screen = activationScreen(page);
  const metrics = async () => (await fetch(`${server.url}/api/metrics`)).text();
  await page.goto('/sign-in');
  await expect(signInScreen(page).signIn).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in with your phone' })).toBeHidden();
  await signIn(page, JANE);
  oneSpan.calls.clear();
  await askForActivation(page, 'wrong');
  await expect(newActivationScreen(page).refusal).toContainText('didn’t accept');
  await newActivationScreen(page).deviceName.fill('Work phone');
  await newActivationScreen(page).credential.fill(JANE.password);
  expect(oneSpan.calls.count('logon')).toBe(0);

  await test.step('while the servers are away people go on, and what they asked for is done afterwards', async () => {
    await Promise.all(oneSpan.listeners.soap.map((listener) => listener.stop()));
    await newActivationScreen(page).show.click();
    await expect(screen.waitingForGateway).toBeVisible();
    expect((await fetch(`${server.url}/api/health`)).status).toBe(503);
    await expect.poll(metrics).toContain('tessera_gateway_circuit_open 1');
    const failing = await fetch(`${server.url}/api/health`);
    expect([failing.status, await failing.json()]).toEqual([503, expect.objectContaining({ gateway: 'failed' })]);
    // Without the gateway pages still say what to do, and no other process would do better.
    expect((await fetch(`${server.url}/api/health/ready`)).status).toBe(200);
    await page.reload();
    await expect(screen.waitingForGateway).toBeVisible();
    await Promise.all(oneSpan.listeners.soap.map((listener) => listener.start()));
    server.clock.advance(LOOK_MS);
    await expect(screen.image).toBeVisible();
  });
  oneSpan.calls.clear();
  await screen.cannotScan.click();
  await expect(screen.activationPassword).toBeVisible();
  await expect(screen.openHere).toBeHidden();

  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  server.clock.advance(LOOK_MS);
  await expect(screen.activated).toBeVisible();
  await expect(page.getByText('Your phone should be ready.')).toBeVisible();
  expect(await metrics()).toContain('tessera_gateway_circuit_open 0');

  await openDevice(page, 'Work phone');
  const device = authenticatorScreen(page);
  await expect(device.openLock).toBeHidden();
  await expect(device.heading).toHaveText('Work phone');
  await device.openRename.click();
  await device.name.fill('Jané’s phone');
  await device.rename.click();
  await expect(device.heading).toHaveText('Jané’s phone');
  await device.oneTimePassword.fill(await phone.oneTimePassword());
  await device.testLogin.click();
  await expect(device.loginWorks).toBeVisible();
  await page.goto('/');
  await expect(devicesScreen(page).devices).toHaveCount(1);
  await expect(devicesScreen(page).device('Jané’s phone')).toBeVisible();

  await page.goto('/authenticator');
  await expect(page.getByRole('heading', { name: 'Use another app' })).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  const answers = await Promise.all([
    fetch(`${server.url}/authenticator/config.json`),
    fetch(`${server.url}/rest/v2/provisioning/getServerTime`, { method: 'POST' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);

  await page.context().clearCookies();
  await openSession(page, AGENT);
  await page.goto('/helpdesk?q=jane');
  await page.getByRole('link', { name: 'User page' }).click();
  await expect(page.getByText('does not publish how to ask for it')).toBeVisible();
  await expect(userScreen(page).lock).toBeHidden();
  await expect(userScreen(page).remove).toBeVisible();
  await page.goto('/helpdesk');
  await expect(page.getByText('Accounts are managed at your authentication server', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Create an account' })).toHaveCount(0);

  // However often a page was looked at: the session that was there.
  expect(oneSpan.calls.count('logon')).toBe(0);
  for (const secret of [JANE.password, oneSpan.state.options.serviceUser.password])
    expect(server.output).not.toContain(secret);
});

// The same flow at every gateway, which `contract/gateways` holds to it: in pages at one of them, or in a whole run.
test(
  'an authentication server’s user activates an offline phone',
  { tag: '@all' },
  async ({ page, server, oneSpan }) => {
    oneSpan.calls.clear();
    await openSession(page, JOHN);
    await page.goto('/activations/new');
    await newActivationScreen(page).credential.fill(JOHN.password);
    await newActivationScreen(page).cannotScan.click();
    await newActivationScreen(page).offline.check();
    await newActivationScreen(page).show.click();
    const { deviceCode, signature } = await activateOffline(page);
    await page.goto('/');
    await expect(devicesScreen(page).devices).toHaveCount(1);
    expect(oneSpan.calls.count('provisioningExecute')).toBe(3);
    expect(oneSpan.calls.count('dsappSRPRegister')).toBe(0);
    for (const secret of [JOHN.password, deviceCode, signature]) expect(server.output).not.toContain(secret);
  },
);

test('a page without a grace period asks for a test login, which completes the activation', async ({
  page,
  server,
  oneSpan,
  phone,
}) => {
  oneSpan.state.options.gracePeriodDays = null;
  oneSpan.state.options.missingPrivileges = ['View Recent DIGIPASS Activity'];
  const screen = activationScreen(page);
  const device = authenticatorScreen(page);
  await openSession(page, JOHN);
  await askForActivation(page, JOHN.password);
  await expect(screen.image).toBeVisible();
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  server.clock.advance(LOOK_MS);
  await expect(page.getByText('then confirm with a test on this page')).toBeVisible();
  await expect(screen.currentStep).toContainText('PIN');
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await device.oneTimePassword.fill('000000');
  await device.testLogin.click();
  await expect(device.verdict).toContainText('didn’t work');
  await device.oneTimePassword.fill(await phone.oneTimePassword());
  await device.testLogin.click();
  await expect(screen.activated).toBeVisible();
});
