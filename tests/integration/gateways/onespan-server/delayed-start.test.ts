import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { nameKeepingDirectory, type DeviceNames } from '@/lib/devices/name-keeping-directory';
import { testLogin, type TestLoginPorts } from '@/lib/devices/test-login';
import { assignedRecords } from '@/lib/server/doctor/completion-check';
import { startCheck } from '@/lib/server/doctor/start-check';
import { Administration } from '@/lib/gateways/onespan-server/administration/administration';
import { AdministrationSession } from '@/lib/gateways/onespan-server/administration/administration-session';
import { SoapClient } from '@/lib/gateways/onespan-server/soap/soap-client';
import { CALL_LIMITS } from '@/lib/gateways/transport/exchange';
import { Connection } from '@/lib/gateways/transport/connection';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { OneSpanOptions } from '@/lib/kit/gateways/state/onespan-options';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { DAY, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { FakePhone } from '../../../support/doubles/fake-phone';
import { FIELD_NAMES, openAdapter, settingsFor } from '../../../support/onespan/open-onespan-adapter';
import { valueOf } from '../../../support/phones/activate-device';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const PASSWORD = 'Static-Password-1';
const ORIGIN = {} as Parameters<typeof testLogin>[4];

let clock: FakeClock;
let server: OneSpanServer;
let opened: OpenedGateway;

async function open(options: Partial<OneSpanOptions> = {}): Promise<void> {
  server = await startOnespanServer({
    clock,
    users: [{ userId: JANE.userId, staticPassword: PASSWORD }],
    localAuthentication: 'DIGIPASS/Password during Grace Period',
    activationDelaySeconds: DAY / SECOND,
    lockThreshold: 0,
    ...options,
  });
  opened = openAdapter(server);
}

beforeEach(() => {
  clock = new FakeClock();
});

afterEach(async () => {
  await opened.close();
  await server.close();
});

async function activate(): Promise<FakePhone> {
  const account = server.state.accounts.find(JANE.userId, JANE.domain);
  if (!account) throw new TypeError('no account');
  const registration = valueOf(await server.state.register(account));
  const image = valueOf(formatActivationPayload({ ...registration, gatewayId: server.state.options.gatewayId }));
  const phone = new FakePhone(server.gateway, image);
  for (let step = 0; step < 4; step++) expect(await phone.step()).toBe('done');
  return phone;
}

const shownBy = (phone: FakePhone) => computeOneTimePassword(phone.instanceKey, timeStepAt(clock.now()));
const signsIn = async (password: string) =>
  (await opened.people?.users.verifyPassword(JANE.userId, JANE.domain, password)) !== null;

/** Devices that the server sends a request to. */
const requestable = () => {
  const account = server.state.accounts.find(JANE.userId, JANE.domain);
  return account ? server.state.challenges.devicesOf(account, 'scan') : [];
};

async function startFinding() {
  const { urls, tls, serviceUser } = settingsFor(server);
  const soap = new SoapClient(new Connection({ urls, tls, ...CALL_LIMITS, timeLimitMs: MINUTE }, () => {}));
  const session = new AdministrationSession(soap, serviceUser, clock);
  const finding = await startCheck(assignedRecords(new Administration(soap, session, FIELD_NAMES)), clock).run();
  await session.close();
  return finding;
}

describe('a device whose start is delayed (OneSpan §4.6)', () => {
  test('it says from when it works, vouches for nothing before, and neither it nor the password signs its person in', async () => {
    await open();
    expect(await signsIn(PASSWORD)).toBe(true);
    const phone = await activate();
    const usableFrom = new Date(clock.now().getTime() + DAY);
    const [device] = await opened.directory.list(JANE);
    expect(device).toMatchObject({ state: 'active', usableFrom, trustedFrom: usableFrom, leavesNoWayIn: true });
    expect(await opened.directory.usableFrom?.(device?.instanceId ?? '')).toEqual(usableFrom);
    expect(await signsIn(await shownBy(phone))).toBe(false);
    expect(await signsIn(PASSWORD)).toBe(false);
    expect(await startFinding()).toMatchObject({ verdict: 'warning', words: expect.stringContaining('over: 1') });
    expect(await requestable()).toEqual([]);

    clock.pass(DAY);
    expect(await requestable()).toEqual([device?.instanceId]);
    const [started] = await opened.directory.list(JANE);
    expect(started).not.toHaveProperty('usableFrom');
    expect(await opened.directory.usableFrom?.(device?.instanceId ?? '')).toBeNull();
    expect(started).not.toHaveProperty('trustedFrom');
    expect(started).not.toHaveProperty('leavesNoWayIn');
    expect(await signsIn(await shownBy(phone))).toBe(true);
    expect(await startFinding()).toMatchObject({ verdict: 'ok' });
  });

  test.each([
    ['no grace period is set', { gracePeriodDays: null }],
    ['another device works', {}],
  ])('where %s, its person has a way in', async (why, options) => {
    await open(options);
    if (why === 'another device works') {
      await activate();
      clock.pass(DAY);
    }
    await activate();
    const [newest] = await opened.directory.list(JANE);
    expect(newest).toHaveProperty('usableFrom');
    expect(newest).not.toHaveProperty('leavesNoWayIn');
  });

  test('a test login before its start is refused as too early, and the server is not asked', async () => {
    await open();
    const phone = await activate();
    const [device] = await opened.directory.list(JANE);
    const ports = { directory: opened.directory } as TestLoginPorts;
    const tested = await testLogin(ports, JANE, device?.instanceId ?? '', await shownBy(phone), ORIGIN, () => {});
    expect(tested).toEqual({ ok: false, refusal: { code: 'not-usable-yet' } });
    expect(server.calls.count('digipassapplExecute')).toBe(0);
  });

  test('the doctor counts who will be locked out before it happens, and the directory says until when', async () => {
    await open({ activationDelaySeconds: 0 });
    const lockedOutUntil = () => opened.directory.lockedOutUntil?.(JANE);
    expect(await lockedOutUntil()).toBeNull();
    await activate();
    const licence = server.state.records.licenceOf(JANE);
    if (!licence) throw new TypeError('no licence');
    licence.startsAt = new Date(clock.now().getTime() + 2 * DAY);
    licence.gracePeriodEndsAt = new Date(clock.now().getTime() + DAY);
    const finding = await startFinding();
    expect(finding).toMatchObject({ verdict: 'warning', words: expect.stringContaining('over: 0') });
    expect(finding.words).toContain('before the device works: 1');

    // A device that works is a way in.
    expect(await lockedOutUntil()).toBeNull();
    const [device] = await opened.directory.list(JANE);
    await opened.directory.remove(device?.instanceId ?? '');
    expect(await lockedOutUntil()).toEqual(licence.startsAt);
    clock.pass(DAY);
    // The grace period is over: no activation ends it.
    expect(await lockedOutUntil()).toBeNull();
  });
});

describe('a device that has expired (OneSpan §4.6)', () => {
  test('it is no device any more, and is listed as expired by its name, unlike one that was removed', async () => {
    await open({ activationDelaySeconds: 0 });
    await activate();
    const [device] = await opened.directory.list(JANE);
    await opened.directory.remove(device?.instanceId ?? '');
    const licence = server.state.records.licenceOf(JANE);
    if (!licence) throw new TypeError('no licence');
    const expiredAt = new Date(clock.now().getTime() + DAY);
    licence.expiresAt = expiredAt;
    const phone = await activate();
    expect((await opened.directory.holdings(JANE)).expired).toEqual([]);
    clock.pass(DAY);
    expect(await opened.directory.list(JANE)).toEqual([]);
    const instanceId = `${licence.serialNumber}-2`;
    const names = { find: async () => new Map([[instanceId, 'Pixel 9']]) } as unknown as DeviceNames;
    const named = nameKeepingDirectory(opened.directory, names);
    expect((await named.holdings(JANE)).expired).toEqual([{ instanceId, name: 'Pixel 9', expiredAt }]);
    expect(await signsIn(await shownBy(phone))).toBe(false);
  });
});
