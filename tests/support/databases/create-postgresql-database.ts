import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Answers the address of a new, empty database. */
export async function createPostgresqlDatabase(server: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}
