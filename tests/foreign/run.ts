/**
 * Packs the package once, installs it into a project that has nothing else of Tessera's, and runs that project's checks and
 * suite. The build has to be there.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findHeadlessShell } from '../support/browser/find-chromium';
import { createPostgresqlDatabase } from '../support/databases/create-postgresql-database';
import { runProgram, stopPrograms } from '../support/servers/run-program';
import { repository } from '../support/repository';
import { writeForeignProject } from './foreign-project';

const folder = mkdtempSync(join(tmpdir(), 'tessera-foreign-'));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopPrograms(signal));

/** @throws Error when it fails */
async function run(program: string, args: string[], cwd = folder, env: Record<string, string> = {}): Promise<void> {
  const startedAt = performance.now();
  const code = await runProgram(program, args, { cwd, env });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`${[program, ...args.slice(0, 2)].join(' ')}: ${seconds} s`);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}`);
}

async function runEverything(): Promise<void> {
  await run('tsx', ['lib/cli/write-types.ts'], repository);
  await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], repository);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm packed nothing');
  console.log(`${tarball}: ${(statSync(join(folder, tarball)).size / 1e6).toFixed(1)} MB`);
  writeForeignProject(folder, tarball);
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--silent']);
  await run('node_modules/.bin/tsc', ['--noEmit']);
  const database = process.env['TESSERA_TEST_DATABASE_URL'];
  const browser = findHeadlessShell() ?? findChromium();
  await run('node_modules/.bin/playwright', ['test', ...process.argv.slice(2)], folder, {
    TESSERA_TEST_DATABASE_URL: '',
    TESSERA_TEST_V8_FLAGS: '--liftoff-only',
    ...(browser && { FOREIGN_BROWSER: browser }),
    ...(database && { FOREIGN_DATABASE_URL: await createPostgresqlDatabase(database) }),
  });
}

try {
  await runEverything();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
