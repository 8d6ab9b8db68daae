import type { ActivationPorts } from '@/lib/activation/activation-ports';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { Database } from '@/lib/database/database';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { freezeLookup } from '@/lib/database/tables/safety/prisma-freeze-store';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { systemClock } from '@/lib/shared/time/clock';
import { DAY } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { MemoryRateLimiter } from '../doubles/stores/memory-rate-limiter';
import { testAppender, testPersister } from '../test-chain';

/** What one process of a site at OneSpan has, on the system's clock. Others may have the same database. */
export function oneSpanReplica(database: Database, { activation, directory }: OpenedGateway): ActivationPorts {
  const appender = testAppender();
  return {
    store: new PrismaActivationStore(database, systemClock, appender, testPersister(systemClock, appender)),
    freezes: freezeLookup(database.sql),
    gateway: activation,
    directory,
    encrypter: new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]),
    audit: new PrismaAuditLog(database, systemClock, appender),
    rateLimiter: new MemoryRateLimiter(systemClock),
    clock: systemClock,
    random: systemRandom,
    settings: { startsPerDay: 5, requestLifetimeMs: DAY },
  };
}
