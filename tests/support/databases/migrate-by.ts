import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate, migrationsFolder } from '@/lib/database/migrate';
import { runProgram } from '../servers/run-program';

/** What a version after this one may well do while this one runs. */
const FURTHER = {
  name: '29990101000000_further',
  sql: `
    ALTER TABLE activation ADD COLUMN further text NOT NULL DEFAULT 'x';
    ALTER TABLE session ADD COLUMN further timestamptz DEFAULT now();
    ALTER TABLE gateway_instance ADD COLUMN further jsonb;
    CREATE TABLE further (activation_id text PRIMARY KEY REFERENCES activation (id) ON DELETE CASCADE);
    CREATE INDEX session_further_idx ON session (further);`,
};

/** Runs `npm run migrate` of a build. @param folder of the build @throws Error with what the program said, when it fails */
export async function migrateBy(folder: string, env: Record<string, string>): Promise<void> {
  const said: string[] = [];
  const args = [join('lib', 'cli', 'run.mjs'), 'migrate'];
  const code = await runProgram(process.execPath, args, { cwd: folder, env, hear: (text) => said.push(text) });
  if (code !== 0) throw new Error(`migrate ended with ${code}:\n${said.join('')}`);
}

/** Adds to a database of this version what no version has, so that both of an upgrade meet more than they know. */
export async function migrateFurther(migrationUrl: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-further-'));
  const client = new Client({ connectionString: migrationUrl });
  await client.connect();
  try {
    cpSync(migrationsFolder(), folder, { recursive: true });
    mkdirSync(join(folder, FURTHER.name));
    writeFileSync(join(folder, FURTHER.name, 'migration.sql'), FURTHER.sql);
    const exec = async (sql: string) => void (await client.query(sql));
    const query = async <Row>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as Row[];
    await migrate({ exec, query }, folder);
  } finally {
    await client.end();
    rmSync(folder, { recursive: true });
  }
}
