import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountPorts } from '@/lib/accounts/account-ports';
import { openSession } from '@/lib/accounts/sessions/open-session';
import { perClaimedPerson, perNetwork } from '@/lib/accounts/sign-in/limits';
import type { User } from '@/lib/accounts/users/user';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { GatewayError } from '@/lib/activation/gateway-error';
import { delegateDirectory, EVERYTHING } from '@/lib/devices/authenticator-directory';
import { finishLocks } from '@/lib/devices/locks/finish-locks';
import { findCaseByReference } from '@/lib/helpdesk/desk/cases/open-cases';
import { CASE_HELD_MS, freezeHeld, lockHeld, readHeldCase } from '@/lib/helpdesk/safety/lost-phone/held-case';
import { reportWithPassword } from '@/lib/helpdesk/safety/lost-phone/report-with-password';
import { reportNotMe } from '@/lib/helpdesk/safety/notices/report-not-me';
import { generateBrowserSecret, type BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { HOUR } from '@/lib/shared/time/duration';
import { fakeAccess } from '../../../support/doubles/fake-access-ports';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { PASSWORD, type FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../support/doubles/fake-mailbox';

const unanswered = () => Promise.reject(new GatewayError('unreachable', 'not-sent'));

/** What somebody does who is not signed in and has lost a phone. @param current gives the world */
export function lostPhoneSuite(current: () => FakeHelpdesk): void {
  describe('a lost phone', () => {
    let world: FakeHelpdesk;
    let accounts: AccountPorts;
    let jane: User;
    let holder: BrowserSecret;
    let origin: typeof ORIGIN;
    let addresses = 0;

    beforeEach(async () => {
      world = current();
      const { users, sessions, freezes, audit, clock, rateLimiter } = world.ports;
      const access = await fakeAccess();
      accounts = { ...access, users, sessions, freezes, audit, clock, rateLimiter };
      jane = await world.newcomer();
      holder = generateBrowserSecret(systemRandom);
      origin = { ...ORIGIN, address: `198.51.102.${(addresses += 1)}` };
    });

    const report = (userId = jane.userId, password = PASSWORD, by = holder) =>
      reportWithPassword(world.ports, accounts, { userId, password }, { holder: by, knownBrowser: null }, origin);
    async function reported() {
      const result = await report();
      if (!result.ok) throw new Error(result.refusal);
      return result.value;
    }
    const devices = async () =>
      (await world.fake.directory.list(jane)).map(({ name, state }) => `${name}: ${state}`).toReversed();
    const typesOf = async () => (await world.ports.audit.listFor(jane, 50)).map(({ event }) => event.type);

    it('the only phone is locked by user ID and password in one press, and all sessions end', async () => {
      await world.activate(jane, 'Pixel 9');
      const epoch = await world.ports.sessions.epochOf(jane);
      const settings = { sessionLifetimeMs: HOUR };
      const fact = { type: 'sign-in-succeeded' } as const;
      const signedIn = await openSession({ ...world.ports, settings }, jane, fact, origin, epoch);
      const opened = await reported();
      expect(opened).toMatchObject({ about: 'lost-phone', proof: 'password', locked: [{ name: 'Pixel 9' }] });
      expect(await devices()).toEqual(['Pixel 9: locked']);
      const now = world.ports.clock.now();
      expect(signedIn && (await world.ports.sessions.find(signedIn.session.id, now))).toBeNull();
      expect(await findCaseByReference(world.ports, jane.domain, opened.reference)).toMatchObject({
        userId: jane.userId,
        proof: 'password',
        locked: ['Pixel 9'],
        state: 'open',
      });
      expect((await typesOf()).slice(0, 2).toSorted()).toEqual(['lost-device-locked', 'phone-reported-lost']);
    });

    it('of several phones none is locked before its owner has chosen, one or all', async () => {
      const first = await world.activate(jane, 'Pixel 9');
      await world.activate(jane, 'Tablet');
      await world.activate(jane, 'Old phone');
      expect((await reported()).locked).toEqual([]);
      expect(await devices()).toEqual(['Pixel 9: active', 'Tablet: active', 'Old phone: active']);
      const one = await lockHeld(world.ports, holder, first.instanceId, origin);
      expect(one).toMatchObject({ ok: true, value: { locked: [{ name: 'Pixel 9' }] } });
      expect(await devices()).toEqual(['Pixel 9: locked', 'Tablet: active', 'Old phone: active']);
      await lockHeld(world.ports, holder, null, origin);
      expect(await devices()).toEqual(['Pixel 9: locked', 'Tablet: locked', 'Old phone: locked']);
      const held = await readHeldCase(world.ports, holder);
      expect(held?.opened.locked.map(({ name }) => name).toSorted()).toEqual(['Old phone', 'Pixel 9', 'Tablet']);
    });

    it('a second press in the same browser leads to the same case', async () => {
      await world.activate(jane);
      const { reference } = await reported();
      expect((await reported()).reference).toBe(reference);
    });

    it('a phone that turns up is unlocked for the cause of its own lock, and a freeze is not', async () => {
      const { instanceId } = await world.activate(jane, 'Pixel 9');
      await reported();
      const unlock = () => changeAuthenticator(world.ports, jane, instanceId, { kind: 'unlock' }, origin);
      expect(await unlock()).toEqual({ ok: true, value: null });
      expect(await devices()).toEqual(['Pixel 9: active']);
      expect(await freezeHeld(world.ports, holder, origin)).toEqual({ ok: true, value: null });
      expect(await unlock()).toEqual({ ok: false, refusal: 'held' });
    });

    it('a freeze from the page of a lost phone goes on with the same case', async () => {
      await world.activate(jane, 'Pixel 9');
      const { reference } = await reported();
      expect(await freezeHeld(world.ports, holder, origin)).toEqual({ ok: true, value: null });
      expect(await world.ports.freezes.findStanding(jane)).toMatchObject({ frozenBy: 'lost-phone' });
      expect(await findCaseByReference(world.ports, jane.domain, reference)).toMatchObject({ about: 'frozen' });
      expect(await readHeldCase(world.ports, holder)).toMatchObject({ isFrozen: true, opened: { reference } });
      const { notice } = await world.mailbox.newestNotice(jane.userId, 'frozen');
      expect(notice).toMatchObject({ reference });
    });

    it('a lost phone whose gateway fails in the moment of the lock is locked by the round', async () => {
      await world.activate(jane, 'Pixel 9');
      world.directory.isReachable = false;
      expect((await reported()).locked).toMatchObject([{ name: 'Pixel 9' }]);
      expect(await devices()).toEqual(['Pixel 9: active']);
      world.directory.isReachable = true;
      await finishLocks(world.ports, (error) => expect.unreachable(String(error)), new AbortController().signal);
      expect(await devices()).toEqual(['Pixel 9: locked']);
    });

    it('a case is opened and a freeze begins where the gateway does not say which phones there are', async () => {
      const { instanceId } = await world.activate(jane, 'Pixel 9');
      const ports = { ...world.ports, directory: delegateDirectory(world.directory, { list: unanswered }) };
      const browser = { holder, knownBrowser: null };
      const typed = { userId: jane.userId, password: PASSWORD };
      expect(await reportWithPassword(ports, accounts, typed, browser, origin)).toMatchObject({ ok: true });
      expect(await readHeldCase(ports, holder)).toMatchObject({ devices: null, opened: { locked: [] } });
      const refused = { ok: false, refusal: 'gateway-unreachable' };
      expect(await lockHeld(ports, holder, instanceId, origin)).toEqual(refused);
      expect(await freezeHeld(ports, holder, origin)).toEqual({ ok: true, value: null });
      expect(await world.watch()).toEqual([]);
      expect(await devices()).toEqual(['Pixel 9: locked']);
    });

    it('threat: one password removes a phone where the gateway cannot lock: nothing is removed', async () => {
      const { instanceId } = await world.activate(jane, 'Pixel 9');
      const lockless = { ...EVERYTHING, lock: 'not-offered' } as const;
      const ports = { ...world.ports, directory: delegateDirectory(world.directory, { capabilities: lockless }) };
      const browser = { holder, knownBrowser: null };
      const result = await reportWithPassword(
        ports,
        accounts,
        { userId: jane.userId, password: PASSWORD },
        browser,
        origin,
      );
      expect(result).toMatchObject({ ok: true, value: { locked: [] } });
      expect(await lockHeld(ports, holder, instanceId, origin)).toEqual({ ok: false, refusal: 'not-offered' });
      expect(await devices()).toEqual(['Pixel 9: active']);
    });

    it('threat: an unknown user gets the answer of a wrong password, and neither locks anything', async () => {
      await world.activate(jane, 'Pixel 9');
      const wrong = { ok: false, refusal: 'invalid-credentials' };
      expect(await report(jane.userId, 'not the password')).toEqual(wrong);
      expect(await report('nobody.at.all', PASSWORD)).toEqual(wrong);
      expect(await devices()).toEqual(['Pixel 9: active']);
      expect(await readHeldCase(world.ports, holder)).toBeNull();
      expect((await typesOf())[0]).toBe('lost-phone-refused');
    });

    it('threat: the password is guessed where a phone is reported lost: a few times for each user ID and network', async () => {
      for (const budget of perClaimedPerson('lost-phone-password', jane, origin)) {
        for (let left = budget.attempts; left > 0; left--) await world.ports.rateLimiter.take([budget]);
        expect(await report()).toEqual({ ok: false, refusal: 'too-many-attempts' });
        await world.ports.rateLimiter.reset([budget]);
      }
      expect((await report()).ok).toBe(true);
    });

    it('threat: a thief with the password alone signs the owner out again and again: five mailed cases an hour', async () => {
      await world.activate(jane, 'Pixel 9');
      for (let left = perClaimedPerson('lost-phone', jane, origin)[0].attempts; left > 0; left--)
        expect((await report(jane.userId, PASSWORD, generateBrowserSecret(systemRandom))).ok).toBe(true);
      expect(await report()).toEqual({ ok: false, refusal: 'too-many-attempts' });
      const { notice, user } = await world.mailbox.newestNotice(jane.userId, 'phone-lost');
      expect(user.userId).toBe(jane.userId);
      expect(notice).toMatchObject({ by: 'user', network: '198.51.102.0/24' });
      expect(await reportNotMe(world.ports, FakeMailbox.tokenOf(notice.notMeUrl ?? ''), origin)).toMatchObject({
        ok: true,
      });
    });

    it('threat: a thief has another user’s reference, browser or device: it opens, locks and freezes nothing', async () => {
      await world.activate(jane, 'Pixel 9');
      const { reference } = await reported();
      const thief = await world.newcomer();
      const { instanceId } = await world.activate(thief, 'Not hers');
      const stranger = generateBrowserSecret(systemRandom);
      const over = { ok: false, refusal: 'case-over' };
      expect(await readHeldCase(world.ports, stranger)).toBeNull();
      expect(await readHeldCase(world.ports, reference as unknown as BrowserSecret)).toBeNull();
      expect(await lockHeld(world.ports, stranger, null, origin)).toEqual(over);
      expect(await lockHeld(world.ports, null, null, origin)).toEqual(over);
      expect(await freezeHeld(world.ports, stranger, origin)).toEqual(over);
      expect(await lockHeld(world.ports, holder, instanceId, origin)).toEqual({ ok: false, refusal: 'not-found' });
      expect((await world.fake.directory.list(thief)).map(({ state }) => state)).toEqual(['active']);
    });

    it('threat: a browser left open goes on with a case: for an hour, and not once it is closed', async () => {
      await world.activate(jane, 'Pixel 9');
      await reported();
      world.fake.pass(CASE_HELD_MS);
      expect(await readHeldCase(world.ports, holder)).not.toBeNull();
      world.fake.pass(1);
      expect(await readHeldCase(world.ports, holder)).toBeNull();
      expect(await freezeHeld(world.ports, holder, origin)).toEqual({ ok: false, refusal: 'case-over' });
    });

    it('threat: a script presses the page’s buttons: a budget for each network', async () => {
      await world.activate(jane, 'Pixel 9');
      await reported();
      for (const budget of perNetwork('lost-phone', origin))
        for (let left = budget.attempts; left > 0; left--) await world.ports.rateLimiter.take([budget]);
      expect(await lockHeld(world.ports, holder, null, origin)).toEqual({ ok: false, refusal: 'too-many-attempts' });
      expect(await freezeHeld(world.ports, holder, origin)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    });
  });
}
