import { expect, fault, names, test } from '@tessera-auth/kit/playwright';

test('a person signs in with the phone', async ({ page, people, phone }) => {
  await phone.seed(await people.make());
  await phone.signIn(page);
  await expect(page.getByRole('link', { name: 'Seeded phone', exact: true })).toBeVisible();
});

test('a number other than the page’s signs no one in', { tag: '@all' }, async ({ page, people, phone }) => {
  await phone.seed(await people.make());
  await page.goto('/sign-in/phone');
  const number = page.getByRole('status', { name: names.phoneSignIn.number });
  await expect(number).toHaveText(/^\d\d$/);
  const { request } = await phone.scan(page);
  expect(request.origin).toBe(new URL(page.url()).origin);
  const wrong = (await number.innerText()) === '10' ? '11' : '10';
  await expect(phone.approve({ number: wrong })).rejects.toMatchObject({ code: 'wrong-number' });
  await expect(page).toHaveURL(/\/sign-in\/phone/);
});

test('a user who did not ask reports it on the phone, and the page ends', async ({ page, people, phone }) => {
  await phone.seed(await people.make());
  await page.goto('/sign-in/phone');
  await phone.scan(page);
  await phone.decline('not-me');
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: 'Reported on the phone' })).toBeVisible();
  await expect(page.getByRole('status', { name: names.phoneSignIn.number })).toBeHidden();
});

test(
  'a sign-in that is sent to the phone is confirmed with the page’s number',
  { tag: '@all' },
  async ({ page, people, phone }) => {
    const pat = await people.make();
    await phone.seed(pat);
    await page.goto('/sign-in/phone');
    await page.getByLabel(names.phoneSignIn.userId).fill(pat.userId);
    await page.getByRole('button', { name: names.phoneSignIn.send }).click();
    await expect(page.getByText(names.phoneSignIn.lookAtPhone)).toBeVisible();
    const number = await page.getByRole('status', { name: names.phoneSignIn.number }).innerText();
    await phone.approve({ number });
    await expect(page.getByRole('link', { name: 'Seeded phone', exact: true })).toBeVisible();
  },
);

test(
  'an approval that did not get through is given again to the same request',
  { tag: '@all' },
  async ({ page, people, phones }) => {
    const phone = await phones({ patienceMs: 200 });
    await phone.seed(await people.make());
    await page.goto('/sign-in/phone');
    await phone.scan(page);
    const number = await page.getByRole('status', { name: names.phoneSignIn.number }).innerText();
    phone.always('authUser', fault.status(500));
    await expect(phone.approve({ number })).rejects.toMatchObject({ name: 'GatewayFailure' });
    await phone.heal();
    await phone.approve({ number });
    await expect(page).not.toHaveURL(/\/sign-in/);
  },
);

test('a context begins signed in with cookies that were kept', async ({ browser, people, tessera }) => {
  const storageState = await people.storageState(await people.make());
  const context = await browser.newContext({ storageState, baseURL: tessera.url });
  const page = await context.newPage();
  await page.goto('/activations/new');
  await expect(page.getByRole('button', { name: names.newActivation.show })).toBeVisible();
  await context.close();
});

test('a wrong password signs no one in', async ({ page, people }) => {
  const { userId } = await people.make();
  await expect(people.signIn(page, { userId, password: 'not my password' })).rejects.toThrow(/was not signed in/);
});
