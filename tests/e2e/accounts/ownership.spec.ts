import { expect, type Page } from '@playwright/test';
import { nextAccount } from '../fixtures/accounts';
import { addDevice } from '../flows/add-device';
import { openSession } from '../flows/open-session';
import { requestActivation } from '../flows/request-activation';
import { test } from '../fixtures/test';

const NOBODYS_ACTIVATION = `act-${'0'.repeat(32)}`;

async function answerTo(page: Page, path: string): Promise<{ status: number; heading: string | null }> {
  const answer = await page.goto(path);
  return { status: answer?.status() ?? 0, heading: await page.getByRole('heading', { level: 1 }).textContent() };
}

test('another user’s activation is answered as unknown, and nothing of it is shown without a sign-in', async ({
  request,
  signInPage: stranger,
  account,
  server,
}) => {
  await openSession({ request }, account);
  const { id } = await requestActivation({ request });
  const path = `/activations/${id}`;
  await stranger.goto(path);
  await expect(stranger).toHaveURL(/\/sign-in/);
  for (const route of ['status?after=0', 'image.png', 'credentials'])
    expect((await stranger.request.get(`/api${path}/${route}`)).status(), route).toBe(401);

  await openSession(stranger, nextAccount(server));
  const theirs = await answerTo(stranger, path);
  expect(theirs).toEqual(await answerTo(stranger, `/activations/${NOBODYS_ACTIVATION}`));
  expect(theirs.status).toBe(404);
  for (const route of ['status?after=0', 'image.png', 'image.png?kind=black-and-white', 'credentials']) {
    const answer = await stranger.request.get(`/api${path}/${route}`);
    const nobodys = await stranger.request.get(`/api/activations/${NOBODYS_ACTIVATION}/${route}`);
    expect(answer.status(), route).toBe(404);
    expect(await answer.text(), route).toBe(await nobodys.text());
  }
});

test('another user’s device is answered as unknown', async ({
  request,
  signInPage: stranger,
  account,
  phone,
  server,
}) => {
  await openSession({ request }, account);
  await addDevice({ request }, phone, 'Private phone');
  const path = /\/authenticators\/[\w-]+/.exec(await (await request.get('/')).text())?.[0] ?? '';
  expect((await request.get(path)).status()).toBe(200);
  await openSession(stranger, nextAccount(server));

  const theirs = await answerTo(stranger, path);
  expect(theirs).toEqual(await answerTo(stranger, '/authenticators/VDS9999999-1'));
  expect(theirs.status).toBe(404);
});
