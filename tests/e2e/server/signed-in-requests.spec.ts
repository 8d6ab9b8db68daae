import { expect, request as requests } from '@playwright/test';
import { SECOND } from '@/lib/shared/time/duration';
import { HANG_MS } from '@/lib/kit/poll';
import { Server } from '@/lib/kit/server/server';
import { HostileVisits } from '../../support/load/hostile-visits';
import { rounds } from '../../support/rounds';
import { alarmsIn } from '../../support/servers/alarms-in';
import { exchange } from '../../support/servers/http-exchange';
import { VISITORS, type Visitor } from '../accounts/permission-matrix';
import { nextAccount, staffAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';

/** More would not be answered sooner, and be refused where the machine has other work. */
const AT_A_TIME = 8;

/** Printed, so that a failure can be had again. */
const SEED = Number(process.env['TESSERA_TEST_SEED'] ?? Date.now() % 1_000_000_007);

let server: Server;

test.beforeAll(async ({ template }) => {
  test.setTimeout(2 * HANG_MS);
  server = await Server.start({ template });
});

test.afterAll(() => server.dispose());

/** @returns the cookies of a new session; none for nobody */
async function signIn(visitor: Visitor): Promise<string> {
  if (visitor === 'nobody') return '';
  const request = await requests.newContext({ baseURL: server.url });
  await openSession({ request }, visitor === 'user' ? nextAccount(server) : staffAccount(visitor, 2));
  const { cookies } = await request.storageState();
  await request.dispose();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

test('threat: failures at will — no input to any action or address, in any role, is a failure', async () => {
  // Each begins elsewhere: all of them make each action and address twice in a few, and each of them does in all.
  const visits = VISITORS.map((_, index) => new HostileVisits(SEED + index, index / VISITORS.length));
  const most = rounds(2 * Math.max(...visits.map(({ round }) => round)), 20_000);
  test.setTimeout(20 * HANG_MS);
  const sessions = new Map<Visitor, string>();
  const statuses = new Map<number, number>();
  const failures: string[] = [];
  const before = server.output.length;
  let made = 0;
  for (let turn = 0; made < most; turn += 1) {
    const visitor = VISITORS[turn % VISITORS.length] ?? 'nobody';
    const asked = { method: 'GET', path: '/api/approvals/count', headers: { cookie: sessions.get(visitor) ?? '' } };
    // Some of what is sent ends the session.
    if ((await exchange(server.url, asked)).status === 401) sessions.set(visitor, await signIn(visitor));
    const batch = Array.from({ length: AT_A_TIME }, () => visits[turn % VISITORS.length]?.next() ?? asked);
    made += batch.length;
    await Promise.all(
      batch.map(async (sent) => {
        const headers = { origin: server.url, ...sent.headers, cookie: sessions.get(visitor) ?? '' };
        const { status } = await exchange(server.url, { ...sent, headers });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500)
          failures.push(`${status} ${visitor}: ${JSON.stringify({ ...sent, path: sent.path.slice(0, 500) })}`);
      }),
    );
    // Limits on attempts would end what is tried here.
    server.clock.advance(20 * SECOND);
  }
  console.log(`TESSERA_TEST_SEED=${SEED}, ${made} requests:`, Object.fromEntries(statuses));
  expect.soft(failures.map((failure) => failure.slice(0, 2_000))).toEqual([]);
  expect.soft(alarmsIn(server.output.slice(before))).toEqual([]);
  // Pages and answers of actions were reached, and not only refusals of malformed requests.
  for (const status of [200, 307, 400, 403, 404]) expect.soft([...statuses.keys()]).toContain(status);
});
