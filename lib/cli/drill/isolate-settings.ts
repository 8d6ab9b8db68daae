import { isGiven, VARIABLE_NAMES } from '../../config/environment/setting-files';
import { generateSecrets } from '../../config/data-directory/stored-secrets';
import { GATEWAY_SECRET_NAMES, SECRET_NAMES } from '../../config/sections/data-settings';

/** What a restored site says of its people. Nothing of it leads out of this machine. */
const KEPT = ['TESSERA_DOMAIN', 'TESSERA_TIME_ZONE'];

/** What it cannot be read without. */
const KEYS = [...SECRET_NAMES, 'TESSERA_DATA_KEYS_COMMAND'];

/** Of the database, where the restored one is at a server. */
const OF_DATABASE = ['DATABASE_URL', 'DATABASE_MIGRATION_URL', 'TESSERA_DATABASE_CONNECTIONS'];

/**
 * Takes every other setting away from this process, so that the site it opens has no gateway, mail server, webhook, provider,
 * SIEM or collector but its own. Empty ones stand before those of a file `.env`.
 * @param dataDirectory for the restored embedded database; null for one at a server
 * @param hasKeys whether the data directory has all keys, so that those of the environment are not for this database
 */
export function isolateSettings(environment: NodeJS.ProcessEnv, dataDirectory: string | null, hasKeys: boolean): void {
  const kept = new Set(
    [...KEPT, ...(hasKeys ? [] : KEYS), ...(dataDirectory === null ? OF_DATABASE : [])].flatMap((name) => [
      name,
      `${name}_FILE`,
    ]),
  );
  for (const name of VARIABLE_NAMES) if (!kept.has(name)) environment[name] = '';
  environment['TESSERA_PUSH_HOSTS'] = 'none';
  environment['TESSERA_LOG_LEVEL'] = 'silent';
  if (dataDirectory !== null) environment['TESSERA_DATA_DIR'] = dataDirectory;
  // A site with a gateway elsewhere has no such secrets; at a server nothing makes them.
  const secrets = generateSecrets();
  for (const name of GATEWAY_SECRET_NAMES)
    if (dataDirectory === null && !isGiven(environment, name)) environment[name] = secrets[name];
}
