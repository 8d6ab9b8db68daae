import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hexFromBytes } from '../shared/bytes';
import { systemRandom } from '../shared/random';
import { ConfigurationError } from './configuration-error';
import { environmentSchema, SECRET_NAMES, type Secrets } from './environment-schema';

/**
 * The secrets of an installation with the embedded database, made at its first start and readable by its owner alone.
 * @throws ConfigurationError when the file is damaged: making new secrets would lose what the old ones encrypted
 */
export function readOrCreateSecrets(dataDirectory: string): Secrets {
  const file = join(dataDirectory, 'secrets.json');
  if (!existsSync(file)) createSecrets(file);
  const shape = environmentSchema.pick({
    TESSERA_SESSION_SECRET: true,
    TESSERA_DATA_KEYS: true,
    GATEWAY_ID: true,
    GATEWAY_FRONT_END_KEY: true,
    GATEWAY_BACK_END_KEY: true,
  });
  try {
    return shape.required().parse(JSON.parse(readFileSync(file, 'utf8')));
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

function createSecrets(file: string): void {
  const secrets: Secrets = {
    TESSERA_SESSION_SECRET: random(32),
    TESSERA_DATA_KEYS: `k1:${random(32)}`,
    GATEWAY_ID: random(8).toUpperCase(),
    GATEWAY_FRONT_END_KEY: random(32),
    GATEWAY_BACK_END_KEY: random(32),
  };
  const unfinished = `${file}.creating`;
  // A file that is there already would keep its mode.
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
}
