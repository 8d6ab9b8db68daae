import { expect, request as requests } from '@playwright/test';
import { names } from '@/lib/shared/names';
import type { Role } from '@/lib/accounts/users/role';
import { staleLayout } from '../../support/browser/stale-layout';
import type { Engine } from '../../support/browser/engines/engine';
import { WEBKIT } from '../../support/browser/engines/engines';
import { OPEN_TO_ALL, PAGES } from '../accounts/permission-matrix';
import { openSessionIn } from '../engines/walk';
import { LEAD, staffAccount } from '../fixtures/accounts';
import { testIn } from '../fixtures/engine-test';
import { addDevice } from '../flows/add-device';
import { createInvitationAs } from '../flows/create-invitation';
import { openSession } from '../flows/open-session';
import { PHONE_PIN } from '../flows/phone-activation';
import { requestActivation } from '../flows/request-activation';

/** From wide to narrow and back, over the widths at which pages change. */
const WIDTHS = [1280, 447, 700, 1280];

/** More than a line of a card on a phone. */
const LONG_NAME = 'The phone that my employer gave me when I came here';

async function walk(engine: Engine, url: string): Promise<void> {
  await engine.goto(url);
  await resize(engine, url);
}

async function resize(engine: Engine, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await engine.resize(width);
    expect.soft(await engine.evaluate(staleLayout), `${name} at ${width} px`).toEqual([]);
  }
}

const test = testIn(WEBKIT);

const NOBODYS = /-0{32}/;

/** The pages of a role, with what is there in the places of what is not. */
const pagesOf = (role: Role, real: Record<string, string>) =>
  PAGES.filter((page) => page.for.includes(role))
    .map(({ path }) => Object.entries(real).reduce((filled, [place, value]) => filled.replace(place, value), path))
    .filter((path) => !NOBODYS.test(path));

test('WebKit lays out every page that people see as if it had been opened at the width of the window', async ({
  engine,
  server,
  request,
  account,
  phone,
}) => {
  for (const path of OPEN_TO_ALL.filter((one) => !/^\/api\/(?!docs)|\.|forbidden/.test(one)))
    await walk(engine, `${server.url}${path}`);
  await openSession({ request }, account);
  for (const name of [LONG_NAME, 'My phone']) await addDevice({ request }, phone, name);
  const [instanceId = ''] = /VDS\d+-\d+/.exec(await (await request.get('/')).text()) ?? [];
  const { id, link } = await requestActivation({ request });
  await openSessionIn(engine, server, account);
  const real = { 'VDS9999999-1': instanceId, [`act-${'0'.repeat(32)}`]: id };
  for (const path of pagesOf('user', real)) await walk(engine, `${server.url}${path}`);

  await engine.goto(link);
  await engine.see('heading', names.phoneApp.isThisYou);
  await resize(engine, 'the phone app asks');
  await engine.press('button', names.phoneApp.activateThisPhone);
  await engine.type(names.phoneApp.newPin, PHONE_PIN);
  await resize(engine, 'the phone app takes a PIN');
  await engine.type(names.phoneApp.pinAgain, PHONE_PIN);
  await resize(engine, 'the phone app is activated');
});

test('WebKit lays out every page of the staff as if it had been opened at the width of the window', async ({
  engine,
  server,
  request,
  account,
  phone,
}) => {
  await openSession({ request }, account);
  for (const name of [LONG_NAME, 'My phone']) await addDevice({ request }, phone, name);
  const invitation = await createInvitationAs(LEAD, server.url, account.userId);
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
    await openSessionIn(engine, server, staffAccount(role, 2));
    for (const path of pagesOf(role, real).filter((one) => !seen.has(one))) {
      seen.add(path);
      await walk(engine, `${server.url}${path}`);
    }
  }
});
