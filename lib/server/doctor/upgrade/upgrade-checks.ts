import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../../config/config';
import { ConfigurationError } from '../../../config/configuration-error';
import { isInUse } from '../../../config/data-directory/data-directory-lock';
import { DATABASE_FOLDER } from '../../../config/data-directory/stored-secrets';
import type { SettingWarning } from '../../../config/environment/setting-warnings';
import { readBackup, type ReadBackup } from '../../../database/embedded/embedded-backup';
import { openCopy } from '../../../database/embedded/open-copy';
import { migrationsFolder } from '../../../database/migrate';
import type { MigrationConnection } from '../../../database/migration-connection';
import { withReadOnly } from '../../../database/postgresql/migrate-postgresql';
import { failed, ok, type Check, type Finding } from '../finding';
import { migrationFinding, rollBackFinding } from './migration-checks';
import { backupFinding, nodeFinding, roomFinding, settingFindings } from './place-checks';
import { auditFinding, serverFinding, workFinding } from './state-checks';
import { versionFinding } from './version-check';

type Look = (connection: MigrationConnection) => Promise<Finding>;

/** @property warnings of the settings @property now of the system @property folder migrations of this version */
export type UpgradeQuestion = {
  database: Config['database'];
  /** Folder of a backup of the embedded database; null for none. */
  backup: string | null;
  warnings: readonly SettingWarning[];
  now: Date;
  folder?: string;
};

/**
 * What this version would do to an installation, and what it needs of it. Nothing is changed: PostgreSQL is read in read-only
 * transactions, and of the embedded database a copy is opened, once for all checks.
 */
export function upgradeChecks({ database, backup, warnings, now, folder = migrationsFolder() }: UpgradeQuestion): {
  checks: Check[];
  close: () => Promise<void>;
} {
  let read: ReadBackup | null = null;
  let copy: ReturnType<typeof openCopy> | null = null;
  const place: Check[] = [
    check('Node.js', async () => nodeFinding()),
    ...settingFindings(warnings).map((finding) => check('settings', async () => finding)),
    check('backup', async () => {
      read = backup === null ? null : await readBackup(backup);
      return backupFinding(database.kind, read && new Date(read.auditHead.signedAt), now);
    }),
  ];
  if (database.kind === 'postgresql') {
    const look = (name: string, at: Look) =>
      check(name, () => withReadOnly(database.url, at), name === 'server' ? null : 'server');
    return { checks: [...place, look('server', serverFinding), ...ofDatabase(look, folder)], close: async () => {} };
  }
  const { dataDirectory } = database;
  const isThere = existsSync(join(dataDirectory, DATABASE_FOLDER));
  const look = (name: string, at: Look) => {
    const find = async () => at((await (copy ??= openCopy(read ?? { dataDirectory }))).connection);
    return check(name, find, 'embedded database');
  };
  return {
    checks: [
      ...place,
      check('embedded database', () => findCopy(dataDirectory, isThere, () => read !== null)),
      ...(isThere ? [check('room', async () => roomFinding(dataDirectory))] : []),
      ...(isThere || backup !== null ? ofDatabase(look, folder) : []),
    ],
    close: async () => (await copy?.catch(() => null))?.close(),
  };
}

function ofDatabase(look: (name: string, at: Look) => Check, folder: string): Check[] {
  return [
    look('version', versionFinding),
    look('migrations', (connection) => migrationFinding(connection, folder)),
    look('roll-back', (connection) => rollBackFinding(connection, folder)),
    look('under way', workFinding),
    look('audit log', auditFinding),
  ];
}

async function findCopy(dataDirectory: string, isThere: boolean, hasBackup: () => boolean): Promise<Finding> {
  if (hasBackup()) return ok('what follows is about the backup');
  if (!isThere) return ok('there is none yet: a start makes it');
  if (!(await isInUse(dataDirectory))) return ok('not in use; what follows is about a copy of it');
  return failed(
    'the site runs, and has it to itself',
    'Stop it and run this again. Or let it run, make a backup, and name that: --backup <folder>',
  );
}

/** @param needs the check that must pass first */
function check(name: string, find: () => Promise<Finding>, needs: string | null = null): Check {
  const run = () => find().catch(findingOf);
  return { name, needs, run };
}

/** Of what an installation can be like; anything else is our mistake, and told with its stack. */
function findingOf(error: unknown): Finding {
  if (error instanceof ConfigurationError)
    return failed(error.problems.join('; '), 'Correct that, and run this again.');
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  if (code === undefined) throw error;
  return failed(message || code, 'Look at whether the database runs, and at DATABASE_URL or TESSERA_DATA_DIR.');
}
