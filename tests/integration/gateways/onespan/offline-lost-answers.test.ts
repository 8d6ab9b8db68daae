import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fault } from '@/lib/kit/faults/fault';
import type { Activation } from '@/lib/activation/activation';
import type { ActivationPorts } from '@/lib/activation/activation-ports';
import { enterDeviceCode } from '@/lib/activation/offline/enter-device-code';
import { enterSignature } from '@/lib/activation/offline/enter-signature';
import { GatewayError } from '@/lib/activation/gateway-error';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { MAXIMUM_OFFLINE_MESSAGE_LENGTH } from '@/lib/shared/codes/offline-message-limit';
import { valueOf } from '../../../support/phones/activate-device';
import { fakeActivation, ORIGIN, type FakeActivation } from '../../../support/doubles/fake-activation-ports';
import { FakeOfflinePhone } from '../../../support/doubles/fake-offline-phone';
import { jsonReply, type Reply } from '@/lib/kit/faults/reply';
import { attributes } from '../../../support/onespan/soap-calls';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { LIFETIME_MS, openAdapter, openCloudAdapter } from '../../../support/onespan/open-onespan-adapter';
import { signedInAs } from '../../../support/doubles/principal';

const PASSWORD = 'Static-Password-1';

let server: OneSpanServer;
let fake: FakeActivation;

beforeAll(async () => {
  fake = fakeActivation();
  server = await startOnespanServer({
    clock: fake.ports.clock,
    registrationLifetimeSeconds: LIFETIME_MS / SECOND,
  });
});

afterEach(() => server.faults.clear());
afterAll(() => server.close());

const TOO_LONG = 'F1'.repeat(MAXIMUM_OFFLINE_MESSAGE_LENGTH / 2 + 1);

function soapReply(fields: Record<string, string>): Reply {
  const codes = '<resultCodes><statusCodeEnum>STAT_SUCCESS</statusCodeEnum><statusCode>0</statusCode></resultCodes>';
  const results = `<results>${codes}<resultAttribute>${attributes(fields)}</resultAttribute></results>`;
  const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><r>${results}</r></s:Body></s:Envelope>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

const GATEWAYS = {
  'OneSpan Authentication Server': {
    open: () => openAdapter(server),
    credential: PASSWORD,
    register: 'provisioningExecute PROVISIONCMD_MDL_REGISTER',
    tooLong: () => soapReply({ PROVFLD_REGISTRATIONID: 'Xk29aLm4', PROVFLD_ACTIVATION_MESSAGE: TOO_LONG }),
    addDevice: 'provisioningExecute PROVISIONCMD_MDL_ADD_DEVICE',
    activate: 'provisioningExecute PROVISIONCMD_MDL_ACTIVATE',
  },
  'OneSpan Cloud Authentication': {
    open: () => openCloudAdapter(server, [], { lifetimeMs: LIFETIME_MS }),
    credential: undefined,
    register: 'users/register',
    tooLong: () =>
      jsonReply(200, {
        registrationID: 'Xk29aLm4',
        activationPassword: TOO_LONG,
        activationMessage2: TOO_LONG,
        serialNumber: 'VDS1000042',
      }),
    addDevice: 'registrations/{registrationID}/add-device',
    activate: 'registrations/{registrationID}/activate',
  },
};

let people = 0;

describe.each(Object.entries(GATEWAYS))('%s', (_name, { open, credential, register, addDevice, activate, tooLong }) => {
  let opened: OpenedGateway;
  let ports: ActivationPorts;
  let user: { userId: string; domain: string };

  // One that has met failures may leave the server alone for a while.
  beforeEach(async () => {
    await fake.reset();
    opened = open();
    ports = { ...fake.ports, gateway: opened.activation, directory: opened.directory };
    user = { userId: `jane ${(people += 1)}`, domain: 'example.org' };
    if (credential !== undefined) server.state.accounts.add({ ...user, staticPassword: credential });
  });

  afterEach(() => opened.close());

  const start = () =>
    startActivation(ports, user, { deviceName: '', activationType: 'offline', startKey: null, credential }, ORIGIN);
  const enterCode = ({ id }: Activation, code: string) => enterDeviceCode(ports, signedInAs(user), id, code, ORIGIN);
  const sign = ({ id }: Activation, signature: string) =>
    enterSignature(ports, signedInAs(user), id, signature, ORIGIN);
  const look = async ({ id }: Activation) =>
    valueOf(await revealPayload(ports, signedInAs(user), id, 'svg', ORIGIN)).payload;
  const find = ({ id, domain }: Activation) => ports.store.find(id, domain);

  /** Up to the first image. */
  async function scan() {
    const activation = valueOf(await start());
    return { activation, phone: await FakeOfflinePhone.scan(await look(activation)) };
  }

  /** Up to the second one. */
  async function link() {
    const { activation, phone } = await scan();
    valueOf(await enterCode(activation, phone.deviceCode));
    return { activation, signature: await phone.scanSecond(await look(activation)) };
  }

  async function watch(): Promise<void> {
    fake.pass(MINUTE);
    const faults: unknown[] = [];
    await watchActivations(ports, (error) => void faults.push(error), new AbortController().signal);
    expect(faults).toEqual([]);
  }

  test('a phone without a network is activated, and looking at the gateway meanwhile does not disturb it', async () => {
    const { activation, phone } = await scan();
    await watch();
    expect(await find(activation)).toMatchObject({ state: 'issued' });
    valueOf(await enterCode(activation, phone.deviceCode));
    await watch();
    expect(await find(activation)).toMatchObject({ state: 'verified' });
    const active = valueOf(await sign(activation, await phone.scanSecond(await look(activation))));
    const [device] = await opened.directory.list(user);
    expect(active).toMatchObject({ state: 'active', instanceId: device?.instanceId });
  });

  test('a device code whose answer is lost can be entered again', async () => {
    const { activation, phone } = await scan();
    server.faults.set(addDevice, fault.lostAnswer());
    await expect(enterCode(activation, phone.deviceCode)).rejects.toThrow(GatewayError);
    await server.faults.clear();
    expect(await find(activation)).toMatchObject({ state: 'issued' });
    expect(valueOf(await enterCode(activation, phone.deviceCode)).state).toBe('verified');
    valueOf(await sign(activation, await phone.scanSecond(await look(activation))));
  });

  test.each<[string, (activation: Activation, signature: string) => Promise<unknown>]>([
    ['a look at the gateway', watch],
    ['the same signature, entered again', async (activation, signature) => valueOf(await sign(activation, signature))],
  ])('a signature that was taken though its answer was lost is found out by %s', async (_by, findOut) => {
    const { activation, signature } = await link();
    server.faults.set(activate, fault.lostAnswer());
    await expect(sign(activation, signature)).rejects.toThrow(GatewayError);
    await server.faults.clear();
    expect(await find(activation)).toMatchObject({ state: 'verified' });
    await findOut(activation, signature);
    const [device] = await opened.directory.list(user);
    expect(await find(activation)).toMatchObject({ state: 'active', instanceId: device?.instanceId });
  });

  test('a signature that the connection itself has sent twice is taken', async () => {
    const { activation, signature } = await link();
    server.calls.clear();
    server.faults.once(activate, fault.lostAnswer());
    expect(valueOf(await sign(activation, signature)).state).toBe('active');
    expect(server.calls.count(activate)).toBe(2);
  });

  test('a wrong signature after one that was lost is still wrong', async () => {
    const { activation, signature } = await link();
    server.faults.set(activate, fault.reset());
    await expect(sign(activation, signature)).rejects.toThrow(GatewayError);
    await server.faults.clear();
    expect(await sign(activation, '1'.repeat(16))).toEqual({ ok: false, refusal: 'wrong-signature' });
    expect(valueOf(await sign(activation, signature)).state).toBe('active');
  });

  test('a first message that no image can say is refused at once', async () => {
    // The cloud lists what somebody has only when it knows them.
    if (credential === undefined) server.state.accounts.add(user);
    server.faults.set(register, fault.reply(tooLong()));
    expect(await start()).toEqual({ ok: false, refusal: 'payload-too-long' });
  });

  test('a second message that no image can say is not shown', async () => {
    const { activation, phone } = await scan();
    server.faults.set(addDevice, fault.reply(tooLong()));
    expect(await enterCode(activation, phone.deviceCode)).toEqual({ ok: false, refusal: 'payload-too-long' });
    expect(await find(activation)).toMatchObject({ state: 'issued' });
  });
});
