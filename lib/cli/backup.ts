import { resolve } from 'node:path';
import { signHead } from '../audit/audit-head';
import { AuditAppender } from '../database/side-effects/append-audit-records';
import { writeBackup } from '../database/embedded/embedded-backup';
import { PrismaAuditLog } from '../database/tables/operations/prisma-audit-log';
import { openInstallation } from '../composition/installation';
import { systemClock } from '../shared/time/clock';
import { runCommand, folderArgument } from './run-command';

const USAGE = `Backs the embedded database up, with its secrets. Tessera must be stopped.

  npm run backup -- <folder>`;

await runCommand(async () => {
  const given = folderArgument(USAGE);
  if ('code' in given) return given.code;
  const { config, database, keyRing, chainKeys, close } = await openInstallation((error) => console.error(error));
  try {
    if (config.database.kind !== 'embedded') {
      console.error(
        'PostgreSQL is backed up with its own tools (pg_dump --format=custom); keep the secrets of the environment with it.',
      );
      return 1;
    }
    const audit = new PrismaAuditLog(database, systemClock, new AuditAppender(chainKeys, keyRing));
    const head = await signHead({ audit, hashes: chainKeys }, systemClock.now());
    const { hasSecrets } = writeBackup(
      resolve(given.folder),
      config.database.dataDirectory,
      await database.archive(),
      head,
    );
    console.log(`Backed up to ${given.folder}: ${head.sequenceNumber} audit records.`);
    console.log(
      hasSecrets
        ? 'It holds the keys to everything in it: keep it as you would keep those.'
        : 'The secrets come from the environment and are not in it: nothing can be read without them.',
    );
    return 0;
  } finally {
    await close();
  }
});
