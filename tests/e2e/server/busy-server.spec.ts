import { expect } from '@playwright/test';
import { HELD_OPEN } from '@/lib/server/http/held-open';
import { poll } from '@/lib/kit/poll';
import { openSession } from '../flows/open-session';
import { test } from '../fixtures/test';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { requestHead, UnfinishedClient } from '../../support/load/unfinished-client';
import { FrontServer } from '../../support/servers/front-server';

/** A replica that has all under way that it takes from one network, and refuses everything new from there. */
async function openBusyReplica(): Promise<FrontServer> {
  let underWay = 0;
  const never = () => {
    underWay += 1;
    return new Promise<void>(() => {});
  };
  const replica = await FrontServer.open([never]);
  const { perNetwork } = HELD_OPEN.new;
  await new UnfinishedClient(replica.port, '127.0.0.1').open(perNetwork, requestHead('GET /', 'here'));
  await poll('the replica to be busy', async () => underWay === perNetwork);
  return replica;
}

test('a form that a busy server refuses keeps its fields, and is sent again by itself', async ({ page, account }) => {
  const form = newActivationScreen(page);
  await openSession(page, account);
  await page.goto('/activations/new');
  await form.deviceName.fill('Phone of a busy day');
  const busy = await openBusyReplica();
  // The balancer in front gives the first try to the one that is busy.
  let tries = 0;
  await page.route('**/activations/new', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    tries += 1;
    if (tries > 1) return route.continue();
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `http://127.0.0.1:${busy.port}${pathname}` }) });
  });
  const refused = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 503);
  await form.show.click();
  expect((await refused).headers()['retry-after']).toMatch(/^\d+$/);
  await expect(form.deviceName).toHaveValue('Phone of a busy day');
  await expect(activationScreen(page).image).toBeVisible();
  await expect(page.getByText('Phone of a busy day')).toBeVisible();
  expect(tries).toBe(2);
  busy.close();
});
