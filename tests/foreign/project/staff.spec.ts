import { expect, names, test, type Person } from '@tessera-auth/kit/playwright';
import type { Page } from '@playwright/test';

// As people find a site: a password alone opens no page of staff.
test.use({ tesseraEnv: { TESSERA_ENROLMENT: 'standard', TESSERA_PROBATION_HOURS: '24' } });

async function expectHelpdesk(page: Page): Promise<void> {
  await page.goto('/helpdesk');
  await expect(page).toHaveURL(/\/helpdesk$/);
}

async function expectSecondFactorWanted(page: Page): Promise<void> {
  await page.goto('/helpdesk');
  await expect(page).toHaveURL(/\/sign-in\/second-factor\?next=%2Fhelpdesk$/);
}

/** A page that takes a second factor of the last minutes, besides the one that the session began with. */
async function sendInvitation(agent: Page, { userId, phoneNumber }: Person): Promise<void> {
  const { reissue } = names;
  await agent.goto(`/helpdesk/users/${userId}/reissue`);
  await agent.getByLabel(reissue.reason).selectOption(reissue.reasons['new-phone']);
  await agent.getByLabel(reissue.ticket).fill('T-100');
  await agent.getByLabel(reissue.numberCalled).selectOption(phoneNumber);
  await agent.getByLabel(reissue.documentEnd).fill('X4F2');
  await agent.getByRole('button', { name: reissue.send }).click();
}

test('a member of staff who has a password alone is asked for a second factor', async ({ page, people }) => {
  await people.signIn(page, await people.make({ roles: ['helpdesk-agent'] }));
  await expectSecondFactorWanted(page);
});

test('a staff member with a passkey is signed in by one call, and may do what staff do', async ({
  page,
  people,
  phone,
}) => {
  const pat = await people.make();
  await phone.seed(pat, 'Lost phone');
  await people.signIn(page, await people.make({ roles: ['helpdesk-agent'], hasPasskey: true }));
  await expectHelpdesk(page);
  await sendInvitation(page, pat);
  await expect(page).toHaveURL(/\/helpdesk\/invitations\/inv-/);
});

test('an administrator with a passkey signs in again and again, in several browsers', async ({
  page,
  browser,
  people,
  tessera,
}) => {
  const administrator = await people.make({ roles: ['administrator'], hasPasskey: true });
  await people.signIn(page, administrator);
  await page.goto('/helpdesk');
  await expect(page).toHaveURL(/\/helpdesk$/);
  const storageState = await people.storageState(administrator);
  const other = await browser.newContext({ storageState, baseURL: tessera.url });
  const there = await other.newPage();
  await there.goto('/helpdesk');
  await expect(there).toHaveURL(/\/helpdesk$/);
  await other.close();
  await people.signIn(page, administrator);
  await page.goto('/administration/service-accounts');
  await expect(page).toHaveURL(/\/administration\/service-accounts$/);
});

test('a browser with a saved passkey answers the sign-in page with it', async ({ page, people }) => {
  const agent = await people.make({ roles: ['helpdesk-agent'], hasPasskey: true });
  await people.signIn(page, agent);
  await page.context().clearCookies();
  await page.goto('/sign-in?next=/helpdesk');
  await page.getByRole('button', { name: names.signIn.withPasskey }).click();
  await expect(page).toHaveURL(/\/helpdesk$/);
});

test('a member of staff with a phone signs in with it', async ({ page, people, phone }) => {
  await phone.seed(await people.make({ roles: ['helpdesk-agent'] }));
  await phone.signIn(page);
  await expectHelpdesk(page);
});
