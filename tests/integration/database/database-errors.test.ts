import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { createLogger, type Logger } from '@/lib/server/observability/logger';
import { captureLog } from '../../support/doubles/fake-log';
import { forEachDatabase } from '../../support/databases/databases';

const CANARY = 'canary-c0ffee';
const USER = {
  userId: CANARY,
  domain: CANARY,
  displayName: CANARY,
  passwordHash: CANARY,
  roles: [CANARY],
  createdAt: new Date(),
  passwordChangedAt: new Date(),
};

forEachDatabase((_database, open) => {
  let database: Database;
  let logger: Logger;
  let written: string[];

  beforeAll(async () => {
    database = await open();
    await database.client.user.create({ data: USER });
  });

  beforeEach(() => {
    logger = createLogger('info');
    written = captureLog(logger);
  });

  describe('an error of the database is logged without the values of its query', () => {
    it.each<[string, (client: Database['client']) => Promise<unknown>]>([
      ['a row that exists', (client) => client.user.create({ data: USER })],
      ['a character that it cannot hold', (client) => client.user.findMany({ where: { userId: `${CANARY}\u0000` } })],
      ['JSON that it cannot hold', (client) => client.$queryRaw`SELECT ${`"${CANARY}\\u0000"`}::jsonb`],
      ['a value of another type', (client) => client.$queryRaw`SELECT ${CANARY}::text::int`],
      ['a date that is none', (client) => client.$queryRaw`SELECT ${CANARY}::text::timestamptz`],
      ['a broken rule of a table', (client) => client.activation.create({ data: brokenActivation() })],
      [
        'a missing row',
        (client) => client.user.update({ where: { userId_domain: { userId: CANARY, domain: '' } }, data: {} }),
      ],
      ['an unknown column', (client) => client.$queryRawUnsafe(`SELECT "${CANARY}" FROM session`)],
    ])('%s', async (_name, query) => {
      const error: unknown = await query(database.client).catch((fault: unknown) => fault);
      expect(error).toBeInstanceOf(Error);
      logger.error({ err: error }, 'the database failed');
      expect(written.join()).toContain('"name":"PrismaClient');
      expect(written.join()).not.toContain(CANARY);
    });
  });
});

/** Issued, but without the payload that goes with that. */
function brokenActivation() {
  return { id: CANARY, userId: CANARY, domain: CANARY, version: 1, state: 'issued', requestedAt: new Date() };
}
