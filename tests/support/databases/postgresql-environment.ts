import { replicaEnv, type ReplicaEnv } from '@/lib/kit/server/replica-env';
import { createPostgresqlDatabase } from './create-postgresql-database';

/** What replicas that share a new, empty database are started with. @param server address of a PostgreSQL server */
export async function postgresqlEnvironment(server: string): Promise<ReplicaEnv> {
  return replicaEnv(await createPostgresqlDatabase(server));
}
