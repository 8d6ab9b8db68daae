import { expect } from '@playwright/test';
import { Server } from '../../support/server';
import { TestMailServer } from '../../support/test-mail-server';
import { staffAccount } from '../accounts';
import { sendInvitation } from '../flows/send-invitation';
import { signInAsStaff } from '../flows/sign-in';
import { invitationScreen } from '../screens/invitation-screen';
import { test as isolated } from '../isolated-test';

const test = isolated.extend<{ mails: TestMailServer }>({
  mails: async ({ template: _template }, use) => {
    const mails = await TestMailServer.open();
    await use(mails);
    await mails.close();
  },
  server: async ({ template, mails }, use) => {
    const env = { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'tessera@example.org' };
    const server = await Server.start({ template, env });
    await use(server);
    await server.dispose();
  },
});

test('a mail that the mail server refuses can be sent again when that is put right', async ({
  page: agent,
  browser,
  server,
  mails,
}) => {
  mails.trouble = { at: 'recipient', how: 550 };
  await signInAsStaff(agent, staffAccount('helpdesk-agent'));
  await sendInvitation(agent, 'person.1');
  await expect(agent.getByText('The other side refused it.')).toBeVisible();
  await expect(invitationScreen(agent).done).toHaveCount(1);

  const administrator = await browser.newPage({ baseURL: server.url });
  await signInAsStaff(administrator, staffAccount('administrator'));
  await administrator.goto('/helpdesk/messages');
  const letters = administrator.getByRole('list', { name: 'Messages given up' }).getByRole('listitem');
  await expect(letters).toContainText('p…@example.org');
  await expect(letters).not.toContainText('person.1');
  mails.trouble = null;
  await administrator.getByRole('button', { name: 'Send again' }).click();

  await expect(letters).toHaveCount(0);
  await expect.poll(() => mails.received.map(({ to }) => to)).toEqual([['person.1@example.org']]);
  await agent.reload();
  await expect(invitationScreen(agent).done).toContainText(['Sent', 'Delivered to the mail server']);
  await administrator.close();
});
