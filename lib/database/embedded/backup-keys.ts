import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSignature } from '../../audit/audit-head';
import { ConfigurationError } from '../../config/configuration-error';
import { SECRETS_FILE } from '../../config/data-directory/stored-secrets';
import { dataKeysFrom } from '../../config/sections/data-settings';
import { parseJsonObject } from '../../shared/json-object';
import { ChainKeys, deriveChainKey } from '../secrets/chain-keys';
import type { ReadBackup } from './embedded-backup';

/**
 * Compares the data keys that a restored database would be opened with, with those that signed the backup: before anything
 * of it is written.
 * @param given of the environment; null for those of the backup, or else of the data directory
 * @throws ConfigurationError that names both
 */
export function refuseWrongKeys(
  { secrets, auditHead }: Pick<ReadBackup, 'secrets' | 'auditHead'>,
  dataDirectory: string,
  given: string | null,
): void {
  const keys = dataKeys(given ?? keysIn(secrets) ?? keysIn(readSecrets(dataDirectory)));
  const { keyId } = auditHead;
  if (keys === null)
    throw new ConfigurationError([
      `the backup holds no keys, and none are at hand: put the ${SECRETS_FILE} that has the key ${keyId} into ${dataDirectory}, or set TESSERA_DATA_KEYS`,
    ]);
  const problem = checkSignature(
    new ChainKeys(keys.map(({ id, key }) => ({ id, key: deriveChainKey(key) }))),
    auditHead,
  );
  if (problem === 'unknown-key')
    throw new ConfigurationError([
      `the backup was made with the key ${keyId}, and the keys at hand are ${keys.map(({ id }) => id).join(', ')}: give it the keys of that time`,
    ]);
  if (problem === 'forged')
    throw new ConfigurationError([
      `the key ${keyId} at hand is another one than that of the same name which the backup was made with, or the backup was changed`,
    ]);
}

function dataKeys(text: string | null) {
  try {
    return text === null ? null : dataKeysFrom(text);
  } catch {
    // Damaged; what reads the secrets says so.
    return null;
  }
}

function keysIn(secrets: Uint8Array | null): string | null {
  if (secrets === null) return null;
  const { TESSERA_DATA_KEYS: keys } = parseJsonObject(secrets) ?? {};
  return typeof keys === 'string' ? keys : null;
}

function readSecrets(dataDirectory: string): Uint8Array | null {
  const file = join(dataDirectory, SECRETS_FILE);
  return existsSync(file) ? readFileSync(file) : null;
}
