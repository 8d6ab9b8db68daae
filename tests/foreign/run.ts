/**
 * Runs the suite of the project that `install.ts` has written, or a part of it.
 *
 *     npx tsx tests/foreign/run.ts <folder> [faults]
 */
import { findChromium, findHeadlessShell } from '../support/browser/find-chromium';
import { createPostgresqlDatabase } from '../support/databases/create-postgresql-database';
import { projectFolder, run, runToTheEnd } from './run-in-project';

await runToTheEnd(async () => {
  const database = process.env['TESSERA_TEST_DATABASE_URL'];
  const browser = findHeadlessShell() ?? findChromium();
  await run('node_modules/.bin/playwright', ['test', ...process.argv.slice(3)], projectFolder(), {
    TESSERA_TEST_DATABASE_URL: '',
    TESSERA_TEST_V8_FLAGS: '--liftoff-only',
    ...(browser && { FOREIGN_BROWSER: browser }),
    ...(database && { FOREIGN_DATABASE_URL: await createPostgresqlDatabase(database) }),
  });
});
