import { beforeAll, describe, expect, it } from 'vitest';
import { generatePasskeyId } from '@/lib/accounts/passkeys/passkey';
import type { Database } from '@/lib/database/database';
import { PrismaPasskeyStore } from '@/lib/database/tables/accounts/prisma-passkey-store';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { systemRandom } from '@/lib/shared/random';
import { forEachDatabase } from '../../support/databases/databases';
import { JANE } from '../../support/doubles/fake-access-ports';
import { FakeClock } from '../../support/doubles/fake-clock';
import { MemoryPasskeyStore } from '../../support/doubles/stores/memory-passkey-store';
import { MemorySessionStore } from '../../support/doubles/stores/memory-session-store';
import { MemoryUserDirectory } from '../../support/doubles/stores/memory-user-directory';
import { newSession } from '../../support/new-session';
import { testPersister } from '../../support/test-chain';
import { LAPTOP, passkeyStoreContract, type PasskeyStores } from './passkey-store.contract';

const clock = new FakeClock();
const now = clock.now();
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

describe('in memory', () => {
  passkeyStoreContract(async () => {
    const [store, sessions] = [new MemoryPasskeyStore(), new MemorySessionStore()];
    store.isOpen = async (asked) => (await sessions.find(asked.id, asked.now)) !== null;
    return { store, sessions, users: new MemoryUserDirectory([], sessions, clock, store) };
  });
});

forEachDatabase((_name, open) => {
  let database: Database;
  let stores: PasskeyStores;

  beforeAll(async () => {
    database = await open();
    stores = {
      store: new PrismaPasskeyStore(database.client),
      sessions: new PrismaSessionStore(database),
      users: new PrismaUserDirectory(database, clock, testPersister(clock), [], CHEAP),
    };
  });

  passkeyStoreContract(async () => stores);

  it('threat: the passkeys of a frozen account are suspended until the freeze is lifted', async () => {
    const { store, sessions } = stores;
    const frozen = { userId: 'frozen', domain: JANE.domain };
    const session = newSession(frozen, now);
    await sessions.create(session, await sessions.epochOf(frozen));
    const id = generatePasskeyId(systemRandom);
    await store.add({ ...LAPTOP, ...frozen, id, credentialId: 'of a frozen account' }, { id: session.id, now });
    const freeze = { id: `frz-${'1'.repeat(32)}`, version: 1, frozenBy: 'person', frozenAt: now, ...frozen };
    await database.client.accountFreeze.create({ data: { ...freeze, state: 'frozen' } });
    const use = { counter: 1, isBackedUp: false, at: now };
    expect(await store.recordUse(id, use)).toBe(false);
    expect(await store.find('of a frozen account')).toMatchObject({ counter: 0, lastUsedAt: null });
    await database.client.accountFreeze.updateMany({ where: frozen, data: { state: 'lifted' } });
    expect(await store.recordUse(id, use)).toBe(true);
  });

  it('threat: a user who gets a deleted account’s user ID does not get its passkeys', async () => {
    const { store, users } = stores;
    const left = { userId: 'left the company', domain: JANE.domain };
    await users.add({ ...JANE, ...left });
    const known = { ...LAPTOP, ...left, id: generatePasskeyId(systemRandom), credentialId: 'of a deleted account' };
    const session = newSession(left, now);
    await stores.sessions.create(session, await stores.sessions.epochOf(left));
    await store.add(known, { id: session.id, now });
    await database.client.user.delete({ where: { userId_domain: left } });
    expect(await store.find(known.credentialId)).toBeNull();
  });
});
