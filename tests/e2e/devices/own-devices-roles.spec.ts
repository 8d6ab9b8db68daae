import { expect } from '@playwright/test';
import { formInPage, type SentForm } from '../../support/servers/form-in-page';
import { nextAccount, staffAccount } from '../fixtures/accounts';
import { addDevice } from '../flows/add-device';
import { openSession } from '../flows/open-session';
import { requestActivation, type Visitor as Visited } from '../flows/request-activation';
import { VISITORS, type Visitor } from '../accounts/permission-matrix';
import { test } from '../fixtures/test';

test('threat: what users do with their own devices and activations, sent by every other user', async ({
  request,
  account,
  phone,
  playwright,
  server,
}) => {
  const owner = { request };
  await openSession(owner, account);
  await addDevice(owner, phone, 'Private phone');
  const device = /\/authenticators\/[\w-]+/.exec(await html(owner, '/'))?.[0] ?? '';
  const activation = `/activations/${(await requestActivation(owner)).id}`;
  const at = async (path: string, button: string, typed: SentForm = {}) => ({
    path,
    form: { ...formInPage(await html(owner, path), button), ...typed },
  });
  const forms = [
    await at(device, 'Save name', { deviceName: 'Stolen phone' }),
    await at(device, 'Lock this device'),
    await at(device, 'Remove this device'),
    await at(device, 'Try it out', { oneTimePassword: '000000' }),
    await at(`${device}/replace`, 'Replace this device'),
    await at(activation, 'Cancel activation'),
  ];

  const before = await state(owner, device, activation);
  for (const visitor of VISITORS) {
    const own = { request: await playwright.request.newContext({ baseURL: server.url }) };
    if (visitor === 'user') await openSession(own, nextAccount(server));
    else if (visitor !== 'nobody') await openSession(own, staffAccount(visitor, 2));
    for (const { path, form } of forms) await send(own, path, form);
    expect.soft(await state(owner, device, activation), visitor satisfies Visitor).toEqual(before);
    await own.request.dispose();
  }

  // The same forms do work for their owner: nothing above was refused for its form.
  for (const { path, form } of forms) await send(owner, path, form);
  const after = await state(owner, device, activation);
  expect(before).toMatchObject({ name: 'Private phone', isThere: true });
  expect(after).toMatchObject({ isThere: false, activation: 'cancelled' });

  async function send(visitor: Visited, path: string, form: SentForm): Promise<void> {
    await visitor.request.post(path, { multipart: form, headers: { origin: server.url }, maxRedirects: 0 });
  }
});

async function html({ request }: Visited, path: string): Promise<string> {
  return (await request.get(path)).text();
}

/** Everything that the forms could have changed. */
async function state(owner: Visited, device: string, activation: string) {
  const shown = await html(owner, device);
  const answer = await owner.request.get(`/api${activation}/status?after=-1`);
  const { state: activationState } = (await answer.json()) as { state: string };
  return {
    name: /<h1[^>]*>([^<]*)</.exec(shown)?.[1],
    isLocked: shown.includes('>Locked<'),
    isThere: shown.includes('Remove this device'),
    isReplaced: shown.includes('You’re replacing this device'),
    activation: activationState,
  };
}
