import { beforeEach, describe, expect, test, vi } from 'vitest';
import { finishPhoneSignIn } from '@/lib/accounts/phone-sign-in/finish-phone-sign-in';
import type { KnownBrowserId } from '@/lib/accounts/sign-in/known-networks';
import type { BrowserSecret, PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '@/lib/accounts/account-ports';
import { recordPhoneSignInEnd } from '@/lib/accounts/phone-sign-in/record-phone-sign-in-end';
import { sendPhoneSignIn, type SentPhoneSignIn } from '@/lib/accounts/phone-sign-in/send-phone-sign-in';
import { startPhoneSignIn, cancelPhoneSignIn } from '@/lib/accounts/phone-sign-in/start-phone-sign-in';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest, openPushedLogin } from '@/lib/phone/login/fetch-login-request';
import type { LoginDevice, PushedLogin } from '@/lib/phone/login/login-steps';
import { registerNotifications } from '@/lib/phone/register-notifications';
import type { SentLoginRequest } from '@/lib/gateways/embedded/engine/challenges/list-login-requests';
import type { Database } from '@/lib/database/database';
import { EmbeddedPhoneChallengeGateway } from '@/lib/gateways/embedded/embedded-phone-challenge-gateway';
import { bytesFromHex } from '@/lib/shared/bytes';
import { MINUTE } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { forUseCases } from '../../support/databases/databases';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';
import { loginDevice } from '../../support/phones/login-device';
import { GATEWAY_ID } from '../../support/servers/test-gateway';
import { useGateway } from '../../support/servers/use-gateway';

const ORIGIN = { correlationId: 'request', address: '203.0.113.9' };

function from(address: string) {
  return { ...ORIGIN, address };
}

function shapeOf(answer: object) {
  return Object.entries(answer).map(([name, value]) => [name, typeof value]);
}

function askedBy(previous: BrowserSecret | null = null, knownBrowser: KnownBrowserId | null = null) {
  return { previous, browser: 'Firefox on Windows', knownBrowser };
}

type Access = Awaited<ReturnType<typeof fakeAccess>>;

forUseCases((_name, open) => {
  let database: Database;
  const fixture = useGateway(async () => (database = await open()));
  let access: Access;
  let ports: PhoneSignInPorts;
  let device: LoginDevice;
  let pushAddress: string;

  beforeEach(async () => {
    access = await fakeAccess();
    await access.users.add({ ...JANE, ...fixture().owner });
    const gateway = new EmbeddedPhoneChallengeGateway(fixture().gateway, GATEWAY_ID, 'https://id.example.org');
    ports = { ...access, gateway, devices: new FakeVouchingDevices() };
    device = await loginDevice(await fixture().register(), fixture().address);
    pushAddress = `web:${crypto.randomUUID()}`;
    await listenOn(device, pushAddress);
  });

  async function listenOn(by: LoginDevice, address: string): Promise<void> {
    valueOf(await registerNotifications(fixture().address, by, by.instanceKey, address, systemRandom));
  }

  const send = (typedUserId = device.userId, origin = ORIGIN, knownBrowser: KnownBrowserId | null = null) =>
    sendPhoneSignIn(ports, { ...askedBy(null, knownBrowser), typedUserId }, origin);
  const inbox = async (address = pushAddress) => (await fixture().gateway.listLoginRequests(address))?.requests;
  const pushed = ({ id, instanceId, message }: SentLoginRequest): PushedLogin => {
    const gateway = fixture().address;
    return { way: 'push', id, instanceId, message: bytesFromHex(message), readUntil: 0, gateway };
  };
  /** The only one that waits. */
  async function received(): Promise<SentLoginRequest> {
    const [request, ...others] = (await inbox()) ?? [];
    expect(others).toEqual([]);
    if (!request) throw new Error('nothing waits for the phone');
    return request;
  }
  async function approve(sent: SentPhoneSignIn): Promise<void> {
    const challenge = valueOf(await openPushedLogin(pushed(await received()), device));
    valueOf(await answerLogin(valueOf(await fetchLoginRequest(challenge, device, systemRandom)), sent.number));
  }

  test('the phone is told, learns who asks once it is opened, and signs its person in', async () => {
    const sent = valueOf(await send());
    const request = await received();
    expect(request).toMatchObject({ instanceId: device.instanceId, secondsLeft: 60 });
    const challenge = valueOf(await openPushedLogin(pushed(request), device));
    const login = valueOf(await fetchLoginRequest(challenge, device, systemRandom));
    expect(login.request).toMatchObject({
      origin: 'https://id.example.org',
      address: '203.0.113.9',
      browser: 'Firefox on Windows',
      userId: device.userId,
    });
    // It is read, so there is nothing left to be told of.
    expect(await inbox()).toEqual([]);
    valueOf(await answerLogin(login, sent.number));
    expect(valueOf(await finishPhoneSignIn(ports, sent.secret, ORIGIN)).user).toMatchObject(fixture().owner);
    const types = (await access.audit.read(0, 10)).map(({ event }) => event);
    expect(types).toMatchObject([
      { type: 'phone-sign-in-sent', claimedUserId: device.userId, subject: fixture().owner, ...ORIGIN },
      { type: 'phone-sign-in-succeeded', subject: fixture().owner },
    ]);
  });

  test('a user ID is known however it is typed', async () => {
    valueOf(await send(`  ${device.userId.toUpperCase()} `));
    expect(await inbox()).toHaveLength(1);
  });

  test('all devices of the person that listen are told, and the first that reads it has it', async () => {
    const second = await loginDevice(await fixture().register(), fixture().address);
    await listenOn(second, 'another phone');
    const sent = valueOf(await send());
    const [other] = (await inbox('another phone')) ?? [];
    if (!other) throw new Error('the second phone is not told');
    const mine = valueOf(await openPushedLogin(pushed(await received()), device));
    const theirs = valueOf(await openPushedLogin(pushed(other), second));
    valueOf(await fetchLoginRequest(theirs, second, systemRandom));
    expect(await fetchLoginRequest(mine, device, systemRandom)).toEqual({ ok: false, refusal: 'login-not-found' });
    expect(await ports.gateway.observe(sent.id)).toMatchObject({ state: 'scanned' });
  });

  describe('nothing waits any more', () => {
    test.each([
      ['its time is over', async () => fixture().passTime(MINUTE)],
      ['the device is locked', () => fixture().gateway.lock(device.instanceId)],
    ])('a request waits no more when %s', async (_when, happen) => {
      valueOf(await send());
      expect(await inbox()).toHaveLength(1);
      await happen();
      expect(await inbox()).toEqual([]);
    });

    test('a request waits no more when the page cancels it, or asks for an image instead', async () => {
      const cancelled = valueOf(await send());
      await cancelPhoneSignIn(ports, cancelled.secret);
      expect(await inbox()).toEqual([]);
      const replaced = valueOf(await send());
      valueOf(await startPhoneSignIn(ports, askedBy(replaced.secret), ORIGIN));
      expect(await inbox()).toEqual([]);
    });

    test('a phone is unknown, and nothing waits for it, once its last device is removed', async () => {
      await fixture().gateway.remove(device.instanceId);
      expect(await inbox()).toBeUndefined();
    });
  });

  describe('threat: finding out who has an account or a phone', () => {
    test('an unknown user gets the same answer, which waits and expires alike', async () => {
      const [known, unknown] = [valueOf(await send()), valueOf(await send('no.such.person'))];
      expect(shapeOf(unknown)).toEqual(shapeOf(known));
      const states = [known, unknown].map(async ({ id }) => ports.gateway.observe(id));
      const [first, second] = await Promise.all(states);
      // But for whom it was sent to, which no page is told.
      expect({ ...second, addressee: null }).toEqual({ ...first, addressee: null });
      fixture().passTime(MINUTE);
      expect(await ports.gateway.observe(unknown.id)).toMatchObject({ state: 'expired', reader: null });
      expect((await access.audit.read(0, 10)).at(-1)?.event).toMatchObject({
        claimedUserId: 'no.such.person',
        subject: null,
      });
    });

    test('the existence of a phone is not even looked up', async () => {
      const { store } = fixture().test;
      const asked = (['findLicence', 'listInstances', 'findInstance', 'findByNotification'] as const).map((name) =>
        vi.spyOn(store, name),
      );
      for (const userId of [device.userId, 'no.such.person']) valueOf(await send(userId));
      for (const spy of asked) {
        expect(spy).not.toHaveBeenCalled();
        spy.mockRestore();
      }
    });
  });

  test('threat: another person’s phone cannot read it, whatever it knows', async () => {
    const addressee = fixture().owner;
    const asking = {
      purpose: 'sign-in',
      origin: 'https://id.example.org',
      address: '',
      browser: '',
      addressee,
    } as const;
    const { challengeKey } = await fixture().gateway.openChallenge({ requestKey: crypto.randomUUID(), ...asking });
    const gateway = fixture().address;
    fixture().owner = { userId: `${addressee.userId}.other`, domain: addressee.domain };
    const stranger = await loginDevice(await fixture().register(), gateway);
    for (const way of ['push', 'scan'] as const) {
      const refused = await fetchLoginRequest({ way, challengeKey, gateway }, stranger, systemRandom);
      expect(refused).toEqual({ ok: false, refusal: 'login-not-found' });
    }
    expect((await fetchLoginRequest({ way: 'push', challengeKey, gateway }, device, systemRandom)).ok).toBe(true);
  });

  test('threat: a stolen database or push address does not give the challenge away', async () => {
    valueOf(await send());
    const request = await received();
    const challengeKey = valueOf(await openPushedLogin(pushed(request), device)).challengeKey;
    const rows = await database.client.$queryRaw`SELECT * FROM gateway_challenge`;
    expect(JSON.stringify([rows, request])).not.toContain(challengeKey);
    const stolen = { ...device, instanceKey: systemRandom.bytes(32) };
    expect(await openPushedLogin(pushed(request), stolen)).toEqual({ ok: false, refusal: 'gateway-not-genuine' });
  });

  describe('threat: wearing somebody out', () => {
    const refused = { ok: false, refusal: 'too-many-attempts' };

    test('a person is sent five in a quarter of an hour by a network and twelve by all, and unknown people likewise', async () => {
      for (const userId of [device.userId, 'no.such.person']) {
        for (let count = 0; count < 5; count++) valueOf(await send(userId, from('198.51.100.1')));
        expect(await send(` ${userId.toUpperCase()}`, from('198.51.100.1'))).toEqual(refused);
        for (let count = 0; count < 7; count++) valueOf(await send(userId, from(`198.51.100.${count + 2}`)));
        expect(await send(` ${userId.toUpperCase()}`, from('198.51.100.99'))).toEqual(refused);
      }
      access.clock.pass(15 * MINUTE);
      expect((await send()).ok).toBe(true);
    });

    test('threat: a lock-out: when strangers used it up, the user can send from a browser known to the account', async () => {
      const known = 'a-known-browser' as KnownBrowserId;
      for (let count = 0; count < 21; count++) await send(device.userId, from(`192.0.2.${count % 3}`));
      for (let count = 0; count < 5; count++) valueOf(await send(device.userId, from('192.0.2.1'), known));
      expect(await send(device.userId, from('192.0.2.1'), known)).toEqual(refused);
      expect(await send(device.userId, from('198.51.100.7'))).toEqual(refused);
    });

    test('"that wasn’t me" stops strangers from asking again, and not the user', async () => {
      for (let count = 0; count < 3; count++) {
        valueOf(await send(device.userId, ORIGIN, 'a-known-browser' as KnownBrowserId));
        const challenge = valueOf(await openPushedLogin(pushed(await received()), device));
        await declineLogin(valueOf(await fetchLoginRequest(challenge, device, systemRandom)), 'not-me', systemRandom);
        for (const id of fixture().test.endedChallenges.splice(0))
          await recordPhoneSignInEnd(ports, id as PhoneSignInId);
      }
      expect(await send(device.userId, from('198.51.100.7'))).toEqual(refused);
      const sent = valueOf(await send(device.userId, ORIGIN, 'another-known-browser' as KnownBrowserId));
      await approve(sent);
      valueOf(await finishPhoneSignIn(ports, sent.secret, ORIGIN));
    });

    test('an address sends twenty, to whomever', async () => {
      for (let count = 0; count < 20; count++) valueOf(await send(`person ${count}`));
      expect(await send()).toEqual(refused);
    });

    test('a sign-in that works clears the count', async () => {
      for (let count = 0; count < 4; count++) await cancelPhoneSignIn(ports, valueOf(await send()).secret);
      const sent = valueOf(await send());
      await approve(sent);
      valueOf(await finishPhoneSignIn(ports, sent.secret, ORIGIN));
      expect((await send()).ok).toBe(true);
    });
  });
});
