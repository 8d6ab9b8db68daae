import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { createLogger } from '@/lib/server/observability/logger';
import { PHONE_CALLS } from '@/lib/shared/codes/phone-calls';
import { phoneAnswerer } from '@/lib/server/web/answers/phone-answerer';
import { RefusedCallBudget } from '@/lib/server/web/answers/refused-call-budget';
import { createTestGateway, FRONT_END_KEY } from '../../../support/servers/test-gateway';

const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };
const ADDRESS = 'x-caller';
const JUNK = {
  service: 'provisioning/MdlActivate',
  body: { registrationIdentifier: 'Xk29aLm4', signature: '1'.repeat(16) },
};
const TIME = { service: 'provisioning/getServerTime', body: {} };

let server: Server;

beforeAll(async () => {
  const { gateway } = createTestGateway();
  const answer = phoneAnswerer({ relay: null, embeddedGateway: gateway, logger: createLogger('silent') }, clock);
  server = createServer((request, response) => {
    const address = String(request.headers[ADDRESS] ?? '') || null;
    const path = request.url ?? '/';
    void buffer(request).then((body) => answer({ request, response, path, address, body }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function call({ service, body }: { service: string; body: object }, address: string) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${PHONE_CALLS}${service}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: authorizationFor(FRONT_END_KEY), [ADDRESS]: address },
  });
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), json: await answer.json() };
}

async function statuses(
  what: typeof JUNK | typeof TIME,
  address: string,
  count: number,
): Promise<Record<number, number>> {
  const seen: Record<number, number> = {};
  for (let made = 0; made < count; made += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => call(what, address)));
    for (const { status } of answers) seen[status] = (seen[status] ?? 0) + 1;
  }
  return seen;
}

test('threat: identifiers, serial numbers and signatures are tried out: that address is slowed down, and no other', async () => {
  expect(await statuses(JUNK, '198.51.100.7', 1_050)).toEqual({ 200: 1_000, 429: 50 });
  expect(await call(TIME, '198.51.100.7')).toEqual({
    status: 429,
    retryAfter: '1',
    json: { resultCodes: expect.objectContaining({ returnCodeEnum: 'RET_FAILURE', returnCode: -1 }) },
  });
  expect((await call(TIME, '198.51.100.8')).status).toBe(200);
  clock.time = new Date(clock.time.getTime() + 1_000);
  expect(await statuses(JUNK, '198.51.100.7', 50)).toEqual({ 200: 2, 429: 48 });
});

test('a company whose phones share one address activates them all, since successes use nothing up', async () => {
  expect(await statuses(TIME, '198.51.100.9', 1_500)).toEqual({ 200: 1_500 });
});

test('an unknown address or an untrusted proxy is not refused for one caller’s failures', async () => {
  for (const address of ['', '127.0.0.1', '::1']) expect(await statuses(JUNK, address, 1_050)).toEqual({ 200: 1_050 });
});

test('threat: one IPv6 subscriber has one budget, whichever of their addresses they use', () => {
  const budget = new RefusedCallBudget(clock);
  const taken = (address: (at: number) => string, tries: number) =>
    Array.from({ length: tries }, (_, at) => budget.take(address(at))).filter((wait) => wait === 0).length;
  expect(taken((at) => `2001:db8:0:1::${at.toString(16)}`, 1_100)).toBe(1_000);
  expect(taken((at) => `2001:db8:0:${(at % 256).toString(16)}::1`, 6_000)).toBe(3_000);
});

test('a clock that is set back gives and takes nothing, and networks are forgotten when there are too many', () => {
  const budget = new RefusedCallBudget(clock);
  for (let count = 0; count < 1_000; count++) budget.take('192.0.2.1');
  const before = clock.time;
  clock.time = new Date(before.getTime() - 3_600_000);
  expect(budget.take('192.0.2.1')).toBe(1);
  clock.time = new Date(before.getTime() - 3_599_000);
  expect(budget.take('192.0.2.1')).toBe(0);
  for (let count = 0; count < 999; count++) budget.take('192.0.2.1');
  for (let other = 0; other < 20_000; other++) budget.take(`10.${other >> 14}.${(other >> 7) & 127}.${other & 127}`);
  expect(Array.from({ length: 900 }, () => budget.take('192.0.2.1'))).toEqual(Array.from({ length: 900 }, () => 0));
});
