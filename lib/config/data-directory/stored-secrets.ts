import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hexFromBytes } from '../../shared/bytes';
import { systemRandom } from '../../shared/random';
import { ConfigurationError } from '../configuration-error';
import { DATA, SECRET_NAMES, type Secrets } from '../sections/data-settings';

/** Folder of the embedded database in a data directory. */
export const DATABASE_FOLDER = 'database';

export const SECRETS_FILE = 'secrets.json';

/**
 * The secrets of an installation with the embedded database: from the environment, or else from a file that is created
 * at the first start, readable by its owner only.
 * @throws ConfigurationError when the file is damaged, or missing beside a database: with new secrets, everything that
 *   is encrypted would be lost
 */
export function readOrCreateSecrets(
  dataDirectory: string,
  environment: { [Name in keyof Secrets]?: string | undefined },
): Secrets {
  const secrets = Object.fromEntries(
    SECRET_NAMES.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  ) as Partial<Secrets>;
  if (SECRET_NAMES.every((name) => secrets[name] !== undefined)) return secrets as Secrets;
  const file = join(dataDirectory, SECRETS_FILE);
  if (!existsSync(file)) {
    if (existsSync(join(dataDirectory, DATABASE_FOLDER)))
      throw new ConfigurationError([
        `${file} is missing, and the database beside it cannot be read without it; restore it from a backup (it must hold ${SECRET_NAMES.join(', ')}). To begin anew, move ${dataDirectory} away`,
      ]);
    createSecrets(file);
  }
  return { ...parseSecrets(file, readFileSync(file, 'utf8')), ...secrets };
}

function parseSecrets(file: string, text: string): Secrets {
  const shape = z.object(DATA.settings).pick({
    TESSERA_SESSION_SECRET: true,
    TESSERA_DATA_KEYS: true,
    GATEWAY_ID: true,
    GATEWAY_FRONT_END_KEY: true,
    GATEWAY_BACK_END_KEY: true,
  });
  try {
    return shape.required().parse(JSON.parse(text));
  } catch {
    throw new ConfigurationError([
      `${file} is damaged; restore it from a backup (it must hold ${SECRET_NAMES.join(', ')})`,
    ]);
  }
}

/** @param bytes how many @returns them in hexadecimal */
function random(bytes: number): string {
  return hexFromBytes(systemRandom.bytes(bytes));
}

/** Secrets of a new installation. */
export function generateSecrets(): Required<Secrets> {
  return {
    TESSERA_SESSION_SECRET: random(32),
    // The random name distinguishes the keys of installations.
    TESSERA_DATA_KEYS: `k-${random(4)}:${random(32)}`,
    GATEWAY_ID: random(8).toUpperCase(),
    GATEWAY_FRONT_END_KEY: random(32),
    GATEWAY_BACK_END_KEY: random(32),
  };
}

function createSecrets(file: string): void {
  const secrets = generateSecrets();
  const unfinished = `${file}.creating`;
  // An existing file would keep its mode.
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
}
