import { randomBytes } from 'node:crypto';

const hex = (bytes: number) => randomBytes(bytes).toString('hex');

export type ReplicaEnv = { DATABASE_URL: string; TESSERA_SESSION_SECRET: string } & Record<string, string>;

/**
 * Settings for servers that share a database, each of which is started with the same: keys of their own making.
 * @param databaseUrl of a PostgreSQL database that is empty, or was filled under the same settings
 */
export function replicaEnv(databaseUrl: string): ReplicaEnv {
  return {
    DATABASE_URL: databaseUrl,
    TESSERA_SESSION_SECRET: hex(32),
    TESSERA_DATA_KEYS: `k1:${hex(32)}`,
    GATEWAY_ID: hex(8).toUpperCase(),
    GATEWAY_FRONT_END_KEY: hex(32),
    GATEWAY_BACK_END_KEY: hex(32),
  };
}
