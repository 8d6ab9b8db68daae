import { expect, names, namesIn, namesOf, test } from '@tessera-auth/kit/playwright';

test.use({ locale: 'de-DE' });

test('a phone activates and signs in on German pages, and names are found in German', async ({
  page,
  people,
  phone,
}) => {
  const german = namesIn('de');
  await people.signIn(page, await people.make({ language: 'de' }));
  await page.goto('/activations/new');
  expect((await namesOf(page)).newActivation).toEqual(german.newActivation);
  await page.getByRole('button', { name: german.newActivation.show }).click();
  await phone.activate(page);
  await expect(page).toShowActivation('active');
  await expect(page.getByRole('heading', { name: german.activation.activated })).toBeVisible();
  await expect(page.getByRole('heading', { name: names.activation.activated })).toHaveCount(0);

  await page.context().clearCookies();
  await phone.signIn(page);
  await expect(page).not.toHaveURL(/\/sign-in/);
});

test(
  'a phone without a network is activated on a French page',
  { tag: '@all' },
  async ({ browser, people, phone, tessera }) => {
    const page = await browser.newPage({ locale: 'fr-FR', baseURL: tessera.url });
    await people.signIn(page, await people.make({ language: 'fr' }));
    const french = namesIn('fr');
    await page.goto('/activations/new');
    await page.getByText(french.activation.cannotScan).click();
    await page.getByRole('checkbox', { name: french.newActivation.offline }).check();
    await page.getByRole('button', { name: french.newActivation.show }).click();
    await phone.offline(page);
    await expect(page).toShowActivation('active');
    await page.close();
  },
);
