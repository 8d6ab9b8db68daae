import { expect } from '@playwright/test';
import { checkLetter } from '@/lib/shared/codes/check-letter';
import { inGroups } from '@/lib/shared/codes/typed-code';
import { FakeOfflinePhone } from '../../support/doubles/fake-offline-phone';
import { FIRST_IMAGE, readImage, SECOND_IMAGE } from '../flows/activate-offline';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

test('two images and two typed codes activate a phone that never has a network', async ({ page, account }) => {
  await openSession(page, account);
  await startActivation(page, 'Phone in the vault', 'offline');
  const screen = activationScreen(page);
  await expect(screen.currentStep).toContainText('First image');
  const phone = await FakeOfflinePhone.scan(await readImage(page, FIRST_IMAGE));
  expect(phone.first).toMatchObject({ userId: account.userId });

  await screen.deviceCode.pressSequentially(phone.deviceCode.slice(0, 10));
  await expect(screen.deviceCode).toHaveValue(inGroups(phone.deviceCode.slice(0, 10)));
  await expect(page.getByText('10 of 26 digits')).toBeVisible();
  await screen.deviceCode.fill(inGroups(phone.deviceCode));
  const letter = checkLetter(phone.first.registrationIdentifier, phone.deviceCode);
  await expect(page.getByText(`Check letter: ${letter}`)).toBeVisible();
  await screen.showSecondImage.click();

  await expect(screen.currentStep).toContainText('Second image');
  await expect(screen.signature).toBeVisible();
  const signature = await phone.scanSecond(await readImage(page, SECOND_IMAGE));
  await screen.signature.fill(signature);
  await screen.activate.click();
  await expect(screen.activated).toBeVisible();
  await expect(screen.image).toBeHidden();
  await page.goto('/');
  await expect(devicesScreen(page).device('Phone in the vault')).toBeVisible();
});

test('a mistyped code can be entered again, and a reload loses nothing', async ({ page, account }) => {
  await openSession(page, account);
  await openActivation(page, undefined, 'offline');
  const screen = activationScreen(page);
  const phone = await FakeOfflinePhone.scan(await readImage(page, FIRST_IMAGE));
  const wrong = phone.deviceCode.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
  await screen.deviceCode.fill(wrong);
  await screen.showSecondImage.click();
  await expect(screen.refusal).toContainText('device code is wrong');
  await expect(screen.refusal).toContainText('2 tries left');
  await expect(screen.deviceCode).toBeFocused();
  for (const tooShort of ['12', '123', '1234', '12345']) {
    await screen.deviceCode.fill(tooShort);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await screen.showSecondImage.click();
    await answered;
  }
  await screen.deviceCode.fill('twenty-six digits');
  await screen.showSecondImage.click();
  await expect(page.getByText('Check the highlighted fields.')).toBeVisible();

  await page.reload();
  await screen.deviceCode.fill(phone.deviceCode);
  await screen.showSecondImage.click();
  await expect(screen.signature).toBeVisible();
  await page.reload();
  await expect(screen.signature).toBeVisible();
  const signature = await phone.scanSecond(await readImage(page, SECOND_IMAGE));
  await screen.signature.fill('1'.repeat(16));
  await screen.activate.click();
  await expect(screen.refusal).toContainText('signature is wrong');
  await screen.signature.fill(signature);
  await screen.activate.click();
  await expect(screen.activated).toBeVisible();
});

test('three wrong codes make the image worthless, and the next one is offline again', async ({ page, account }) => {
  await openSession(page, account);
  await openActivation(page, undefined, 'offline');
  const screen = activationScreen(page);
  for (const digit of ['1', '2', '3']) {
    await expect(screen.deviceCode).toBeEditable();
    await screen.deviceCode.fill(digit.repeat(26));
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await screen.showSecondImage.click();
    await answered;
  }
  await expect(page.getByText('The codes you typed were wrong too often')).toBeVisible();
  await expect(screen.image).toBeHidden();
  await screen.newImage.click();
  await expect(screen.deviceCode).toBeVisible();
});

test('a second tab follows, its form knows the entered code, and both images are erased when used', async ({
  page,
  account,
  context,
}) => {
  await openSession(page, account);
  await openActivation(page, undefined, 'offline');
  const other = await context.newPage();
  await other.goto(page.url());
  const address = `/api/activations/${page.url().split('/').at(-1)}/credentials`;
  const phone = await FakeOfflinePhone.scan(await readImage(page, FIRST_IMAGE));
  await activationScreen(page).deviceCode.fill(phone.deviceCode);
  await activationScreen(page).showSecondImage.click();
  await expect(activationScreen(other).signature).toBeVisible();
  expect((await page.request.get(address)).headers()['cache-control']).toContain('no-store');
  await activationScreen(other).signature.fill(await phone.scanSecond(await readImage(other, SECOND_IMAGE)));
  await activationScreen(other).activate.click();
  await expect(activationScreen(page).activated).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(409);
});
