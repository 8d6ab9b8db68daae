import { once } from 'node:events';
import { afterEach, describe, expect, it, test } from 'vitest';
import { poll } from '@/lib/kit/poll';
import { createMetrics } from '@/lib/server/observability/metrics';
import { createLogger } from '@/lib/server/observability/logger';
import type { Answerer } from '@/lib/server/http/exchange';
import { type HeldOpenKind, HELD_OPEN, heldOpen } from '@/lib/server/http/held-open';
import { workKind } from '@/lib/server/http/load/load-shedder';
import { FIRST_CALL, SECOND_CALL } from '@/lib/shared/codes/phone-calls';
import { phoneAnswerer } from '@/lib/server/web/answers/phone-answerer';
import type { LongPoll } from '@/lib/server/web/long-polls/long-poll';
import { LongPolls } from '@/lib/server/web/long-polls/long-polls';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { requestHead, UnfinishedClient } from '../../../support/load/unfinished-client';
import { FrontServer } from '../../../support/servers/front-server';

const ATTACKER = '127.0.0.2';
const ELSEWHERE = '127.0.0.1';

/** Beyond what is allowed. */
const MORE = 12;

const HALF_BODY = requestHead('POST /sign-in', 'here', 'Content-Length: 9\r\n') + 'a=';
const HALF_LONG_BODY = requestHead('POST /sign-in', 'here', 'Content-Length: 20000\r\n') + 'a=';

const logger = createLogger('silent');
/** Larger than what the systems at both ends keep for a connection. */
const LARGE = Buffer.alloc(16 * 2 ** 20);

let server: FrontServer;
let clients: UnfinishedClient[] = [];
/** Ends what the server holds. */
let finish: (() => void)[] = [];

afterEach(async () => {
  for (const client of clients) client.close();
  for (const end of finish) end();
  server.close();
  [clients, finish] = [[], []];
});

async function serve(answerer: Answerer): Promise<void> {
  server = await FrontServer.open([answerer], undefined, logger);
}

function clientAt(address: string): UnfinishedClient {
  const client = new UnfinishedClient(server.port, address);
  clients.push(client);
  return client;
}

/** Waits for the answer to one request. @returns its status; 0 when the connection was closed without one */
async function statusAt(address: string, path: string, method = 'GET', headers = ''): Promise<number> {
  const head = requestHead(`${method} ${path}`, 'here', `Connection: close\r\n${headers}`);
  const [connection] = await clientAt(address).open(1, head);
  if (connection?.isOpen) await once(connection.socket, 'close');
  return Number(/^HTTP\/1\.1 (\d+)/.exec(connection?.received ?? '')?.[1] ?? 0);
}

const isThere = async (path = '/'): Promise<boolean> => (await statusAt(ELSEWHERE, path)) === 200;

/** Whether somebody else still gets a connection. */
async function isListening(): Promise<boolean> {
  const [connection] = await clientAt(ELSEWHERE).open(1, 'GET');
  return connection?.isOpen === true;
}

/** Answers when the test says so. */
const later: Answerer = async ({ response }) => {
  await new Promise<void>((resolve) => finish.push(resolve));
  response.end('done');
};

const atOnce: Answerer = async ({ response }) => void response.end('done');

/** A phone's call about a registration. @returns the status of its answer */
async function call(path: string, registration: number, address = ATTACKER): Promise<number> {
  const body = JSON.stringify({ registrationIdentifier: `reg-${registration}` });
  const head = requestHead(`POST ${path}`, 'here', `Connection: close\r\nContent-Length: ${body.length}\r\n`);
  const [connection] = await clientAt(address).open(1, head + body);
  if (connection?.isOpen) await once(connection.socket, 'close');
  return Number(/^HTTP\/1\.1 (\d+)/.exec(connection?.received ?? '')?.[1]);
}

/** More work than one network may have under way. */
async function playWork(
  kind: 'page' | 'new' | 'first-connection' | 'begun',
  path: string,
  method = 'POST',
  cookie = '',
): Promise<void> {
  const { perNetwork } = HELD_OPEN[kind];
  expect(workKind({ path, request: { method, headers: { cookie } } })).toBe(kind);
  await serve(later);
  const client = clientAt(ATTACKER);
  const headers = `Cookie: ${cookie}\r\n`;
  const head = requestHead(`${method} ${path}`, 'here', headers);
  await client.open(perNetwork, head);
  await poll('all to be under way', async () => finish.length === perNetwork);
  expect(await statusAt(ATTACKER, path, method, headers)).toBe(503);
  const other = clientAt(ELSEWHERE);
  await other.open(1, head);
  await poll('somebody else to be taken', async () => finish.length === perNetwork + 1);
  expect([client.answered(503), other.answered(503)]).toEqual([0, 0]);
}

/** More long polls than one network may have. */
async function playPolls(asker: LongPoll['asker'], waitingPages: number, perNetwork: number): Promise<void> {
  let held = 0;
  const waiting: LongPoll = {
    route: '/api/activations/[name]/status',
    asker,
    async answer(_request, hold) {
      const until = hold(`holder ${Math.random()}`);
      if (until.aborted) return { isHeld: false };
      held += 1;
      await once(until, 'abort');
      return { isHeld: true };
    },
  };
  const polls = new LongPolls({ config: { waitingPages }, metrics: createMetrics(), logger }, [waiting]);
  finish.push(() => polls.drain());
  await serve(polls.answer);
  const client = clientAt(ATTACKER);
  await client.open(perNetwork + MORE, requestHead('GET /api/activations/held/status', 'here'));
  await poll('the others to be answered', async () => client.answered(200) === MORE);
  expect(held).toBe(perNetwork);
  expect(client.connections.findLast(({ received }) => received !== '')?.received).toMatch(/"retryAfterMs":\d+/);
  await clientAt(ELSEWHERE).open(1, requestHead('GET /api/activations/held/status', 'here'));
  await poll('somebody else to be held', async () => held === perNetwork + 1);
}

/** Begins more of a kind than one network may, and waits until it has no more. */
async function playBodies(kind: 'shortBody' | 'longBody', sent: string): Promise<UnfinishedClient> {
  const { perNetwork } = HELD_OPEN[kind];
  await serve(atOnce);
  const client = clientAt(ATTACKER);
  await client.open(perNetwork + MORE, sent);
  await poll('the oldest to be refused', async () => client.answered(503) === MORE);
  expect(client.connections.slice(0, MORE).every(({ received }) => received.includes('retry-after: 2'))).toBe(true);
  expect(await isThere()).toBe(true);
  return client;
}

const PLAYS: Record<HeldOpenKind, () => Promise<void>> = {
  async connection() {
    await serve(atOnce);
    const { perNetwork } = heldOpen(0).connection;
    const client = clientAt(ATTACKER);
    await client.open(perNetwork, requestHead('GET /', 'here'));
    await poll('all to be answered', async () => client.answered(200) === perNetwork);
    expect(await statusAt(ATTACKER, '/')).toBe(0);
    expect(client.openCount).toBe(perNetwork);
    expect(await isThere()).toBe(true);
  },
  async head() {
    await serve(atOnce);
    const client = clientAt(ATTACKER);
    await client.open(heldOpen(0).head.perNetwork + MORE, 'GET / HTTP/1.1\r\nHost: he');
    const areClosed = () => client.connections.slice(0, MORE).every(({ isOpen }) => !isOpen);
    await poll('the oldest to be closed', async () => client.answered(408) === MORE && areClosed());
    expect(await isThere()).toBe(true);
    expect(server.server.node.headersTimeout).toBe(heldOpen(0).head.longestMs);
  },
  async shortBody() {
    const client = await playBodies('shortBody', HALF_BODY);
    await poll('the others to be over', async () => client.answered(408) === HELD_OPEN.shortBody.perNetwork);
  },
  async longBody() {
    const client = await playBodies('longBody', HALF_LONG_BODY);
    expect(client.answered(408)).toBe(0);
    expect(server.server.node.requestTimeout).toBe(HELD_OPEN.longBody.longestMs);
  },
  async answer() {
    await serve(async ({ response, path }) => void response.end(path === '/large' ? LARGE : 'done'));
    let [came, left] = [0, 0];
    server.server.node.on('connection', (socket) => {
      if (socket.remoteAddress !== ATTACKER) return;
      came += 1;
      socket.on('close', () => (left += 1));
    });
    const { perNetwork } = HELD_OPEN.answer;
    await clientAt(ATTACKER).open(perNetwork + MORE, requestHead('GET /large', 'here'), false);
    await poll('all to be there', async () => came === perNetwork + MORE);
    expect(await isThere()).toBe(true);
    await poll('the oldest to be cut off', async () => left >= MORE);
    await poll('the others, of which nothing is taken, to be cut off', async () => left === came);
  },
  poll: () => playPolls('page', 40, heldOpen(40).poll.perNetwork),
  wait: () => playPolls('phone', HELD_OPEN.wait.inAll, HELD_OPEN.wait.perNetwork),
  page: () => playWork('page', '/', 'GET', 'tessera.session=x'),
  new: () => playWork('new', '/activations/new'),
  'first-connection': () => playWork('first-connection', FIRST_CALL),
  begun: () => playWork('begun', '/activations/act-1'),
  async exchange() {
    const { perNetwork, longestMs } = HELD_OPEN.exchange;
    const clock = new FakeClock();
    const done = { status: 200, body: { resultCodes: { returnCode: 0 } } };
    // What it answers is all that counts here.
    const embeddedGateway = { handle: async () => done };
    const ports = { relay: null, embeddedGateway, logger } as unknown as Parameters<typeof phoneAnswerer>[0];
    await serve(phoneAnswerer(ports, clock));
    for (let registration = 0; registration < perNetwork; registration++)
      expect(await call(FIRST_CALL, registration)).toBe(200);
    expect(await call(FIRST_CALL, perNetwork)).toBe(429);
    // One that has begun may be repeated, and whoever finishes makes room, wherever their phone is by then.
    expect(await call(FIRST_CALL, 0)).toBe(200);
    expect(await call(FIRST_CALL, perNetwork, ELSEWHERE)).toBe(200);
    expect(await call(SECOND_CALL, 0, ELSEWHERE)).toBe(200);
    expect(await call(FIRST_CALL, perNetwork + 1)).toBe(200);
    expect(await call(FIRST_CALL, perNetwork + 2)).toBe(429);
    clock.pass(longestMs);
    expect(await call(FIRST_CALL, perNetwork + 2)).toBe(200);
  },
};

describe('threat: one network holds everything open', () => {
  it.each(Object.entries(PLAYS))(
    'threat: one network holds everything open — of the kind %s it has its share, and others theirs',
    async (_kind, play) => {
      await play();
      expect(await isListening()).toBe(true);
    },
  );
});

test('threat: bodies that never complete: a hundred and twenty-eight of one address block no other page or phone', async () => {
  await serve(atOnce);
  await clientAt(ATTACKER).open(128, HALF_BODY);
  expect(await statusAt(ELSEWHERE, '/sign-in')).toBe(200);
  expect(await statusAt(ELSEWHERE, FIRST_CALL, 'POST')).toBe(200);
  expect(await statusAt(ATTACKER, '/sign-in')).toBe(200);
});
