import { expect } from '@playwright/test';
import { invitationLink } from '@/lib/kit/server/mailbox';
import { names } from '@/lib/shared/names';
import { staffAccount, type Account } from '../fixtures/accounts';
import { createInvitationAs } from '../flows/create-invitation';
import { openSession } from '../flows/open-session';
import { test } from '../fixtures/test';

/** What happened, and what to do. */
const NO_ANSWER = /did not answer.*try again/i;

test('whatever is pressed or sent while the site does not answer, the page says so and what to do', async ({
  page,
  account,
  server,
}) => {
  await createInvitationAs(staffAccount('helpdesk-agent'), server.url, account.userId);
  const link = await invitationLink(server, `${account.userId}@example.org`);
  const { password } = account;
  type Step = { who: Account | null; path: string; typed?: Record<string, string>; press: string };
  const steps: Step[] = [
    { who: null, path: link, press: names.invited.showUserId },
    { who: null, path: link, typed: { [names.invited.password]: password }, press: names.invited.continue },
    {
      who: null,
      path: '/sign-in',
      typed: { [names.signIn.userId]: account.userId, [names.signIn.password]: password },
      press: names.signIn.signIn,
    },
    {
      who: null,
      path: '/sign-in/forgotten',
      typed: { [names.signIn.userId]: account.userId },
      press: names.proof.emailCode,
    },
    { who: account, path: '/activations/new', press: names.newActivation.show },
    {
      who: account,
      path: '/profile',
      typed: { [names.profile.addresses]: 'train@example.org' },
      press: names.profile.saveAddresses,
    },
  ];
  const field = (name: string) => page.getByLabel(name, { exact: true });
  for (const { who, path, typed = {}, press } of steps) {
    await test.step(`${press} at ${path.replace(/#.*/, '')}`, async () => {
      if (who) await openSession(page, who);
      await page.goto('about:blank');
      await page.goto(path);
      const button = page.getByRole('button', { name: press, exact: true });
      await expect(button).toBeEnabled();
      for (const [name, text] of Object.entries(typed))
        // The page's script may take a field over between what `fill` selects and what it types.
        await expect(async () => {
          await field(name).fill(text);
          await expect(field(name)).toHaveValue(text, { timeout: 1_000 });
        }).toPass();
      await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
      await button.click();
      await expect(page.getByRole('main')).toContainText(NO_ANSWER);
      for (const [name, text] of Object.entries(typed)) await expect(field(name)).toHaveValue(text);
      await page.unrouteAll({ behavior: 'wait' });
    });
  }
});
