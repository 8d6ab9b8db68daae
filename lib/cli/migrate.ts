import { parseArgs } from 'node:util';
import { loadConfig } from '../config/config';
import { awaitPostgresql } from '../database/postgresql/await-postgresql';
import { migrateApart, preparePostgresql } from '../database/postgresql/migrate-postgresql';
import { MINUTE } from '../shared/time/duration';
import { calledAs } from './called-as.mjs';
import { HELP_OPTION, printUsage, runCommand } from './run-command';

const USAGE = `Brings the schema of a PostgreSQL database to this version, apart from starting. With DATABASE_MIGRATION_URL as that user, who
then owns the tables; the user of DATABASE_URL gets the rights that a running site needs, and no others. Safe to repeat. The
embedded database is migrated when the site starts.

  ${calledAs('migrate')}`;

await runCommand(async () => {
  if (parseArgs({ options: HELP_OPTION }).values.help) return printUsage(USAGE, true);
  const { database } = loadConfig().config;
  if (database.kind === 'embedded') {
    console.error('There is no DATABASE_URL: the embedded database is migrated when the site starts.');
    return 1;
  }
  const { url, migrationUrl } = database;
  if (migrationUrl === null) await awaitPostgresql(url, MINUTE, console.error);
  else await awaitPostgresql(migrationUrl, MINUTE, console.error, 'DATABASE_MIGRATION_URL');
  const applied =
    migrationUrl === null ? (await preparePostgresql(url, null)).applied : await migrateApart(url, migrationUrl);
  for (const name of applied) console.log(`Applied ${name}.`);
  console.log('The schema is that of this version.');
  return 0;
});
