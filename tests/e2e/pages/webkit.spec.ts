import { expect, request as requests } from '@playwright/test';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import type { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/names';
import type { Role } from '@/lib/accounts/users/role';
import { staleLayout } from '../../support/browser/stale-layout';
import type { WebKit } from '../../support/browser/webkit';
import { OPEN_TO_ALL, PAGES } from '../accounts/permission-matrix';
import { LEAD, staffAccount, type Account } from '../fixtures/accounts';
import { test } from '../fixtures/webkit-test';
import { addDevice } from '../flows/add-device';
import { createInvitation } from '../flows/create-invitation';
import { openSession } from '../flows/open-session';
import { PHONE_PIN } from '../flows/phone-activation';
import { requestActivation } from '../flows/request-activation';

/** From wide to narrow and back, over the widths at which pages change. */
const WIDTHS = [1280, 447, 700, 1280];

/** More than a line of a card on a phone. */
const LONG_NAME = 'The phone that my employer gave me when I came here';

async function walk(webKit: WebKit, url: string): Promise<void> {
  await webKit.goto(url);
  await resize(webKit, url);
}

async function resize(webKit: WebKit, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await webKit.resize(width);
    expect.soft(await webKit.evaluate(staleLayout), `${name} at ${width} px`).toEqual([]);
  }
}

/** By the requests of the sign-in page, from within the page. */
async function signIn(webKit: WebKit, { url }: Server, { userId, password }: Account): Promise<void> {
  await webKit.goto(`${url}/sign-in`);
  await webKit.evaluate(
    async (id: string, secret: string) => {
      const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
      const body = new URLSearchParams({ csrfToken, json: 'true', userId: id, password: secret });
      await fetch('/api/auth/callback/credentials', { method: 'POST', body });
    },
    userId,
    password,
  );
}

const NOBODYS = /-0{32}/;

/** The pages of a role, with what is there in the places of what is not. */
const pagesOf = (role: Role, real: Record<string, string>) =>
  PAGES.filter((page) => page.for.includes(role))
    .map(({ path }) => Object.entries(real).reduce((filled, [place, value]) => filled.replace(place, value), path))
    .filter((path) => !NOBODYS.test(path));

test('WebKit lays out every page that people see as if it had been opened at the width of the window', async ({
  webKit,
  server,
  request,
  account,
  phone,
}) => {
  for (const path of OPEN_TO_ALL.filter((one) => !/^\/api\/(?!docs)|\.|forbidden/.test(one)))
    await walk(webKit, `${server.url}${path}`);
  await openSession({ request }, account);
  for (const name of [LONG_NAME, 'My phone']) await addDevice({ request }, phone, name);
  const [instanceId = ''] = /VDS\d+-\d+/.exec(await (await request.get('/')).text()) ?? [];
  const { id, link } = await requestActivation({ request });
  await signIn(webKit, server, account);
  const real = { 'VDS9999999-1': instanceId, [`act-${'0'.repeat(32)}`]: id };
  for (const path of pagesOf('user', real)) await walk(webKit, `${server.url}${path}`);

  await webKit.goto(link);
  await webKit.find('h1', names.phoneApp.isThisYou);
  await resize(webKit, 'the phone app asks');
  await webKit.click('button', names.phoneApp.activateThisPhone);
  await webKit.type(names.phoneApp.newPin, PHONE_PIN);
  await resize(webKit, 'the phone app takes a PIN');
  await webKit.type(names.phoneApp.pinAgain, PHONE_PIN);
  await resize(webKit, 'the phone app is activated');
});

test('WebKit lays out every page of the staff as if it had been opened at the width of the window', async ({
  webKit,
  server,
  request,
  account,
  phone,
}) => {
  await openSession({ request }, account);
  for (const name of [LONG_NAME, 'My phone']) await addDevice({ request }, phone, name);
  const agent = await requests.newContext({ baseURL: server.url });
  await openSession({ request: agent }, LEAD);
  const invitation = await createInvitation({ request: agent }, account.userId);
  await agent.dispose();
  await server.ask<'add-service-account'>({
    kind: 'add-service-account',
    name: LONG_NAME,
    scopes: ['account:view', 'device:lock'],
    requestsPerMinute: 60,
    returnAddresses: [],
  });
  const administrator = await requests.newContext({ baseURL: server.url });
  await openSession({ request: administrator }, staffAccount('administrator', 2));
  const listed = await administrator.get('/administration/service-accounts');
  const [serviceAccountId = ''] = /sva-[0-9a-f]{32}/.exec(await listed.text()) ?? [];
  await administrator.dispose();
  const real = {
    [`sva-${'0'.repeat(32)}`]: serviceAccountId,
    'jane.doe': account.userId,
    [`/helpdesk/invitations/inv-${'0'.repeat(32)}`]: invitation,
  };
  // Those that everybody has are walked by people.
  const seen = new Set(pagesOf('user', {}));
  for (const role of ['helpdesk-agent', 'helpdesk-approver', 'auditor', 'administrator'] as const) {
    await signIn(webKit, server, staffAccount(role, 2));
    for (const path of pagesOf(role, real).filter((one) => !seen.has(one))) {
      seen.add(path);
      await walk(webKit, `${server.url}${path}`);
    }
  }
});

test('a person signs in and activates a device in WebKit, and the page follows the phone', async ({
  webKit,
  server,
  account,
}) => {
  const phone = await TestPhone.at(server.url);
  await webKit.goto(server.url);
  await webKit.type(names.signIn.userId, account.userId);
  await webKit.type(names.signIn.password, account.password);
  await webKit.click('button', names.signIn.signIn);
  await webKit.click('a', names.devices.activateOtherwise);
  await webKit.type(names.newActivation.deviceName, 'Safari’s');
  await webKit.click('button', names.newActivation.show);
  await webKit.find('img, [role=img]', names.activation.image);
  const linked = await phone.link(webKit);
  await linked.choosePin();
  await webKit.find('h1, h2', names.activation.activated);
  phone.close();
});
