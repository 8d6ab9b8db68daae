import { Phone } from '../support/phone';
import type { OneSpanOptions } from '../support/onespan/one-span-options';
import { startOneSpanServer, type OneSpanServer } from '../support/onespan/start-one-span-server';
import { Server } from '../support/server';
import type { Account } from './accounts';
import { test as shared } from './test';

const PASSWORD = 'Static-Password-1';

/** People of the authentication server. */
export const JANE: Account = { userId: 'jane.doe', password: PASSWORD };
export const AGENT: Account = { userId: 'ann.agent', password: PASSWORD };

/** A site at OneSpan Authentication Server, and phones that call a DIGIPASS Gateway beside it. */
export const test = shared.extend<{ oneSpanOptions: Partial<OneSpanOptions>; oneSpan: OneSpanServer }>({
  oneSpanOptions: [{}, { option: true }],
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
  server: async ({ template, oneSpan }, use) => {
    const { userId, domain, password } = oneSpan.state.options.serviceUser;
    const server = await Server.start({
      template,
      env: {
        GATEWAY: 'onespan-server',
        ONESPAN_SERVER_URLS: oneSpan.soapUrls.join(','),
        ONESPAN_SERVER_CA_FILE: oneSpan.caFile,
        ONESPAN_CLIENT_CERTIFICATE_FILE: oneSpan.clientCertificateFile,
        ONESPAN_CLIENT_KEY_FILE: oneSpan.clientKeyFile,
        ONESPAN_SERVICE_USER: userId,
        ONESPAN_SERVICE_DOMAIN: domain,
        ONESPAN_SERVICE_PASSWORD: password,
        ONESPAN_COMPONENT_TYPE: 'Self-Management Website',
        ONESPAN_GATEWAY_ID: oneSpan.state.options.gatewayId,
        TESSERA_STAFF: `helpdesk-agent:${AGENT.userId}`,
      },
    });
    await use(server);
    await server.dispose();
  },
  phone: async ({ oneSpan }, use) => {
    const phone = new Phone(oneSpan.phoneUrl);
    await use(phone);
    phone.dispose();
  },
});
