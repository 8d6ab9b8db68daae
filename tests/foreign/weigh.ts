import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a test project may grow by. */
const MOST = { megabytes: 155, packages: 40 };

/** Says what npm has installed. @throws Error when it is more than a test project should carry */
export function weighInstallation(folder: string): void {
  const modules = join(folder, 'node_modules');
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as { packages: object };
  const count = Object.keys(packages).length;
  const entries = readdirSync(modules, { recursive: true, encoding: 'utf8' });
  // Blocks of 512 bytes, as `du` counts.
  const megabytes = entries.reduce((sum, path) => sum + lstatSync(join(modules, path)).blocks * 512, 0) / 2 ** 20;
  console.log(`Installed: ${count} packages, ${megabytes.toFixed(0)} MB`);
  if (count > MOST.packages || megabytes > MOST.megabytes)
    throw new Error(`A test project should carry ${MOST.packages} packages and ${MOST.megabytes} MB at most.`);
}
