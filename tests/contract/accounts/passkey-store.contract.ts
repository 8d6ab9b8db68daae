import { beforeEach, describe, expect, it } from 'vitest';
import { generatePasskeyId, type Passkey } from '@/lib/accounts/passkeys/passkey';
import type { PasskeyChallenge, PasskeyStore } from '@/lib/accounts/passkeys/passkey-store';
import type { OpenSession } from '@/lib/accounts/sessions/session';
import type { SessionStore } from '@/lib/accounts/sessions/session-store';
import type { PasswordChanger, UserAdder, UserDirectory } from '@/lib/accounts/users/user-directory';
import { systemRandom } from '@/lib/shared/random';
import { MINUTE } from '@/lib/shared/time/duration';
import { JANE } from '../../support/doubles/fake-access-ports';
import { FakeClock } from '../../support/doubles/fake-clock';
import { newSession } from '../../support/new-session';

const clock = new FakeClock();
const now = clock.now();
let people = 0;

const challenge = (changes: Partial<PasskeyChallenge> = {}): PasskeyChallenge => ({
  challenge: `challenge ${(people += 1)}`,
  purpose: 'registration',
  holder: 'holder',
  expiresAt: clock.in(5 * MINUTE),
  registration: { number: 3, userHandle: 'handle' },
  ...changes,
});

export const LAPTOP = {
  number: 1,
  userHandle: 'handle',
  publicKey: 'key',
  counter: 0,
  aaguid: '',
  transports: [],
  isBackupEligible: false,
  isBackedUp: false,
  name: 'Laptop',
  createdAt: now,
  trustedFrom: null,
  lastUsedAt: null,
};

export type PasskeyStores = {
  store: PasskeyStore;
  users: UserDirectory & UserAdder & PasswordChanger;
  sessions: SessionStore;
};

/** What every adapter of the port `PasskeyStore` does. @param open gives stores, which need not be empty */
export function passkeyStoreContract(open: () => Promise<PasskeyStores>): void {
  let { store, users, sessions } = {} as PasskeyStores;
  let person: { userId: string; domain: string };
  let within: OpenSession;

  beforeEach(async () => {
    ({ store, users, sessions } = await open());
    person = { userId: `person ${(people += 1)}`, domain: JANE.domain };
    const session = newSession(person, now);
    await sessions.create(session, await sessions.epochOf(person));
    within = { id: session.id, now };
  });

  const passkey = (number: number, changes: Partial<Passkey> = {}): Passkey => ({
    ...person,
    id: generatePasskeyId(systemRandom),
    number,
    credentialId: `credential ${person.userId} ${number}`,
    userHandle: 'handle',
    publicKey: 'key',
    counter: 0,
    aaguid: '00000000-0000-0000-0000-000000000000',
    transports: ['internal'],
    isBackupEligible: true,
    isBackedUp: false,
    name: `Laptop ${number}`,
    createdAt: now,
    trustedFrom: null,
    lastUsedAt: null,
    ...changes,
  });

  async function add(number: number, changes: Partial<Passkey> = {}): Promise<Passkey> {
    const added = passkey(number, changes);
    expect(await store.add(added, within)).toEqual({ ok: true, value: null });
    return added;
  }

  const turnOff = async () => users.turnOff(person, { epoch: await sessions.epochOf(person), except: within.id });

  it('the store finds a passkey by its credential and lists it among those of its user', async () => {
    const second = await add(2, { counter: 2 ** 32 - 1, transports: [] });
    const first = await add(1);
    expect(await store.find(second.credentialId)).toEqual(second);
    expect(await store.list(person)).toEqual([first, second]);
    expect(await store.list({ ...person, domain: 'elsewhere' })).toEqual([]);
    expect(await store.find('never added')).toBeNull();
  });

  it('threat: a session that has ended leaves no passkey behind', async () => {
    await sessions.revoke(within.id, now);
    expect(await store.add(passkey(1), within)).toEqual({ ok: false, refusal: 'changed-meanwhile' });
    expect(await store.list(person)).toEqual([]);
  });

  it('threat: a credential is registered twice, also by another user', async () => {
    const { credentialId } = await add(1);
    const refused = { ok: false, refusal: 'already-registered' };
    expect(await store.add(passkey(2, { credentialId }), within)).toEqual(refused);
    expect(await store.add(passkey(1, { credentialId, userId: `${person.userId} too` }), within)).toEqual(refused);
  });

  it('threat: two registrations at once: of two with the same number one is added', async () => {
    const added = await Promise.all(
      ['a', 'b'].map((credentialId) =>
        store.add(passkey(1, { credentialId: `${credentialId} ${person.userId}` }), within),
      ),
    );
    expect(added).toContainEqual({ ok: true, value: null });
    expect(added).toContainEqual({ ok: false, refusal: 'changed-meanwhile' });
  });

  it('a use whose counter has grown is recorded', async () => {
    const { id, credentialId } = await add(1, { counter: 5 });
    expect(await store.recordUse(id, { counter: 6, isBackedUp: true, at: clock.in(MINUTE) })).toBe(true);
    expect(await store.find(credentialId)).toMatchObject({
      counter: 6,
      isBackedUp: true,
      lastUsedAt: clock.in(MINUTE),
    });
  });

  it.each([
    [5, 5],
    [5, 4],
    [5, 0],
  ])(
    'threat: a copied authenticator: after the counter %d it refuses %d, and keeps what it has',
    async (kept, sent) => {
      const known = await add(1, { counter: kept });
      expect(await store.recordUse(known.id, { counter: sent, isBackedUp: true, at: now })).toBe(false);
      expect(await store.find(known.credentialId)).toEqual(known);
    },
  );

  it('a counter that stays at 0 is accepted, as of an authenticator that does not count', async () => {
    const { id } = await add(1);
    for (let use = 0; use < 2; use++)
      expect(await store.recordUse(id, { counter: 0, isBackedUp: false, at: now })).toBe(true);
  });

  it('only one of two concurrent uses with the same counter is recorded', async () => {
    const { id } = await add(1, { counter: 5 });
    const use = { counter: 6, isBackedUp: false, at: now };
    const recorded = await Promise.all([store.recordUse(id, use), store.recordUse(id, use)]);
    expect(recorded.filter(Boolean)).toEqual([true]);
  });

  it('the store renames and removes only the user’s own passkeys', async () => {
    const known = await add(1);
    const stranger = { ...person, userId: `${person.userId} too` };
    expect(await store.rename(stranger, known.id, 'Mine now')).toBe(false);
    expect(await store.remove(stranger, known.id)).toEqual({ ok: false, refusal: 'not-found' });
    expect(await store.rename(person, known.id, 'Work')).toBe(true);
    expect(await store.remove(person, known.id)).toEqual({ ok: true, value: { ...known, name: 'Work' } });
    expect(await store.list(person)).toEqual([]);
  });

  describe('without a password', () => {
    beforeEach(async () => {
      await users.add({ ...JANE, ...person });
    });

    it('an account needs two passkeys', async () => {
      await add(1);
      expect(await turnOff()).toBe('too-few-passkeys');
      expect(await users.isOff(person)).toBe(false);
      expect(await users.verifyPassword(person.userId, person.domain, JANE.password)).not.toBeNull();
      await add(2);
      expect(await turnOff()).toBe('turned-off');
      expect(await users.isOff(person)).toBe(true);
    });

    it('no password is right while sign-in by password is off, until one is set', async () => {
      await add(1);
      await add(2);
      await turnOff();
      for (const password of [JANE.password, ''])
        expect(await users.verifyPassword(person.userId, person.domain, password)).toBeNull();
      const ending = { epoch: await sessions.epochOf(person), except: null };
      expect(await users.changePassword(person, 'harbour lamp tortoise', ending)).toBe(true);
      expect(await users.isOff(person)).toBe(false);
      expect(await users.verifyPassword(person.userId, person.domain, 'harbour lamp tortoise')).not.toBeNull();
    });

    it('the password is not turned off if all sessions were ended meanwhile', async () => {
      await add(1);
      await add(2);
      const epoch = await sessions.epochOf(person);
      await sessions.revokeAll(person.userId, person.domain, null, now);
      expect(await users.turnOff(person, { epoch, except: null })).toBe('other-epoch');
      expect(await users.isOff(person)).toBe(false);
    });

    it('the last passkey stays, also when the last two are removed at once', async () => {
      const [first, second] = [await add(1), await add(2)];
      await turnOff();
      const removed = await Promise.all([store.remove(person, first.id), store.remove(person, second.id)]);
      expect(removed).toContainEqual({ ok: false, refusal: 'last-passkey' });
      expect(await store.list(person)).toHaveLength(1);
    });

    it('threat: a passkey that is removed while the password is turned off leaves a way in', async () => {
      for (let round = 0; round < 10; round++) {
        const { id } = await add(2 * round + 1);
        if (round === 0) await add(2);
        await Promise.all([turnOff(), store.remove(person, id)]);
        expect((await store.list(person)).length).toBeGreaterThan(0);
        const ending = { epoch: await sessions.epochOf(person), except: within.id };
        await users.changePassword(person, JANE.password, ending);
      }
    });
  });

  describe('a challenge', () => {
    it('a challenge can be consumed once, by one of two concurrent callers', async () => {
      for (const kept of [challenge(), challenge({ purpose: 'sign-in', registration: null })]) {
        await store.keepChallenge(kept);
        const taken = await Promise.all([1, 2].map(() => store.takeChallenge(kept.challenge, 'holder')));
        expect(taken).toContainEqual(kept);
        expect(taken).toContainEqual(null);
      }
    });

    it('a challenge is neither returned to another holder nor consumed by the attempt', async () => {
      const kept = challenge();
      await store.keepChallenge(kept);
      expect(await store.takeChallenge(kept.challenge, 'another')).toBeNull();
      expect(await store.takeChallenge(kept.challenge, 'holder')).toEqual(kept);
    });

    it('expired challenges are deleted by the purge', async () => {
      const [old, young] = [challenge({ expiresAt: clock.in(-1) }), challenge()];
      await store.keepChallenge(old);
      await store.keepChallenge(young);
      await store.purgeChallenges(now);
      expect(await store.takeChallenge(old.challenge, 'holder')).toBeNull();
      expect(await store.takeChallenge(young.challenge, 'holder')).toEqual(young);
    });
  });
}
