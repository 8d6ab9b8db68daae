import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tightenDirectory } from '../../config/secure-data-directory';
import { listMigrations, migrationsFolder } from '../migrate';

/**
 * Where the build leaves an empty, migrated database, because copying one takes a fraction of what making one does. The name
 * says which migrations it has: a source tree with others does not find it.
 */
export function templateFolder(): string {
  const folder = migrationsFolder();
  const hash = createHash('sha256');
  for (const name of listMigrations(folder)) hash.update(readFileSync(join(folder, name, 'migration.sql')));
  return join(process.cwd(), '.next', 'programs', `database-${hash.digest('hex').slice(0, 16)}`);
}

/** @returns whether there is a template */
export function copyTemplate(folder: string): boolean {
  const template = templateFolder();
  if (!existsSync(template)) return false;
  cpSync(template, folder, { recursive: true });
  // Everybody may read the template.
  chmodSync(folder, 0o700);
  tightenDirectory(folder);
  return true;
}
