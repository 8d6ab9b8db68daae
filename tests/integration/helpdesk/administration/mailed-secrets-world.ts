import type { ProofPorts } from '@/lib/accounts/proofs/check-proofs';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { Role } from '@/lib/accounts/users/role';
import type { User } from '@/lib/accounts/users/user';
import { mailedCodes } from '@/lib/helpdesk/administration/proof-code';
import type { Database } from '@/lib/database/database';
import { keyedHash } from '@/lib/database/secrets/keyed-hash';
import type { PersistSideEffects } from '@/lib/database/side-effects/persist-side-effects';
import { PrismaAccountStore } from '@/lib/database/tables/administration/prisma-account-store';
import { PrismaCodeRequestStore } from '@/lib/database/tables/administration/prisma-code-request-store';
import { PrismaMailedSecretStore } from '@/lib/database/tables/administration/prisma-mailed-secret-store';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { freezeLookup } from '@/lib/database/tables/safety/prisma-freeze-store';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import type { MailContent } from '@/lib/messaging/mail-content';
import type { NewMessage } from '@/lib/messaging/new-message';
import type { MailAddress } from '@/lib/shared/mail-address';
import { DAY } from '@/lib/shared/time/duration';
import { PrismaInvitationStore } from '@/lib/database/tables/invitations/prisma-invitation-store';
import { databaseStores, fakeActivation } from '../../../support/doubles/fake-activation-ports';
import { fakeAccess } from '../../../support/doubles/fake-access-ports';
import type { FakeClock } from '../../../support/doubles/fake-clock';
import { FakeVouchingDevices } from '../../../support/doubles/fake-vouching-devices';
import { MemoryRateLimiter } from '../../../support/doubles/stores/memory-rate-limiter';
import { recordStatements } from '../../../support/databases/record-statements';
import { testAppender, testPersister } from '../../../support/test-chain';

export const DOMAIN = 'example.org';
export const PASSWORD = 'correct horse battery';
export const NEW = 'harbour lamp tortoise violin';
export const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };
export const PARALLEL = 20;
/** Of a password's hash: what is tried is what is done around it. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

export type Replica = Awaited<ReturnType<typeof openReplica>>;

export type MailedSecretsWorld = Awaited<ReturnType<typeof openMailedSecretsWorld>>;

let people = 0;

/** Two replicas of one site, what they mail, and somebody new who has a password. */
export async function openMailedSecretsWorld(databases: readonly [Database, Database], clock: FakeClock) {
  const sent: NewMessage[] = [];
  const here = await openReplica(databases[0], clock, sent);
  const there = await openReplica(databases[1], clock, sent);

  async function add(role: Role = 'user'): Promise<User> {
    const userId = `jane.${(people += 1)}`;
    const mailAddresses = [`${userId}@example.org`, `${userId}@mail.example.net`] as MailAddress[];
    const names = { displayName: 'Jane', language: 'en', group: null, mailAddresses } as const;
    await here.ports.users.add({ userId, domain: DOMAIN, roles: [role], password: PASSWORD, ...names });
    const user = await here.ports.users.find(userId, DOMAIN);
    if (!user) throw new Error(`no ${userId}`);
    return user;
  }

  const jane = await add();

  async function enter({ userId }: User, password = PASSWORD): Promise<SignedIn> {
    const entered = await signIn(there.ports, { userId, password }, ORIGIN);
    if (!entered.ok) throw new Error(entered.refusal);
    return entered.value;
  }

  const contents = (
    kind: 'password-code' | 'lost-phone-code' | 'confirmation-code' | 'account-invitation',
  ): MailContent[] =>
    sent.flatMap((message) =>
      message.channel === 'mail' && message.content.kind === kind ? [message.content as MailContent] : [],
    );

  function codeIn(kind: 'password-code' | 'lost-phone-code' | 'confirmation-code'): string {
    const content = contents(kind).at(-1);
    if (!content || !('code' in content)) throw new Error(`no mail ${kind}`);
    return content.code;
  }

  /** The newest record about Jane comes first. */
  const facts = async (): Promise<string[]> =>
    (await here.ports.audit.listFor(jane, 50)).map(({ event }) => event.type);

  return {
    database: databases[0],
    client: databases[0].client,
    clock,
    here,
    there,
    jane,
    sent,
    add,
    enter,
    contents,
    codeIn,
    facts,
  };
}

/** The use cases as one replica has them. @param sent what it told its outbox */
async function openReplica(opened: Database, clock: FakeClock, sent: NewMessage[]) {
  const { database, statements } = recordStatements(opened);
  const appender = testAppender();
  const save = testPersister(clock, appender);
  const persist: PersistSideEffects = async (transaction, effects) => {
    sent.push(...effects.messages);
    return save(transaction, effects);
  };
  const access = {
    ...(await fakeAccess()),
    users: new PrismaUserDirectory(database, clock, save, [], CHEAP),
    sessions: new PrismaSessionStore(database),
    freezes: freezeLookup(database.sql),
    audit: new PrismaAuditLog(database, clock, appender),
    rateLimiter: new MemoryRateLimiter(clock),
    clock,
  };
  const devices = new FakeVouchingDevices();
  const ports = {
    ...access,
    accounts: new PrismaAccountStore(database, persist, [], CHEAP),
    secrets: new PrismaMailedSecretStore(database.client, persist),
    codeRequests: new PrismaCodeRequestStore(database.client, persist),
    devices,
    invitations: new PrismaInvitationStore(database, persist),
    activation: fakeActivation(databaseStores(database)).ports,
    hash: keyedHash('a session secret', 'mailed secret'),
    settings: { ...access.settings, publicUrl: 'https://tessera.example.org', mailLinks: true },
  };
  const proofs: ProofPorts = {
    ...ports,
    staff: { level: 'strong', isExempt: () => false },
    mailedCodes: mailedCodes(ports),
    probation: { ms: DAY, addressChanges: ports.accounts },
  };
  return { ports, proofs, statements };
}
