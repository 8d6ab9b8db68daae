import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { KnownBrowserId } from '@/lib/accounts/sign-in/known-networks';
import type { RequestOrigin } from '@/lib/shared/request-origin';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';

const ORIGIN: RequestOrigin = { correlationId: 'request', address: '192.0.2.1' };
const INVALID = { ok: false, refusal: 'invalid-credentials' };
const TOO_MANY = { ok: false, refusal: 'too-many-attempts' };

function from(address: string | null): RequestOrigin {
  return { ...ORIGIN, address };
}

describe('signing in', () => {
  let ports: Awaited<ReturnType<typeof fakeAccess>>;
  let addresses = 0;

  beforeEach(async () => {
    ports = await fakeAccess();
  });

  const anywhere = () => from(`2001:db8:${(addresses += 1)}::1`);
  const attempt = (userId: string, password: string, origin = anywhere(), browser: KnownBrowserId | null = null) =>
    signIn(ports, { userId, password }, origin, browser);
  async function guessFromAnywhere(): Promise<void> {
    for (let count = 0; count < 32; count++) await attempt('jane.doe', 'wrong');
    expect(await attempt('jane.doe', JANE.password)).toEqual(TOO_MANY);
  }
  const failures = () => ports.audit.records.map(({ event }) => event).filter(({ type }) => type === 'sign-in-failed');

  it('the right password opens a session for as long as the settings say', async () => {
    const signedIn = await attempt('Jane.Doe ', JANE.password);
    if (!signedIn.ok) throw new Error(signedIn.refusal);
    const { session, user } = signedIn.value;
    expect(user).not.toHaveProperty('password');
    expect(await ports.sessions.find(session.id, ports.clock.in(8 * HOUR - 1))).toEqual(session);
    expect(session).toMatchObject({ userId: 'jane.doe', proofs: { password: ports.clock.now() } });
    expect(ports.audit.records.at(-1)?.event).toMatchObject({
      type: 'sign-in-succeeded',
      actor: { kind: 'user', userId: 'jane.doe' },
    });
  });

  it('a session keeps the browser in words and a shortened address', async () => {
    const signedIn = await attempt('jane.doe', JANE.password, { ...from('203.0.113.77'), browser: 'Chrome on Linux' });
    if (!signedIn.ok) throw new Error(signedIn.refusal);
    expect(signedIn.value.session.trace).toEqual({ browser: 'Chrome on Linux', network: '203.0.113.0/24' });
    expect(ports.audit.records.at(-1)?.event).toMatchObject({ browser: 'Chrome on Linux' });
  });

  it('a sign-in from a new browser is recorded, except the account’s very first', async () => {
    // In the same network, which others may share.
    for (const browser of [null, null, 'known' as KnownBrowserId])
      expect((await attempt('jane.doe', JANE.password, from('192.0.2.1'), browser)).ok).toBe(true);
    const isNew = ports.audit.records.map(({ event }) => 'isNewBrowser' in event && event.isNewBrowser);
    expect(isNew).toEqual([false, true, false]);
  });

  it('a session ID is unique and cannot be guessed', async () => {
    const names = new Set<string>();
    for (let count = 0; count < 5; count++) {
      const signedIn = await attempt('jane.doe', JANE.password);
      if (signedIn.ok) names.add(signedIn.value.session.id);
    }
    expect(names.size).toBe(5);
    for (const name of names) expect(name).toMatch(/^ses-[0-9a-f]{64}$/);
  });

  it.each([
    ['a wrong password', 'jane.doe', 'wrong'],
    ['no password', 'jane.doe', ''],
    ['a password that is too long', 'jane.doe', JANE.password.padEnd(10_000, 'x')],
    ['an unknown user', 'nobody', JANE.password],
    ['no user', '', JANE.password],
    ['a user ID that is too long', 'j'.repeat(10_000), JANE.password],
    ['a user ID with a control character', 'jane\u0000.doe', JANE.password],
    ['a user ID with half a character', 'jane\ud83d.doe', JANE.password],
  ])(
    'a sign-in with %s gets the same answer, checks one password, and is recorded',
    async (_name, userId, password) => {
      expect(await attempt(userId, password)).toEqual(INVALID);
      expect(ports.users.checks).toBe(1);
      expect(failures()).toHaveLength(1);
    },
  );

  it('a failed sign-in records the account, if it exists', async () => {
    await attempt('JANE.DOE', 'wrong');
    await attempt('nobody', 'wrong');
    expect(failures()).toEqual([
      expect.objectContaining({
        claimedUserId: 'jane.doe',
        subject: { userId: 'jane.doe', domain: 'example.org' },
        actor: { kind: 'anonymous' },
      }),
      expect.objectContaining({ claimedUserId: 'nobody', subject: null }),
    ]);
  });

  it('a failed sign-in records at most as much of a user ID as an account can have', async () => {
    await attempt(`${'j'.repeat(254)}😀😀`, 'wrong');
    const [failure] = failures();
    if (failure?.type !== 'sign-in-failed') throw new Error('not recorded');
    expect(failure.claimedUserId.length).toBeLessThanOrEqual(255);
    expect(failure.claimedUserId).not.toMatch(/\p{Cs}/u);
  });

  it('a sign-in never records a password', async () => {
    await attempt('jane.doe', 'canary-wrong-password');
    await attempt('jane.doe', JANE.password);
    expect(JSON.stringify(ports.audit.records)).not.toMatch(/canary-wrong-password|correct horse/);
  });

  describe('is limited', () => {
    it.each([
      ['an account', 'jane.doe'],
      ['an account that does not exist', 'nobody'],
    ])('sign-ins are limited to thirty guesses at %s, from all networks together', async (_name, userId) => {
      for (let count = 0; count < 30; count++) expect(await attempt(userId, 'wrong')).toEqual(INVALID);
      expect(await attempt(userId, JANE.password)).toEqual(TOO_MANY);
      expect(ports.users.checks).toBe(30);
    });

    it('every way to type the same user ID is counted together', async () => {
      const spellings = ['jane.doe', 'JANE.DOE', ' jane.doe', 'jane.doe\t', ' Jane.Doe  '];
      for (let count = 0; count < 30; count++) await attempt(spellings[count % 5] ?? '', 'wrong');
      for (const spelling of spellings) expect(await attempt(spelling, JANE.password)).toEqual(TOO_MANY);
    });

    it('sign-ins are limited to sixty attempts from one address, at any accounts', async () => {
      for (let count = 0; count < 60; count++) {
        expect(await attempt(`user ${count}`, 'wrong', from('192.0.2.7'))).toEqual(INVALID);
      }
      expect(await attempt('jane.doe', JANE.password, from('192.0.2.7'))).toEqual(TOO_MANY);
      expect((await attempt('jane.doe', JANE.password, from('192.0.2.8'))).ok).toBe(true);
    });

    it.each([
      ['one /64', 60, (count: number) => `2001:db8::${count.toString(16)}`],
      ['one /56', 240, (count: number) => `2001:db8:0:${(count % 256).toString(16)}::1`],
      ['one /48', 960, (count: number) => `2001:db8:0:${(count * 64).toString(16)}::1`],
    ])('threat: addresses from all over %s: to %i attempts', async (_name, allowed, address) => {
      for (let count = 0; count < allowed; count++)
        expect(await attempt(`user ${count}`, 'wrong', from(address(count)))).toEqual(INVALID);
      expect(await attempt('jane.doe', JANE.password, from(address(allowed)))).toEqual(TOO_MANY);
      expect((await attempt('jane.doe', JANE.password, from('2001:db8:1::1'))).ok).toBe(true);
    });

    it('the limit of an address does not count sign-ins that succeed', async () => {
      for (let count = 0; count < 61; count++)
        expect((await attempt('jane.doe', JANE.password, from('192.0.2.9'))).ok).toBe(true);
      for (let count = 0; count < 60; count++)
        expect(await attempt(`user ${count}`, 'wrong', from('192.0.2.9'))).toEqual(INVALID);
      expect(await attempt('jane.doe', JANE.password, from('192.0.2.9'))).toEqual(TOO_MANY);
    });

    it('sign-ins are limited for a quarter of an hour', async () => {
      for (let count = 0; count < 31; count++) await attempt('jane.doe', 'wrong');
      ports.clock.pass(15 * MINUTE - 1);
      expect(await attempt('jane.doe', JANE.password)).toEqual(TOO_MANY);
      ports.clock.pass(1);
      expect((await attempt('jane.doe', JANE.password)).ok).toBe(true);
    });

    it('a success resets the limit of the account', async () => {
      for (let round = 0; round < 3; round++) {
        for (let count = 0; count < 9; count++) expect(await attempt('jane.doe', 'wrong')).toEqual(INVALID);
        expect((await attempt('jane.doe', JANE.password)).ok).toBe(true);
      }
    });

    it('sign-ins are limited by account where no address is known', async () => {
      for (let count = 0; count < 10; count++) await attempt('jane.doe', 'wrong', from(null));
      expect(await attempt('jane.doe', JANE.password, from(null))).toEqual(TOO_MANY);
    });
  });

  describe('threat: a lock-out: wrong passwords from anywhere', () => {
    const HOME = from('198.51.100.7');
    const KNOWN = 'a-known-browser' as KnownBrowserId;

    it('threat: a lock-out: wrong passwords from anywhere do not block a browser that has signed in before', async () => {
      await guessFromAnywhere();
      expect((await attempt('jane.doe', JANE.password, anywhere(), KNOWN)).ok).toBe(true);
    });

    it('threat: a lock-out: guesses from a shared network do not block a browser that has signed in before', async () => {
      for (let count = 0; count < 70; count++) await attempt(`user ${count}`, 'wrong', HOME);
      await guessFromAnywhere();
      expect(await attempt('jane.doe', JANE.password, HOME)).toEqual(TOO_MANY);
      expect((await attempt('jane.doe', JANE.password, HOME, KNOWN)).ok).toBe(true);
    });

    it('threat: a lock-out: wrong passwords do not block a network that the user signed in from within a month', async () => {
      expect((await attempt('jane.doe', JANE.password, HOME)).ok).toBe(true);
      await guessFromAnywhere();
      expect((await attempt('JANE.DOE ', JANE.password, HOME)).ok).toBe(true);
      ports.clock.pass(30 * DAY);
      await guessFromAnywhere();
      expect(await attempt('jane.doe', JANE.password, HOME)).toEqual(TOO_MANY);
    });

    it('a network is known for that person alone', async () => {
      await ports.users.add({ ...JANE, userId: 'john.roe' });
      expect((await attempt('john.roe', JANE.password, HOME)).ok).toBe(true);
      await guessFromAnywhere();
      expect(await attempt('jane.doe', JANE.password, HOME)).toEqual(TOO_MANY);
    });

    it('a failed sign-in makes no network known', async () => {
      await attempt('jane.doe', 'wrong', HOME);
      await guessFromAnywhere();
      expect(await attempt('jane.doe', JANE.password, HOME)).toEqual(TOO_MANY);
    });

    it('guesses are limited in a known browser and from a known network all the same', async () => {
      expect((await attempt('jane.doe', JANE.password, HOME)).ok).toBe(true);
      for (let count = 0; count < 10; count++) {
        expect(await attempt('jane.doe', 'wrong', HOME)).toEqual(INVALID);
        expect(await attempt('jane.doe', 'wrong', HOME, KNOWN)).toEqual(INVALID);
      }
      expect(await attempt('jane.doe', JANE.password, HOME)).toEqual(TOO_MANY);
      expect(await attempt('jane.doe', JANE.password, HOME, KNOWN)).toEqual(TOO_MANY);
      expect((await attempt('jane.doe', JANE.password)).ok).toBe(true);
    });
  });

  describe('threat: online guessing (NIST SP 800-63B-4 §3.2.2): in a day', () => {
    it('a hundred passwords of an account are looked at, however often its owner signs in meanwhile', async () => {
      for (let quarter = 0; quarter < 24 * 4; quarter++) {
        for (let count = 0; count < 10; count++) await attempt('jane.doe', 'wrong');
        await attempt('jane.doe', JANE.password);
        ports.clock.pass(15 * MINUTE - 1_000);
      }
      const wrong = failures().filter(
        (event) => event.type === 'sign-in-failed' && event.reason === 'invalid-credentials',
      );
      expect(wrong).toHaveLength(100);
    });

    it('a hundred more in all known browsers together, and from all known networks together', async () => {
      const homes = Array.from({ length: 15 }, (_, at) => from(`198.51.100.${at}`));
      for (const home of homes) expect((await attempt('jane.doe', JANE.password, home)).ok).toBe(true);
      ports.audit.records.length = 0;
      for (const [at, home] of homes.entries())
        for (let count = 0; count < 10; count++) {
          await attempt('jane.doe', 'wrong', home);
          await attempt('jane.doe', 'wrong', home, `browser ${at}` as KnownBrowserId);
        }
      const wrong = failures().filter(
        (event) => event.type === 'sign-in-failed' && event.reason === 'invalid-credentials',
      );
      expect(wrong).toHaveLength(200);
    });
  });

  it('threat: a flood of limited sign-ins: one record, and nothing looked up', async () => {
    for (let count = 0; count < 30; count++) await attempt('jane.doe', 'wrong');
    const find = vi.spyOn(ports.users, 'find');
    const checks = ports.users.checks;
    for (let count = 0; count < 1_000; count++) expect(await attempt('jane.doe', JANE.password)).toEqual(TOO_MANY);
    const limited = failures().filter(
      (event) => event.type === 'sign-in-failed' && event.reason === 'too-many-attempts',
    );
    expect(limited).toHaveLength(1);
    expect(find).toHaveBeenCalledTimes(1);
    expect(ports.users.checks).toBe(checks);
  });
});
