import { beforeAll, beforeEach, expect, it } from 'vitest';
import { generatePasskeyId, type Passkey } from '@/lib/accounts/passkeys/passkey';
import { generateRecoveryCode } from '@/lib/accounts/recovery/recovery-code';
import type { SessionId } from '@/lib/accounts/sessions/session';
import type { Activation } from '@/lib/activation/activation';
import type { Database } from '@/lib/database/database';
import { SlowHashes } from '@/lib/database/secrets/slow-hashes';
import { PrismaBackupVouchers } from '@/lib/database/tables/accounts/prisma-backup-vouchers';
import { PrismaPasskeyStore } from '@/lib/database/tables/accounts/prisma-passkey-store';
import { PrismaRecoveryCodeStore } from '@/lib/database/tables/accounts/prisma-recovery-code-store';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { MINUTE } from '@/lib/shared/time/duration';
import { forEachDatabase, forEachPairOfReplicas } from '../../support/databases/databases';
import { activationInEveryState, at } from '../../support/doubles/fake-activations';
import { newSession } from '../../support/new-session';
import { rounds } from '../../support/rounds';
import { testAppender, testPersister } from '../../support/test-chain';

const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const ROUNDS = rounds(10, 50);
const NOTHING = { recoveryCode: null, voucher: null };
const USED = { ok: false, refusal: 'voucher-used' };
const DONE = { ok: true, value: null };

/** Longer than a device takes from its start to its end. */
const LATER = at(600);
const SINCE = new Date(LATER.getTime() - 15 * MINUTE);

let people = 0;

function storesOf(database: Database) {
  const appender = testAppender();
  const persist = testPersister(systemClock, appender);
  const activations = new PrismaActivationStore(database, systemClock, appender, persist);
  const passkeys = new PrismaPasskeyStore(database.client);
  const codes = new PrismaRecoveryCodeStore(database.client, persist, new SlowHashes(CHEAP));
  const sessions = new PrismaSessionStore(database);
  return {
    activations,
    passkeys,
    codes,
    sessions,
    vouchers: new PrismaBackupVouchers(database, persist),
    async enter(user: UserKey): Promise<SessionId> {
      const session = newSession(user, at(0));
      await sessions.create(session, await sessions.epochOf(user));
      return session.id;
    },
    /** Activates a device in a session. */
    async activate(user: UserKey, session: SessionId): Promise<ActivationId> {
      const { requested, active } = activationInEveryState(user.userId);
      await activations.create(requested, null, at(30), [], { session, ...NOTHING });
      await activations.save({ ...active, version: 2 }, []);
      return active.id;
    },
    startSecond(user: UserKey, session: SessionId, voucher: ActivationId) {
      const { requested } = activationInEveryState(user.userId);
      const start = activations.create(requested, null, at(30), [], { session, recoveryCode: null, voucher });
      return { id: requested.id, start };
    },
    end(activation: Activation) {
      return activations.save(activation, []);
    },
    makeCode(user: UserKey, session: SessionId, voucher: ActivationId) {
      return codes.keep(user, { ...generateRecoveryCode(systemRandom), madeAt: at(1) }, session, [], voucher);
    },
    addPasskey(user: UserKey, session: SessionId, voucher: ActivationId, changes: Partial<Passkey> = {}) {
      return passkeys.add({ ...passkeyOf(user), ...changes }, { id: session, now: at(1) }, voucher);
    },
  };
}

function passkeyOf({ userId, domain }: UserKey): Passkey {
  const id = generatePasskeyId(systemRandom);
  return {
    id,
    userId,
    domain,
    number: 1,
    credentialId: id,
    userHandle: 'handle',
    publicKey: 'key',
    counter: 0,
    aaguid: '',
    transports: [],
    isBackupEligible: false,
    isBackedUp: false,
    name: 'Laptop',
    createdAt: at(0),
    trustedFrom: null,
    lastUsedAt: null,
  };
}

forEachDatabase((_name, open) => {
  let stores: ReturnType<typeof storesOf>;
  let user: UserKey;
  let own: SessionId;
  let other: SessionId;
  let voucher: ActivationId;

  beforeAll(async () => {
    stores = storesOf(await open());
  });

  beforeEach(async () => {
    user = { userId: `vouched for ${(people += 1)}`, domain: 'example.org' };
    own = await stores.enter(user);
    other = await stores.enter(user);
    voucher = await stores.activate(user, own);
  });

  it('threat: another session of the same user, stolen or not: a device vouches in the session alone that started it', async () => {
    expect(await stores.vouchers.find(own, SINCE)).toMatchObject({ activationId: voucher, vouchedFor: null });
    expect(await stores.vouchers.find(other, SINCE)).toBeNull();
    expect(await stores.addPasskey(user, other, voucher)).toEqual({ ok: false, refusal: 'changed-meanwhile' });
    expect(await stores.makeCode(user, other, voucher)).toEqual(USED);
    expect(await stores.startSecond(user, other, voucher).start).toEqual(USED);
    expect(await stores.vouchers.find(own, SINCE)).not.toBeNull();
  });

  it('a device vouches for as long after its activation as is asked', async () => {
    const active = await stores.activations.find(voucher, user.domain);
    if (active?.state !== 'active') throw new Error('it is not active');
    const { endedAt } = active;
    expect(await stores.vouchers.find(own, new Date(endedAt.getTime() - 1))).not.toBeNull();
    expect(await stores.vouchers.find(own, endedAt)).toBeNull();
  });

  it('threat: a second use: what a device has vouched for leaves nothing for anything else', async () => {
    expect(await stores.addPasskey(user, own, voucher)).toEqual(DONE);
    expect(await stores.vouchers.find(own, SINCE)).toBeNull();
    expect(await stores.makeCode(user, own, voucher)).toEqual(USED);
    expect(await stores.startSecond(user, own, voucher).start).toEqual(USED);
    expect(await stores.codes.find(user)).toBeNull();
    expect(await stores.activations.findPending(user)).toBeNull();
  });

  it('a backup that cannot be stored leaves the voucher as it was', async () => {
    const stored = passkeyOf({ ...user, userId: `${user.userId}, elsewhere` });
    await stores.passkeys.add(stored, { id: other, now: at(1) });
    const again = await stores.addPasskey(user, own, voucher, { credentialId: stored.credentialId });
    expect(again).toEqual({ ok: false, refusal: 'already-registered' });
    expect(await stores.vouchers.find(own, SINCE)).not.toBeNull();
    expect(await stores.makeCode(user, own, voucher)).toEqual(DONE);
  });

  it('a second device uses the voucher up with its start, and only in that session may its image be seen', async () => {
    const { id, start } = stores.startSecond(user, own, voucher);
    expect(await start).toEqual(DONE);
    expect(await stores.vouchers.find(own, SINCE)).toMatchObject({ vouchedFor: id });
    expect(await stores.makeCode(user, own, voucher)).toEqual(USED);
    const proofs = async (session: SessionId) => (await stores.sessions.find(session, at(0)))?.proofs;
    expect(await proofs(own)).toHaveProperty('activated-device');
    expect(await proofs(other)).toEqual({});
  });

  it('a second device that never came gives the voucher back, and one that works does not', async () => {
    const { requested, cancelled, active } = activationInEveryState(user.userId);
    const from = { session: own, recoveryCode: null, voucher };
    await stores.activations.create(requested, null, at(30), [], from);
    await stores.end({ ...cancelled, version: 2 });
    expect(await stores.vouchers.find(own, SINCE)).toMatchObject({ activationId: voucher, vouchedFor: null });
    const next = { ...requested, id: activationInEveryState(user.userId).requested.id };
    expect(await stores.activations.create(next, null, at(30), [], from)).toEqual(DONE);
    await stores.end({ ...active, id: next.id, version: 2 });
    expect((await stores.vouchers.find(own, SINCE))?.activationId).not.toBe(voucher);
    expect(await stores.makeCode(user, own, voucher)).toEqual(USED);
  });

  it('threat: a chain of devices: one that was vouched for vouches for none', async () => {
    const { requested, active } = activationInEveryState(user.userId);
    await stores.activations.create(requested, null, at(30), [], { session: own, recoveryCode: null, voucher });
    await stores.end({ ...active, version: 2 });
    expect(await stores.vouchers.find(own, SINCE)).toBeNull();
    expect(await stores.makeCode(user, own, active.id)).toEqual(USED);
  });

  it('threat: a thief starts what the owner scans: a device whose image two sessions saw vouches in neither', async () => {
    await stores.vouchers.confine(voucher, own);
    expect(await stores.vouchers.find(own, SINCE)).not.toBeNull();
    await stores.vouchers.confine(voucher, other);
    expect(await stores.vouchers.find(own, SINCE)).toBeNull();
    expect(await stores.vouchers.find(other, SINCE)).toBeNull();
  });

  it('threat: a helpdesk invitation binds two devices: what it granted vouches for none', async () => {
    const { requested } = activationInEveryState(`${user.userId}, invited`);
    const invited = { ...requested, invitationId: `inv-${'1'.repeat(32)}` as typeof requested.invitationId };
    await stores.activations.create(invited, null, at(30), [], { session: other, ...NOTHING });
    const { active } = activationInEveryState(invited.userId);
    await stores.end({ ...active, id: invited.id, invitationId: invited.invitationId, version: 2 });
    expect(await stores.vouchers.find(other, SINCE)).toBeNull();
    expect(await stores.makeCode(user, other, invited.id)).toEqual(USED);
  });

  it('what a device vouched for is taken back once, with its events', async () => {
    const taken: unknown[] = [];
    const takeBack = () => stores.vouchers.takeBack(voucher, (backup) => (taken.push(backup), []));
    expect(await takeBack()).toBeNull();
    await stores.addPasskey(user, own, voucher);
    expect(await takeBack()).toBeNull();
    expect(await stores.passkeys.list(user)).toEqual([]);
    expect(await takeBack()).toBeNull();
    expect(taken).toEqual([{ passkey: { id: expect.stringMatching(/^psk-/), name: 'Laptop' } }]);
  });

  it('a recovery code that a device vouched for is taken back, and not one that took its place', async () => {
    await stores.makeCode(user, own, voucher);
    const later = { ...generateRecoveryCode(systemRandom), madeAt: at(2) };
    await stores.codes.keep(user, later, own, [], null);
    await stores.vouchers.takeBack(voucher, () => []);
    expect(await stores.codes.find(user)).not.toBeNull();
    await stores.codes.remove(user, []);
    voucher = await stores.activate(user, own);
    await stores.makeCode(user, own, voucher);
    await stores.vouchers.takeBack(voucher, () => []);
    expect(await stores.codes.find(user)).toBeNull();
  });
});

forEachPairOfReplicas((_kind, open) => {
  it(
    `threat: one voucher in three concurrent requests: each of ${ROUNDS} devices vouches for one backup`,
    { timeout: 60_000 },
    async () => {
      const [here, there] = (await open()).map(storesOf);
      if (!here || !there) throw new Error('there are no replicas');
      for (let round = 0; round < ROUNDS; round++) {
        const user = { userId: `vouched round ${round}`, domain: 'example.org' };
        const session = await here.enter(user);
        const voucher = await here.activate(user, session);
        const outcomes = await Promise.all([
          there.addPasskey(user, session, voucher),
          here.makeCode(user, session, voucher),
          there.startSecond(user, session, voucher).start,
        ]);
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
        const kept = [
          (await here.passkeys.list(user)).length,
          (await here.codes.find(user)) ? 1 : 0,
          (await here.activations.findPending(user)) ? 1 : 0,
        ];
        expect(kept).toEqual(outcomes.map(({ ok }) => (ok ? 1 : 0)));
      }
    },
  );
});
