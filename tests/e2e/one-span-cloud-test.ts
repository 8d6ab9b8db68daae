import { Phone } from '../support/phone';
import type { OneSpanOptions } from '../support/onespan/one-span-options';
import { startOneSpanServer, type OneSpanServer } from '../support/onespan/start-one-span-server';
import { PASSWORD, Server } from '../support/server';
import type { Account } from './accounts';
import { test as shared } from './test';

/** Another one than the site's own would be. */
const DOMAIN = 'tenant-domain';

/** Accounts that the site makes for itself: people do not come from the cloud. */
export const JANE: Account = { userId: 'jane.doe', password: PASSWORD };
export const HELPDESK: Account = { userId: 'helpdesk', password: PASSWORD };

/** A site at a tenant of OneSpan Cloud Authentication, and phones that call where the cloud wants them to. */
export const test = shared.extend<{ oneSpanOptions: Partial<OneSpanOptions>; oneSpan: OneSpanServer }>({
  oneSpanOptions: [{}, { option: true }],
  oneSpan: async ({ oneSpanOptions }, use) => {
    const oneSpan = await startOneSpanServer({ clientCertificate: true, defaultDomain: DOMAIN, ...oneSpanOptions });
    await use(oneSpan);
    await oneSpan.close();
  },
  server: async ({ oneSpan }, use) => {
    const server = await Server.start({
      env: {
        GATEWAY: 'onespan-cloud',
        ONESPAN_CLOUD_URL: oneSpan.cloudUrl,
        ONESPAN_CLOUD_CA_FILE: oneSpan.caFile,
        ONESPAN_CLOUD_CERTIFICATE_FILE: oneSpan.clientCertificateFile,
        ONESPAN_CLOUD_KEY_FILE: oneSpan.clientKeyFile,
        ONESPAN_CLOUD_DOMAIN: DOMAIN,
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
