import type { OneSpanOptions } from '../support/onespan/one-span-options';
import { oneSpanEnvironment } from '../support/one-span-environment';
import { startOneSpanServer, type OneSpanServer } from '../support/onespan/start-one-span-server';
import { Server } from '../support/server';
import type { Account } from './accounts';
import { PhoneLine } from '../support/phone-line';
import { test as shared } from './test';

const PASSWORD = 'Static-Password-1';

/** People of the authentication server. */
export const JANE: Account = { userId: 'jane.doe', password: PASSWORD };
export const AGENT: Account = { userId: 'ann.agent', password: PASSWORD };

type Fixtures = {
  oneSpanOptions: Partial<OneSpanOptions>;
  oneSpan: OneSpanServer;
  /** Whether phones reach the DIGIPASS Gateway through the site, instead of beside it. */
  isRelayed: boolean;
};

/** A site at OneSpan Authentication Server, and phones that call a DIGIPASS Gateway. */
export const test = shared.extend<Fixtures>({
  oneSpanOptions: [{}, { option: true }],
  isRelayed: [false, { option: true }],
  oneSpan: async ({ oneSpanOptions }, use) => {
    const users = [JANE, AGENT].map(({ userId }) => ({
      userId,
      staticPassword: PASSWORD,
      description: 'Somebody Known',
      email: `${userId}@example.org`,
    }));
    const oneSpan = await startOneSpanServer({ servers: 2, clientCertificate: true, users, ...oneSpanOptions });
    await use(oneSpan);
    await oneSpan.close();
  },
  server: async ({ template, oneSpan, isRelayed }, use) => {
    const env = { ...oneSpanEnvironment(oneSpan, { isRelayed }), TESSERA_STAFF: `helpdesk-agent:${AGENT.userId}` };
    const server = await Server.start({ template, env });
    await use(server);
    await server.dispose();
  },
  line: async ({ server, oneSpan, isRelayed }, use) => {
    const line = await PhoneLine.open(isRelayed ? server.url : oneSpan.phoneUrl, oneSpan.phoneUrl);
    await use(line);
    line.close();
  },
});
