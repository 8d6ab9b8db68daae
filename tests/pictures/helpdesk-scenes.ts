import type { Page } from '@playwright/test';
import { listMails } from '@/lib/kit/server/mailbox';
import { poll } from '@/lib/kit/poll';
import { HOUR } from '@/lib/shared/time/duration';
import type { Server } from '@/lib/kit/server/server';
import { invitationScreen } from '../e2e/screens/staff/invitation-screen';
import { reissueScreen } from '../e2e/screens/staff/reissue-screen';
import { openPageOf } from './open-page-of';

const MANAGER_OF_JANE = 'administrator';

/** The agent waits for the answer of the manager on record. */
export async function askJanesManager(page: Page): Promise<void> {
  const { reason, ticket, requestManagerAnswer } = reissueScreen(page);
  await reason.selectOption('Lost');
  await ticket.fill('INC-2041');
  await requestManagerAnswer.click();
  await page.getByText('Waiting for the manager’s answer').waitFor();
}

/** What the manager's mail leads to, signed in. */
export async function openManagersPage(page: Page, server: Server): Promise<void> {
  // Every view asks again, and a manager is asked so often in an hour.
  server.clock.advance(HOUR);
  const paths = () =>
    listMails(server, `${MANAGER_OF_JANE}@example.org`).flatMap(
      ({ text }) => text.match(/\/confirm-caller\/[\w-]+/g) ?? [],
    );
  const earlier = paths().length;
  const agent = await openPageOf(page, 'helpdesk');
  await agent.goto('/helpdesk/users/jane.doe/reissue');
  await askJanesManager(agent);
  await poll('a mail to the manager', () => Promise.resolve(paths().length > earlier));
  await page.goto(paths().at(-1) ?? '/');
  await agent.context().close();
}

/** Once for all views. */
export async function requestWithoutCheck(page: Page): Promise<void> {
  const request = page.getByRole('listitem').filter({ hasText: 'niels.bohr' });
  if (await request.isVisible()) return;
  const agent = await openPageOf(page, 'helpdesk');
  await agent.goto('/helpdesk/users/niels.bohr/reissue');
  const { reason, ticket, documentEnd, send } = reissueScreen(agent);
  await reason.selectOption('New phone');
  await ticket.fill('INC-2042');
  await documentEnd.fill('X4F2');
  await send.click();
  await invitationScreen(agent).heading('Awaiting approval').waitFor();
  await agent.context().close();
  await page.reload();
  await request.waitFor();
}

/** Once for all views: Jane is the last person of the tour who signs in by herself. */
export async function freezeJane(page: Page): Promise<void> {
  const list = page.getByRole('list', { name: 'Frozen accounts' });
  if (await list.isVisible()) return;
  const jane = await openPageOf(page, 'jane.doe');
  await jane.goto('/profile');
  await jane.locator('summary').getByText('Freeze everything').click();
  await jane.getByRole('button', { name: 'Freeze my account' }).click();
  await jane.waitForURL(/\/sign-in/);
  await jane.context().close();
  const agent = await openPageOf(page, 'helpdesk');
  await agent.goto('/helpdesk/users/jane.doe');
  await agent.locator('summary').getByText('Ask to unfreeze').click();
  await agent.locator('form', { hasText: 'Ask a second person' }).getByLabel('Ticket').fill('INC-2041');
  await agent.getByLabel('Call-back number').fill('+32 2 555 12 12');
  await agent.getByLabel('Manager who vouched, in full').fill('Max Poe');
  await agent.getByRole('button', { name: 'Ask a second person' }).click();
  await agent.getByText('asked to unfreeze it.').waitFor();
  await agent.context().close();
  await page.reload();
  await list.waitFor();
}
