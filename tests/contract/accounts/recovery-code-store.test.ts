import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateSessionId, type SessionId } from '@/lib/accounts/sessions/session';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { newSession } from '../../support/new-session';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { generateRecoveryCode } from '@/lib/accounts/recovery/recovery-code';
import type { RecoveryCodeStore } from '@/lib/accounts/recovery/recovery-code-store';
import type { ActivationStore } from '@/lib/activation/activation-store';
import type { Database } from '@/lib/database/database';
import { SlowHashes } from '@/lib/database/secrets/slow-hashes';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import { PrismaRecoveryCodeStore } from '@/lib/database/tables/accounts/prisma-recovery-code-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase, forEachPairOfReplicas } from '../../support/databases/databases';
import { JANE } from '../../support/doubles/fake-access-ports';
import { memoryStores } from '../../support/doubles/fake-activation-ports';
import { activationInEveryState, at } from '../../support/doubles/fake-activations';
import type { MemoryActivationStore } from '../../support/doubles/stores/memory-activation-store';
import { testAppender, testPersister } from '../../support/test-chain';
import { rounds } from '../../support/rounds';

/** What is raced for is what is done around the hash. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const ROUNDS = rounds(10, 50);

type Stores = {
  codes: RecoveryCodeStore;
  activations: ActivationStore;
  enter: (user: UserKey) => Promise<SessionId>;
  /** Whether a session has the proof of a recovery code. */
  hasProof: (session: SessionId) => Promise<boolean>;
};

let people = 0;

function storesOf(database: Database): Stores {
  const appender = testAppender();
  const persist = testPersister(systemClock, appender);
  const sessions = new PrismaSessionStore(database);
  return {
    enter: async (user) => {
      const session = newSession(user, at(0));
      await sessions.create(session, await sessions.epochOf(user));
      return session.id;
    },
    hasProof: async (session) => (await sessions.find(session, at(0)))?.proofs['recovery-code'] !== undefined,
    codes: new PrismaRecoveryCodeStore(database.client, persist, new SlowHashes(CHEAP)),
    activations: new PrismaActivationStore(database, systemClock, appender, persist),
  };
}

const enterNowhere = async (user: UserKey) => newSession(user, at(0)).id;

/** What every adapter of the port `RecoveryCodeStore` does, and starting with a code. @param open stores, not empty */
function recoveryCodeStoreContract(open: () => Stores): void {
  let stores: Stores;
  let user: { userId: string; domain: string };

  beforeEach(() => {
    stores = open();
    user = { userId: `recoverer ${(people += 1)}`, domain: 'example.org' };
  });

  async function keep() {
    const made = { ...generateRecoveryCode(systemRandom), madeAt: at(0) };
    expect(await stores.codes.keep(user, made, await stores.enter(user), [], null)).toEqual({ ok: true, value: null });
    return made;
  }

  const start = async (recoveryCode: Awaited<ReturnType<typeof keep>>['id'], session?: SessionId) => {
    const { requested } = activationInEveryState(user.userId);
    const recovered = { ...requested, isRecovery: true };
    const from = { session: session ?? (await stores.enter(user)), recoveryCode, voucher: null };
    return stores.activations.create(recovered, null, at(30), [], from);
  };

  it('the store returns when a code was made, to its own user only', async () => {
    expect(await stores.codes.find(user)).toBeNull();
    await keep();
    expect(await stores.codes.find(user)).toEqual({ madeAt: at(0) });
    expect(await stores.codes.find({ ...user, domain: 'elsewhere' })).toBeNull();
  });

  it('a code is verified for its own user only', async () => {
    const { id, code } = await keep();
    expect(await stores.codes.verify(user, code)).toBe(id);
    expect(await stores.codes.verify({ ...user, domain: 'elsewhere' }, code)).toBeNull();
    expect(await stores.codes.verify(user, generateRecoveryCode(systemRandom).code)).toBeNull();
  });

  it('a new code replaces the user’s old one', async () => {
    const first = await keep();
    const second = await keep();
    expect(await stores.codes.verify(user, first.code)).toBeNull();
    expect(await start(first.id)).toEqual({ ok: false, refusal: 'recovery-code-used' });
    expect((await start(second.id)).ok).toBe(true);
  });

  it('a code can be removed once, and is then not verified', async () => {
    const { id, code } = await keep();
    expect(await stores.codes.remove(user, [])).toBe(true);
    expect(await stores.codes.remove(user, [])).toBe(false);
    expect(await stores.codes.verify(user, code)).toBeNull();
    expect(await start(id)).toEqual({ ok: false, refusal: 'recovery-code-used' });
  });

  it('a start consumes the recovery code and is marked as a recovery', async () => {
    const { id, code } = await keep();
    expect((await start(id)).ok).toBe(true);
    expect(await stores.activations.findPending(user)).toMatchObject({ isRecovery: true });
    expect(await stores.codes.find(user)).toBeNull();
    expect(await stores.codes.verify(user, code)).toBeNull();
  });

  it('the start’s own session may see the image for the code, and no other session may', async () => {
    const { id } = await keep();
    const [own, other] = [await stores.enter(user), await stores.enter(user)];
    expect((await start(id, own)).ok).toBe(true);
    expect([await stores.hasProof(own), await stores.hasProof(other)]).toEqual([true, false]);
  });

  it('a code survives a start that is refused, and proves nothing to its session', async () => {
    const { id } = await keep();
    const session = await stores.enter(user);
    const { requested } = activationInEveryState(user.userId);
    await stores.activations.create(requested, null, at(30), []);
    expect(await start(id, session)).toEqual({ ok: false, refusal: 'already-pending' });
    expect(await stores.codes.find(user)).not.toBeNull();
    expect(await stores.hasProof(session)).toBe(false);
  });

  it('a session that continues a pending activation consumes the code, once', async () => {
    const { id: recoveryCode } = await keep();
    const [own, late] = [await stores.enter(user), await stores.enter(user)];
    const { requested } = activationInEveryState(user.userId);
    await stores.activations.create(requested, null, at(30), []);
    const goOn = (session: SessionId) =>
      stores.activations.goOn(requested, { session, recoveryCode, voucher: null }, []);
    expect(await goOn(own)).toEqual({ ok: true, value: null });
    expect(await stores.codes.find(user)).toBeNull();
    expect(await goOn(late)).toEqual({ ok: false, refusal: 'recovery-code-used' });
    expect([await stores.hasProof(own), await stores.hasProof(late)]).toEqual([true, false]);
  });
}

describe('in memory', () => {
  recoveryCodeStoreContract(() => {
    const activations = memoryStores(systemClock).store as MemoryActivationStore;
    const proved = new Set<SessionId>();
    activations.prove = async (session) => void proved.add(session);
    const hasProof = async (session: SessionId) => proved.has(session);
    return { codes: activations.recoveryCodes, activations, enter: enterNowhere, hasProof };
  });
});

forEachDatabase((_name, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });

  recoveryCodeStoreContract(() => storesOf(database));

  it('the database holds an argon2id hash, never the code', async () => {
    const user = { userId: 'hashed', domain: 'example.org' };
    const made = { ...generateRecoveryCode(systemRandom), madeAt: at(0) };
    const { codes, enter } = storesOf(database);
    await codes.keep(user, made, await enter(user), [], null);
    const row = await database.client.recoveryCode.findUniqueOrThrow({ where: { userId_domain: user } });
    expect(row.codeHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(row)).not.toContain(made.code);
  });

  it('a code is deleted with its account, so that a reused user ID does not inherit it', async () => {
    await new PrismaUserDirectory(database, systemClock, testPersister(systemClock), [], CHEAP).add(JANE);
    const { codes, enter } = storesOf(database);
    await codes.keep(JANE, { ...generateRecoveryCode(systemRandom), madeAt: at(0) }, await enter(JANE), [], null);
    await database.client.user.deleteMany({ where: { userId: JANE.userId } });
    expect(await codes.find(JANE)).toBeNull();
  });
});

forEachPairOfReplicas((_kind, open) => {
  it(
    `threat: one code in two concurrent starts: each of ${ROUNDS} pairs starts one activation and mails once`,
    { timeout: 60_000 },
    async () => {
      const [here, there] = await open();
      const replicas = [storesOf(here), storesOf(there)];
      for (let round = 0; round < ROUNDS; round++) {
        const user = { userId: `raced ${round}`, domain: 'example.org' };
        const made = { ...generateRecoveryCode(systemRandom), madeAt: at(0) };
        await replicas[0]?.codes.keep(user, made, await storesOf(here).enter(user), [], null);
        // Of two users, so that a user's one pending activation is not what stops the second.
        const starts = replicas.map(({ activations }, index) => {
          const { requested } = activationInEveryState(index === 0 ? user.userId : `${user.userId}, elsewhere`);
          const context = {
            actor: { kind: 'system' },
            subject: user,
            correlationId: 'request',
            address: null,
          } as const;
          const used = { type: 'recovery-code-used', activationId: requested.id, ...context } as const;
          return activations.create({ ...requested, isRecovery: true }, null, at(30), [used], {
            session: generateSessionId(systemRandom),
            recoveryCode: made.id,
            voucher: null,
          });
        });
        const outcomes = await Promise.all(starts);
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
        expect(outcomes).toContainEqual({ ok: false, refusal: 'recovery-code-used' });
        expect(await here.client.outboxMessage.count({ where: { destination: user.userId } })).toBe(1);
      }
    },
  );
});
