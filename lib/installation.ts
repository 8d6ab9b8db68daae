import { loadConfig, secretsFrom, type Config, type ConfigSecrets } from './config/config';
import { lockDataDirectory } from './config/data-directory-lock';
import { SECRET_NAMES, type Environment, type Secrets } from './config/environment-schema';
import { readOrCreateSecrets } from './config/stored-secrets';
import type { Database } from './database/database';
import { openEmbeddedDatabase } from './database/open-embedded-database';
import { openPostgresql } from './database/open-postgresql';

/** What every program of an installation starts from. */
export type Installation = { config: Config; secrets: ConfigSecrets; database: Database; close: () => Promise<void> };

/**
 * Reads the configuration, takes the data directory, and opens the migrated database.
 * @param onFault is told of faults that mend themselves, such as a lost connection
 * @throws ConfigurationError with what to correct
 */
export async function openInstallation(onFault: (error: unknown) => void): Promise<Installation> {
  const { config, environment } = loadConfig();
  if (config.database.kind === 'postgresql') {
    const database = await openPostgresql(config.database.url, onFault);
    // The environment was refused unless it has all of these together with a database server.
    return { config, secrets: secretsFrom(environment as Secrets), database, close: () => database.close() };
  }
  const { dataDirectory } = config.database;
  const unlock = lockDataDirectory(dataDirectory);
  const secrets = secretsFrom({ ...readOrCreateSecrets(dataDirectory), ...givenSecrets(environment) });
  const database = await openEmbeddedDatabase(dataDirectory);
  return {
    config,
    secrets,
    database,
    close: async () => {
      await database.close();
      unlock();
    },
  };
}

function givenSecrets(environment: Environment): Partial<Secrets> {
  return Object.fromEntries(
    SECRET_NAMES.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  );
}
