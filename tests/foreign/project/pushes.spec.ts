import { expect, fault, names, test } from '@tessera-auth/kit/playwright';

test.use({ receivesPushes: true });

test('a phone whose app is closed is told of a sign-in, also where its push service failed once', async ({
  page,
  people,
  phone,
  pushes,
}) => {
  const pat = await people.make();
  await phone.seed(pat);
  const subscription = await pushes.subscribe(phone);
  pushes.once(fault.status(503));
  await page.goto('/sign-in/phone');
  await page.getByLabel(names.phoneSignIn.userId).fill(pat.userId);
  await page.getByRole('button', { name: names.phoneSignIn.send }).click();
  const { content, urgency } = await subscription.next();
  expect(urgency).toBe('high');
  expect(content).toContain('Somebody is signing in');
  expect(content).not.toContain(pat.userId);
  const number = await page.getByRole('status', { name: names.phoneSignIn.number }).innerText();
  await phone.approve({ number });
  await expect(page.getByRole('link', { name: 'Seeded phone', exact: true })).toBeVisible();
});
