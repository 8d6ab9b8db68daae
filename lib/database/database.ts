import { randomInt } from 'node:crypto';
import type { ChangeFeed } from '../shared/changes/change-feed';
import type { PrismaClient } from '../generated/prisma/client';
import type { Sql } from './sql';

/** An open, migrated database. */
export type Database = {
  kind: 'PGlite' | 'PostgreSQL';
  /** Identifies this process in its leases: 1 to 2³¹ − 1, drawn at random. */
  processId: number;
  client: PrismaClient;
  sql: Sql;
  changeFeed: ChangeFeed;
  /** Resolves when the database answers, accepts writes and delivers change notices. @throws otherwise */
  checkHealth(): Promise<void>;
  /** Vacuums and analyses, where no server does so itself. */
  maintain(): Promise<void>;
  /**
   * Copies the database's files, while statements wait.
   * @param folder must not exist
   * @throws ConfigurationError when there is no room for them
   * @throws TypeError for a database server, or one in memory
   */
  copyFiles(folder: string): Promise<void>;
  close(): Promise<void>;
};

export function drawProcessId(): number {
  return randomInt(1, 2 ** 31);
}

/** The single channel of change notices; the payload is the key of what has changed. */
export const CHANGE_CHANNEL = 'tessera_activation_changes';

/** In milliseconds. A burst waits instead of failing, because PGlite runs one transaction at a time. */
export const TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 10_000 };
