import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createPostgresqlDatabase } from './create-postgresql-database';

/**
 * A new, empty database with a user who owns it and one whom the site runs as; neither is a superuser.
 * @param server address of a PostgreSQL server, of a user who may make users
 */
export async function createDatabaseOfTwoUsers(server: string): Promise<{ url: string; migrationUrl: string }> {
  const database = await createPostgresqlDatabase(server);
  const suffix = randomBytes(6).toString('hex');
  const [owner, site] = [`owner_${suffix}`, `site_${suffix}`];
  const client = new Client({ connectionString: database });
  await client.connect();
  await client.query(`CREATE ROLE ${owner} LOGIN`);
  await client.query(`CREATE ROLE ${site} LOGIN`);
  await client.query(`ALTER DATABASE ${new URL(database).pathname.slice(1)} OWNER TO ${owner}`);
  await client.query(`ALTER SCHEMA public OWNER TO ${owner}`);
  await client.end();
  return { url: as(database, site), migrationUrl: as(database, owner) };
}

function as(database: string, user: string): string {
  return Object.assign(new URL(database), { username: user, password: '' }).href;
}
