import { resolve } from 'node:path';
import { requestBackup, type BackedUp } from '../database/embedded/backup-request';
import { backUp } from '../composition/back-up';
import { auditLogOf, openInstallation } from '../composition/installation';
import { loadConfig } from '../config/config';
import { isInUse } from '../config/data-directory/data-directory-lock';
import { calledAs } from './called-as.mjs';
import { runCommand, folderArgument } from './run-command';

const USAGE = `Backs the embedded database up, with its secrets, whether Tessera runs or not.

  ${calledAs('backup')} <folder>`;

await runCommand(async () => {
  const argument = folderArgument(USAGE);
  if ('code' in argument) return argument.code;
  const { database } = loadConfig().config;
  if (database.kind !== 'embedded') {
    console.error(
      'PostgreSQL is backed up with its own tools (pg_dump --format=custom); keep the secrets of the environment with it.',
    );
    return 1;
  }
  const { dataDirectory } = database;
  const folder = resolve(argument.folder);
  const { sequenceNumber, hasSecrets } = (await isInUse(dataDirectory))
    ? await requestBackup(dataDirectory, folder)
    : await backUpStopped(dataDirectory, folder);
  console.log(`Backed up to ${argument.folder}: ${sequenceNumber} audit records.`);
  console.log(
    hasSecrets
      ? 'It holds the keys to everything in it: keep it as you would keep those.'
      : 'The secrets come from the environment and are not in it: nothing can be read without them.',
  );
  return 0;
});

async function backUpStopped(dataDirectory: string, folder: string): Promise<BackedUp> {
  const installation = await openInstallation((error) => console.error(error));
  try {
    return await backUp(installation, auditLogOf(installation), dataDirectory, folder);
  } finally {
    await installation.close();
  }
}
