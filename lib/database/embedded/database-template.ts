import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tightenDirectory } from '../../config/secure-data-directory';
import { listMigrations, migrationsFolder } from '../migrate';

/**
 * Folder of the empty, migrated database that the build makes, because a copy takes a fraction of the time. Its name
 * hashes the migrations, so that a source tree with others does not use it.
 */
export function templateFolder(): string {
  const folder = migrationsFolder();
  const hash = createHash('sha256');
  for (const name of listMigrations(folder)) hash.update(readFileSync(join(folder, name, 'migration.sql')));
  return join(process.cwd(), '.next', 'programs', `database-${hash.digest('hex').slice(0, 16)}`);
}

/** @returns false when there is no template */
export function copyTemplate(folder: string): boolean {
  const template = templateFolder();
  if (!existsSync(template)) return false;
  cpSync(template, folder, { recursive: true });
  // The template is world-readable.
  chmodSync(folder, 0o700);
  tightenDirectory(folder);
  return true;
}
