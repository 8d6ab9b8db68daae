import type { Role } from '@/lib/accounts/users/role';
import { ACCOUNT_REQUESTS } from '@/lib/helpdesk/service-accounts/account-request';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import type { User } from '@/lib/accounts/users/user';
import { disableAccount } from '@/lib/helpdesk/administration/change-account';
import type { AuditLog } from '@/lib/audit/audit-log';
import type { Database } from '@/lib/database/database';
import { keyedHash } from '@/lib/database/secrets/keyed-hash';
import { PrismaApprovalStore } from '@/lib/database/tables/approvals/prisma-approval-store';
import { makeServiceAccount } from '@/lib/database/tables/service-accounts/make-service-account';
import { PrismaServiceAccountStore } from '@/lib/database/tables/service-accounts/prisma-service-account-store';
import { makeFirstKey } from '@/lib/helpdesk/service-accounts/make-key';
import { requestServiceAccount, type NewServiceAccount } from '@/lib/helpdesk/service-accounts/request-account';
import type { ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import type { ServiceAccountPorts } from '@/lib/helpdesk/service-accounts/service-account-ports';
import type { ServiceKeyText } from '@/lib/helpdesk/service-accounts/service-key';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import type { Result } from '@/lib/shared/result';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { testPersister } from '../test-chain';
import { fakeAdministration } from './fake-administration';
import { ORIGIN } from './fake-activation-ports';
import { FakeClock } from './fake-clock';
import { FakeMailbox } from './fake-mailbox';
import { signedInAs } from './principal';
import { MemoryAuditLog } from './stores/memory-audit-log';
import { MemoryChangeFeed } from './stores/memory-change-feed';
import { MemoryOutbox } from './stores/memory-outbox';
import { MemoryRateLimiter } from './stores/memory-rate-limiter';
import { MemoryServiceAccounts } from './stores/memory-service-accounts';
import { MemorySideEffects } from './stores/memory-side-effects';
import { MemoryUserDirectory } from './stores/memory-user-directory';

const DOMAIN = 'example.org';

const hash = keyedHash('a session secret', 'service account key');

/** The service accounts of one site, and its staff, as one replica has them. */
export type FakeServiceAccounts = {
  ports: ServiceAccountPorts;
  clock: FakeClock;
  audit: AuditLog;
  mailbox: FakeMailbox;
  add: (roles: readonly Role[]) => Promise<User>;
  disable: (user: User) => Promise<void>;
};

const SETTINGS = { publicUrl: 'https://id.example.org', approvalLifetimeMs: HOUR };

export function memoryServiceAccounts(clock = new FakeClock()): FakeServiceAccounts {
  const audit = new MemoryAuditLog(clock);
  const outbox = new MemoryOutbox(audit, new MemoryChangeFeed(), []);
  const users = new MemoryUserDirectory();
  const stores = new MemoryServiceAccounts(new MemorySideEffects(audit, outbox, clock), async ({ userId, domain }) => {
    const user = await users.find(userId, domain);
    return user?.bar === null && user.roles.includes('administrator');
  });
  const rateLimiter = new MemoryRateLimiter(clock);
  const { accounts, approvals } = stores;
  const around = { users, audit, rateLimiter, clock, random: systemRandom, hash, settings: SETTINGS };
  let people = 0;
  return {
    ports: { accounts, approvals, ...around },
    clock,
    audit,
    mailbox: new FakeMailbox(outbox, clock),
    async add(roles) {
      const userId = `person.${(people += 1)}`;
      const mailAddresses = [`${userId}@example.org` as MailAddress];
      const names = { displayName: userId, mailAddresses, language: 'en', group: null } as const;
      await users.add({ userId, domain: DOMAIN, roles, password: 'correct horse battery', ...names });
      const user = await users.find(userId, DOMAIN);
      if (!user) throw new Error(`no ${userId}`);
      return user;
    },
    async disable(user) {
      users.disable(user);
    },
  };
}

export function databaseServiceAccounts(database: Database, clock = new FakeClock()): FakeServiceAccounts {
  const world = fakeAdministration(database, clock);
  const persist = testPersister(clock);
  const { users, audit, random } = world.ports;
  const rateLimiter = new MemoryRateLimiter(clock);
  const accounts = new PrismaServiceAccountStore(database, persist, true);
  const effects = { [ACCOUNT_REQUESTS.name]: makeServiceAccount(true) };
  const approvals = new PrismaApprovalStore(database.client, persist, effects);
  return {
    ports: { accounts, approvals, users, audit, rateLimiter, clock, random, hash, settings: SETTINGS },
    clock,
    audit,
    mailbox: world.mailbox,
    add: (roles) => world.add(roles),
    async disable(user) {
      valueOf(await disableAccount(world.ports, null, user, ORIGIN));
    },
  };
}

/** @throws Error with the refusal's code */
export function valueOf<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

let names = 0;

export function newServiceAccount(clock: FakeClock, given: Partial<NewServiceAccount> = {}): NewServiceAccount {
  const limits = { networks: [], requestsPerMinute: 60, expiresAt: clock.in(90 * DAY) };
  return { name: `System ${(names += 1)}`, scopes: ['user:find', 'user:view'], ...limits, ...given };
}

/** An account that two people made, and its first key. */
export async function madeServiceAccount(
  { ports, clock }: FakeServiceAccounts,
  { administrator, approver }: { administrator: User; approver: User },
  given: Partial<NewServiceAccount> = {},
): Promise<{ id: ServiceAccountId; key: ServiceKeyText }> {
  const asked = newServiceAccount(clock, given);
  const request = valueOf(await requestServiceAccount(ports, signedInAs(administrator), asked, ORIGIN));
  valueOf(await decideApproval(ports, ACCOUNT_REQUESTS, signedInAs(approver), request.id, 'approved', ORIGIN));
  const key = valueOf(await makeFirstKey(ports, signedInAs(administrator), request.subject.accountId, ORIGIN));
  return { id: request.subject.accountId, key };
}
