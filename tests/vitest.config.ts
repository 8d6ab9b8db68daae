import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** Where the run wants the list of tests for its summary. */
const report = process.env['TESSERA_TEST_REPORT'];

export default defineConfig({
  root: repository,
  resolve: {
    tsconfigPaths: true,
    // The package throws wherever React's server condition is not set; its own empty module is what that condition picks.
    alias: { 'server-only': fileURLToPath(new URL('../node_modules/server-only/empty.js', import.meta.url)) },
  },
  test: {
    include: ['tests/{unit,contract,integration}/**/*.test.ts'],
    environment: 'node',
    // For the workers, and for what they start: see `v8Flags`.
    execArgv: ['--liftoff-only'],
    env: { TESSERA_TEST_V8_FLAGS: '--liftoff-only' },
    globalSetup: 'tests/support/run-directory.ts',
    // Only a hang gets there: a busy machine may take as long as it needs.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
    maxWorkers: 3,
    // A process for each file would cost more than most files.
    isolate: false,
    setupFiles: 'tests/support/put-back.ts',
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
