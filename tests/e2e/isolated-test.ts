import { Server } from '../support/server';
import { test as shared } from './test';

/** Tests that stop, restart or move the clock of the server: each gets one to itself. */
export const test = shared.extend({
  server: async ({ template }, use) => {
    const server = await Server.start({ template });
    await use(server);
    await server.dispose();
  },
});
