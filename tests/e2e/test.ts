import { test as base } from '@playwright/test';
import { Phone } from '../support/phone';
import { PhoneLine } from '../support/phone-line';
import { HANG_MS } from '../support/poll';
import { Server } from '../support/server';
import { templateDirectory } from '../support/template';
import { nextAccount, type Account } from './accounts';

type Fixtures = {
  server: Server;
  /** A person nobody has signed in as before on this server. */
  account: Account;
  /** What the phone's connections go through. */
  line: PhoneLine;
  phone: Phone;
};

type WorkerFixtures = { template: string; sharedServer: Server; clockServer: Server };

/** Tests that leave the server as it is: those of one worker share it, each with an account of its own. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  template: [templateDirectory(), { option: true, scope: 'worker' }],
  sharedServer: [useServer, { scope: 'worker', timeout: 2 * HANG_MS }],
  // Beside the other one, because a worker is started anew for tests that have other fixtures.
  clockServer: [useServer, { scope: 'worker', timeout: 2 * HANG_MS }],
  server: async ({ sharedServer }, use) => use(sharedServer),
  baseURL: async ({ server }, use) => use(server.url),
  account: async ({ server }, use) => use(nextAccount(server)),
  line: async ({ server }, use) => {
    const line = await PhoneLine.open(server.url);
    await use(line);
    line.close();
  },
  phone: async ({ line }, use) => {
    const phone = new Phone(line.url);
    await use(phone);
    phone.dispose();
  },
});

async function useServer({ template }: { template: string }, use: (server: Server) => Promise<void>): Promise<void> {
  const server = await Server.start({ template });
  await use(server);
  await server.dispose();
}
