import { defineConfig } from '@playwright/test';

const executablePath = process.env['FOREIGN_BROWSER'];
const isWholeRun = process.env['TESSERA_TEST_ALL'] === '1';
const report = process.env['TESSERA_TEST_REPORT'];

export default defineConfig({
  testDir: '.',
  // Run by the test of reports.
  testIgnore: 'failing/**',
  workers: 2,
  fullyParallel: true,
  // More faults, ways and restarts of what the others show.
  ...(!isWholeRun && { grepInvert: /@all/ }),
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ...(report === undefined ? [] : [['json', { outputFile: report }] as const])],
  use: {
    locale: 'en-GB',
    launchOptions: executablePath === undefined ? {} : { executablePath, args: ['--no-sandbox'] },
  },
});
