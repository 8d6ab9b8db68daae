import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Scanned } from '@/lib/phone/activation/activation-steps';
import { callService } from '@/lib/phone/call-service';
import { currentOneTimePassword } from '@/lib/phone/accounts/one-time-password-at';
import { exchangeKeys } from '@/lib/phone/activation/exchange-keys';
import { linkDevice } from '@/lib/phone/activation/link-device';
import { obtainLicence } from '@/lib/phone/activation/obtain-licence';
import { signActivation } from '@/lib/wire/crypto/messages/activation-signature';
import { generateDeviceCode } from '@/lib/wire/crypto/messages/device-code';
import { DEFAULT_GATEWAY_SETTINGS } from '@/lib/gateways/embedded/engine/gateway-settings';
import { MINUTE } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import type { Result } from '@/lib/shared/result';
import {
  connect,
  finishActivation,
  license,
  link,
  scan,
  valueOf,
  TEST_PIN,
} from '../../support/phones/activate-device';
import { GatewayServer } from '../../support/servers/gateway-server';
import { isCallNamed } from '@/lib/kit/faults/call';
import { fault } from '@/lib/kit/faults/fault';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { createTestGateway, FRONT_END_KEY, GATEWAY_ID } from '../../support/servers/test-gateway';
import { CONNECTIONS, forEachGateway } from '../../support/servers/use-gateway';

const NOT_FOUND = { ok: false, refusal: 'registration-not-found' };

/** Makes a connection until it is answered, as a phone's person does who presses "Try again". */
type Making = <Value>(connection: () => Promise<Value>) => Promise<Value>;

/** All four connections of one phone. */
async function activate(scanned: Scanned, make: Making) {
  const connected = valueOf(await make(() => exchangeKeys(scanned)));
  const licensed = valueOf(await make(() => obtainLicence(connected, systemRandom)));
  const linked = valueOf(await make(() => linkDevice(licensed, 'Test phone')));
  return valueOf(await make(() => finishActivation(linked, TEST_PIN, new Date())));
}

const tryAgain: Making = async (connection) => {
  try {
    return await connection();
  } catch {
    return connection();
  }
};

const tryAgainAfterThree: Making = async (connection) => {
  for (let lost = 0; lost < 3; lost++) await expect(connection()).rejects.toMatchObject({ code: 'unreachable' });
  return connection();
};

async function fifty<Value>(call: () => Promise<Value>): Promise<Value[]> {
  return Promise.all(Array.from({ length: 50 }, call));
}

function everyOk(outcomes: Result<unknown, string>[]): boolean {
  return outcomes.every(({ ok }) => ok);
}

forEachGateway((fixture) => {
  let line: PhoneLine;

  beforeAll(async () => {
    line = await PhoneLine.open(fixture().url);
  });
  afterAll(() => line.close());
  beforeEach(() => line.calls.clear());

  const overLine = () => ({ ...fixture().address, gatewayUrl: line.url });

  describe('an answer that is lost after the gateway has acted on the call', () => {
    test.each(CONNECTIONS)('a lost answer of %s is fetched again, and the device works', async (service) => {
      const credentials = await fixture().register();
      line.faults.once(service, fault.lostAnswer());
      const instance = await activate(await scan(credentials, overLine()), tryAgain);
      expect(line.calls.list().filter((call) => isCallNamed(call.name, service))).toMatchObject([
        { fault: 'lost-answer' },
        { fault: null, status: 200 },
      ]);
      const { oneTimePassword } = valueOf(await currentOneTimePassword(instance, TEST_PIN, fixture().now));
      const { instanceId } = instance;
      expect(await fixture().gateway.testOneTimePassword(instanceId, oneTimePassword)).toMatchObject({ ok: true });
      expect(await fixture().gateway.listInstances(fixture().owner)).toMatchObject([{ instanceId }]);
      expect(fixture().test.progress).toEqual(CONNECTIONS.map(() => credentials.registrationIdentifier));
    });

    test('a lost answer is fetched again as often as it is lost, from the first connection on', async () => {
      for (const service of CONNECTIONS) line.faults.set(service, fault.lostAnswer(), { times: 3 });
      const scanned = await scan(await fixture().register(), overLine());
      const first = await activate(scanned, tryAgainAfterThree);
      expect(await fixture().gateway.listInstances(fixture().owner)).toMatchObject([{ instanceId: first.instanceId }]);
    });
  });

  test('a process that is killed after it has acted on a call is no loss: another one answers the same call', async () => {
    const { store, challenges, clock } = fixture().test;
    const other = createTestGateway({}, store, undefined, challenges);
    other.clock.time = clock.time;
    const server = await GatewayServer.open(other.gateway, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
    const elsewhere = { ...fixture().address, gatewayUrl: server.url };
    const killed = overLine();
    for (const service of CONNECTIONS) line.faults.once(service, fault.lostAnswer());
    const make = async <From extends { gateway: object }, Value>(
      from: From,
      connection: (from: From) => Promise<Result<Value, string>>,
    ) => {
      await expect(connection({ ...from, gateway: killed })).rejects.toMatchObject({ code: 'unreachable' });
      return valueOf(await connection({ ...from, gateway: elsewhere }));
    };
    const scanned = await scan(await fixture().register(), killed);
    const connected = await make(scanned, exchangeKeys);
    const licensed = await make(connected, (from) => obtainLicence(from, systemRandom));
    const linked = await make(licensed, (from) => linkDevice(from, 'Test phone'));
    const { instanceId } = await make(linked, (from) => finishActivation(from, TEST_PIN, new Date()));
    expect(await other.gateway.listInstances(fixture().owner)).toMatchObject([{ instanceId }]);
    expect(other.progress).toEqual([]);
    await server.close();
  });

  test('threat: fifty identical calls at the same moment act once, and all are answered', async () => {
    const scanned = await scan(await fixture().register(), fixture().address);
    const connected = await fifty(() => exchangeKeys(scanned));
    expect(everyOk(connected)).toBe(true);
    const [one] = connected.map(valueOf);
    if (!one) throw new Error('not connected');
    const licensed = await fifty(() => obtainLicence(one, systemRandom));
    expect(everyOk(licensed)).toBe(true);
    const [two] = licensed.map(valueOf);
    if (!two) throw new Error('not licensed');
    const linked = (await fifty(() => linkDevice(two, 'Test phone'))).map(valueOf);
    const [three] = linked;
    if (!three) throw new Error('not linked');
    expect(new Set(linked.map(({ instanceId }) => instanceId)).size).toBe(1);
    expect(linked.every(({ instanceKey }) => instanceKey.join() === three.instanceKey.join())).toBe(true);
    const { instanceId, instanceKey, deviceCode } = three;
    const { registrationIdentifier } = three.payload;
    const signature = await signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode });
    const fields = { registrationIdentifier, signature };
    const finished = await fifty(() => callService(fixture().address, 'provisioning/MdlActivate', fields));
    expect(everyOk(finished)).toBe(true);
    expect(await fixture().gateway.listInstances(fixture().owner)).toHaveLength(1);
    expect(fixture().test.progress).toHaveLength(4);
  });

  describe('threat: a second phone does not slip in as a repetition', () => {
    test('a second phone with another public key is refused after any connection', async () => {
      const credentials = await fixture().register();
      const other = await scan(credentials, fixture().address);
      await connect(credentials, fixture().address);
      expect(await exchangeKeys(other)).toEqual({ ok: false, refusal: 'refused' });
      const second = await fixture().register();
      const late = await scan(second, fixture().address);
      await link(second, fixture().address);
      expect(await exchangeKeys(late)).toEqual({ ok: false, refusal: 'refused' });
    });

    test('a second phone with other evidence or another device code is refused, and the right ones still work', async () => {
      const credentials = await fixture().register();
      const { registrationIdentifier } = credentials;
      const connected = await connect(credentials, fixture().address);
      const licensed = valueOf(await obtainLicence(connected, systemRandom));
      const forged = { ...connected, payload: { ...connected.payload, activationPassword: 'mistyped' } };
      expect(await obtainLicence(forged, systemRandom)).toEqual({ ok: false, refusal: 'refused' });
      const linked = valueOf(await linkDevice(licensed, 'Test phone'));
      const deviceCode = await generateDeviceCode(licensed.licence.licenceKey, systemRandom);
      expect(await linkDevice({ ...licensed, deviceCode }, 'Another')).toEqual({ ok: false, refusal: 'refused' });
      expect((await obtainLicence(connected, systemRandom)).ok).toBe(true);
      expect(valueOf(await linkDevice(licensed, 'Test phone')).instanceId).toBe(linked.instanceId);
      const found = await fixture().test.store.findRegistration(registrationIdentifier);
      expect(found?.registration.wrongProofs).toBe(0);
      expect((await finishActivation(linked, TEST_PIN, new Date())).ok).toBe(true);
    });

    test('a second phone with another signature is refused after the activation', async () => {
      const linked = await link(await fixture().register(), fixture().address);
      valueOf(await finishActivation(linked, TEST_PIN, new Date()));
      const forged = { ...linked, instanceKey: new Uint8Array(32) };
      expect(await finishActivation(forged, TEST_PIN, new Date())).toEqual(NOT_FOUND);
    });
  });

  describe('nothing is answered again after the end', () => {
    test('a cancelled registration does not repeat its answers', async () => {
      const credentials = await fixture().register();
      const connected = await connect(credentials, fixture().address);
      const licensed = valueOf(await obtainLicence(connected, systemRandom));
      const linked = valueOf(await linkDevice(licensed, 'Test phone'));
      await fixture().gateway.cancel(credentials.registrationIdentifier);
      for (const repeat of [
        () => exchangeKeys(connected),
        () => obtainLicence(connected, systemRandom),
        () => linkDevice(licensed, 'Test phone'),
        () => finishActivation(linked, TEST_PIN, new Date()),
      ])
        expect(await repeat()).toEqual(NOT_FOUND);
    });

    test('an expired registration does not repeat its answers', async () => {
      const licensed = await license(await fixture().register(), fixture().address);
      valueOf(await linkDevice(licensed, 'Test phone'));
      fixture().passTime(5 * MINUTE);
      expect(await linkDevice(licensed, 'Test phone')).toEqual(NOT_FOUND);
    });

    test('a finished activation repeats only the answer to its last connection, for a while', async () => {
      const connected = await connect(await fixture().register(), fixture().address);
      const licensed = valueOf(await obtainLicence(connected, systemRandom));
      const linked = valueOf(await linkDevice(licensed, 'Test phone'));
      const finish = () => finishActivation(linked, TEST_PIN, new Date());
      const { instanceId } = valueOf(await finish());
      expect(await exchangeKeys(connected)).toEqual(NOT_FOUND);
      expect(await obtainLicence(connected, systemRandom)).toEqual(NOT_FOUND);
      expect(await linkDevice(licensed, 'Test phone')).toEqual(NOT_FOUND);
      fixture().passTime(DEFAULT_GATEWAY_SETTINGS.lostAnswerMs - 1);
      expect(valueOf(await finish())).toMatchObject({ instanceId });
      fixture().passTime(1);
      expect(await finish()).toEqual(NOT_FOUND);
    });

    test('a removed device’s registration does not repeat its answers', async () => {
      const linked = await link(await fixture().register(), fixture().address);
      const { instanceId } = valueOf(await finishActivation(linked, TEST_PIN, new Date()));
      await fixture().gateway.remove(instanceId);
      expect(await finishActivation(linked, TEST_PIN, new Date())).toEqual(NOT_FOUND);
    });
  });
});
