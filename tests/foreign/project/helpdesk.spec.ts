import { expect, names, test, type Person } from '@tessera-auth/kit/playwright';
import type { Page } from '@playwright/test';

/** From anywhere to an invitation that is sent, for an agent who has checked the caller. */
async function sendInvitation(agent: Page, { userId, phoneNumber }: Person, by?: string): Promise<void> {
  const { reissue } = names;
  await agent.goto(`/helpdesk/users/${userId}/reissue`);
  await agent.getByLabel(reissue.reason).selectOption(reissue.reasons['new-phone']);
  await agent.getByLabel(reissue.ticket).fill('T-100');
  await agent.getByLabel(reissue.numberCalled).selectOption(phoneNumber);
  await agent.getByLabel(reissue.documentEnd).fill('X4F2');
  if (by !== undefined) await agent.getByLabel(reissue.sendBy).selectOption(by);
  await agent.getByRole('button', { name: reissue.send }).click();
  await expect(agent).toHaveURL(/\/helpdesk\/invitations\/inv-/);
}

test(
  'the helpdesk re-issues an activation, and its person activates another phone',
  { tag: '@all' },
  async ({ page: agent, browser, people, phone, phones, mailbox }) => {
    const pat = await people.make();
    await phone.seed(pat, 'Lost phone');
    await people.signIn(agent, await people.make({ roles: ['helpdesk-agent'] }));
    await sendInvitation(agent, pat);

    const page = await browser.newPage();
    await page.goto(await mailbox.invitationLink(pat));
    await page.getByLabel(names.invited.password).fill(pat.password);
    await page.getByRole('button', { name: names.invited.continue }).click();
    await page.getByRole('button', { name: names.newActivation.show }).click();
    const replacement = await phones();
    await replacement.activate(page);
    await expect(page).toShowActivation('active');
    await expect(agent.getByRole('heading', { name: 'The new device works' })).toBeVisible();
    const { subject } = await mailbox.next(pat, /device/i);
    expect(subject).not.toBe('');
    await page.close();
  },
);

test(
  'an invitation by letter comes out of the printer, and in no email',
  { tag: '@all' },
  async ({ page, people, mailbox, letters }) => {
    const pat = await people.make();
    await people.signIn(page, await people.make({ roles: ['helpdesk-agent'] }));
    const known = letters.list().length;
    await sendInvitation(page, pat, 'letter');
    const letter = await letters.next(known);
    expect(letter.pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(letter.text.join(' ')).toContain(pat.displayName);
    await page.context().clearCookies();
    await page.goto('/invitation/code');
    await page.getByLabel(names.invited.letterCode).fill(letter.code ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: names.invited.continue })).toBeVisible();
    expect(mailbox.list(pat).flatMap(({ links }) => links.filter((link) => link.includes('/invitation#')))).toEqual([]);
  },
);

test('a user without a helpdesk role sees nothing of the helpdesk', async ({ page, people }) => {
  const pat = await people.make();
  await people.signIn(page, pat);
  const answer = await page.goto(`/helpdesk/users/${pat.userId}`);
  expect(answer?.status()).toBe(403);
});
