import { expect, names, test } from '@tessera-auth/kit/playwright';

test.use({ receivesWebhooks: true });

test('a webhook tells of an activated device, signed, and again after a 503', async ({ people, phone, webhooks }) => {
  const pat = await people.make();
  webhooks.refuseNext(503);
  const { instanceId } = await phone.seed(pat);
  const again = await webhooks.next('device-activated', { userId: pat.userId }, 2);
  expect(again.isGenuine).toBe(true);
  expect(again.event).toMatchObject({ instanceId });
  const [first, second] = webhooks.list('device-activated').map(({ event }) => event['id']);
  expect(second).toBe(first);
});

test.describe('a clock that goes back', () => {
  test.describe.configure({ mode: 'serial' });
  test.use({ clockGoesBack: true });

  test('the clock of a test can be moved', async ({ clock }) => {
    await clock.advance(24 * 3_600_000);
    expect(clock.now().getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  });

  test('the clock is right in the next test', async ({ page, people, phone, mailbox, webhooks, clock }) => {
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(60_000);
    const pat = await people.make();
    await people.signIn(page, pat);
    await page.goto('/activations/new');
    await page.getByRole('button', { name: names.newActivation.show }).click();
    await phone.activate(page);
    await expect(page).toShowActivation('active');
    await mailbox.next(pat);
    expect((await webhooks.next('device-activated', { userId: pat.userId })).isGenuine).toBe(true);
  });
});
