import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { signHead } from '../audit/audit-head';
import { AuditAppender } from '../database/append-audit-records';
import { writeBackup } from '../database/embedded-backup';
import { PrismaAuditLog } from '../database/prisma-audit-log';
import { openInstallation } from '../installation';
import { systemClock } from '../shared/clock';
import { runCommand } from './run-command';

const USAGE = `Backs the embedded database up, with its secrets. Tessera must be stopped.

  npm run backup -- <folder>`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [folder, ...rest] = positionals;
  if (values.help || folder === undefined || rest.length > 0) {
    console.error(USAGE);
    return values.help ? 0 : 1;
  }
  const { config, database, chainKeys, close } = await openInstallation((error) => console.error(error));
  try {
    if (config.database.kind !== 'embedded') {
      console.error(
        'PostgreSQL is backed up with its own tools (pg_dump --format=custom); keep the secrets of the environment with it.',
      );
      return 1;
    }
    const audit = new PrismaAuditLog(database, systemClock, new AuditAppender(chainKeys));
    const head = await signHead({ audit, hashes: chainKeys }, systemClock.now());
    const { hasSecrets } = writeBackup(resolve(folder), config.database.dataDirectory, await database.archive(), head);
    console.log(`Backed up to ${folder}: ${head.sequenceNumber} audit records.`);
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
