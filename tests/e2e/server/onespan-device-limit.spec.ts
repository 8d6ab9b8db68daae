import { expect } from '@playwright/test';
import { invitationLink } from '@/lib/kit/server/mailbox';
import { SECOND } from '@/lib/shared/time/duration';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { askForActivation } from '../flows/ask-for-activation';
import { openSession } from '../flows/open-session';
import { sendInvitation } from '../flows/send-invitation';
import { AGENT, JANE, test, useOneSpan } from '../fixtures/onespan-test';
import { activationScreen } from '../screens/activation-screen';
import { invitedScreen } from '../screens/invited-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { userScreen } from '../screens/staff/user-screen';
import { reissueScreen } from '../screens/staff/reissue-screen';

/** Past the site's next look at an activation. */
const LOOK_MS = 20 * SECOND;

useOneSpan({
  typeLimits: { DAL10: 1 },
  furtherPrivileges: ['View Policy'],
  settings: () => ({ ONESPAN_POLICY: 'Self-Management Policy' }),
});

test('an agent reads the limit of devices before they send an activation, and an invited user reads it all the same', async ({
  page,
  signInPage: staff,
  server,
  oneSpan,
  phone,
}) => {
  // A number on record, so that calling back is check enough.
  Object.assign(oneSpan.state.accounts.find(JANE.userId) ?? {}, { mobile: '+32470123456' });
  await openSession(page, JANE);
  await askForActivation(page, JANE.password);
  await expect(activationScreen(page).image).toBeVisible();
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  server.clock.advance(LOOK_MS);
  await expect(activationScreen(page).activated).toBeVisible();
  const registrations = oneSpan.calls.count('dsappSRPRegister');

  const form = reissueScreen(staff);
  await test.step('the person’s page and the form agree', async () => {
    await openSession(staff, AGENT);
    await staff.goto(`/helpdesk/users/${JANE.userId}`);
    await expect(userScreen(staff).firstStep).toContainText('No room is left for a new device.');
    await expect(staff.getByText('1 of 1 phones of this kind. One has to be removed first.')).toBeVisible();
    await staff.goto(`/helpdesk/users/${JANE.userId}/reissue`);
    await expect(staff.getByRole('main')).toContainText('No room for a new device');
    await expect(staff.getByText('They have 1 of 1 phones of this kind.')).toBeVisible();
    expect(await findAccessibilityViolations(staff)).toEqual([]);
  });

  await test.step('the form says which choice makes room', async () => {
    const [noRoom, room] = ['The new device can’t be activated: no room is left.', 'That makes room'];
    await form.reason.selectOption('New phone');
    await form.devices.first().check();
    await expect(form.consequences).toContainText(noRoom);
    await form.fate.selectOption('Remove');
    await expect(form.consequences).toContainText(room);
    // The server cannot lock a device for the site.
    await form.fate.selectOption('Remove now');
    await expect(form.consequences).toContainText(room);
    await form.fate.selectOption('Keep until the new one works');
    await expect(form.consequences).toContainText(noRoom);
  });

  await test.step('whoever is invited all the same is told whom to ask, and nothing is registered', async () => {
    await sendInvitation(staff, JANE.userId, async ({ devices }) => devices.last().check());
    await page.context().clearCookies();
    await page.goto(await invitationLink(server, `${JANE.userId}@example.org`));
    await invitedScreen(page).password.fill(JANE.password);
    await invitedScreen(page).continue.click();
    await expect(page.getByText('Ask the helpdesk to remove one, then load this page again.')).toBeVisible();
    await expect(newActivationScreen(page).show).toBeHidden();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    expect(oneSpan.calls.count('dsappSRPRegister')).toBe(registrations);
  });
});
