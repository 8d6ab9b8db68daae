import { describe } from 'vitest';
import { PrismaActivationNumbers } from '@/lib/database/prisma-activation-numbers';
import { PrismaActivationStore } from '@/lib/database/prisma-activation-store';
import { systemClock } from '@/lib/shared/clock';
import { forEachDatabase } from '../support/databases';
import { MemoryActivationNumbers } from '../support/memory-activation-numbers';
import { MemoryActivationStore } from '../support/memory-activation-store';
import { MemoryAuditLog } from '../support/memory-audit-log';
import { MemoryChangeFeed } from '../support/memory-change-feed';
import { activationNumbersContract } from './activation-numbers.contract';
import { testAppender } from '../support/test-chain';

describe('in memory', () => {
  activationNumbersContract(async () => {
    const store = new MemoryActivationStore(new MemoryAuditLog(systemClock), new MemoryChangeFeed());
    return { store, numbers: new MemoryActivationNumbers(store) };
  });
});

forEachDatabase((_name, open) => {
  activationNumbersContract(async () => {
    const database = await open();
    return {
      store: new PrismaActivationStore(database, systemClock, testAppender()),
      numbers: new PrismaActivationNumbers(database.client),
    };
  });
});
