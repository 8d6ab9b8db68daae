import { beforeAll, describe, beforeEach, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { generateSessionId, type Session } from '@/lib/accounts/sessions/session';
import type { SessionStore } from '@/lib/accounts/sessions/session-store';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { forEachDatabase } from '../../support/databases/databases';
import { MemorySessionStore } from '../../support/doubles/stores/memory-session-store';
import { newSession } from '../../support/new-session';
import { FakeClock } from '../../support/doubles/fake-clock';

const clock = new FakeClock();
const now = clock.now();
let people = 0;

/** What every adapter of the port `SessionStore` does. @param open gives a store, which need not be empty */
function sessionStoreContract(open: () => Promise<SessionStore>): void {
  let store: SessionStore;
  let userId: string;

  beforeEach(async () => {
    store = await open();
    userId = `user ${(people += 1)}`;
  });

  async function add(changes: Partial<Session> = {}): Promise<Session> {
    const session = newSession({ userId, domain: 'example.org' }, now, { proofs: { password: now }, ...changes });
    expect(await store.create(session, await store.epochOf(session))).toBe(true);
    return session;
  }

  const isValid = async ({ id }: Session, at = now) => (await store.find(id, at)) !== null;

  it('a session is read back as it was created', async () => {
    const session = await add();
    expect(await store.find(session.id, now)).toEqual(session);
  });

  it('the store returns null for an unknown session ID', async () => {
    expect(await store.find(generateSessionId(systemRandom), now)).toBeNull();
  });

  it('a session is valid until the last millisecond before it expires', async () => {
    const session = await add();
    expect(await isValid(session, clock.in(HOUR - 1))).toBe(true);
    expect(await isValid(session, clock.in(HOUR))).toBe(false);
  });

  it('the store keeps the latest time of each kind of proof', async () => {
    const session = await add();
    await store.prove(session.id, 'one-time-password', clock.in(MINUTE));
    await store.prove(session.id, 'password', clock.in(2 * MINUTE));
    const proofs = { password: clock.in(2 * MINUTE), 'one-time-password': clock.in(MINUTE) };
    expect(await store.find(session.id, now)).toEqual({ ...session, proofs });
  });

  it('a proof does not revive a revoked session', async () => {
    const session = await add();
    await store.revoke(session.id, now);
    await store.prove(session.id, 'password', clock.in(MINUTE));
    expect(await isValid(session)).toBe(false);
  });

  it('a user’s epoch is the first until the first session, and never again', async () => {
    const user = { userId, domain: 'example.org' };
    expect((await store.epochOf(user)).isFirst).toBe(true);
    const { id } = await add();
    await store.revoke(id, now);
    expect((await store.epochOf(user)).isFirst).toBe(false);
  });

  it('the open sessions of a user are listed, the last seen first', async () => {
    const [first, second, third] = [await add(), await add(), await add({ lastSeenAt: clock.in(MINUTE) })];
    await add({ userId: `${userId} too` });
    await add({ domain: 'elsewhere' });
    await add({ expiresAt: clock.in(3 * MINUTE) });
    await store.revoke((await add()).id, now);
    await store.see(second.id, clock.in(2 * MINUTE));
    const at = clock.in(3 * MINUTE);
    const seen = { ...second, lastSeenAt: clock.in(2 * MINUTE) };
    const user = { userId, domain: 'example.org' };
    expect(await store.listFor(user, at, 10)).toEqual([seen, third, first]);
    expect(await store.listFor(user, at, 1)).toEqual([seen]);
  });

  it('the store keeps the latest time a session was seen, which revives no revoked session', async () => {
    const session = await add();
    await store.see(session.id, clock.in(2 * MINUTE));
    await store.see(session.id, clock.in(MINUTE));
    expect(await store.find(session.id, now)).toEqual({ ...session, lastSeenAt: clock.in(2 * MINUTE) });
    await store.revoke(session.id, now);
    await store.see(session.id, clock.in(3 * MINUTE));
    expect(await isValid(session)).toBe(false);
  });

  it('a session is revoked once, and the others stay', async () => {
    const [left, gone] = [await add(), await add()];
    expect(await store.revoke(gone.id, now)).toBe(true);
    expect(await store.revoke(gone.id, now)).toBe(false);
    expect(await store.revoke(left.id, clock.in(HOUR))).toBe(false);
    expect([await isValid(left), await isValid(gone)]).toEqual([true, false]);
  });

  describe('revoking all', () => {
    it('revoking all ends every session but the exception, and returns how many', async () => {
      const [stays, ...others] = [await add(), await add(), await add()];
      expect(await store.revokeAll(userId, 'example.org', stays.id, now)).toBe(2);
      expect(await isValid(stays)).toBe(true);
      for (const other of others) expect(await isValid(other)).toBe(false);
    });

    it('revoking all without an exception ends every session, and the next call ends none', async () => {
      await add();
      await add();
      expect(await store.revokeAll(userId, 'example.org', null, now)).toBe(2);
      expect(await store.revokeAll(userId, 'example.org', null, now)).toBe(0);
    });

    it('revoking all does not touch other users, nor the same user ID in another domain', async () => {
      const others = [await add({ domain: 'elsewhere' }), await add({ userId: `${userId} too` })];
      expect(await store.revokeAll(userId, 'example.org', null, now)).toBe(0);
      for (const other of others) expect(await isValid(other)).toBe(true);
    });

    it('revoking all begins a new epoch, and a session of the old one cannot be created', async () => {
      const before = await store.epochOf({ userId, domain: 'example.org' });
      expect(before.endedAt).toBeNull();
      await store.revokeAll(userId, 'example.org', null, now);
      const session = await add();
      const late = { ...session, id: generateSessionId(systemRandom) };
      expect(await store.create(late, before)).toBe(false);
      expect([await isValid(session), await isValid(late)]).toEqual([true, false]);
      expect(await store.epochOf(session)).toMatchObject({ number: before.number + 1, endedAt: now });
    });

    it('expired sessions are not counted as revoked', async () => {
      await add();
      expect(await store.revokeAll(userId, 'example.org', null, clock.in(HOUR))).toBe(0);
    });
  });

  it('the purge deletes sessions that ended before a time and keeps the others', async () => {
    const [old, young] = [await add(), await add({ expiresAt: clock.in(2 * HOUR) })];
    expect(await store.purge(clock.in(HOUR + 1))).toBeGreaterThan(0);
    expect([await isValid(old), await isValid(young)]).toEqual([false, true]);
  });
}

describe('in memory', () => {
  sessionStoreContract(async () => new MemorySessionStore());
});

forEachDatabase((_name, open) => {
  let database: Database;
  let store: PrismaSessionStore;

  beforeAll(async () => {
    database = await open();
    store = new PrismaSessionStore(database);
  });

  sessionStoreContract(async () => store);

  it('at most 120 characters of the browser’s name are stored', async () => {
    const session = newSession({ userId: 'long', domain: 'example.org' }, now, {
      trace: { browser: 'x'.repeat(200), network: null },
    });
    await store.create(session, await store.epochOf(session));
    expect((await store.find(session.id, now))?.trace.browser).toHaveLength(120);
  });

  it('sessions of versions that did not store their origin can be read', async () => {
    const session = newSession({ userId: 'old', domain: 'example.org' }, now);
    await store.create(session, await store.epochOf(session));
    const data = { browser: null, network: null, lastSeenAt: null };
    await database.client.session.update({ where: { id: session.id }, data });
    expect(await store.find(session.id, now)).toEqual({
      ...session,
      trace: { browser: 'An unknown browser', network: null },
    });
  });
});
