import { expect, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { formInPage, type SentForm } from '../../support/servers/form-in-page';
import { invitationLink } from '@/lib/kit/server/mailbox';
import type { Server } from '@/lib/kit/server/server';
import { boardAccount, nextAccount, staffAccount, type Account } from '../fixtures/accounts';
import { ownPhone } from '../flows/own-phone';
import { recordAction } from '../flows/record-action';
import { sendInvitation } from '../flows/send-invitation';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { VISITORS, type Visitor } from '../accounts/permission-matrix';
import { invitedScreen } from '../screens/invited-screen';
import { test } from '../fixtures/test';

const HELPDESK: Visitor[] = ['helpdesk-agent', 'helpdesk-approver'];

async function enter(browser: Browser, server: Server, visitor: Visitor): Promise<Page> {
  const page = await browser.newPage({ baseURL: server.url });
  if (visitor === 'user') await openSession(page, nextAccount(server));
  else if (visitor !== 'nobody') await openSession(page, staffAccount(visitor, 2));
  return page;
}

test('no role does what it may not, or sees what an image is made of, by sending what a page would send', async ({
  browser,
  server,
  phone,
}) => {
  test.slow();
  const pages = new Map<Visitor, Page>();
  for (const visitor of VISITORS) pages.set(visitor, await enter(browser, server, visitor));
  const as = (visitor: Visitor): Page => {
    const page = pages.get(visitor);
    if (!page) throw new RangeError(visitor);
    return page;
  };
  const agent = as('helpdesk-agent');
  const person: Account = await ownPhone(server, phone);
  const user = `/helpdesk/users/${person.userId}`;
  await sendInvitation(agent, boardAccount(5).userId);
  await sendInvitation(agent, person.userId, async (form) => {
    await form.fate.selectOption('Nothing');
  });
  const invitation = new URL(agent.url()).pathname;
  const invitationId = invitation.split('/').at(-1) ?? '';

  await test.step('what an image, a password or a link is in', async () => {
    const owner = await enter(browser, server, 'user');
    await openActivation(owner);
    const id = new URL(owner.url()).pathname.split('/').at(-1) ?? '';
    for (const route of ['status?after=-1', 'image.png', 'credentials']) {
      for (const visitor of VISITORS) {
        const { status } = await ask(as(visitor), `/api/activations/${id}/${route}`);
        const refusal = visitor === 'nobody' ? 401 : visitor === 'user' ? 404 : 403;
        expect.soft(status, `${visitor} at ${route}`).toBe(refusal);
      }
    }
    await owner.close();
    for (const visitor of VISITORS) {
      const { status } = await ask(as(visitor), `/api/invitation/${invitationId}/status?after=-1`);
      const isStaff = visitor !== 'nobody' && visitor !== 'user';
      expect.soft(status, `${visitor} at an invitation’s own status`).toBe(isStaff ? 403 : 404);
    }
  });

  await test.step('a code that a caller reads out', async () => {
    const caller = nextAccount(server);
    await sendInvitation(agent, caller.userId, async (form) => {
      await form.sendBy.selectOption('Code read out on the phone');
    });
    const path = new URL(agent.url()).pathname;
    const page = await browser.newPage({ baseURL: server.url });
    await page.goto(await invitationLink(server, `${caller.userId}@example.org`));
    const invited = invitedScreen(page);
    await invited.showCode.click();
    const code = (await invited.codeToReadOut.textContent()) ?? '';
    const form = { ...formInPage(await html(agent, path), 'Let the caller in'), code };
    const letIn = (visitor: Visitor) =>
      as(visitor).request.post(path, { multipart: form, headers: { origin: server.url }, maxRedirects: 0 });
    for (const visitor of VISITORS.filter((one) => one !== 'helpdesk-agent')) await letIn(visitor);
    const status = `/api/helpdesk/invitations/${path.split('/').at(-1)}/status?after=-1`;
    expect(await (await agent.request.get(status)).json()).toMatchObject({ state: 'live' });
    await letIn('helpdesk-agent');
    expect(await (await agent.request.get(status)).json()).toMatchObject({ state: 'opened' });
    await page.close();
  });

  await test.step('asking a caller’s phone', async () => {
    const asked = await recordAction(agent, `${user}/reissue`, 'Send a check to their phone');
    await expect(agent.getByText('type this number there')).toBeVisible();
    for (const visitor of VISITORS.filter((one) => one !== 'helpdesk-agent')) {
      const answer = await as(visitor).request.post(asked.url, { ...asked, maxRedirects: 0 });
      const code = visitor === 'nobody' ? 'signed-out' : 'not-permitted';
      expect.soft(await answer.text(), `${visitor} asks a caller’s phone`).toContain(`"code":"${code}"`);
    }
  });

  await test.step('actions', async () => {
    const approver = as('helpdesk-approver');
    const checks = { 'manager-detail': 'Ann Chief', 'call-back-detail': '+49 30 123456' };
    const reissue = { reason: 'lost', ticket: 'T-1', oldDevice: 'none', validForMinutes: '60', delivery: 'mail' };
    const forms: { path: string; form: SentForm; allowed: Visitor[] }[] = [
      { path: invitation, form: formInPage(await html(agent, invitation), 'Revoke invitation'), allowed: HELPDESK },
      { path: user, form: formInPage(await html(agent, user), 'Yes, lock Own phone'), allowed: HELPDESK },
      {
        path: user,
        form: { ...formInPage(await html(agent, user), 'Request removal of Own phone'), reason: 'lost', ticket: 'T-2' },
        allowed: ['helpdesk-agent'],
      },
      {
        path: `${user}/reissue`,
        form: { ...formInPage(await html(agent, `${user}/reissue`), 'Send invitation'), ...reissue, ...checks },
        allowed: ['helpdesk-agent'],
      },
      ...(await Promise.all(
        ['Approve', 'Decline'].map(async (submit) => ({
          path: '/helpdesk/approvals',
          form: formInPage(await html(approver, '/helpdesk/approvals'), submit),
          allowed: ['helpdesk-approver' as const],
        })),
      )),
    ];
    const before = await state(agent.request, invitationId, user);
    for (const { path, form, allowed } of forms)
      for (const visitor of VISITORS.filter((one) => !allowed.includes(one)))
        await as(visitor).request.post(path, { multipart: form, headers: { origin: server.url }, maxRedirects: 0 });
    expect(await state(agent.request, invitationId, user)).toEqual(before);

    // The same forms do work for those who may: nothing above was refused for its form.
    for (const { path, form, allowed } of forms.slice(0, 5)) {
      const page = as(allowed[0] ?? 'nobody');
      const answer = await page.request.post(path, {
        multipart: form,
        headers: { origin: server.url },
        maxRedirects: 0,
      });
      expect.soft(answer.status(), form['requestId'] ?? path).toBeLessThan(400);
    }
    expect(before).toMatchObject({ invitation: 'live', isInvited: true, isLocked: false, removalIsAsked: false });
    const after = await state(agent.request, invitationId, user);
    // A removal waits more, and a request that was approved waits no longer.
    const { waits } = before;
    expect(after).toEqual({ invitation: 'revoked', isInvited: true, isLocked: true, removalIsAsked: true, waits });
  });

  for (const page of pages.values()) await page.close();
});

async function html(page: Page, path: string): Promise<string> {
  return (await page.request.get(path)).text();
}

async function ask(page: Page, path: string): Promise<{ status: number }> {
  const answer = await page.request.get(path, { maxRedirects: 0 });
  return { status: answer.status() };
}

/** Everything that the actions could have changed. */
async function state(request: APIRequestContext, invitationId: string, userPath: string) {
  const status = await request.get(`/api/helpdesk/invitations/${invitationId}/status?after=-1`);
  const { state: invitation } = (await status.json()) as { state: string };
  const page = await (await request.get(userPath)).text();
  const queue = await (await request.get('/helpdesk/approvals')).text();
  return {
    invitation,
    isInvited: page.includes('An invitation is open'),
    isLocked: page.includes('>Locked<'),
    removalIsAsked: page.includes('Removal awaiting approval'),
    waits: queue.split('Last sign-in').length - 1,
  };
}
