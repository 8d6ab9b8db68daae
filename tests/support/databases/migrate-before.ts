import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listMigrations, migrate, migrationsFolder } from '@/lib/database/migrate';
import type { MigrationConnection } from '@/lib/database/migration-connection';

export const FIRST_RELEASE = '20261129222000_first_release';

/** Migrations of the versions before the first release. */
export function beforeFirstRelease(folder = migrationsFolder()): string {
  return join(folder, FIRST_RELEASE, 'before');
}

/** Migrates an empty database as a version of before the first release did. @param has which migrations that version had */
export async function migrateBefore(connection: MigrationConnection, has: (name: string) => boolean): Promise<void> {
  const chain = beforeFirstRelease();
  const folder = mkdtempSync(join(tmpdir(), 'tessera-before-'));
  for (const name of listMigrations(chain).filter(has))
    cpSync(join(chain, name), join(folder, name), { recursive: true });
  await migrate(connection, folder);
  rmSync(folder, { recursive: true });
}
