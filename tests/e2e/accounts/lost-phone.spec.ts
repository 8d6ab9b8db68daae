import { expect, type Page } from '@playwright/test';
import { mailsFor } from '@/lib/kit/server/mailbox';
import { PASSWORD } from '@/lib/kit/server/server';
import { poll } from '@/lib/kit/poll';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { staffAccount } from '../fixtures/accounts';
import { test as isolatedTest } from '../fixtures/isolated-test';
import { test } from '../fixtures/test';
import { addDevice } from '../flows/add-device';
import { openSession } from '../flows/open-session';

/** A demo account, which has a mail address; frozen for good, it would be lost to other tests of a shared server. */
const OWNER = { userId: 'jane.doe', password: PASSWORD };
const REFERENCE = /^case-[0-9A-Z]{4}-[0-9A-Z]{4}$/;

const lockButton = (page: Page) => page.getByRole('button', { name: names.lostPhone.lock });

test('a user who lost their phone locks it signed out, by keyboard alone, and the helpdesk finds the case', async ({
  page,
  browser,
  server,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'Pixel 9');
  await page.goto('/');
  const elsewhere = await browser.newPage({ baseURL: server.url });
  await elsewhere.goto('/sign-in');
  await elsewhere.getByRole('link', { name: names.lostPhone.heading }).focus();
  await elsewhere.keyboard.press('Enter');
  await expect(elsewhere.getByRole('heading', { name: names.lostPhone.heading })).toBeVisible();
  expect(await findAccessibilityViolations(elsewhere)).toEqual([]);

  // Three stops and one press: user ID, password, the button.
  await elsewhere.getByLabel(names.signIn.userId).focus();
  await elsewhere.keyboard.type(account.userId);
  await elsewhere.keyboard.press('Tab');
  await elsewhere.keyboard.type(account.password);
  await elsewhere.keyboard.press('Tab');
  await elsewhere.keyboard.press('Tab');
  if (!(await lockButton(elsewhere).evaluate((button) => button === document.activeElement)))
    await lockButton(elsewhere).focus();
  await elsewhere.keyboard.press('Enter');
  await expect(elsewhere).toHaveURL(/\/lost-phone\/case$/);
  await expect(elsewhere.getByRole('heading', { name: 'Pixel 9 is locked' })).toBeVisible();
  const reference = await elsewhere.getByText(REFERENCE).innerText();
  await expect(elsewhere.getByRole('region', { name: names.lostPhone.waysBack })).toBeVisible();
  expect(await findAccessibilityViolations(elsewhere)).toEqual([]);

  // The session of the lost phone is over, and so is what the phone could do.
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await openSession(page, account);
  await page.goto('/');
  await expect(page.getByRole('main')).toContainText('Locked');

  const agent = await browser.newPage({ baseURL: server.url });
  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto('/helpdesk');
  const waiting = agent.getByRole('list', { name: names.case.open }).getByRole('listitem');
  await expect(waiting.filter({ hasText: reference })).toContainText('Pixel 9');
  expect(await findAccessibilityViolations(agent)).toEqual([]);
  await agent.goto(`/helpdesk?q=${reference.replace('case-', '').toLowerCase()}`);
  await expect(agent.getByRole('table', { name: names.findUser.users })).toContainText(account.userId);

  await elsewhere.reload();
  await elsewhere.getByRole('button', { name: names.lostPhone.done }).click();
  // The action clears the cookie before it leads there.
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.goto('/lost-phone/case');
  await expect(elsewhere.getByRole('link', { name: 'Start again' })).toBeVisible();
  await elsewhere.close();
  await agent.close();
});

test('a wrong password and an unknown user get one answer at the page of a lost phone', async ({ page, account }) => {
  const answers: string[] = [];
  for (const userId of [account.userId, 'nobody.at.all']) {
    await page.goto('/lost-phone');
    await page.getByLabel(names.signIn.userId).fill(userId);
    await page.getByLabel(names.signIn.password).fill('not the password at all');
    await lockButton(page).click();
    answers.push(await alertIn(page).innerText());
  }
  expect(answers[0]).toContain('don’t match');
  expect(answers[1]).toBe(answers[0]);
});

isolatedTest(
  'an owner whose account a stranger froze reports it signed out, by the link of the mail',
  async ({ browser, server }) => {
    const thief = await browser.newPage({ baseURL: server.url });
    await thief.goto('/lost-phone');
    await thief.getByLabel(names.signIn.userId).fill(OWNER.userId);
    await thief.getByLabel(names.signIn.password).fill(OWNER.password);
    await lockButton(thief).click();
    await expect(thief).toHaveURL(/\/lost-phone\/case$/);
    await thief.locator('summary').getByText('Freeze everything').click();
    await thief.getByRole('button', { name: 'Freeze my account' }).click();
    await expect(thief).toHaveURL(/\/frozen$/);
    const reference = await thief.getByText(REFERENCE).innerText();

    let link = '';
    await poll('a mail about the freeze', async () => {
      const mails = mailsFor(server, `${OWNER.userId}@example.org`).filter((mail) => mail.includes(reference));
      const links = mails.flatMap((mail) =>
        mail.includes('frozen') ? (mail.match(/https?:\S+\/not-me#[\w-]+/g) ?? []) : [],
      );
      link = links[0] ?? '';
      return link !== '';
    });
    const owner = await browser.newPage({ baseURL: server.url });
    await owner.goto(link);
    await expect(owner.getByRole('main')).toContainText(reference);
    expect(await findAccessibilityViolations(owner)).toEqual([]);
    await owner.getByRole('button', { name: names.notMe.report }).click();
    await expect(owner.getByText(names.notMe.told)).toBeVisible();

    const agent = await browser.newPage({ baseURL: server.url });
    await openSession(agent, staffAccount('helpdesk-agent'));
    await agent.goto('/helpdesk/alarms');
    await expect(agent.getByRole('list', { name: 'Alarms' })).toContainText(reference);
    for (const one of [thief, owner, agent]) await one.close();
  },
);
