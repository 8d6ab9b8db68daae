/**
 * Runs the suite of the project that `install.ts` has installed, or a part of it.
 *
 *     npx tsx tests/foreign/run.ts <folder> [faults]
 */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, findHeadlessShell } from '../support/browser/find-chromium';
import { createPostgresqlDatabase } from '../support/databases/create-postgresql-database';
import { isWholeRun } from '../support/rounds';
import { AnotherUser } from './another-user';
import { readInstructions } from './readme';
import { projectFolder, runToTheEnd } from './run-in-project';

await runToTheEnd(async () => {
  const database = process.env['TESSERA_TEST_DATABASE_URL'];
  const user = AnotherUser.in(projectFolder());
  const project = join(readInstructions().folder.replace('~', user.home), 'project');
  const browser = [findHeadlessShell(), findChromium()].find((path) => path !== null && user.canRun(path));
  const wholeBrowser = findChromium();
  const wanted = process.env['TESSERA_TEST_REPORT'];
  // Theirs to write, where ours is not.
  const report = join(project, 'report.json');
  try {
    await user.run(['npx', '--no-install', 'playwright', 'test', ...process.argv.slice(3)], project, {
      env: {
        TESSERA_TEST_V8_FLAGS: '--liftoff-only',
        ...(isWholeRun && { TESSERA_TEST_ALL: '1' }),
        ...(wanted !== undefined && { TESSERA_TEST_REPORT: report }),
        ...(typeof browser === 'string' && { FOREIGN_BROWSER: browser }),
        ...(wholeBrowser !== null && user.canRun(wholeBrowser) && { FOREIGN_WHOLE_BROWSER: wholeBrowser }),
        ...(database && { FOREIGN_DATABASE_URL: await createPostgresqlDatabase(database) }),
      },
    });
  } finally {
    if (wanted !== undefined && existsSync(report)) copyFileSync(report, wanted);
  }
});
