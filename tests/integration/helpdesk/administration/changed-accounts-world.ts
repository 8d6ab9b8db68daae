import type { Session } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { Role } from '@/lib/accounts/users/role';
import type { User } from '@/lib/accounts/users/user';
import { RecentPolls } from '@/lib/activation/following/recent-polls';
import type { SettlePorts } from '@/lib/helpdesk/administration/settle-account';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { Database } from '@/lib/database/database';
import { messageAppender } from '@/lib/database/side-effects/append-messages';
import { sideEffectPersister } from '@/lib/database/side-effects/persist-side-effects';
import { PrismaAccountStore } from '@/lib/database/tables/administration/prisma-account-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { PrismaPollFacts } from '@/lib/database/tables/activation/prisma-poll-facts';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { fakeHelpdesk, onDatabase } from '../../../support/doubles/fake-helpdesk-ports';
import { MemoryKnownNetworks } from '../../../support/doubles/stores/memory-known-networks';
import { MemoryRateLimiter } from '../../../support/doubles/stores/memory-rate-limiter';
import { testAppender, testPersister } from '../../../support/test-chain';

export const DOMAIN = 'example.org';
export const PASSWORD = 'correct horse battery';
/** Of a password's hash: what is raced for is what is done around it. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

export type Replica = Awaited<ReturnType<typeof openReplica>>;

export type ChangedAccountsWorld = Awaited<ReturnType<typeof openChangedAccountsWorld>>;

let people = 0;

/** The accounts of one site, as two replicas have them. */
export async function openChangedAccountsWorld([first, second]: readonly [Database, Database]) {
  const here = await openReplica(first);
  const there = first === second ? here : await openReplica(second);

  async function add(roles: Role[] = ['user'], userId = `person.${(people += 1)}`): Promise<User> {
    const names = { displayName: userId, mailAddresses: [], language: 'en', group: null } as const;
    await here.access.users.add({ userId, domain: DOMAIN, roles, password: PASSWORD, ...names });
    const user = await here.access.users.find(userId, DOMAIN);
    if (!user) throw new Error(`no ${userId}`);
    return user;
  }

  async function enter(user: User): Promise<Session> {
    const entered = await signIn(there.access, { userId: user.userId, password: PASSWORD }, ORIGIN);
    if (!entered.ok) throw new Error(entered.refusal);
    return entered.value.session;
  }

  const bar = async ({ userId }: User) => (await there.access.users.find(userId, DOMAIN))?.bar;

  return { here, there, add, enter, bar };
}

/** Accounts as one replica has them. */
async function openReplica(database: Database) {
  const desk = await fakeHelpdesk(onDatabase(database));
  const keyRing = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(7) }]);
  const persist = sideEffectPersister(messageAppender(keyRing, systemRandom, []), systemClock, testAppender());
  const ports: SettlePorts = {
    ...desk.ports,
    clock: systemClock,
    accounts: new PrismaAccountStore(database, persist, ['board']),
  };
  const access = {
    ...desk.ports,
    clock: systemClock,
    users: new PrismaUserDirectory(database, systemClock, testPersister(systemClock), [], CHEAP),
    rateLimiter: new MemoryRateLimiter(systemClock),
    knownNetworks: new MemoryKnownNetworks(),
    settings: { domain: DOMAIN, sessionLifetimeMs: HOUR, stepUpAgeMs: MINUTE, staffIdleMs: HOUR },
  };
  const polls = new RecentPolls(new PrismaPollFacts(database.sql, systemClock, null, HOUR), database.changeFeed);
  return { database, desk, ports, access, polls, persist };
}
