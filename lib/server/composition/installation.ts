import { isMainThread } from 'node:worker_threads';
import { loadConfig, secretsFrom, type Config, type ConfigSecrets } from '../../config/config';
import { describeDirectoryError } from '../../config/configuration-error';
import { lockDataDirectory } from '../../config/data-directory/data-directory-lock';
import type { Environment } from '../../config/environment/environment-schema';
import type { Secrets } from '../../config/sections/data-settings';
import { openDataDirectory, tightenDirectory } from '../../config/data-directory/secure-data-directory';
import { readOrCreateSecrets } from '../../config/data-directory/stored-secrets';
import { KeyRing } from '../../wire/crypto/key-ring';
import { awaitPostgresql } from '../../database/postgresql/await-postgresql';
import { AuditAppender } from '../../database/side-effects/append-audit-records';
import { PrismaAuditLog } from '../../database/tables/audit/prisma-audit-log';
import type { AuditLog } from '../../audit/audit-log';
import type { ChainKeys } from '../../database/secrets/chain-keys';
import type { Database } from '../../database/database';
import { openDataKeys } from '../../database/secrets/open-data-keys';
import { openEmbeddedDatabase } from '../../database/embedded/open-embedded-database';
import { DEFAULT_LIMITS, openPostgresql } from '../../database/postgresql/open-postgresql';
import { systemClock, type Clock } from '../../shared/time/clock';
import { MINUTE } from '../../shared/time/duration';

/** What the site and every program start from. */
export type Installation = {
  config: Config;
  secrets: ConfigSecrets;
  database: Database;
  keyRing: KeyRing;
  /** Keys of the audit log. */
  chainKeys: ChainKeys;
  clock: Clock;
  close: () => Promise<void>;
};

/**
 * Reads the configuration, locks the data directory, and opens the migrated database.
 * @param onFault receives errors that recover by themselves, such as a lost connection
 * @param patienceMs how long to wait for the database server
 * @throws ConfigurationError that names what to correct
 */
export async function openInstallation(onFault: (error: unknown) => void, patienceMs = MINUTE): Promise<Installation> {
  const { config, environment } = loadConfig();
  // Files are for this process's user alone. Worker threads cannot set the umask.
  if (isMainThread) process.umask(0o077);
  if (config.database.kind === 'embedded') return openEmbedded(config, config.database, environment, onFault);
  // Without a mail server, mails are written to this folder.
  tightenDirectory(config.mail.folder);
  const { url, migrationUrl, connections } = config.database;
  if (patienceMs > 0) await awaitPostgresql(url, patienceMs, say);
  if (patienceMs > 0 && migrationUrl !== null)
    await awaitPostgresql(migrationUrl, patienceMs, say, 'DATABASE_MIGRATION_URL');
  const database = await openPostgresql(url, onFault, { ...DEFAULT_LIMITS, connections }, migrationUrl);
  // With a database server, the schema requires all secrets in the environment.
  return withKeys({ config, secrets: secretsFrom(environment as Secrets), database, close: () => database.close() });
}

async function openEmbedded(
  config: Config,
  { dataDirectory, fsync }: Extract<Config['database'], { kind: 'embedded' }>,
  environment: Environment,
  onFault: (error: unknown) => void,
): Promise<Installation> {
  let unlock: (() => void) | null = null;
  try {
    openDataDirectory(dataDirectory);
    unlock = await lockDataDirectory(dataDirectory, endAtOnce);
    tightenDirectory(dataDirectory);
    const secrets = secretsFrom(readOrCreateSecrets(dataDirectory, environment));
    const database = await openEmbeddedDatabase(dataDirectory, onFault, { fsync });
    const close = async () => {
      await database.close();
      unlock?.();
    };
    return await withKeys({ config, secrets, database, close });
  } catch (error) {
    unlock?.();
    throw describeDirectoryError(dataDirectory, error);
  }
}

/** Writes the audit log. One for a process, see `AuditAppender`. */
export function appenderOf({
  config,
  chainKeys,
  keyRing,
}: Pick<Installation, 'config' | 'chainKeys' | 'keyRing'>): AuditAppender {
  return new AuditAppender(chainKeys, keyRing, { domain: config.domain });
}

/** The audit log. @param appender left out by programs that open nothing else */
export function auditLogOf(
  installation: Pick<Installation, 'config' | 'database' | 'chainKeys' | 'keyRing' | 'clock'>,
  appender = appenderOf(installation),
): AuditLog {
  return new PrismaAuditLog(installation.database, installation.clock, appender);
}

/** Ends without finishing in-flight work: two processes on one embedded database destroy it. */
function endAtOnce(): void {
  process.stderr.write('Another process has locked the data directory, so this one ends.\n');
  process.exit(1);
}

async function withKeys(installation: Omit<Installation, 'keyRing' | 'chainKeys' | 'clock'>): Promise<Installation> {
  const { secrets, database, close } = installation;
  const keyRing = new KeyRing(secrets.dataKeys);
  try {
    const chainKeys = await openDataKeys(database.client, secrets.dataKeys, keyRing, systemClock.now());
    return { ...installation, keyRing, chainKeys, clock: systemClock };
  } catch (error) {
    await close();
    throw error;
  }
}

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}
