import { hkdfSync } from 'node:crypto';
import { ConfigurationError } from '../../config/configuration-error';
import type { DataKey, Prisma, PrismaClient } from '../../generated/prisma/client';
import { bytesFromHex, hexFromBytes, type Bytes } from '../../shared/bytes';
import type { Encrypter } from '../../shared/encrypter';
import { AuditAppender } from '../side-effects/append-audit-records';
import { ChainKeys, deriveChainKey } from './chain-keys';

type GivenKey = { id: string; key: Bytes };

/**
 * Compares the data keys with those that the database was used with, and stores new ones. The first time, it also
 * records in the audit log up to which record the hashes are unkeyed.
 * @param keys the current key first, 32 bytes each
 * @param encrypter uses these keys
 * @returns the keys of the audit log, including those of retired data keys
 * @throws ConfigurationError, and changes nothing, if a key is missing or differs
 */
export async function openDataKeys(
  client: PrismaClient,
  keys: readonly GivenKey[],
  encrypter: Encrypter,
  now: Date,
): Promise<ChainKeys> {
  return client.$transaction(async (transaction) => {
    // Serializes replicas that start at the same time.
    const [head] = await transaction.$queryRaw<{ sequenceNumber: number; hash: string; keyId: string | null }[]>`
      SELECT sequence_number AS "sequenceNumber", hash, key_id AS "keyId" FROM audit_head FOR UPDATE`;
    const stored = await transaction.dataKey.findMany();
    const problems = stored.flatMap((key) => problemWith(key, keys));
    if (problems.length > 0) throw new ConfigurationError(problems);
    await remember(transaction, keys, stored, encrypter, now);
    const chainKeys = new ChainKeys([
      ...keys.map(({ id, key }) => ({ id, key: deriveChainKey(key) })),
      ...(await openRetired(stored, keys, encrypter)),
    ]);
    if (stored.length === 0 && head && head.sequenceNumber > 0 && head.keyId === null) {
      const what = { type: 'audit-log-keyed', records: head.sequenceNumber, lastHash: head.hash } as const;
      const context = {
        actor: { kind: 'system' },
        subject: null,
        correlationId: crypto.randomUUID(),
        address: null,
      } as const;
      await new AuditAppender(chainKeys, encrypter).append(transaction, [{ ...what, ...context }], now);
    }
    return chainKeys;
  });
}

function problemWith({ id, checkValue, retiredAt }: DataKey, keys: readonly GivenKey[]): string[] {
  const match = keys.find((candidate) => candidate.id === id);
  if (!match) {
    if (retiredAt !== null) return [];
    return [
      `TESSERA_DATA_KEYS lacks the key ${id}, which this database was used with; see that it holds the right secrets`,
    ];
  }
  if (checkValueOf(match.key) === checkValue) return [];
  return [
    `TESSERA_DATA_KEYS has another key ${id} than the one that this database was used with; give it the right one`,
  ];
}

async function remember(
  transaction: Prisma.TransactionClient,
  keys: readonly GivenKey[],
  stored: readonly DataKey[],
  encrypter: Encrypter,
  now: Date,
): Promise<void> {
  const fresh = keys.filter(({ id }) => !stored.some((row) => row.id === id));
  const data = await Promise.all(
    fresh.map(async ({ id, key }) => ({
      id,
      checkValue: checkValueOf(key),
      encryptedChainKey: await encrypter.encrypt(hexFromBytes(deriveChainKey(key)), chainKeyContext(id)),
      knownSince: now,
    })),
  );
  if (data.length > 0) await transaction.dataKey.createMany({ data });
  // A retired key that encrypts again is needed again.
  await transaction.dataKey.updateMany({
    where: { id: keys[0]?.id ?? '', retiredAt: { not: null } },
    data: { retiredAt: null },
  });
}

async function openRetired(
  stored: readonly DataKey[],
  keys: readonly GivenKey[],
  encrypter: Encrypter,
): Promise<GivenKey[]> {
  const retired = stored.filter(({ id }) => !keys.some((candidate) => candidate.id === id));
  return Promise.all(
    retired.map(async ({ id, encryptedChainKey }) => ({
      id,
      key: bytesFromHex(await encrypter.decrypt(encryptedChainKey, chainKeyContext(id))),
    })),
  );
}

export function chainKeyContext(id: string): string {
  return `chain key ${id}`;
}

/** Derived by HKDF-SHA-256, so it reveals nothing about the key. */
function checkValueOf(key: Bytes): string {
  return hexFromBytes(new Uint8Array(hkdfSync('sha256', key, '', 'tessera data key check', 32)));
}
