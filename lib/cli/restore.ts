import { resolve } from 'node:path';
import { checkHead, HEAD_PROBLEMS, type SignedHead } from '../audit/audit-head';
import { verifyAuditChain } from '../audit/verify-audit-chain';
import { loadConfig } from '../config/config';
import { describeDirectoryError } from '../config/configuration-error';
import { lockDataDirectory } from '../config/data-directory/data-directory-lock';
import { openDataDirectory } from '../config/data-directory/secure-data-directory';
import { readBackup, restoreBackup } from '../database/embedded/embedded-backup';
import { auditLogOf, openInstallation } from '../composition/installation';
import { calledAs } from './called-as.mjs';
import { runCommand, folderArgument } from './run-command';

const USAGE = `Restores a backup of the embedded database into TESSERA_DATA_DIR, which must not have one.

  ${calledAs('restore')} <folder>`;

await runCommand(async () => {
  const argument = folderArgument(USAGE);
  if ('code' in argument) return argument.code;
  const { database } = loadConfig().config;
  if (database.kind !== 'embedded') {
    console.error(
      'PostgreSQL is restored with its own tools (pg_restore), and with the secrets of that time in the environment.',
    );
    return 1;
  }
  process.umask(0o077);
  // First of all, so that a backup that cannot be restored leaves nothing.
  const backup = readBackup(resolve(argument.folder));
  const { dataDirectory } = database;
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
  const { chainKeys, close } = installation;
  try {
    const audit = auditLogOf(installation);
    const verdict = await verifyAuditChain(audit, chainKeys);
    const problem = await checkHead({ audit, hashes: chainKeys }, head);
    if (!verdict.intact)
      console.error(`Its audit log is broken at record ${verdict.sequenceNumber}: see ${calledAs('audit-verify')}.`);
    if (problem) console.error(`The head of its audit log, record ${head.sequenceNumber}, ${HEAD_PROBLEMS[problem]}.`);
    if (!verdict.intact || problem) return 1;
    console.log(`Restored the state of ${head.signedAt}: ${verdict.records} audit records, all intact.`);
    return 0;
  } finally {
    await close();
  }
}
