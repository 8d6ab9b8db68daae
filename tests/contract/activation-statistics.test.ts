import { describe } from 'vitest';
import { PrismaActivationStatistics } from '@/lib/database/tables/prisma-activation-statistics';
import { PrismaActivationStore } from '@/lib/database/tables/prisma-activation-store';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../support/databases/databases';
import { MemoryActivationStatistics } from '../support/doubles/stores/memory-activation-statistics';
import { MemoryActivationStore } from '../support/doubles/stores/memory-activation-store';
import { MemoryAuditLog } from '../support/doubles/stores/memory-audit-log';
import { MemoryChangeFeed } from '../support/doubles/stores/memory-change-feed';
import { activationNumbersContract } from './activation-statistics.contract';
import { testAppender } from '../support/test-chain';

describe('in memory', () => {
  activationNumbersContract(async () => {
    const store = new MemoryActivationStore(new MemoryAuditLog(systemClock), new MemoryChangeFeed());
    return { store, numbers: new MemoryActivationStatistics(store) };
  });
});

forEachDatabase((_name, open) => {
  activationNumbersContract(async () => {
    const database = await open();
    return {
      store: new PrismaActivationStore(database, systemClock, testAppender()),
      numbers: new PrismaActivationStatistics(database.client),
    };
  });
});
