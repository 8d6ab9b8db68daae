import { beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '@/lib/audit/audit-context';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import type { Database } from '@/lib/database/database';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../../support/databases/databases';
import { MemoryUserDirectory } from '../../support/doubles/stores/memory-user-directory';
import { newSession } from '../../support/new-session';
import { percentile } from '../../support/percentile';
import { ownPeople, ownPeopleContract, userDirectoryContract } from './user-directory.contract';
import { testPersister } from '../../support/test-chain';

describe('in memory', () => {
  userDirectoryContract(async () => ownPeople(new MemoryUserDirectory(['board'])));
  ownPeopleContract(async () => new MemoryUserDirectory(['board']));
});

function writeNothing(): Promise<void> {
  return Promise.reject(new Error('the disk is full'));
}

forEachDatabase((_name, open) => {
  let database: Database;
  let directory: PrismaUserDirectory;

  beforeAll(async () => {
    database = await open();
    directory = new PrismaUserDirectory(database, systemClock, testPersister(systemClock), ['board']);
  });

  userDirectoryContract(async () => ownPeople(directory));
  ownPeopleContract(async () => directory);

  it('no user is added if the audit event cannot be written', async () => {
    const dying = new PrismaUserDirectory(database, systemClock, writeNothing, []);
    const user = { userId: 'unrecorded', domain: 'example.org' };
    const event = { type: 'account-created', ...systemContext(user, 'first start') } as const;
    const account = {
      ...user,
      displayName: '',
      mailAddresses: [],
      language: 'en',
      group: null,
      roles: ['user'],
      password: 'a password',
    } as const;
    await expect(dying.add({ ...account, event })).rejects.toThrow('the disk is full');
    expect(await directory.find(user.userId, user.domain)).toBeNull();
    expect((await directory.add({ ...account, event })).ok).toBe(true);
    expect((await directory.add({ ...account, event })).ok).toBe(false);
    const recorded = await database.client.auditRecord.findMany({ where: { subjectUserId: user.userId } });
    expect(recorded).toMatchObject([{ fact: { type: 'account-created' } }]);
  });

  it('a session and its user are found in one read, and neither once one is gone', async () => {
    const sessions = new PrismaSessionStore(database);
    const [owner, now] = [{ userId: 'holder', domain: 'example.org' }, systemClock.now()];
    const found = (at = now) => directory.findBySession(session.id, at);
    const session = newSession(owner, now, { proofs: { password: now } });
    expect(await found()).toBeNull();
    expect(await sessions.create(session, await sessions.epochOf(owner))).toBe(true);
    expect(await found()).toBeNull();
    const names = { displayName: 'Holder', language: 'en', group: 'board', password: 'a password' } as const;
    await directory.add({ ...owner, ...names, mailAddresses: [], roles: ['user'] });
    await sessions.see(session.id, new Date(now.getTime() + 1));
    const user = await directory.find(owner.userId, owner.domain);
    expect(await found()).toEqual({ session: await sessions.find(session.id, now), user });
    expect(user?.group).toEqual({ name: 'board', isProtected: true });
    expect(await found(session.expiresAt)).toBeNull();
    await database.client.user.update({ where: { userId_domain: owner }, data: { disabledAt: now } });
    expect((await found())?.user.bar).toBe('disabled');
    await sessions.revoke(session.id, now);
    expect(await found()).toBeNull();
  });

  it('passwords are stored as argon2id with at least 19 MiB and two passes', async () => {
    const { passwordHash } = await database.client.user.findFirstOrThrow();
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(passwordHash) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
  });

  it('an unknown user costs as much hashing as a wrong password', async () => {
    const user = {
      userId: 'timed',
      domain: 'd',
      displayName: '',
      mailAddresses: [],
      language: 'en' as const,
      group: null,
      roles: ['user'] as const,
      password: 'a password',
    };
    await directory.add(user);
    await directory.verifyPassword('nobody', 'd', 'warms up');
    const times = { timed: [] as number[], nobody: [] as number[] };
    for (let round = 0; round < 11; round++) {
      for (const userId of ['timed', 'nobody'] as const) {
        const start = process.cpuUsage();
        await directory.verifyPassword(userId, 'd', 'wrong');
        const { user: inUser, system } = process.cpuUsage(start);
        times[userId].push(inUser + system);
      }
    }
    // Of this process alone, whatever else the machine does. Without the work a look-up takes a tenth of it; what is
    // generous here still tells these apart.
    const ratio = percentile(times.nobody, 0.5) / percentile(times.timed, 0.5);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});
