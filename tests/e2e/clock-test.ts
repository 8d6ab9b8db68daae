import { test as shared } from './test';

/** Tests that move the server's clock forward and do nothing else to it: those of one worker share it. */
export const test = shared.extend({ server: async ({ clockServer }, use) => use(clockServer) });
