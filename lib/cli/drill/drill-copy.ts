import { auditLogOf, openInstallation } from '../../server/composition/installation';
import type { Config } from '../../config/config';
import { ConfigurationError } from '../../config/configuration-error';
import { awaitPostgresql } from '../../database/postgresql/await-postgresql';
import { namedBy, withReadOnly } from '../../database/postgresql/migrate-postgresql';
import { isolateSettings } from './isolate-settings';
import { tryRestored, type Outcome, type Say } from './try-restored';

/**
 * Tries the site on a PostgreSQL database that somebody has restored, and that nobody else uses.
 * @param name of that database, which has to be the one that the settings lead to
 * @throws ConfigurationError when it is another, or in use
 */
export async function drillCopy({ database }: Config, name: string, say: Say): Promise<Outcome> {
  if (database.kind !== 'postgresql' || namedBy(database.url).database !== name)
    throw new ConfigurationError([`DATABASE_URL does not lead to a database ${name}: set it to that of the copy`]);
  const others = await othersConnected(database.url);
  if (others > 0)
    throw new ConfigurationError([
      `${name} is in use, by ${others} connections: a drill needs a copy that nobody uses, never the site’s own database`,
    ]);
  say('ok', 'copy', `nobody else is connected to ${name}`);
  isolateSettings(process.env, null, false);
  const installation = await openInstallation((error) => console.error(error), 0);
  try {
    const audit = auditLogOf(installation);
    const { sequenceNumber } = await audit.head();
    const [newest] = await audit.read(sequenceNumber - 1, 1);
    return { works: await tryRestored(installation, null, say), until: newest?.at ?? null };
  } finally {
    await installation.close();
  }
}

/** @throws ConfigurationError when the database cannot be reached */
async function othersConnected(url: string): Promise<number> {
  await awaitPostgresql(url, 0, () => {});
  const [row] = await withReadOnly(url, (connection) =>
    connection.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    ),
  );
  return row?.others ?? 0;
}
