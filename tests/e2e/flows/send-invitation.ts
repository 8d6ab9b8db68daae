import { expect, type Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { invitationScreen } from '../screens/staff/invitation-screen';
import { reissueScreen } from '../screens/staff/reissue-screen';
import { userScreen } from '../screens/staff/user-screen';

/** From anywhere to the page of a new invitation, after a caller check that is enough; for an agent. */
export async function sendInvitation(
  page: Page,
  userId: string,
  choose: (form: ReturnType<typeof reissueScreen>) => Promise<void> = async () => {},
): Promise<void> {
  await page.goto(`/helpdesk/users/${userId}`);
  await userScreen(page).reissue.click();
  const form = reissueScreen(page);
  await form.reason.selectOption(names.reissue.reasons['new-phone']);
  await form.ticket.fill('T-4711');
  await form.numberCalled.selectOption({ index: 1 });
  await form.documentEnd.fill('X4F2');
  await choose(form);
  await form.send.click();
  await expect(page).toHaveURL(/\/helpdesk\/invitations\/inv-/);
  await expect(invitationScreen(page).progress).toBeVisible();
}
