import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requestBackup, type BackedUp } from '../database/embedded/backup-request';
import type { BackupPlace } from '../database/embedded/embedded-backup';
import { backUp } from '../server/composition/back-up';
import { auditLogOf, openInstallation } from '../server/composition/installation';
import { loadConfig } from '../config/config';
import { isInUse } from '../config/data-directory/data-directory-lock';
import { calledAs } from './called-as.mjs';
import { HELP_OPTION, printUsage, runCommand } from './run-command';

const USAGE = `Backs the embedded database up, with its secrets, whether Tessera runs or not.

  ${calledAs('backup')} <folder> [--without-keys]

--without-keys leaves the secrets of the data directory out: nothing can be read without them, so keep secrets.json elsewhere.`;

const OPTIONS = { 'without-keys': { type: 'boolean', default: false }, ...HELP_OPTION } as const;

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [argument, ...rest] = positionals;
  if (values.help || argument === undefined || rest.length > 0) return printUsage(USAGE, values.help);
  const { database } = loadConfig().config;
  if (database.kind !== 'embedded') {
    console.error(
      'PostgreSQL is backed up with its own tools (pg_dump --format=custom); keep the secrets of the environment with it.',
    );
    return 1;
  }
  const { dataDirectory } = database;
  const place = { folder: resolve(argument), withKeys: !values['without-keys'] };
  const { sequenceNumber, hasSecrets } = (await isInUse(dataDirectory))
    ? await requestBackup(dataDirectory, place)
    : await backUpStopped(dataDirectory, place);
  console.log(`Backed up to ${argument}: ${sequenceNumber} audit records.`);
  console.log(
    hasSecrets
      ? 'It holds the keys to everything in it: keep it as you would keep those.'
      : 'The secrets are not in it, and nothing can be read without them: keep them elsewhere.',
  );
  return 0;
});

async function backUpStopped(dataDirectory: string, place: BackupPlace): Promise<BackedUp> {
  const installation = await openInstallation((error) => console.error(error));
  try {
    return await backUp(installation, auditLogOf(installation), dataDirectory, place);
  } finally {
    await installation.close();
  }
}
