import type { ChangeFeed } from '../shared/changes/change-feed';
import type { PrismaClient } from '../generated/prisma/client';
import type { Sql } from './sql';

/** An open, migrated database. */
export type Database = {
  kind: 'PGlite' | 'PostgreSQL';
  client: PrismaClient;
  sql: Sql;
  changeFeed: ChangeFeed;
  /** Resolves when it answers, takes writes, and tells of changes. @throws when it does not */
  checkHealth(): Promise<void>;
  /** Clears away and counts what has changed, where no server does so by itself. */
  maintain(): Promise<void>;
  /** Its files as a compressed tar archive. @throws TypeError where a server has them */
  archive(): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** The one channel that change notices travel on; the notice names what has changed. */
export const CHANGE_CHANNEL = 'tessera_activation_changes';

/** In milliseconds. A burst waits its turn rather than fail: PGlite makes one transaction at a time. */
export const TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 10_000 };
