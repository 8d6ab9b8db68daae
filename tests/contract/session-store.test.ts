import { beforeAll, describe } from 'vitest';
import { PrismaSessionStore } from '@/lib/database/tables/prisma-session-store';
import { forEachDatabase } from '../support/databases/databases';
import { MemorySessionStore } from '../support/doubles/stores/memory-session-store';
import { sessionStoreContract } from './session-store.contract';

describe('in memory', () => {
  sessionStoreContract(async () => new MemorySessionStore());
});

forEachDatabase((_name, open) => {
  let store: PrismaSessionStore;

  beforeAll(async () => {
    store = new PrismaSessionStore(await open());
  });

  sessionStoreContract(async () => store);
});
