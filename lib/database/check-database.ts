import type { PrismaClient } from '../generated/prisma/client';
import { listMigrations } from './migrate';
import { migrationsFolder } from './migrations-folder';

/** Resolves when the database answers and takes writes. @throws when it does not */
export async function checkWritable(client: PrismaClient): Promise<void> {
  const [row] = await client.$queryRaw<{ isReadOnly: boolean }[]>`
    SELECT current_setting('transaction_read_only')::boolean AS "isReadOnly"`;
  if (row?.isReadOnly !== false) throw new Error('the database is read-only');
}

/** Resolves when every migration of this version is applied. @throws Error naming the ones that are missing */
export async function checkMigrations(client: PrismaClient): Promise<void> {
  const applied = await client.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map((migration) => migration.migration_name));
  const missing = listMigrations(migrationsFolder()).filter((name) => !names.has(name));
  if (missing.length > 0) throw new Error(`migrations not applied: ${missing.join(', ')}`);
}
