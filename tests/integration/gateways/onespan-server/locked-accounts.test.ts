import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { MINUTE } from '@/lib/shared/time/duration';
import { fakeAccess } from '../../../support/doubles/fake-access-ports';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';

const PASSWORD = 'Static-Password-1';
const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };
const LOCK_MINUTES = 10;

let server: OneSpanServer;
let opened: OpenedGateway;
let access: Awaited<ReturnType<typeof fakeAccess>>;

beforeAll(async () => {
  server = await startOnespanServer({
    clock,
    lockThreshold: 3,
    autoUnlock: { lockSeconds: LOCK_MINUTES * 60, factor: 2, maximumTries: 3 },
  });
  opened = openAdapter(server, [], { unlocksByLogin: true });
});

afterAll(async () => {
  await opened.close();
  await server.close();
});

beforeEach(async () => {
  access = await fakeAccess();
  for (const userId of ['jane.doe', 'max.poe']) server.state.accounts.add({ userId, staticPassword: PASSWORD });
});

function account(userId = 'jane.doe') {
  const found = server.state.accounts.find(userId);
  if (!found) throw new TypeError('no account');
  return found;
}

function pass(minutes: number): void {
  clock.time = new Date(clock.time.getTime() + minutes * MINUTE);
}

/** As the sign-in page does it, with the budgets of this site where they are the subject. */
async function enter(password: string, userId = 'jane.doe', address = '203.0.113.7') {
  const ports = { ...access, users: opened.people?.users ?? access.users };
  const result = await signIn(ports, { userId, password }, { correlationId: 'request', address });
  return result.ok ? 'signed-in' : result.refusal;
}

async function lockOut(userId = 'jane.doe'): Promise<void> {
  for (let count = 0; count < 3; count++) expect(await enter('wrong', userId)).toBe('invalid-credentials');
  expect(account(userId).isLocked).toBe(true);
}

describe('an account that the server has locked', () => {
  it('a right password unlocks it after its lock time, and not before', async () => {
    await lockOut();
    expect(await enter(PASSWORD)).toBe('invalid-credentials');
    pass(LOCK_MINUTES - 1);
    expect(await enter(PASSWORD)).toBe('invalid-credentials');
    pass(1);
    expect(await enter(PASSWORD)).toBe('signed-in');
    expect(account()).toMatchObject({ isLocked: false, lockCount: 0 });
  });

  it('threat: a thief who waits and guesses — each try doubles the time, and after three only an administrator helps', async () => {
    await lockOut();
    for (const minutes of [LOCK_MINUTES, 2 * LOCK_MINUTES, 4 * LOCK_MINUTES]) {
      pass(minutes - 1);
      expect(await enter(PASSWORD)).toBe('invalid-credentials');
      pass(1);
      expect(await enter('wrong')).toBe('invalid-credentials');
    }
    pass(100 * LOCK_MINUTES);
    access = await fakeAccess();
    expect(await enter(PASSWORD)).toBe('invalid-credentials');
    expect(account().isLocked).toBe(true);
  });

  it('threat: an account that an administrator has locked — no login unlocks it, however late', async () => {
    account().isLocked = true;
    pass(10_000);
    expect(await enter(PASSWORD)).toBe('invalid-credentials');
    expect(account().isLocked).toBe(true);
  });

  it('an account that only an administrator unlocks stays locked where the policy says so', async () => {
    const { autoUnlock } = server.state.options;
    server.state.options.autoUnlock = null;
    await lockOut();
    pass(10_000);
    expect(await enter(PASSWORD)).toBe('invalid-credentials');
    server.state.options.autoUnlock = autoUnlock;
  });

  it('threat: who has an account — one that is locked, disabled or unknown is answered as a wrong password is', async () => {
    await lockOut();
    account('max.poe').isDisabled = true;
    const answers = [await enter(PASSWORD), await enter(PASSWORD, 'max.poe'), await enter(PASSWORD, 'nobody')];
    expect(answers).toEqual(Array.from({ length: 3 }, () => 'invalid-credentials'));
    expect(access.audit.records.slice(-3).map(({ event }) => event)).toMatchObject(
      Array.from({ length: 3 }, () => ({ type: 'sign-in-failed', reason: 'invalid-credentials' })),
    );
  });

  it('threat: user names tried one after the other — the network’s limit ends them, for people who exist and others', async () => {
    server.calls.clear();
    for (let count = 0; count < 60; count++) await enter('wrong', `somebody.${count}`);
    expect(server.calls.count('authUser')).toBe(60);
    for (const userId of ['jane.doe', 'somebody.1', 'nobody.at.all'])
      expect(await enter(PASSWORD, userId)).toBe('too-many-attempts');
    expect(server.calls.count('authUser')).toBe(60);
    expect(account().lockCount).toBe(0);
    expect(await enter(PASSWORD, 'jane.doe', '198.51.100.9')).toBe('signed-in');
  });
});
