import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where Tessera lies, as sources or as an installed package: the nearest folder whose `package.json` has its name. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) {
    const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string };
    if (name === '@tessera-auth/kit') return folder;
  }
  if (dirname(folder) === folder) throw new Error('this file does not lie in the package @tessera-auth/kit');
  return findRoot(dirname(folder));
}
