import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { MINUTE, SECOND } from '@/lib/shared/duration';
import { browserOptions } from './support/browser-options';

// Workers inherit it, so all of them copy the one data directory that the first test makes.
process.env['TESSERA_TEST_TEMPLATE'] ??= join(tmpdir(), `tessera-template-${process.pid}`);
process.env['TESSERA_TEST_V8_FLAGS'] ??= '--liftoff-only';

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  reporter: 'list',
  workers: 3,
  fullyParallel: true,
  // A browser that hangs while it closes must not cost the whole run there; the summary names what was tried twice.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  timeout: 2 * MINUTE,
  // Several browsers and servers share the machine; what is measured in milliseconds is measured in tests/bench.
  expect: { timeout: 20 * SECOND },
  use: { trace: 'off', locale: 'en-GB', launchOptions: browserOptions() },
  projects: [
    { name: 'first start', testMatch: '*.setup.ts', teardown: 'clean up' },
    { name: 'clean up', testMatch: '*.teardown.ts' },
    { name: 'chromium', testMatch: '*.spec.ts', dependencies: ['first start'] },
  ],
});
