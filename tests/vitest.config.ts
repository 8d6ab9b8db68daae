import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const repository = fileURLToPath(new URL('..', import.meta.url));

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
    // Creating a PGlite instance with its migrations takes seconds when both cores are busy.
    testTimeout: 20_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
  },
});
