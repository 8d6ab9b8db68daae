import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';

export const DEFAULT_DATA_DIRECTORY = '.data';

/** Where a site keeps its embedded database, its secrets and its outbox. @param name TESSERA_DATA_DIR */
export function dataDirectoryOf(name: string): string {
  return resolve(/* turbopackIgnore: true */ name);
}

/**
 * The data directory of the site on this machine, for a program that is no part of it: takes no other setting from the
 * environment or the file, so that none of them has to be there, and none of the site's secrets is read.
 * @param file like `.env`, which need not exist
 */
export function findDataDirectory(variables: Record<string, string | undefined>, file: string): string {
  const lines = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  // A variable set to nothing counts as not set.
  return dataDirectoryOf((variables['TESSERA_DATA_DIR'] ?? lines['TESSERA_DATA_DIR']) || DEFAULT_DATA_DIRECTORY);
}
