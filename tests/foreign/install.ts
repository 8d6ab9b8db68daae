/**
 * Packs the package, installs it into a project that has nothing else of Tessera's, and checks that project's types. The
 * build has to be there.
 *
 *     npx tsx tests/foreign/install.ts <folder>
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/repository';
import { writeForeignProject } from './foreign-project';
import { projectFolder, run, runToTheEnd } from './run-in-project';

await runToTheEnd(async () => {
  const folder = projectFolder();
  mkdirSync(folder, { recursive: true });
  await run('tsx', ['lib/cli/write-types.ts'], repository);
  await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], repository);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm packed nothing');
  console.log(`${tarball}: ${(statSync(join(folder, tarball)).size / 1e6).toFixed(1)} MB`);
  writeForeignProject(folder, tarball);
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'], folder);
  await run('node_modules/.bin/tsc', ['--noEmit'], folder);
});
