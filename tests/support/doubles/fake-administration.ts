import type { AccountPorts } from '@/lib/helpdesk/administration/administration-ports';
import type { CreatePorts } from '@/lib/helpdesk/administration/create-account';
import type { RolePorts } from '@/lib/helpdesk/administration/request-role';
import type { Role } from '@/lib/accounts/users/role';
import type { User } from '@/lib/accounts/users/user';
import { ZxcvbnPasswordEstimator } from '@/lib/server/composition/zxcvbn-password-estimator';
import type { Database } from '@/lib/database/database';
import { keyedHash } from '@/lib/database/secrets/keyed-hash';
import { PrismaAccountStore } from '@/lib/database/tables/administration/prisma-account-store';
import { PrismaMailedSecretStore } from '@/lib/database/tables/administration/prisma-mailed-secret-store';
import { ROLE_REQUESTS } from '@/lib/helpdesk/administration/role-request';
import { GIVE_ROLE } from '@/lib/database/tables/administration/give-role';
import { PrismaApprovalStore } from '@/lib/database/tables/approvals/prisma-approval-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { testPersister } from '../test-chain';
import { FakeClock } from './fake-clock';
import { databaseHelpdeskStores } from './fake-helpdesk-stores';
import { FakeMailbox } from './fake-mailbox';
import { NO_FREEZES } from './no-freezes';
import { MemoryKnownNetworks } from './stores/memory-known-networks';
import { MemoryRateLimiter } from './stores/memory-rate-limiter';

const DOMAIN = 'example.org';

/** Of a password's hash: what is tested is what is done around it. */
export const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

const PASSWORDS = new ZxcvbnPasswordEstimator(['tessera']);

/** What the use cases take that concern accounts alone. */
type Ports = CreatePorts & RolePorts & AccountPorts;

let people = 0;

/** The accounts of one site, as one replica has them, on a clock of their own. */
export function fakeAdministration(database: Database, clock = new FakeClock()) {
  const persist = testPersister(clock);
  const stores = databaseHelpdeskStores(database, clock);
  const users = new PrismaUserDirectory(database, clock, persist, ['board'], CHEAP);
  const accounts = new PrismaAccountStore(database, persist, ['board'], CHEAP);
  const ports: Ports = {
    ...stores,
    freezes: NO_FREEZES,
    users,
    accounts,
    secrets: new PrismaMailedSecretStore(database.client, persist),
    approvals: new PrismaApprovalStore(database.client, persist, { [ROLE_REQUESTS.name]: GIVE_ROLE }),
    rateLimiter: new MemoryRateLimiter(clock),
    knownNetworks: new MemoryKnownNetworks(),
    passwords: PASSWORDS,
    clock,
    random: systemRandom,
    hash: keyedHash('a session secret', 'mailed secret'),
    settings: {
      domain: DOMAIN,
      publicUrl: 'https://id.example.org',
      mailLinks: true,
      sessionLifetimeMs: HOUR,
      stepUpAgeMs: MINUTE,
      staffIdleMs: HOUR,
      approvalLifetimeMs: HOUR,
    },
  };
  return {
    ports,
    stores,
    database,
    accounts,
    clock,
    mailbox: new FakeMailbox(stores.outbox, clock),
    /** Somebody nobody has met yet. */
    async add(roles: readonly Role[] = ['user'], password = 'correct horse battery'): Promise<User> {
      const userId = `person.${(people += 1)}`;
      const mailAddresses = [`${userId}@example.org` as MailAddress];
      const names = { displayName: userId, mailAddresses, language: 'en', group: null } as const;
      await users.add({ userId, domain: DOMAIN, roles, password, ...names });
      const user = await users.find(userId, DOMAIN);
      if (!user) throw new Error(`no ${userId}`);
      return user;
    },
    facts: async (user: User) => (await stores.audit.listFor(user, 20)).map(({ event }) => event),
  };
}

export type FakeAdministration = ReturnType<typeof fakeAdministration>;
