import { spawnSync } from 'node:child_process';

/**
 * Generates the database client. The command insists on a schema engine binary, which it would download, but generating
 * never runs it (the client is WebAssembly): any existing file will do, so that this works on closed networks.
 */
const { status } = spawnSync('npx', ['--no-install', 'prisma', 'generate', '--config', 'prisma/prisma.config.ts'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  },
});
process.exit(status ?? 1);
