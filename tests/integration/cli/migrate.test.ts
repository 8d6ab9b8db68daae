import { describe, expect, it } from 'vitest';
import { listMigrations, migrationsFolder } from '@/lib/database/migrate';
import { replicaEnv } from '@/lib/kit/server/replica-env';
import { createDatabaseOfTwoUsers } from '../../support/databases/two-users';
import { runCommand } from '../../support/servers/run-command';

const server = process.env['TESSERA_TEST_DATABASE_URL'] ?? '';
const DONE = 'The schema is that of this version.\n';

describe('the program that migrates apart from a start', () => {
  it.runIf(server)(
    'the schema is made as its owner, missing migrations are named, and all of it is safe to repeat',
    async () => {
      const { url, migrationUrl } = await createDatabaseOfTwoUsers(server);
      const env = { ...replicaEnv(url), DATABASE_MIGRATION_URL: migrationUrl };
      const applied = listMigrations(migrationsFolder()).map((name) => `Applied ${name}.\n`);
      expect(await runCommand('migrate', [], { env })).toMatchObject({ code: 0, output: `${applied.join('')}${DONE}` });
      expect(await runCommand('migrate', [], { env })).toMatchObject({ code: 0, output: DONE });
    },
  );

  it.runIf(server)('a user who may not make tables is told so in words', async () => {
    const { url } = await createDatabaseOfTwoUsers(server);
    const { code, output } = await runCommand('migrate', [], { env: replicaEnv(url) });
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('may not make tables') });
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('the embedded database is left to the start, in words', async () => {
    const { code, output } = await runCommand('migrate', [], { env: {} });
    expect({ code, output }).toEqual({
      code: 1,
      output: 'There is no DATABASE_URL: the embedded database is migrated when the site starts.\n',
    });
  });
});
