import { beforeAll, describe, expect, it } from 'vitest';
import { PrismaUserDirectory } from '@/lib/database/tables/prisma-user-directory';
import type { Database } from '@/lib/database/database';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../../support/databases/databases';
import { MemoryUserDirectory } from '../../support/doubles/stores/memory-user-directory';
import { percentile } from '../../support/percentile';
import { ownPeople, ownPeopleContract, userDirectoryContract } from './user-directory.contract';

describe('in memory', () => {
  userDirectoryContract(async () => ownPeople(new MemoryUserDirectory(['board'])));
  ownPeopleContract(async () => new MemoryUserDirectory(['board']));
});

forEachDatabase((_name, open) => {
  let database: Database;
  let directory: PrismaUserDirectory;

  beforeAll(async () => {
    database = await open();
    directory = new PrismaUserDirectory(database, systemClock, ['board']);
  });

  userDirectoryContract(async () => ownPeople(directory));
  ownPeopleContract(async () => directory);

  it('keeps passwords as argon2id with at least 19 MiB and two passes', async () => {
    const { passwordHash } = await database.client.user.findFirstOrThrow();
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(passwordHash) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
  });

  it('works as hard for a user who does not exist as for a wrong password', async () => {
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
        const start = performance.now();
        await directory.verifyPassword(userId, 'd', 'wrong');
        times[userId].push(performance.now() - start);
      }
    }
    // Without the work a look-up takes a tenth of the time; what is generous here still tells these apart.
    const ratio = percentile(times.nobody, 0.5) / percentile(times.timed, 0.5);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});
