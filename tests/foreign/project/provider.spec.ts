import { expect, test } from '@tessera-auth/kit/playwright';

test.use({ hasIdentityProvider: true });

test(
  'a person signs in with the organisation’s provider',
  { tag: '@all' },
  async ({ page, people, identityProvider }) => {
    const pat = await people.make();
    await identityProvider.signIn(page, pat);
    await expect(page).not.toHaveURL(/\/sign-in/);
    await expect(page.getByText(pat.displayName).first()).toBeVisible();
  },
);

test(
  'a provider that signs with another key signs no one in',
  { tag: '@all' },
  async ({ page, people, identityProvider }) => {
    identityProvider.goWrong('signed-by-another');
    await identityProvider.signIn(page, await people.make());
    await expect(page).toHaveURL(/\/sign-in/);
  },
);
