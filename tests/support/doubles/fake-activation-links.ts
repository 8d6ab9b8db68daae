import type { ActivationLinkPorts } from '@/lib/helpdesk/activation-links/activation-link-ports';
import { StoredResultSigner } from '@/lib/helpdesk/activation-links/stored-result-signer';
import type { ActivationPorts } from '@/lib/activation/activation-ports';
import { PrismaActivationLinkStore } from '@/lib/database/tables/activation-links/prisma-activation-link-store';
import { PrismaResultKeyStore } from '@/lib/database/tables/activation-links/prisma-result-key-store';
import { PrismaServiceAccountStore } from '@/lib/database/tables/service-accounts/prisma-service-account-store';
import type { Database } from '@/lib/database/database';
import { systemRandom } from '@/lib/shared/random';
import { testPersister } from '../test-chain';

export const PUBLIC_URL = 'https://id.example.org';

/** Activation links on a real database, on the clock of the activations. */
export function fakeActivationLinks(
  database: Database,
  activation: ActivationPorts,
  users: ActivationLinkPorts['users'],
): ActivationLinkPorts {
  const { clock, encrypter, audit, rateLimiter } = activation;
  const { client } = database;
  const persist = testPersister(clock);
  return {
    links: new PrismaActivationLinkStore(database, persist),
    accounts: new PrismaServiceAccountStore(database, persist, true),
    users,
    activation,
    signer: new StoredResultSigner({ store: new PrismaResultKeyStore(client), encrypter, clock }, PUBLIC_URL),
    audit,
    rateLimiter,
    clock,
    random: systemRandom,
    settings: { publicUrl: PUBLIC_URL },
  };
}
