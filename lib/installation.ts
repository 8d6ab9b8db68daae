import { loadConfig, secretsFrom, type Config, type ConfigSecrets } from './config/config';
import { lockDataDirectory } from './config/data-directory-lock';
import { SECRET_NAMES, type Environment, type Secrets } from './config/environment-schema';
import { readOrCreateSecrets } from './config/stored-secrets';
import { KeyRing } from './crypto/key-ring';
import type { ChainKeys } from './database/chain-keys';
import type { Database } from './database/database';
import { openDataKeys } from './database/open-data-keys';
import { openEmbeddedDatabase } from './database/open-embedded-database';
import { DEFAULT_LIMITS, openPostgresql } from './database/open-postgresql';
import { systemClock } from './shared/clock';

/** What every program of an installation starts from. */
export type Installation = {
  config: Config;
  secrets: ConfigSecrets;
  database: Database;
  keyRing: KeyRing;
  /** Of the audit log. */
  chainKeys: ChainKeys;
  close: () => Promise<void>;
};

/**
 * Reads the configuration, takes the data directory, and opens the migrated database.
 * @param onFault is told of faults that mend themselves, such as a lost connection
 * @throws ConfigurationError with what to correct
 */
export async function openInstallation(onFault: (error: unknown) => void): Promise<Installation> {
  const { config, environment } = loadConfig();
  if (config.database.kind === 'postgresql') {
    const database = await openPostgresql(config.database.url, onFault, {
      ...DEFAULT_LIMITS,
      connections: config.database.connections,
    });
    // The environment was refused unless it has all of these together with a database server.
    return withKeys({ config, secrets: secretsFrom(environment as Secrets), database, close: () => database.close() });
  }
  const { dataDirectory } = config.database;
  const unlock = lockDataDirectory(dataDirectory);
  const secrets = secretsFrom({ ...readOrCreateSecrets(dataDirectory), ...givenSecrets(environment) });
  const database = await openEmbeddedDatabase(dataDirectory);
  return withKeys({
    config,
    secrets,
    database,
    close: async () => {
      await database.close();
      unlock();
    },
  });
}

async function withKeys(opened: Omit<Installation, 'keyRing' | 'chainKeys'>): Promise<Installation> {
  const { secrets, database, close } = opened;
  const keyRing = new KeyRing(secrets.dataKeys);
  try {
    const chainKeys = await openDataKeys(database.client, secrets.dataKeys, keyRing, systemClock.now());
    return { ...opened, keyRing, chainKeys };
  } catch (error) {
    await close();
    throw error;
  }
}

function givenSecrets(environment: Environment): Partial<Secrets> {
  return Object.fromEntries(
    SECRET_NAMES.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  );
}
