import { beforeEach, describe, expect, test } from 'vitest';
import { finishPhoneSignIn } from '@/lib/accounts/phone-sign-in/finish-phone-sign-in';
import { followPhoneSignIn, describePhoneSignIn } from '@/lib/accounts/phone-sign-in/follow-phone-sign-in';
import type { KnownBrowserId } from '@/lib/accounts/sign-in/known-networks';
import { parseBrowserSecret, type BrowserSecret, type PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '@/lib/accounts/access-ports';
import { recordPhoneSignInEnd } from '@/lib/accounts/phone-sign-in/record-phone-sign-in-end';
import {
  startPhoneSignIn,
  type StartedPhoneSignIn,
  cancelPhoneSignIn,
} from '@/lib/accounts/phone-sign-in/start-phone-sign-in';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { isStepUpDue } from '@/lib/accounts/sessions/session';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import type { LoginDevice } from '@/lib/phone/login/login-steps';
import type { Database } from '@/lib/database/database';
import { sha256Hex } from '@/lib/database/sha256-hex';
import { EmbeddedPhoneChallengeGateway } from '@/lib/gateways/embedded/embedded-phone-challenge-gateway';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { forEachDatabase } from '../../support/databases/databases';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';
import { anotherNumber, loginDevice } from '../../support/phones/login-device';
import { GATEWAY_ID } from '../../support/servers/test-gateway';
import { useGateway } from '../../support/servers/use-gateway';

const NOT_FOUND = { ok: false, refusal: 'login-not-found' };
const ORIGIN = { correlationId: 'request', address: '203.0.113.9' };
const BROWSER = 'Firefox on Windows';

function asking(previous: BrowserSecret | null, knownBrowser: KnownBrowserId | null = null) {
  return { previous, browser: BROWSER, knownBrowser };
}

type Access = Awaited<ReturnType<typeof fakeAccess>>;

function right(number: string): string {
  return number;
}

const wrong = anotherNumber;

/** A wait that nothing calls off. */
function never(): AbortSignal {
  return new AbortController().signal;
}

forEachDatabase((_name, open) => {
  let database: Database;
  const fixture = useGateway(async () => (database = await open()));
  let access: Access;
  let ports: PhoneSignInPorts;
  let device: LoginDevice;

  beforeEach(async () => {
    access = await fakeAccess();
    await access.users.add({ ...JANE, ...fixture().owner });
    const gateway = new EmbeddedPhoneChallengeGateway(fixture().gateway, GATEWAY_ID, 'https://id.example.org/path');
    ports = { ...access, gateway, devices: new FakeVouchingDevices(), sha256: async (text) => sha256Hex(text) };
    device = await loginDevice(await fixture().register(), fixture().address);
  });

  const start = async () => valueOf(await startPhoneSignIn(ports, asking(null), ORIGIN));
  const read = async ({ code }: StartedPhoneSignIn) =>
    valueOf(await fetchLoginRequest(valueOf(scanLogin(code, fixture().address)), device, systemRandom));
  const finish = (secret: StartedPhoneSignIn['secret'] | null) => finishPhoneSignIn(ports, secret, ORIGIN);
  /** As the gateway does by itself in the product. */
  async function recordEnds() {
    for (const id of fixture().test.endedChallenges.splice(0)) await recordPhoneSignInEnd(ports, id as PhoneSignInId);
  }
  const refusals = async () =>
    (await access.audit.read(0, 1_000)).flatMap(({ event }) => (event.type === 'phone-sign-in-refused' ? [event] : []));

  /** A whole sign-in in which the person types this. */
  async function answered(choose: (right: string) => string) {
    // Past the pause that a wrong number before has brought.
    fixture().passTime(5 * MINUTE);
    const started = await start();
    const login = await read(started);
    await answerLogin(login, choose(started.number));
    await recordEnds();
    return started;
  }

  test('the browser that asked gets a session of the phone’s person', async () => {
    const { secret } = await answered(right);
    const signedIn = valueOf(await finish(secret));
    expect(signedIn.user).toMatchObject(fixture().owner);
    expect(await access.sessions.find(signedIn.session.id, access.clock.now())).toEqual(signedIn.session);
    const events = (await access.audit.read(0, 10)).map(({ event }) => event);
    expect(events).toEqual([
      { type: 'phone-sign-in-requested', actor: { kind: 'anonymous' }, subject: null, ...ORIGIN },
      {
        type: 'phone-sign-in-succeeded',
        instanceId: device.instanceId,
        isNewBrowser: false,
        actor: { kind: 'user', userId: device.userId },
        subject: fixture().owner,
        ...ORIGIN,
      },
    ]);
  });

  test('a sign-in with the phone is a fresh proof, after which the password is asked for again in its time', async () => {
    const { session } = valueOf(await finish((await answered(right)).secret));
    expect(session.proofs).toEqual({ device: access.clock.now() });
    expect(isStepUpDue(session, 5 * MINUTE, access.clock.in(5 * MINUTE - 1))).toBe(false);
    expect(isStepUpDue(session, 5 * MINUTE, access.clock.in(5 * MINUTE))).toBe(true);
  });

  test('threat: replay: an approval opens one session', async () => {
    const { secret } = await answered(right);
    const finished = await Promise.all([finish(secret), finish(secret), finish(secret)]);
    expect(finished.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await finish(secret)).toEqual({ ok: false, refusal: 'not-approved' });
  });

  test('threat: an approval that was redeemed before all sessions were ended opens none after it', async () => {
    const { secret } = await answered(right);
    const { userId, domain } = fixture().owner;
    const redeem: PhoneSignInPorts['gateway']['redeem'] = async (id) => {
      const redeemed = await ports.gateway.redeem(id);
      await access.sessions.revokeAll(userId, domain, null, access.clock.now());
      return redeemed;
    };
    const gateway: PhoneSignInPorts['gateway'] = Object.create(ports.gateway, {
      redeem: { value: redeem },
      observe: { value: (id: PhoneSignInId) => ports.gateway.observe(id) },
    });
    expect(await finishPhoneSignIn({ ...ports, gateway }, secret, ORIGIN)).toEqual({
      ok: false,
      refusal: 'not-approved',
    });
    expect(access.audit.records.at(-1)?.event).toMatchObject({ type: 'phone-sign-in-refused', subject: { userId } });
  });

  test('threat: an approval from before all sessions were ended opens none after it', async () => {
    const { secret } = await answered(right);
    const { userId, domain } = fixture().owner;
    await access.sessions.revokeAll(userId, domain, null, fixture().now);
    expect(await finish(secret)).toEqual({ ok: false, refusal: 'not-approved' });
  });

  test('threat: session fixation: every image has a secret of its own, which no other browser has', async () => {
    const mine = await answered(right);
    const theirs = await start();
    expect(theirs.secret).not.toBe(mine.secret);
    for (const secret of [null, theirs.secret, parseBrowserSecret('A'.repeat(43))])
      expect(await finish(secret)).toEqual({ ok: false, refusal: 'not-approved' });
    expect((await refusals()).map(({ reason }) => reason)).toEqual(Array(3).fill('not-approved'));
    expect((await finish(mine.secret)).ok).toBe(true);
  });

  test('a browser has one image at a time', async () => {
    const first = await start();
    const second = valueOf(await startPhoneSignIn(ports, asking(first.secret), ORIGIN));
    const scannedFirst = valueOf(scanLogin(first.code, fixture().address));
    expect((await fetchLoginRequest(scannedFirst, device, systemRandom)).ok).toBe(false);
    expect((await read(second)).request.origin).toBe('https://id.example.org');
    await recordEnds();
    expect(await refusals()).toMatchObject([{ reason: 'cancelled-on-page', subject: null, instanceId: null }]);
  });

  test('cancelling ends it', async () => {
    const started = await start();
    const login = await read(started);
    await cancelPhoneSignIn(ports, started.secret);
    expect((await answerLogin(login, started.number)).ok).toBe(false);
    expect((await finish(started.secret)).ok).toBe(false);
  });

  test('a person whose account is gone is not signed in', async () => {
    const { secret } = await answered(right);
    ports = { ...ports, users: (await fakeAccess()).users };
    expect(await finish(secret)).toEqual({ ok: false, refusal: 'no-account' });
    expect(await refusals()).toMatchObject([{ reason: 'no-account', instanceId: device.instanceId }]);
  });

  test('threat: a device that is locked between its yes and the session signs nobody in', async () => {
    const { secret } = await answered(right);
    await fixture().gateway.lock(device.instanceId);
    expect(await finish(secret)).toEqual({ ok: false, refusal: 'device-not-usable' });
    await recordEnds();
    expect(await refusals()).toMatchObject([{ reason: 'device-not-usable', subject: fixture().owner }]);
  });

  describe('limits', () => {
    test('threat: brute force: after three wrong numbers the right one opens nothing, for a while', async () => {
      for (let attempt = 0; attempt < 3; attempt++) await answered(wrong);
      expect(await finish((await answered(right)).secret)).toEqual({ ok: false, refusal: 'too-many-attempts' });
      access.clock.pass(15 * MINUTE);
      expect((await finish((await answered(right)).secret)).ok).toBe(true);
    });

    test('a right number in between clears the count', async () => {
      for (const choose of [wrong, wrong, right, wrong, wrong, right]) {
        const { secret } = await answered(choose);
        expect((await finish(secret)).ok).toBe(choose === right);
      }
    });

    test('threat: a stranger who knows the image and a serial number writes nothing about its owner', async () => {
      const stranger = { ...device, instanceKey: systemRandom.bytes(32) };
      const started = await start();
      const scanned = valueOf(scanLogin(started.code, fixture().address));
      expect(await fetchLoginRequest(scanned, stranger, systemRandom)).toEqual(NOT_FOUND);
      const login = await read(started);
      for (let attempt = 0; attempt < 5; attempt++) {
        expect(await answerLogin({ ...login, device: stranger }, started.number)).toEqual(NOT_FOUND);
        expect(await declineLogin({ ...login, device: stranger }, 'not-me', systemRandom)).toEqual(NOT_FOUND);
      }
      await recordEnds();
      expect(await refusals()).toEqual([]);
      expect(await access.audit.listFor(fixture().owner, 10)).toEqual([]);
      expect(await answerLogin(login, started.number)).toEqual({ ok: true, value: null });
      expect((await finish(started.secret)).ok).toBe(true);
    });

    test('threat: a wrong number makes the person’s phones wait, longer each time, never long, and nobody else', async () => {
      const waits = async (seconds: number) => {
        const early = valueOf(scanLogin((await start()).code, fixture().address));
        expect(await fetchLoginRequest(early, device, systemRandom)).toEqual({ ok: false, refusal: 'paused' });
        fixture().passTime(seconds * SECOND);
        return read(await start());
      };
      const first = await start();
      await answerLogin(await read(first), anotherNumber(first.number));
      for (const seconds of [30, 60, 120, 240, 300, 300]) {
        await waits(seconds);
        const again = await start();
        await answerLogin(await read(again), anotherNumber(again.number));
      }
      fixture().passTime(15 * MINUTE);
      expect((await read(await start())).request.userId).toBe(device.userId);
    });

    test('threat: a lock-out: no number of wrong passwords, or of images and sessions that others ask for in the same network', async () => {
      const known = 'a-known-browser' as KnownBrowserId;
      for (let count = 0; count < 70; count++) {
        await signIn(ports, { userId: device.userId, password: `guess ${count}` }, ORIGIN);
        await startPhoneSignIn(ports, asking(null), ORIGIN);
        await finish(null);
      }
      expect(await startPhoneSignIn(ports, asking(null), ORIGIN)).toEqual({ ok: false, refusal: 'too-many-attempts' });
      const started = valueOf(await startPhoneSignIn(ports, asking(null, known), ORIGIN));
      await answerLogin(await read(started), started.number);
      expect((await finish(started.secret)).ok).toBe(true);
    });

    test('threat: sessions that no phone has approved are asked for without end: the log does not grow with them', async () => {
      for (let count = 0; count < 70; count++) await finish(null);
      expect(await finish(null)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    });

    test('one address gets so many images, also when it is not known', async () => {
      for (const address of ['203.0.113.9', null]) {
        const origin = { ...ORIGIN, address };
        const codes = [];
        for (let count = 0; count < 61; count++) codes.push(await startPhoneSignIn(ports, asking(null), origin));
        expect(codes.filter(({ ok }) => ok)).toHaveLength(60);
        expect(codes.at(-1)).toEqual({ ok: false, refusal: 'too-many-attempts' });
      }
    });
  });

  describe('what is recorded', () => {
    test('"that wasn’t me" names the person, the device and where the request came from', async () => {
      const started = await start();
      await declineLogin(await read(started), 'not-me', systemRandom);
      await recordEnds();
      expect(await refusals()).toEqual([
        {
          type: 'phone-sign-in-refused',
          reason: 'not-me',
          instanceId: device.instanceId,
          actor: { kind: 'phone' },
          subject: fixture().owner,
          correlationId: started.id,
          address: '203.0.113.9',
        },
      ]);
    });

    test('threat: reading an image under somebody’s serial number is not held against them', async () => {
      const started = await start();
      await read(started);
      fixture().passTime(MINUTE);
      await fixture().gateway.sweep();
      await recordEnds();
      const mine = (await refusals()).filter(({ correlationId }) => correlationId === started.id);
      expect(mine).toMatchObject([{ reason: 'expired', subject: null, instanceId: null, actor: { kind: 'system' } }]);
    });

    test('an end that is none is not', async () => {
      const { id } = await start();
      await recordPhoneSignInEnd(ports, id);
      await recordPhoneSignInEnd(ports, `phs-${'0'.repeat(64)}` as PhoneSignInId);
      expect(await refusals()).toEqual([]);
    });
  });

  describe('following', () => {
    test('answers as soon as the phone has read and answered, and tells nothing of whose it is', async () => {
      const started = await start();
      const { id, secret } = started;
      const reading = followPhoneSignIn(ports, database.changeFeed, { secret, id, after: 0 }, () => never());
      const login = await read(started);
      const seen = await reading;
      expect(seen?.challenge).toMatchObject({ state: 'scanned', version: 1 });
      const status = seen && describePhoneSignIn(id, seen.challenge, fixture().now);
      expect(JSON.stringify(status)).not.toContain(device.userId);
      expect(JSON.stringify(status)).not.toContain(device.instanceId);

      const answering = followPhoneSignIn(ports, database.changeFeed, { secret, id, after: 1 }, () => never());
      await answerLogin(login, started.number);
      expect((await answering)?.challenge).toMatchObject({ state: 'approved', version: 2 });
    });

    test('ends when it is called off, with how things stand', async () => {
      const { id, secret } = await start();
      const until = AbortSignal.timeout(SECOND / 20);
      const seen = await followPhoneSignIn(ports, database.changeFeed, { secret, id, after: 0 }, () => until);
      expect(seen?.challenge).toMatchObject({ state: 'waiting', version: 0 });
    });

    test('threat: without the secret there is nothing to follow', async () => {
      const [mine, theirs] = [await start(), await start()];
      const question = { secret: theirs.secret, id: mine.id, after: -1 };
      expect(await followPhoneSignIn(ports, database.changeFeed, question, () => never())).toBeNull();
      const unknown = { ...question, secret: 'x'.repeat(43) as typeof mine.secret };
      expect(await followPhoneSignIn(ports, database.changeFeed, unknown, () => never())).toBeNull();
    });
  });
});
