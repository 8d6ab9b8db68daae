import { beforeAll, expect, it, vi } from 'vitest';
import { generatePasskeyId, type Passkey } from '@/lib/accounts/passkeys/passkey';
import { generateRecoveryCode } from '@/lib/accounts/recovery/recovery-code';
import { addressesVersion, changeOwnAddresses } from '@/lib/helpdesk/administration/change-details';
import { PrismaAccountStore } from '@/lib/database/tables/administration/prisma-account-store';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { MailAddress } from '@/lib/shared/mail-address';
import { SlowHashes } from '@/lib/database/secrets/slow-hashes';
import { PrismaPasskeyStore } from '@/lib/database/tables/accounts/prisma-passkey-store';
import { PrismaRecoveryCodeStore } from '@/lib/database/tables/accounts/prisma-recovery-code-store';
import { testAppender, testPersister } from '../../support/test-chain';
import { changePassword } from '@/lib/accounts/sign-in/change-password';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { PhoneSignInPorts } from '@/lib/accounts/account-ports';
import { finishPhoneSignIn } from '@/lib/accounts/phone-sign-in/finish-phone-sign-in';
import type { PhoneChallenge } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import type { OpenPorts } from '@/lib/helpdesk/invitations/invitation-ports';
import { enterByInvitation } from '@/lib/helpdesk/invitations/enter-by-invitation';
import type { BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { accept } from '@/lib/shared/result';
import { invitationInEveryState } from '../../support/doubles/fake-invitations';
import { signOutEverywhere } from '@/lib/accounts/sessions/sign-out';
import type { Database } from '@/lib/database/database';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { freezeLookup } from '@/lib/database/tables/safety/prisma-freeze-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { systemClock } from '@/lib/shared/time/clock';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { forEachPairOfReplicas } from '../../support/databases/databases';
import { JANE } from '../../support/doubles/fake-access-ports';
import { MemoryAuditLog } from '../../support/doubles/stores/memory-audit-log';
import { MemoryKnownNetworks } from '../../support/doubles/stores/memory-known-networks';
import { MemoryRateLimiter } from '../../support/doubles/stores/memory-rate-limiter';
import { newSession } from '../../support/new-session';
import { rounds } from '../../support/rounds';

const ROUNDS = rounds(24, 100);
const BROWSER_SECRET = 'secret of a browser' as BrowserSecret;
const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };
/** Of a password's hash: what is raced for is what is done around it. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** Signing in as one replica has it. */
function replica(database: Database) {
  return {
    users: new PrismaUserDirectory(database, systemClock, testPersister(systemClock), [], CHEAP),
    sessions: new PrismaSessionStore(database),
    passkeys: new PrismaPasskeyStore(database.client),
    freezes: freezeLookup(database.sql),
    rateLimiter: new MemoryRateLimiter(systemClock),
    knownNetworks: new MemoryKnownNetworks(),
    audit: new MemoryAuditLog(systemClock),
    clock: systemClock,
    random: systemRandom,
    passwords: { isGuessable: () => Promise.resolve(false) },
    settings: { domain: JANE.domain, sessionLifetimeMs: HOUR, stepUpAgeMs: MINUTE, staffIdleMs: HOUR },
  };
}

function laptop(createdAt: Date): Passkey {
  return {
    id: generatePasskeyId(systemRandom),
    userId: JANE.userId,
    domain: JANE.domain,
    number: 1,
    credentialId: generatePasskeyId(systemRandom),
    userHandle: 'handle',
    publicKey: 'key',
    counter: 0,
    aaguid: '',
    transports: [],
    isBackupEligible: false,
    isBackedUp: false,
    name: 'Laptop',
    createdAt,
    trustedFrom: null,
    lastUsedAt: null,
  };
}

/** @param proofAt when the phone was asked */
function enterByPhone(ports: ReturnType<typeof replica>, proofAt: Date) {
  const owner = { userId: JANE.userId, domain: JANE.domain, instanceId: 'VDS1000042-1' };
  const challenge = { state: 'approved', reader: owner, openedAt: proofAt } as PhoneChallenge;
  const gateway = { observe: async () => challenge, redeem: async () => accept(owner) };
  const devices = { mayVouch: async () => true };
  const phoneSignIn = { ...ports, gateway, devices } as unknown as PhoneSignInPorts;
  return finishPhoneSignIn(phoneSignIn, BROWSER_SECRET, ORIGIN);
}

/** @param proofAt when the invitation was opened */
function enterByOwnInvitation(ports: ReturnType<typeof replica>, proofAt: Date) {
  const endsAt = new Date(proofAt.getTime() + HOUR);
  const invitation = { ...invitationInEveryState(JANE.userId).opened, openedAt: proofAt, endsAt };
  const invitations = { findByBrowser: async () => invitation };
  return enterByInvitation({ ...ports, invitations } as unknown as OpenPorts, BROWSER_SECRET, ORIGIN);
}

forEachPairOfReplicas((_kind, open) => {
  let here: ReturnType<typeof replica>;
  let there: ReturnType<typeof replica>;
  let database: Database;
  let client: Database['client'];
  let current: string = JANE.password;

  beforeAll(async () => {
    const [first, second] = await open();
    database = first;
    ({ client } = database);
    [here, there] = [replica(first), replica(second)];
    await here.users.add(JANE);
  });

  const valid = async () => {
    const rows = await client.session.findMany({ where: { userId: JANE.userId, revokedAt: null } });
    return rows.map(({ id }) => id);
  };

  it('threat: no session that was opened with the old password outlives its change', { timeout: 120_000 }, async () => {
    const own = await signIn(here, JANE, ORIGIN);
    if (!own.ok) throw new Error(own.refusal);
    for (let round = 0; round < ROUNDS; round++) {
      const next = `plum kettle violin number ${round}`;
      const enter = async () => {
        // So that the sign-in is at another point of the change each time.
        for (let statement = 0; statement < round % 12; statement++) await there.sessions.epochOf(JANE);
        return signIn(there, { userId: JANE.userId, password: current }, ORIGIN);
      };
      const [changed] = await Promise.all([
        changePassword(here, own.value, { current, new: next, again: next }, ORIGIN),
        enter(),
      ]);
      expect(changed).toEqual({ ok: true, value: null });
      expect(await valid(), `round ${round}`).toEqual([own.value.session.id]);
      there.rateLimiter = new MemoryRateLimiter(systemClock);
      current = next;
    }
    await signOutEverywhere(here, own.value, ORIGIN);
  });

  it('threat: a sign-in that stands between its check and its session is refused', async () => {
    const own = await signIn(here, { ...JANE, password: current }, ORIGIN);
    if (!own.ok) throw new Error(own.refusal);
    const next = 'harbour lamp tortoise';
    const interruptions = [
      () => changePassword(here, own.value, { current, new: next, again: next }, ORIGIN),
      () => signOutEverywhere(here, own.value, ORIGIN),
    ];
    for (const interrupt of interruptions) {
      const verify = there.users.verifyPassword.bind(there.users);
      vi.spyOn(there.users, 'verifyPassword').mockImplementationOnce(async (...typed) => {
        const user = await verify(...typed);
        await interrupt();
        return user;
      });
      const entered = await signIn(there, { ...JANE, password: current }, ORIGIN);
      expect(entered).toEqual({ ok: false, refusal: 'invalid-credentials' });
      current = next;
    }
    expect(await valid()).toEqual([]);
  });

  it.each([
    ['a phone', enterByPhone],
    ['an invitation', enterByOwnInvitation],
  ])(
    'threat: no session opened by %s outlives the end of all: by a password, a report, a freeze or the helpdesk',
    { timeout: 120_000 },
    async (_way, enter) => {
      const own = newSession(JANE, systemClock.now());
      await here.sessions.create(own, await here.sessions.epochOf(JANE));
      let isCurrent = true;
      const change = async () => {
        const ending = { epoch: await here.sessions.epochOf(JANE), except: own.id };
        isCurrent = await here.users.changePassword(JANE, `${current} ${Math.random()}`, ending);
      };
      const endAll = () => here.sessions.revokeAll(JANE.userId, JANE.domain, own.id, systemClock.now());
      for (let round = 0; round < ROUNDS; round++) {
        const proofAt = systemClock.now();
        const entering = async () => {
          for (let statement = 0; statement < round % 6; statement++) await there.sessions.epochOf(JANE);
          return enter(there, proofAt);
        };
        const ending = round % 2 === 0 ? change : endAll;
        const [entered] = await (round % 4 < 2
          ? Promise.all([entering(), ending()])
          : Promise.all([ending(), entering()]).then(([, first]) => [first]));
        expect(isCurrent).toBe(true);
        expect(await valid(), `round ${round}, entered ${entered?.ok}`).toEqual([own.id]);
      }
      await endAll();
      await here.sessions.revoke(own.id, systemClock.now());
    },
  );

  it('threat: no session whose person was checked before outlives the end of all', { timeout: 120_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const epoch = await there.sessions.epochOf(JANE);
      const now = systemClock.now();
      const session = newSession(JANE, now);
      const end = () => here.sessions.revokeAll(JANE.userId, JANE.domain, null, now);
      await Promise.all(
        round % 2 === 0
          ? [there.sessions.create(session, epoch), end()]
          : [end(), there.sessions.create(session, epoch)],
      );
      expect(await valid(), `round ${round}`).toEqual([]);
    }
  });

  it('threat: addresses are changed while the session is open, or not at all', { timeout: 120_000 }, async () => {
    const accounts = new PrismaAccountStore(database, testPersister(systemClock, testAppender()), []);
    const ports = { ...there, accounts };
    const ends = [
      (now: Date) => here.sessions.revokeAll(JANE.userId, JANE.domain, null, now),
      async () => {
        const ending = { epoch: await here.sessions.epochOf(JANE), except: null };
        expect(await here.users.changePassword(JANE, `${current} ${Math.random()}`, ending)).toBe(true);
      },
      async (at: Date) => {
        const change = { user: JANE, by: null, at, sideEffects: { events: [], messages: [] } };
        expect((await accounts.disable(change)).ok).toBe(true);
        expect((await accounts.enable(change)).ok).toBe(true);
      },
    ];
    const user = await here.users.find(JANE.userId, JANE.domain);
    if (!user) throw new TypeError('she is there');
    const stored = async () => (await accounts.find(JANE))?.user.mailAddresses;
    let before = user.mailAddresses;
    for (let round = 0; round < ROUNDS / 2; round++) {
      const now = systemClock.now();
      const session = newSession(JANE, now);
      await here.sessions.create(session, await here.sessions.epochOf(JANE));
      const signedIn: SignedIn = { user, scope: { kind: 'full' }, session };
      const shown = addressesVersion({ ...user, mailAddresses: before });
      const change = (name: string) => {
        const mailAddresses = [`${name}.${round}@example.org` as MailAddress];
        return changeOwnAddresses(ports, signedIn, { mailAddresses, shown }, ORIGIN);
      };
      const end = ends[round % ends.length];
      const [changed] = await (round % 2 === 0
        ? Promise.all([change('jane'), end?.(now)])
        : Promise.all([end?.(now), change('jane')]).then(([, first]) => [first]));
      before = changed?.ok ? [`jane.${round}@example.org` as MailAddress] : before;
      expect(await stored(), `round ${round}`).toEqual(before);
      expect(await change('thief'), `round ${round}`).toEqual({ ok: false, refusal: 'signed-out' });
      expect(await stored(), `round ${round}`).toEqual(before);
    }
  });

  it(
    'threat: no passkey or recovery code that a session was making outlives the end of all',
    { timeout: 120_000 },
    async () => {
      const codes = new PrismaRecoveryCodeStore(
        client,
        testPersister(systemClock, testAppender()),
        new SlowHashes(CHEAP),
      );
      const ends = {
        'their end': (now: Date) => here.sessions.revokeAll(JANE.userId, JANE.domain, null, now),
        'a new password': async () => {
          const ending = { epoch: await here.sessions.epochOf(JANE), except: null };
          expect(await here.users.changePassword(JANE, `${current} ${Math.random()}`, ending)).toBe(true);
        },
      };
      for (let round = 0; round < ROUNDS / 2; round++) {
        const now = systemClock.now();
        const session = newSession(JANE, now);
        await here.sessions.create(session, await here.sessions.epochOf(JANE));
        const passkey = laptop(now);
        const made = { ...generateRecoveryCode(systemRandom), madeAt: now };
        const end = round % 2 === 0 ? ends['their end'] : ends['a new password'];
        // Each is written while the session is open, or not at all.
        const [added, kept] = await Promise.all([
          there.passkeys.add(passkey, { id: session.id, now }),
          codes.keep(JANE, made, session.id, [], null),
          end(now),
        ]);
        expect((await there.passkeys.list(JANE)).length, `round ${round}`).toBe(added.ok ? 1 : 0);
        expect((await codes.find(JANE)) !== null, `round ${round}`).toBe(kept.ok);
        expect(await there.passkeys.add({ ...passkey, number: 2 }, { id: session.id, now })).toMatchObject({
          ok: false,
        });
        await client.passkey.deleteMany();
        await client.recoveryCode.deleteMany();
      }
    },
  );
});
