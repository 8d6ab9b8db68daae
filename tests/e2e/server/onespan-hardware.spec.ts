import { expect, type Page } from '@playwright/test';
import { hardwareNames, testLoginNames } from '@/lib/shared/names/device-names';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { openSession } from '../flows/open-session';
import type { OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { AGENT, JANE, JOHN, test, useOneSpan } from '../fixtures/onespan-test';

const BUTTON = '0097000002';
const KEYPAD = '0097000003';

useOneSpan({
  selfAssignment: { separator: '' },
  lockThreshold: 0,
  tokens: [
    { serialNumber: BUTTON, type: 'DP270', kind: 'event' },
    { serialNumber: KEYPAD, type: 'DP770', kind: 'challenge' },
  ],
  settings: () => ({
    ONESPAN_SELF_ASSIGNMENT: 'login',
    ONESPAN_HARDWARE_TEST: '1',
    ONESPAN_CLOCK_REPAIR: '1',
    TESSERA_LEGACY_PATHS: '/selfmgmt',
  }),
});

/** What the device shows. */
async function shownBy({ state }: OneSpanServer, serialNumber: string, challenge = ''): Promise<string> {
  const token = state.hardware.find(serialNumber);
  if (!token) throw new TypeError('no such token');
  return state.hardware.show(token, challenge);
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const challengeOn = async (page: Page) =>
  (await page.getByRole('group', { name: hardwareNames.challenge }).locator('.sr-only').innerText()).replaceAll(
    ' ',
    '',
  );

test('a person assigns a device of their own, tries it, and repairs its clock', async ({ page, oneSpan }) => {
  await openSession(page, JANE);
  // As a printed leaflet of the vendor's website says.
  await page.goto('/selfmgmt/?action=dpassign');
  await expect(page.getByRole('heading', { name: hardwareNames.heading })).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await field(page, hardwareNames.serialNumber).fill('0097-0000-02');
  await field(page, hardwareNames.password).fill(JANE.password);
  await field(page, hardwareNames.response).fill('000000');
  await button(page, hardwareNames.assign).click();
  await expect(alertIn(page)).toBeVisible();
  await field(page, hardwareNames.password).fill(JANE.password);
  await field(page, hardwareNames.response).fill(await shownBy(oneSpan, BUTTON));
  await button(page, hardwareNames.assign).click();

  const device = page.getByRole('link', { name: BUTTON, exact: true });
  await device.click();
  await expect(page.getByRole('heading', { name: BUTTON })).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  const tryOut = async () => {
    await field(page, testLoginNames.oneTimePassword).fill(await shownBy(oneSpan, BUTTON));
    await button(page, testLoginNames.tryOut).click();
  };
  await tryOut();
  const works = page.getByRole('status', { name: testLoginNames.works });
  await expect(works).toBeVisible();

  // Pressed in a pocket.
  for (let press = 0; press < 60; press++) await shownBy(oneSpan, BUTTON);
  await page.reload();
  await tryOut();
  await expect(alertIn(page.locator('form:has([name=oneTimePassword])'))).toContainText('didn’t work');
  await field(page, hardwareNames.firstCode).fill(await shownBy(oneSpan, BUTTON));
  await field(page, hardwareNames.secondCode).fill(await shownBy(oneSpan, BUTTON));
  await button(page, hardwareNames.repairClock).click();
  await expect(page.getByText('The clock is repaired. Your next code works.')).toBeVisible();
  await tryOut();
  await expect(works).toBeVisible();

  await page.goto('/authenticators/assign');
  await expect(page.getByText('You already have a hardware authenticator')).toBeVisible();
});

test('a person types a challenge into a device with keys to assign it, and to try it', async ({ page, oneSpan }) => {
  await openSession(page, JOHN);
  await page.goto('/authenticators/assign');
  await field(page, hardwareNames.serialNumber).fill(KEYPAD);
  await field(page, hardwareNames.password).fill(JOHN.password);
  await button(page, hardwareNames.assign).click();
  await challengeOn(page);
  await field(page, hardwareNames.response).fill('000000');
  await button(page, hardwareNames.assign).click();
  await expect(page.getByText('each challenge counts once')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await button(page, 'Start again').click();
  await field(page, hardwareNames.serialNumber).fill(KEYPAD);
  await field(page, hardwareNames.password).fill(JOHN.password);
  await button(page, hardwareNames.assign).click();
  const toAssign = await challengeOn(page);
  await field(page, hardwareNames.response).fill(await shownBy(oneSpan, KEYPAD, toAssign));
  await button(page, hardwareNames.assign).click();
  const device = page.getByRole('link', { name: KEYPAD, exact: true });
  await device.click();
  await button(page, hardwareNames.getChallenge).click();
  await challengeOn(page);
  await field(page, hardwareNames.response).fill('000000');
  await button(page, testLoginNames.tryOut).click();
  await expect(page.getByText('each challenge counts once')).toBeVisible();
  await button(page, 'Start again').click();
  await button(page, hardwareNames.getChallenge).click();
  const toTry = await challengeOn(page);
  await field(page, hardwareNames.response).fill(await shownBy(oneSpan, KEYPAD, toTry));
  await button(page, testLoginNames.tryOut).click();
  await expect(page.getByText(testLoginNames.works)).toBeVisible();

  await page.context().clearCookies();
  await openSession(page, AGENT);
  await page.goto('/helpdesk?q=john');
  await page.getByRole('link', { name: 'User page' }).click();
  await expect(page.getByText(KEYPAD).first()).toBeVisible();
});
