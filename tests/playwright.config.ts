import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { pageBrowserOptions } from './support/browser/browser-options';
import { isWholeRun } from './support/rounds';
import { HANG_MS } from '../lib/kit/poll';

// Workers inherit it, so all of them copy the one data directory that the first test makes.
process.env['TESSERA_TEST_TEMPLATE'] ??= join(tmpdir(), `tessera-template-${process.pid}`);
process.env['TESSERA_TEST_V8_FLAGS'] ??= '--liftoff-only';

/** Where the run wants the list of tests for its summary. */
const report = process.env['TESSERA_TEST_REPORT'];

const e2e = join(import.meta.dirname, 'e2e');

const specsThatImport = (pattern: RegExp) =>
  readdirSync(e2e, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.spec.ts') && pattern.test(readFileSync(join(e2e, path), 'utf8')),
  );

/** Files whose tests share a server with a clock that they move, or at another level of enrolment. */
const atOtherServers = specsThatImport(/fixtures\/(clock|push|standard|standard-clock)-test'/);

/** Files whose tests put a newer version of the site in the place of the one that is tested. */
const overNewerBuild = specsThatImport(/servers\/newer-build'/);

/** Files whose tests run the release before beside the one that is tested. */
const besidePreviousRelease = specsThatImport(/servers\/previous-release'/);

export default defineConfig({
  testDir: e2e,
  outputDir: '../test-results',
  // What is kept is words, the same on every system.
  snapshotPathTemplate: '{testDir}/{testFileDir}/transcripts/{arg}{ext}',
  reporter: [['list'], ...(report === undefined ? [] : [['json', { outputFile: report }] as const])],
  // Each has servers and browsers of its own, which more of them than cores would only make wait for one another.
  workers: Math.min(4, availableParallelism()),
  fullyParallel: true,
  ...(!isWholeRun && { grepInvert: /@all/ }),
  // A browser that hangs while it closes must not cost the whole run there; the summary names what was tried twice.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  // Only a hang gets there: a busy machine may take as long as it needs.
  timeout: 5 * HANG_MS,
  expect: { timeout: HANG_MS },
  use: { trace: 'off', locale: 'en-GB', launchOptions: pageBrowserOptions() },
  projects: [
    { name: 'first start', testMatch: 'first-start.setup.ts', teardown: 'clean up' },
    { name: 'newer build', testMatch: 'newer-build.setup.ts' },
    { name: 'previous release', testMatch: 'previous-release.setup.ts' },
    { name: 'clean up', testMatch: '*.teardown.ts' },
    // Apart, so that a worker keeps no server running that its tests no longer ask.
    {
      name: 'chromium',
      testMatch: '*.spec.ts',
      testIgnore: [...atOtherServers, ...overNewerBuild, ...besidePreviousRelease],
      dependencies: ['first start'],
    },
    { name: 'other servers', testMatch: atOtherServers, dependencies: ['first start'] },
    { name: 'over a newer build', testMatch: overNewerBuild, dependencies: ['first start', 'newer build'] },
    {
      name: 'beside the previous release',
      testMatch: besidePreviousRelease,
      dependencies: ['previous release'],
    },
  ],
});
