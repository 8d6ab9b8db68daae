import { randomBytes } from 'node:crypto';
import { createPostgresqlDatabase } from './create-postgresql-database';

const hex = (bytes: number) => randomBytes(bytes).toString('hex');

type PostgresqlEnvironment = { DATABASE_URL: string; TESSERA_SESSION_SECRET: string } & Record<string, string>;

/** What replicas that share a new, empty database are started with. @param server address of a PostgreSQL server */
export async function postgresqlEnvironment(server: string): Promise<PostgresqlEnvironment> {
  return {
    DATABASE_URL: await createPostgresqlDatabase(server),
    TESSERA_SESSION_SECRET: hex(32),
    TESSERA_DATA_KEYS: `k1:${hex(32)}`,
    GATEWAY_ID: hex(8).toUpperCase(),
    GATEWAY_FRONT_END_KEY: hex(32),
    GATEWAY_BACK_END_KEY: hex(32),
  };
}
