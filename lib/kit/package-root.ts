import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where Tessera lies, as sources or as the site of the package: the nearest folder whose `package.json` has its name. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) {
    const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string };
    if (name === '@tessera-auth/site') return folder;
  }
  if (dirname(folder) === folder) throw new Error('this file does not lie in Tessera’s folder');
  return findRoot(dirname(folder));
}
