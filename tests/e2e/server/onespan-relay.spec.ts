import { expect } from '@playwright/test';
import { fault } from '@/lib/kit/faults/fault';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { askForActivation } from '../flows/ask-for-activation';
import { openSession } from '../flows/open-session';
import { JANE, test, useOneSpan } from '../fixtures/onespan-test';
import { activationScreen } from '../screens/activation-screen';

// No grace period, so that nothing tells of the end but what passes through the relay.
useOneSpan({
  isRelayed: true,
  gracePeriodDays: null,
  missingPrivileges: ['View Recent DIGIPASS Activity'],
});

test('every step of a phone behind the relay is seen, to the end and without a test login', async ({
  page,
  server,
  oneSpan,
  line,
  phone,
}) => {
  const screen = activationScreen(page);
  oneSpan.calls.clear();
  await openSession(page, JANE);
  await askForActivation(page, JANE.password);
  await expect(screen.image).toBeVisible();
  const shot = await page.screenshot();

  const [proof, device, signature] = [
    line.hold('DSAPPSRPGenerateActivationData'),
    line.hold('MdlAddDevice'),
    line.hold('MdlActivate'),
  ];
  const scanning = phone.scanShot(shot);
  await proof.arrival.opened;
  await expect(screen.happening).toHaveText(/Image read/);
  await expect(screen.image).toBeHidden();
  proof.release.open();
  await device.arrival.opened;
  await expect(screen.happening).toHaveText(/Phone verified/);
  device.release.open();
  await signature.arrival.opened;
  await expect(screen.currentStep).toHaveText(/Choose a PIN/);
  await expect(page.getByText('confirm with a test on this page')).toBeHidden();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  signature.release.open();
  const { code, output } = await scanning;
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();
  await expect(page.getByText(/works\.$/)).toBeVisible();
  expect(oneSpan.calls.count('authUser')).toBe(1);

  for (const secret of [JANE.password, oneSpan.state.options.frontEndKey, 'clientEphemeralPublicKey'])
    expect(server.output).not.toContain(secret);
});

test('the relay tells a phone when the gateway is away, breaks off with it, and opens nothing else', async ({
  server,
  oneSpan,
}) => {
  const call = (service: string, method = 'POST', body = '{}') =>
    fetch(`${server.url}/rest/v2/${service}`, {
      method,
      headers: { authorization: authorizationFor(oneSpan.state.options.frontEndKey), cookie: 'session=1' },
      ...(method === 'POST' && { body }),
    });
  const statusOf = async (...request: Parameters<typeof call>) => (await call(...request)).status;
  // The health check asks for the same.
  oneSpan.calls.clear();
  expect(await statusOf('provisioning/getServerTime')).toBe(200);
  expect(await statusOf('provisioning/MdlActivate', 'POST', ' '.repeat(16_385))).toBe(413);
  expect(await statusOf('provisioning/MdlActivate', 'GET')).toBe(405);
  expect(await statusOf('provisioning/DSAPPRegister')).toBe(404);
  expect(oneSpan.calls.counts()).toMatchObject({ 'provisioning/getServerTime': 1 });
  for (const wrong of [fault.cutOff(), fault.huge()] as const) {
    oneSpan.faults.once('provisioning/getServerTime', wrong);
    await expect(call('provisioning/getServerTime').then((answer) => answer.text())).rejects.toThrow();
  }
  expect(await (await fetch(`${server.url}/api/health`)).json()).toMatchObject({ status: 'ok', relay: 'ok' });
  await oneSpan.listeners.digipassGateway.stop();
  const health = await fetch(`${server.url}/api/health`);
  expect([health.status, await health.json()]).toMatchObject([503, { gateway: 'ok', relay: 'failed' }]);
  const away = await call('provisioning/getServerTime');
  expect([away.status, await away.json()]).toMatchObject([502, { resultCodes: { returnCode: -1 } }]);
  await oneSpan.listeners.digipassGateway.start();
  expect(await statusOf('provisioning/getServerTime')).toBe(200);
});
