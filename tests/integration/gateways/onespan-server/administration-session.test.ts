import { afterEach, beforeEach, expect, test } from 'vitest';
import { fault } from '@/lib/kit/faults/fault';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { MINUTE } from '@/lib/shared/time/duration';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const NOBODY = { ...JANE, registrationIdentifier: 'Xk29aLm4', baseline: null };
const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };

let server: OneSpanServer;
let opened: OpenedGateway;

beforeEach(async () => {
  server = await startOnespanServer({
    clock,
    users: [{ userId: JANE.userId, staticPassword: 'Secret-1' }],
    sessionLimits: { maximumPerUser: 1 },
  });
  opened = openAdapter(server);
});

afterEach(() => server.close());

const pass = (milliseconds: number) => void (clock.time = new Date(clock.time.getTime() + milliseconds));
const poll = () => opened.activation.observe(NOBODY);

test('one session serves concurrent and later calls', async () => {
  await Promise.all([
    ...Array.from({ length: 10 }, poll),
    opened.directory.limits(JANE),
    opened.activation.checkHealth(),
  ]);
  await opened.directory.list(JANE);
  expect(server.calls.count('logon')).toBe(1);
  expect(server.state.sessions.size).toBe(1);
});

test('a poll is one call', async () => {
  await poll();
  server.calls.clear();
  for (let count = 0; count < 5; count++) await poll();
  expect(server.calls.counts()).toEqual({ digipassQuery: 5 });
});

test('an expired session is renewed once for all callers, whose calls are then answered', async () => {
  server.state.accounts.add({ userId: 'other', staticPassword: 'Secret-1' });
  await poll();
  server.calls.clear();
  server.state.sessions.endAll();
  const people = await Promise.all([
    opened.people?.users.find('jane.doe', JANE.domain),
    opened.people?.users.find('other', JANE.domain),
    opened.directory.limits(JANE),
  ]);
  expect(people).toMatchObject([JANE, { userId: 'other' }, { used: 0 }]);
  expect(server.calls.count('logon')).toBe(1);
});

test('an administration session that ends in the very moment of a command is renewed', async () => {
  await poll();
  server.faults.once('userExecute', fault.sessionExpired());
  expect(await opened.people?.users.find('jane.doe', JANE.domain)).toMatchObject(JANE);
});

test('an idle session is kept alive, as long as the server allows', async () => {
  await poll();
  for (let minutes = 0; minutes < 4 * 60; minutes++) {
    pass(MINUTE);
    await opened.keepAlive();
  }
  expect(server.calls.count('logon')).toBe(1);
  expect(server.calls.count('sessionalive')).toBeLessThan((4 * 60) / 2);
  pass(24 * 60 * MINUTE);
  await opened.keepAlive();
  await poll();
  expect(server.calls.count('logon')).toBe(2);
});

test('a session is not opened just to keep it alive', async () => {
  pass(60 * MINUTE);
  await opened.keepAlive();
  await opened.close();
  expect(server.calls.count()).toBe(0);
});

test('a session is closed at the end', async () => {
  await poll();
  await opened.close();
  expect(server.state.sessions.size).toBe(0);
  await poll();
  expect(server.state.sessions.size).toBe(1);
});

test('a password that is refused is not tried again at once, so that the service user is not locked', async () => {
  const serviceUser = { ...server.state.options.serviceUser, password: 'wrong' };
  const mistaken = openAdapter(server, [], { serviceUser });
  for (let count = 0; count < 5; count++) {
    const failure = await mistaken.activation.observe(NOBODY).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'refused-credentials' });
  }
  expect(server.calls.count('logon')).toBe(1);
  pass(5 * MINUTE);
  await expect(mistaken.activation.observe(NOBODY)).rejects.toThrow(GatewayError);
  expect(server.calls.count('logon')).toBe(2);
});

test('a privilege that the service user lacks is told as that', async () => {
  const serviceUser = { ...JANE, password: 'Secret-1' };
  const failure = await openAdapter(server, [], { serviceUser })
    .activation.checkHealth()
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'refused-credentials' });
  expect(((failure as GatewayError).cause as Error).message).toContain('STAT_PERMISSION');
});
