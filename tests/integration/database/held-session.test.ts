import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generatePasskeyId } from '@/lib/accounts/passkeys/passkey';
import { generateRecoveryCode } from '@/lib/accounts/recovery/recovery-code';
import type { Session } from '@/lib/accounts/sessions/session';
import type { Database } from '@/lib/database/database';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { SlowHashes } from '@/lib/database/secrets/slow-hashes';
import { PrismaAccountStore } from '@/lib/database/tables/administration/prisma-account-store';
import { PrismaPasskeyStore } from '@/lib/database/tables/accounts/prisma-passkey-store';
import { PrismaRecoveryCodeStore } from '@/lib/database/tables/accounts/prisma-recovery-code-store';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { poll } from '@/lib/kit/poll';
import { accept } from '@/lib/shared/result';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import type { MailAddress } from '@/lib/shared/mail-address';
import { createPostgresqlDatabase } from '../../support/databases/create-postgresql-database';
import { JANE } from '../../support/doubles/fake-access-ports';
import { newSession } from '../../support/new-session';
import { testAppender, testPersister } from '../../support/test-chain';

const server = process.env['TESSERA_TEST_DATABASE_URL'];
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

function fail(error: unknown): never {
  throw error;
}

/** What a session may leave behind, by the table that is written after the session was read. */
const LEFT_BEHIND: Record<string, (database: Database, session: Session) => Promise<unknown>> = {
  passkey: ({ client }, { id }) =>
    new PrismaPasskeyStore(client).add(
      {
        id: generatePasskeyId(systemRandom),
        userId: JANE.userId,
        domain: JANE.domain,
        number: 1,
        credentialId: generatePasskeyId(systemRandom),
        userHandle: 'handle',
        publicKey: 'key',
        counter: 0,
        aaguid: '',
        transports: [],
        isBackupEligible: false,
        isBackedUp: false,
        name: 'Laptop',
        createdAt: systemClock.now(),
        trustedFrom: null,
        lastUsedAt: null,
      },
      { id, now: systemClock.now() },
    ),
  recovery_code: ({ client }, { id }) => {
    const made = { ...generateRecoveryCode(systemRandom), madeAt: systemClock.now() };
    return new PrismaRecoveryCodeStore(client, testPersister(systemClock, testAppender()), new SlowHashes(CHEAP)).keep(
      JANE,
      made,
      id,
      [],
      null,
    );
  },
  user_search_term: (database, { id }) => {
    const accounts = new PrismaAccountStore(database, testPersister(systemClock, testAppender()), []);
    const details = {
      displayName: 'Jane',
      language: 'en' as const,
      group: null,
      mailAddresses: ['new@example.org' as MailAddress],
    };
    return accounts.changeDetails({ user: JANE, by: null, at: systemClock.now(), session: id }, () =>
      accept({ details, sideEffects: { events: [], messages: [] } }),
    );
  },
};

describe.runIf(server)('PostgreSQL', () => {
  let here: Database;
  let there: Database;
  /** Locks a table, so that a transaction stands still before it writes there. */
  let bystander: Client;
  let session: Session;

  beforeAll(async () => {
    const url = await createPostgresqlDatabase(server ?? '');
    [here, there] = [await openPostgresql(url, fail), await openPostgresql(url, fail)];
    bystander = new Client({ connectionString: url });
    await bystander.connect();
    await new PrismaUserDirectory(here, systemClock, testPersister(systemClock), [], CHEAP).add(JANE);
  });

  beforeEach(async () => {
    session = newSession(JANE, systemClock.now());
    const sessions = new PrismaSessionStore(here);
    await sessions.create(session, await sessions.epochOf(JANE));
  });

  afterEach(() => bystander.query('ROLLBACK'));

  afterAll(async () => {
    await Promise.all([here.close(), there.close(), bystander.end()]);
  });

  /** How many wait for a lock. The bystander, in its transaction, would see the same connections each time. */
  async function waiting(): Promise<number> {
    const found = await there.client.$queryRaw<object[]>`
      SELECT DISTINCT pid FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE NOT granted AND datname = current_database()`;
    return found.length;
  }

  it.each(Object.entries(LEFT_BEHIND))(
    'threat: no session ends on another replica between being read and its row of %s being written',
    async (table, write) => {
      await bystander.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
      const written = write(here, session);
      await poll('the writer at the locked table', async () => (await waiting()) === 1);

      let isEnded = false;
      const ended = new PrismaSessionStore(there)
        .revokeAll(JANE.userId, JANE.domain, null, systemClock.now())
        .then((count) => {
          isEnded = true;
          return count;
        });
      await poll('the end, or its wait', async () => isEnded || (await waiting()) === 2);
      const wasEndedMeanwhile = isEnded;
      await bystander.query('COMMIT');
      const outcomes = await Promise.all([written, ended]);
      expect(wasEndedMeanwhile).toBe(false);
      expect([true, { ok: true, value: null }]).toContainEqual(outcomes[0]);
      expect(outcomes[1]).toBe(1);
    },
  );
});
