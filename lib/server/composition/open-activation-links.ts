import type { AccountPorts } from '../../accounts/account-ports';
import type { ActivationLinkPorts } from '../../helpdesk/activation-links/activation-link-ports';
import { StoredResultSigner } from '../../helpdesk/activation-links/stored-result-signer';
import type { ActivationPorts } from '../../activation/activation-ports';
import type { PersistSideEffects } from '../../database/side-effects/persist-side-effects';
import { PrismaActivationLinkStore } from '../../database/tables/activation-links/prisma-activation-link-store';
import { PrismaResultKeyStore } from '../../database/tables/activation-links/prisma-result-key-store';
import type { ServiceAccountPorts } from '../../helpdesk/service-accounts/service-account-ports';
import type { Installation } from './installation';

export function openActivationLinks(
  { config, database, keyRing }: Pick<Installation, 'config' | 'database' | 'keyRing'>,
  { users, audit, rateLimiter, clock, random }: AccountPorts,
  persist: PersistSideEffects,
  activation: ActivationPorts,
  { accounts }: ServiceAccountPorts,
): ActivationLinkPorts {
  const store = new PrismaResultKeyStore(database.client);
  const issuer = new URL(config.publicUrl).origin;
  return {
    links: new PrismaActivationLinkStore(database, persist),
    accounts,
    users,
    activation,
    signer: new StoredResultSigner({ store, encrypter: keyRing, clock }, issuer),
    audit,
    rateLimiter,
    clock,
    random,
    settings: { publicUrl: config.publicUrl },
  };
}
