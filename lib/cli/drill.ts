import { parseArgs } from 'node:util';
import { loadConfig } from '../config/config';
import { SECRETS_FILE } from '../config/data-directory/stored-secrets';
import { MINUTE, SECOND } from '../shared/time/duration';
import { calledAs } from './called-as.mjs';
import { drillBackup } from './drill/drill-backup';
import { drillCopy } from './drill/drill-copy';
import type { Outcome, Say } from './drill/try-restored';
import { HELP_OPTION, printUsage, runCommand } from './run-command';

const USAGE = `Tries whether the site works from a backup: restores it into a second place, verifies the audit log, signs a made-up person
in and activates a made-up phone. It calls nothing outside this process, sends no mail and leaves the site's own database alone.

  ${calledAs('drill')} [<backup>] [--keys <file>]
  ${calledAs('drill')} --restored <database>

<backup>    of the embedded database; without it the newest of TESSERA_BACKUP_DIR. The second place is removed afterwards
--keys      the ${SECRETS_FILE} that is kept apart; without it those in the backup, in the environment, or of the data directory
--restored  the name of the PostgreSQL database that DATABASE_URL leads to: a copy that you have restored, by pg_restore or to a point
            in time, and that nobody else is connected to. The made-up person stays in it: drop it afterwards

The exit code is 1 when something failed.`;

const OPTIONS = { keys: { type: 'string' }, restored: { type: 'string' }, ...HELP_OPTION } as const;

const startedAt = performance.now();

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [backup, ...rest] = positionals;
  const isMixed = values.restored !== undefined && (backup !== undefined || values.keys !== undefined);
  if (values.help || rest.length > 0 || isMixed) return printUsage(USAGE, values.help);
  const { config, environment } = loadConfig();
  process.umask(0o077);
  const named = { folder: backup ?? null, keys: values.keys ?? null };
  return conclude(
    values.restored === undefined
      ? await drillBackup(config, environment.TESSERA_DATA_KEYS ?? null, named, say)
      : await drillCopy(config, values.restored, say),
  );
});

function say(...[verdict, step, words]: Parameters<Say>): void {
  const seconds = `${((performance.now() - startedAt) / SECOND).toFixed(1)} s`;
  console.log(`  ${verdict.padEnd(8)}${seconds.padStart(7)}  ${step}: ${words}`);
}

/** @returns the exit code */
function conclude({ works, until }: Outcome): 0 | 1 {
  if (!works) {
    console.error('\nThe site does not work from this backup.');
    return 1;
  }
  const seconds = ((performance.now() - startedAt) / SECOND).toFixed(1);
  const loss = until ? lossSince(until) : 'It is of a site that nobody has used.';
  console.log(`\nThe site works from this backup after ${seconds} s. ${loss}`);
  return 0;
}

function lossSince(until: Date): string {
  const minutes = Math.max(0, Math.round((Date.now() - until.getTime()) / MINUTE));
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60)];
  const span = [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', `${minutes % 60} min`]
    .filter(Boolean)
    .join(' ');
  return `What people did since ${until.toISOString()}, ${span} ago, would be lost.`;
}
