import { migrateApart } from '@/lib/database/postgresql/migrate-postgresql';
import { replicaEnv, type ReplicaEnv } from '@/lib/kit/server/replica-env';
import { createDatabaseOfTwoUsers } from './two-users';

/**
 * What replicas that share a new, empty database are started with. Its owner is another user, so that every test of theirs
 * shows which rights a site needs.
 * @param server address of a PostgreSQL server, of a user who may make users
 */
export async function postgresqlEnvironment(server: string): Promise<ReplicaEnv> {
  const { url, migrationUrl } = await createDatabaseOfTwoUsers(server);
  await migrateApart(url, migrationUrl);
  return replicaEnv(url);
}

/** The same database for whoever may do everything there, which a site may not. @param server as above */
export function withAllRights(server: string, databaseUrl: string): string {
  return Object.assign(new URL(server), { pathname: new URL(databaseUrl).pathname }).href;
}
