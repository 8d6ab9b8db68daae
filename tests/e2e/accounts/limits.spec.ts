import { expect } from '@playwright/test';
import { DAY } from '@/lib/shared/time/duration';
import { test as clockTest } from '../fixtures/clock-test';
import { openSession } from '../flows/open-session';
import { cancelActivation, openActivation, requestActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { test } from '../fixtures/test';

clockTest(
  'the sixth start of a day is refused in words, and possible a day later',
  async ({ page, server, account }) => {
    await openSession(page, account);
    for (let start = 1; start <= 4; start++) {
      const { id } = await requestActivation(page);
      await cancelActivation(page, id);
    }
    await openActivation(page);
    const { cancel, newImage, refusal } = activationScreen(page);
    await cancel.click();
    const words = 'You’ve reached today’s limit';
    await newImage.click();
    await expect(refusal).toContainText(words);
    await page.goto('/activations/new');
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText('You can start again')).toBeVisible();
    await expect(newActivationScreen(page).show).toBeHidden();

    server.clock.advance(DAY + 60_000);
    await openSession(page, account);
    await openActivation(page);
  },
);

test('a device name that the gateway could not keep is refused in words', async ({ page, account }) => {
  await openSession(page, account);
  await page.goto('/activations/new');
  const screen = newActivationScreen(page);
  await screen.deviceName.evaluate((field) => field.removeAttribute('maxlength'));
  await screen.deviceName.fill('x'.repeat(100));
  await screen.show.click();
  await expect(screen.refusal).toContainText('up to 64 characters');
});
