import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SignedHead } from '../audit/audit-head';
import { loadConfig } from '../config/config';
import { describeDirectoryError } from '../config/configuration-error';
import { lockDataDirectory } from '../config/data-directory/data-directory-lock';
import { openDataDirectory } from '../config/data-directory/secure-data-directory';
import { refuseWrongKeys } from '../database/embedded/backup-keys';
import { readBackup, restoreBackup } from '../database/embedded/embedded-backup';
import { openInstallation } from '../server/composition/installation';
import { calledAs } from './called-as.mjs';
import { HELP_OPTION, printUsage, runCommand } from './run-command';
import { verifyRestored } from './verify-restored';

const USAGE = `Restores a backup of the embedded database into TESSERA_DATA_DIR, which must not have one.

  ${calledAs('restore')} <folder>`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: HELP_OPTION, allowPositionals: true });
  const [folder, ...rest] = positionals;
  if (values.help || folder === undefined || rest.length > 0) return printUsage(USAGE, values.help);
  const {
    config: { database },
    environment,
  } = loadConfig();
  if (database.kind !== 'embedded') {
    console.error(
      'PostgreSQL is restored with its own tools (pg_restore), and with the secrets of that time in the environment.',
    );
    return 1;
  }
  process.umask(0o077);
  // First of all, so that a backup that cannot be restored, or not be read afterwards, leaves nothing.
  const backup = await readBackup(resolve(folder));
  const { dataDirectory } = database;
  refuseWrongKeys(backup, dataDirectory, environment.TESSERA_DATA_KEYS ?? null);
  try {
    openDataDirectory(dataDirectory);
    const unlock = await lockDataDirectory(dataDirectory, () => process.exit(1));
    await restoreBackup(backup, dataDirectory).finally(unlock);
  } catch (error) {
    throw describeDirectoryError(dataDirectory, error);
  }
  return verify(backup.auditHead);
});

/** Opens the restored database as Tessera does. @returns the exit code */
async function verify(head: SignedHead): Promise<number> {
  const installation = await openInstallation((error) => console.error(error));
  try {
    const { records, problems } = await verifyRestored(installation, head);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) return 1;
    console.log(`Restored the state of ${head.signedAt}: ${records} audit records, all intact.`);
    return 0;
  } finally {
    await installation.close();
  }
}
