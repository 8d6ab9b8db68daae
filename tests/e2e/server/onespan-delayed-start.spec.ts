import { expect } from '@playwright/test';
import { poll } from '@/lib/kit/poll';
import { mailsFor } from '@/lib/kit/server/mailbox';
import { DAY, SECOND } from '@/lib/shared/time/duration';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { askForActivation } from '../flows/ask-for-activation';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { AGENT, JANE, JOHN, test, useOneSpan } from '../fixtures/onespan-test';
import { activationScreen } from '../screens/activation-screen';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';

/** Past the site's next look at an activation. */
const LOOK_MS = 20 * SECOND;

useOneSpan({
  localAuthentication: 'DIGIPASS/Password during Grace Period',
  activationDelaySeconds: DAY / SECOND,
});

test('a device that the server delays says from when it works: on its pages, in the mail and at the helpdesk', async ({
  page,
  server,
  phone,
}) => {
  await openSession(page, JANE);
  await askForActivation(page, JANE.password);
  await expect(activationScreen(page).image).toBeVisible();
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  server.clock.advance(LOOK_MS);
  const worksFrom = page.getByText(/^Works from /);
  await expect(worksFrom).toBeVisible();
  await expect(activationScreen(page).oneTimePassword).toBeHidden();
  await expect(page.getByText('You may not be able to sign in until then')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);

  const isMailed = async () =>
    mailsFor(server, `${JANE.userId}@example.org`).some((mail) => mail.includes('can sign in as you from'));
  await poll('a mail that says from when the device works', isMailed);

  await page.goto('/');
  await expect(page.getByText('You may not be able to sign in until then')).toBeVisible();
  const name = await devicesScreen(page).devices.first().getByRole('link').first().innerText();
  await openDevice(page, name);
  await expect(page.getByText('Until then its codes are refused.')).toBeVisible();
  await expect(authenticatorScreen(page).testLogin).toBeHidden();

  await page.context().clearCookies();
  await openSession(page, AGENT);
  await page.goto('/helpdesk?q=jane');
  await page.getByRole('link', { name: 'User page' }).click();
  await expect(worksFrom).toBeVisible();
  await expect(page.getByText('The grace period is over')).toBeVisible();
});

test('a linked device that works later asks for no test, and its person is warned before the next activation', async ({
  page,
  server,
  oneSpan,
  phone,
}) => {
  oneSpan.state.options.gracePeriodDays = null;
  oneSpan.state.options.missingPrivileges = ['View Recent DIGIPASS Activity'];
  await openSession(page, JOHN);
  await askForActivation(page, JOHN.password);
  await expect(activationScreen(page).image).toBeVisible();
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  server.clock.advance(LOOK_MS);
  await expect(page.getByText('there is nothing to test yet')).toBeVisible();
  await expect(page.getByText('then confirm with a test on this page')).toBeHidden();
  await expect(activationScreen(page).oneTimePassword).toBeHidden();
  expect(await findAccessibilityViolations(page)).toEqual([]);

  const licence = oneSpan.state.records.licenceOf({ userId: JOHN.userId, domain: 'example.org' });
  if (!licence) throw new TypeError('no licence');
  licence.startsAt = new Date(Date.now() + 2 * DAY);
  licence.gracePeriodEndsAt = new Date(Date.now() + DAY);
  await page.goto('/activations/new');
  await expect(page.getByText('Your password may stop before the device works')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);

  await page.context().clearCookies();
  await openSession(page, AGENT);
  await page.goto('/helpdesk?q=john');
  await page.getByRole('link', { name: 'User page' }).click();
  await expect(page.getByText('until then nothing may sign them in')).toBeVisible();
});
