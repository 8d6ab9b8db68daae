import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { mailsFor } from '@/lib/kit/server/mailbox';
import { poll } from '@/lib/kit/poll';
import { addDevice } from '../flows/add-device';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { notMeScreen } from '../screens/not-me-screen';
import { test } from '../fixtures/test';
import { PASSWORD } from '@/lib/kit/server/server';

/** A demo account, which has a mail address. */
const OWNER = { userId: 'jane.doe', password: PASSWORD };

test('a user notified of a foreign device stops it with one press', async ({ page: thief, phone, browser, server }) => {
  await openSession(thief, OWNER);
  await addDevice(thief, phone, 'Not mine');
  await openDevice(thief, 'Not mine');
  let link = '';
  await poll('a mail about the device', async () => {
    const links = mailsFor(server, `${OWNER.userId}@example.org`).flatMap(
      (mail) => mail.match(/https?:\S+\/not-me#[\w-]+/g) ?? [],
    );
    link = links[0] ?? '';
    return link !== '';
  });

  const owner = await browser.newPage({ baseURL: server.url });
  const screen = notMeScreen(owner);
  // What a program that scans mail does: it fetches, and runs what it got.
  await owner.goto(link);
  await expect(screen.press).toBeVisible();
  await expect(owner).toHaveURL(/\/not-me$/);
  expect.soft(await findAccessibilityViolations(owner), 'before the press').toEqual([]);
  await thief.reload();
  await expect(authenticatorScreen(thief).openLock).toBeVisible();

  await owner.reload();
  await screen.press.click();
  await expect(screen.reported).toBeVisible();
  await thief.reload();
  await expect(thief).toHaveURL(/\/sign-in/);

  await owner.goto('/sign-in');
  await owner.goto(link);
  await expect(screen.problem).toContainText('reported already');
  await openSession(owner, OWNER);
  await openDevice(owner, 'Not mine');
  await expect(owner.getByText('This device was locked for your safety')).toBeVisible();
  await expect(authenticatorScreen(owner).openUnlock).toBeHidden();
  await owner.close();
});
