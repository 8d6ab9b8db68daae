import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productFolder } from '../../config/product-folder';
import { tightenDirectory } from '../../config/data-directory/secure-data-directory';
import { listMigrations, migrationsFolder } from '../migrate';

/**
 * Folder of the empty, migrated database that the build makes, because a copy takes a fraction of the time. Its name
 * hashes the migrations, so that a source tree with others does not use it.
 */
export function templateFolder(): string {
  const folder = migrationsFolder();
  const hash = createHash('sha256');
  for (const name of listMigrations(folder)) hash.update(readFileSync(join(folder, name, 'migration.sql')));
  return join(productFolder(), '.next', 'programs', `database-${hash.digest('hex').slice(0, 16)}`);
}

/** @returns false when there is no template */
export function copyTemplate(folder: string): boolean {
  const template = templateFolder();
  if (!existsSync(`${template}.json`)) return false;
  // Throws for an unreadable folder, which copying does not.
  readdirSync(template, { recursive: true });
  cpSync(template, folder, { recursive: true });
  for (const empty of emptyFolders()) mkdirSync(join(folder, empty), { recursive: true });
  // Everyone may read the template.
  chmodSync(folder, 0o700);
  tightenDirectory(folder);
  return true;
}

/** Lists the template's empty folders, which PostgreSQL needs and a package does not contain. */
export function noteEmptyFolders(): void {
  const template = templateFolder();
  const isFolder = (path: string) => statSync(join(template, path)).isDirectory();
  const folders = readdirSync(template, { recursive: true, encoding: 'utf8' }).filter(isFolder);
  const empty = folders.filter((path) => readdirSync(join(template, path)).length === 0);
  writeFileSync(`${template}.json`, `${JSON.stringify(empty.sort())}\n`);
}

function emptyFolders(): string[] {
  return JSON.parse(readFileSync(`${templateFolder()}.json`, 'utf8')) as string[];
}
