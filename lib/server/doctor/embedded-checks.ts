import { join } from 'node:path';
import { ConfigurationError } from '../../config/configuration-error';
import type { Config } from '../../config/config';
import { DATABASE_FOLDER } from '../../config/data-directory/stored-secrets';
import { sizeOfFolder } from '../../database/embedded/copy-files';
import { checkMigrations } from '../../database/migrate';
import { openInstallation, type Installation } from '../composition/installation';
import { openEmbeddedGateway } from '../composition/open-embedded-gateway';
import { failed, ok, skipped, warning, type Finding, type Check } from './finding';

/** Checks the gateway in this process: its database, and that it answers. */
export function embeddedChecks(): { checks: Check[]; close: () => Promise<void> } {
  let installation: Installation | null = null;
  const installationOpen = () => {
    if (!installation) throw new TypeError('a check ran before the one that it needs');
    return installation;
  };
  const checks: Check[] = [
    {
      name: 'database',
      needs: null,
      run: () =>
        attempt('Look at whether the database runs, and at DATABASE_URL or TESSERA_DATA_DIR.', async () => {
          installation = await openInstallation(() => {}, 0);
          return `${installation.database.kind} answers`;
        }),
    },
    {
      name: 'migrations',
      needs: 'database',
      run: () =>
        attempt('Start the newest version of Tessera that has used this database.', async () => {
          await checkMigrations(installationOpen().database.client);
          return 'all are applied';
        }),
    },
    {
      name: 'size',
      needs: 'database',
      run: () => sizeFinding(installationOpen().config.database),
    },
    {
      name: 'gateway',
      needs: 'migrations',
      run: () =>
        attempt('Look at the database, in which the gateway keeps everything.', async () => {
          const gateway = openEmbeddedGateway(installationOpen(), null, {
            onProgress: async () => {},
            onChallengeEnd: async () => {},
            onFault: () => {},
          });
          await gateway.activation.checkHealth();
          return 'answers';
        }),
    },
  ];
  return { checks, close: async () => installation?.close() };
}

/** What one process carries: its log, vacuum and backups are of all of it. */
const LARGE_BYTES = 2 ** 30;

async function sizeFinding(database: Config['database']): Promise<Finding> {
  if (database.kind !== 'embedded') return skipped('the database server has tools of its own');
  const size = await sizeOfFolder(join(database.dataDirectory, DATABASE_FOLDER));
  const words = `${Math.ceil(size / 2 ** 20)} MB of files; the embedded database is for up to ${LARGE_BYTES / 2 ** 20}`;
  return size <= LARGE_BYTES ? ok(words) : warning(words, 'Move to PostgreSQL: DATABASE_URL.');
}

/** @param run returns a sentence about success @param fix for any failure without a fix of its own */
async function attempt(fix: string, run: () => Promise<string>): Promise<Finding> {
  try {
    return ok(await run());
  } catch (error) {
    if (error instanceof ConfigurationError) return failed('it cannot be used', error.problems.join('; '));
    const { message = '', code = '' } = (error instanceof Error ? error : {}) as Partial<NodeJS.ErrnoException>;
    // An AggregateError has no message.
    return failed(message || code || 'for no reason that is known', fix);
  }
}
