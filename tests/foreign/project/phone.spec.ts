import { expect, test } from '@tessera-auth/kit/playwright';

test('a person freezes everything from the phone', async ({ page, people, phone }) => {
  const pat = await people.make();
  await phone.seed(pat);
  await people.signIn(page, pat);
  await page.goto('/');
  await phone.freeze();
  phone.verify('freezeEverything', { times: 1, status: 200 });
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('wrong PINs are paused by the clock of the test, and the fifth erases the device', async ({
  people,
  phone,
  clock,
}) => {
  await phone.seed(await people.make());
  await phone.enterPin('135790');
  for (const seconds of [2, 5, 10, 20, 0]) {
    await expect(phone.enterPin('864213')).rejects.toMatchObject({ code: 'wrong-pin' });
    await clock.advance(seconds * 1_000);
  }
  await expect(phone.otp()).rejects.toMatchObject({ code: 'no-instance' });
});
