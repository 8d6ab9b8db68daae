import { beforeEach, expect, test } from 'vitest';
import type { PhoneSignInPorts } from '@/lib/accounts/account-ports';
import {
  requestConfirmation,
  cancelConfirmation,
  followConfirmation,
  type AskedConfirmation,
} from '@/lib/accounts/phone-sign-in/request-confirmation';
import { finishConfirmation } from '@/lib/accounts/phone-sign-in/finish-confirmation';
import { finishPhoneSignIn } from '@/lib/accounts/phone-sign-in/finish-phone-sign-in';
import { recordConfirmationEnd } from '@/lib/accounts/phone-sign-in/record-confirmation-end';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { Database } from '@/lib/database/database';
import { EmbeddedPhoneChallengeGateway } from '@/lib/gateways/embedded/embedded-phone-challenge-gateway';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest, openPushedLogin } from '@/lib/phone/login/fetch-login-request';
import { registerNotifications } from '@/lib/phone/register-notifications';
import type { LoginDevice } from '@/lib/phone/login/login-steps';
import { scanLogin } from '@/lib/phone/login/scan-login';
import { bytesFromHex } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { parsePhoneConfirmationId } from '@/lib/shared/identifiers/phone-confirmation-id';
import type { BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { MINUTE } from '@/lib/shared/time/duration';
import { forUseCases } from '../../support/databases/databases';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';
import { valueOf } from '../../support/phones/activate-device';
import { anotherNumber, loginDevice } from '../../support/phones/login-device';
import { GATEWAY_ID } from '../../support/servers/test-gateway';
import { useGateway } from '../../support/servers/use-gateway';

const ORIGIN = { correlationId: 'request', address: '203.0.113.9' };
const ASKED = { way: 'image', purpose: 'bind-device', browser: 'Firefox on Windows' } as const;
/** With the phone that confirmed. */
const CONFIRMED = { ok: true, value: { instanceId: expect.stringMatching(/^VDS\d+-\d+$/) as string } };

forUseCases((_name, open) => {
  let database: Database;
  const fixture = useGateway(async () => (database = await open()));
  let access: Awaited<ReturnType<typeof fakeAccess>>;
  let ports: PhoneSignInPorts;
  let device: LoginDevice;
  let owner: SignedIn;
  let mayVouch: boolean;

  beforeEach(async () => {
    access = await fakeAccess();
    await access.users.add({ ...JANE, ...fixture().owner });
    mayVouch = true;
    ports = {
      ...access,
      gateway: new EmbeddedPhoneChallengeGateway(fixture().gateway, GATEWAY_ID, 'https://id.example.org/path'),
      devices: { mayVouch: async () => mayVouch },
    };
    device = await loginDevice(await fixture().register(), fixture().address);
    owner = await enter(fixture().owner.userId);
  });

  const enter = async (userId: string) => valueOf(await signIn(ports, { ...JANE, userId }, ORIGIN));
  const ask = async (who = owner) => valueOf(await requestConfirmation(ports, who, ASKED, ORIGIN));
  const finish = (asked: AskedConfirmation, who = owner) => finishConfirmation(ports, who, asked.key, ORIGIN);
  const read = async ({ image }: AskedConfirmation) =>
    valueOf(await fetchLoginRequest(valueOf(scanLogin(image?.code ?? '', fixture().address)), device, systemRandom));
  const proofs = async (who = owner) => (await access.sessions.find(who.session.id, access.clock.now()))?.proofs;
  const refusals = () =>
    access.audit.records.flatMap(({ event }) => (event.type === 'phone-confirmation-refused' ? [event.reason] : []));
  /** As the gateway does by itself in the product. */
  async function recordEnds() {
    for (const key of fixture().test.endedChallenges.splice(0)) {
      const id = parsePhoneConfirmationId(key);
      if (id) await recordConfirmationEnd(ports, id);
    }
  }

  async function answered(who = owner, choose = (right: string) => right): Promise<AskedConfirmation> {
    fixture().passTime(5 * MINUTE);
    const asked = await ask(who);
    await answerLogin(await read(asked), choose(asked.number));
    await recordEnds();
    return asked;
  }

  test('the phone shows what it confirms, and its consent is a proof of the asking session, which stays', async () => {
    const asked = await ask();
    const login = await read(asked);
    expect(login.request).toMatchObject({ purpose: 'bind-device', browser: ASKED.browser, address: ORIGIN.address });
    await answerLogin(login, asked.number);
    expect(await finish(asked)).toEqual(CONFIRMED);
    expect(await proofs()).toMatchObject({ password: access.clock.now(), device: access.clock.now() });
    expect(access.audit.records.map(({ event }) => event.type)).toEqual([
      'sign-in-succeeded',
      'phone-confirmation-requested',
      'proof-given',
    ]);
  });

  test('threat: replay: an approval counts once, and for no other session', async () => {
    const stranger = await enter(fixture().owner.userId);
    const asked = await answered();
    expect((await finish(asked, stranger)).ok).toBe(false);
    const finished = await Promise.all([finish(asked), finish(asked), finish(asked)]);
    expect(finished.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await finish(asked)).ok).toBe(false);
    expect(await proofs(stranger)).not.toHaveProperty('device');
  });

  test('threat: it opens no session: what names it is no browser’s secret', async () => {
    const asked = await answered();
    expect((await finishPhoneSignIn(ports, asked.key as string as BrowserSecret, ORIGIN)).ok).toBe(false);
    expect(await finish(asked)).toEqual(CONFIRMED);
  });

  test('threat: another user’s phone approves: that proves nothing, and does not reveal whose it is', async () => {
    await access.users.add({ ...JANE, userId: 'thief' });
    const thief = await enter('thief');
    const asked = await answered(thief);
    expect(await finish(asked, thief)).toEqual({ ok: false, refusal: 'other-person' });
    expect(await proofs(thief)).not.toHaveProperty('device');
    expect(access.audit.records.at(-1)?.event).toMatchObject({ instanceId: null, subject: { userId: 'thief' } });
  });

  test('threat: a device on probation confirms nothing', async () => {
    mayVouch = false;
    expect(await finish(await answered())).toEqual({ ok: false, refusal: 'on-probation' });
    expect(await proofs()).not.toHaveProperty('device');
  });

  test('threat: a device that is locked after its yes confirms nothing', async () => {
    const asked = await answered();
    await fixture().gateway.lock(device.instanceId);
    expect(await finish(asked)).toEqual({ ok: false, refusal: 'device-not-usable' });
    await recordEnds();
    expect(refusals()).toEqual(['device-not-usable']);
  });

  test('threat: the session ends meanwhile: the approval brings it back neither to life nor to a proof', async () => {
    const asked = await answered();
    await access.sessions.revoke(owner.session.id, access.clock.now());
    await finish(asked);
    expect(await proofs()).toBeUndefined();
    expect((await finish(asked, await enter(fixture().owner.userId))).ok).toBe(false);
  });

  test('a wrong number ends it; three of them, and the right one proves nothing for a while', async () => {
    for (let count = 0; count < 3; count++) expect((await finish(await answered(owner, anotherNumber))).ok).toBe(false);
    expect(await finish(await answered())).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect(refusals().filter((reason) => reason === 'wrong-number')).toHaveLength(3);
  });

  test('threat: a stranger in a session: "It wasn’t me" on the owner’s phone ends every session of theirs', async () => {
    const address = `web:${crypto.randomUUID()}`;
    valueOf(await registerNotifications(fixture().address, device, device.instanceKey, address, systemRandom));
    valueOf(await requestConfirmation(ports, owner, { ...ASKED, way: 'message' }, ORIGIN));
    const [sent] = (await fixture().gateway.listLoginRequests(address))?.requests ?? [];
    if (!sent) throw new Error('nothing waits for the phone');
    const pushed = {
      way: 'push',
      ...sent,
      message: bytesFromHex(sent.message),
      readUntil: 0,
      gateway: fixture().address,
    } as const;
    const challenge = valueOf(await openPushedLogin(pushed, device));
    const login = valueOf(await fetchLoginRequest(challenge, device, systemRandom));
    valueOf(await declineLogin(login, 'not-me', systemRandom));
    await recordEnds();
    expect(await proofs()).toBeUndefined();
    expect(access.audit.records.slice(-2).map(({ event }) => event)).toMatchObject([
      { type: 'phone-confirmation-refused', reason: 'not-me', instanceId: device.instanceId, subject: fixture().owner },
      { type: 'signed-out-everywhere', sessions: 1, actor: { kind: 'phone' }, subject: fixture().owner },
    ]);
  });

  test('threat: wearing a user out: five requests in a quarter of an hour, over all their sessions', async () => {
    for (let count = 0; count < 5; count++) await ask(await enter(fixture().owner.userId));
    const refused = { ok: false, refusal: 'too-many-attempts' };
    expect(await requestConfirmation(ports, owner, ASKED, ORIGIN)).toEqual(refused);
    access.clock.pass(15 * MINUTE);
    expect((await requestConfirmation(ports, owner, ASKED, ORIGIN)).ok).toBe(true);
  });

  test('the page follows its own request and cancels it, and no other session does', async () => {
    const asked = await ask();
    const login = await read(asked);
    const stranger = await enter(fixture().owner.userId);
    const follow = (who: SignedIn) =>
      followConfirmation(ports, database.changeFeed, who, { key: asked.key, after: 0 }, () => AbortSignal.timeout(50));
    expect(await follow(owner)).toMatchObject({ state: 'scanned' });
    expect(await follow(stranger)).toBeNull();
    await cancelConfirmation(ports, stranger, asked.key);
    expect(await follow(owner)).toMatchObject({ state: 'scanned' });
    await cancelConfirmation(ports, owner, asked.key);
    expect((await answerLogin(login, asked.number)).ok).toBe(false);
  });
});
