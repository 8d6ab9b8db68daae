import type { CALL_LIMITS } from '@/lib/gateways/transport/exchange';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { systemRandom } from '@/lib/shared/random';
import { FakePhone } from '../../../support/doubles/fake-phone';
import { callMethod, methodsOf } from '../../../support/onespan/gateway-methods';
import { openAdapter, openCloudAdapter } from '../../../support/onespan/open-onespan-adapter';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const PASSWORD = 'Static-Password-1';
const TOKEN = '0097000001';
const AT_GATEWAY = { ...JANE, registrationIdentifier: 'Xk29aLm4', baseline: null };
const VIRTUAL = { method: 'KeywordPassword', keyword: 'otp', delivery: 'sms' } as const;

type Open = (server: OneSpanServer, limits?: typeof CALL_LIMITS, by?: 'login' | 'administration') => OpenedGateway;
type Device = { instanceId: string; licence: string };
type Input = (device: Device) => unknown[];

/** @property name of the method, and which of its ways it goes: `removal.send of a licence` */
export type Play = { name: string; method: string; input: Input; by?: 'administration' };
export type Ended = { ended: unknown; calls: string[] };

export function startServer(): Promise<OneSpanServer> {
  return startOnespanServer({
    users: [{ userId: JANE.userId, staticPassword: PASSWORD, mobile: '+32470123456' }],
    tokens: [{ serialNumber: TOKEN, type: 'DP770', kind: 'time' }],
    furtherPrivileges: ['Assign DIGIPASS', 'Unassign DIGIPASS', 'Set User Password', 'Reset User Password'],
    lockThreshold: 0,
    activationLimit: 1_000,
    limitCounts: 'devices',
  });
}

export const openServer: Open = (server, limits, by = 'login') =>
  openAdapter(
    server,
    [],
    {
      resetsPasswords: true,
      passwordChange: { keptBy: 'server', fields: 'reference' },
      pinChange: { format: 1 },
      virtualAuthenticator: { ...VIRTUAL, limits: { uses: 3, days: 7 } },
      learnsPasswords: true,
      policy: 'Tessera',
      selfRegistration: 'on',
      takesLicencesBack: true,
      hardware: {
        assignment: { by, separator: '' },
        isTested: true,
        clockFields: ['CREDFLD_DP_RESPONSE', 'CREDFLD_DP_RESPONSE2'],
        virtualTypes: ['VIR*'],
      },
    },
    null,
    limits,
  );

export const openCloud: Open = (server, limits) => openCloudAdapter(server, [], {}, null, limits);

function operation(kind: 'removal' | 'assignment', instanceId: string, snapshot: object) {
  const id = { id: 'pop-1', kind, instanceId, deviceName: 'Phone' };
  const rest = { state: 'sent', reference: null, version: 1, lookAt: new Date(0), endedAt: null };
  const asked = { requestedBy: JANE.userId, snapshot: JSON.stringify(snapshot), requestedAt: new Date(0) };
  return { ...JANE, ...id, ...rest, ...asked };
}

const removalOf = ({ instanceId }: Device) =>
  operation('removal', instanceId, { by: 'deactivate', serialNumber: instanceId, devices: [instanceId] });
const returnOf = ({ instanceId, licence }: Device) =>
  operation('removal', instanceId, { by: 'unassign', serialNumber: licence, devices: [instanceId] });
const registering = (credential: string | null) => () => [JANE, generateActivationId(systemRandom), credential];
const learning = { password: PASSWORD, oneTimePassword: '123456' };
const assigning = { serialNumber: TOKEN, password: PASSWORD, response: '123456', newPin: null };

/** What methods are called with that take something else than a person. */
const INPUTS: Record<string, Input> = {
  'activation.register': registering(PASSWORD),
  'offline.register': registering(PASSWORD),
  'activation.observe': () => [AT_GATEWAY],
  'activation.cancel': () => [AT_GATEWAY],
  'offline.addDevice': () => [AT_GATEWAY, '12345678901234567890123456'],
  'offline.activate': () => [AT_GATEWAY, '1234567890123456'],
  'directory.usableFrom': ({ instanceId }) => [instanceId],
  'directory.findOwner': ({ licence }) => [licence],
  'directory.unlock': ({ instanceId }) => [instanceId],
  'directory.remove': ({ instanceId }) => [instanceId],
  'directory.testOneTimePassword': ({ instanceId }) => [instanceId, '123456'],
  'removal.prepare': ({ instanceId }) => [JANE, instanceId],
  'removal.send': (device) => [removalOf(device), null],
  'removal.look': (device) => [{ ...removalOf(device), reference: 'operation-1' }],
  'removal.withdraw': () => ['operation-1'],
  'assignment.send': () => [operation('assignment', TOKEN, {}), null],
  'assignment.look': () => [{ ...operation('assignment', TOKEN, {}), reference: 'operation-1' }],
  'assignment.withdraw': () => ['operation-1'],
  'users.find': () => ['somebody.else', JANE.domain],
  'users.verifyPassword': () => [JANE.userId, JANE.domain, PASSWORD],
  'users.search': () => [JANE.domain, ['jane'], null],
  'users.listWithRole': () => ['agent', JANE.domain],
  'contacts.find': () => ['somebody.else', JANE.domain],
  'contacts.verifyPassword': () => [JANE.userId, JANE.domain, PASSWORD],
  'contacts.search': () => [JANE.domain, ['jane'], null],
  'contacts.listWithRole': () => ['agent', JANE.domain],
  'passwords.change': () => [JANE, { current: PASSWORD, new: PASSWORD }],
  'selfRegistration.register': () => [{ ...JANE, userId: 'new.person' }, PASSWORD],
  'passwordSync.learn': () => [JANE, learning],
  'virtualAuthenticator.send': () => [JANE, PASSWORD],
  'virtualAuthenticator.verify': () => [JANE, 'abcd', '123456'],
  'pins.change': () => [JANE, { current: '1234', new: '1234', oneTimePassword: '123456' }],
  'hardwareAssignment.assign': () => [JANE, assigning],
  'hardwareAssignment.answer': () => [JANE, TOKEN, 'abcd', '123456'],
  'hardwareTrials.challenge': () => [JANE, TOKEN],
  'hardwareTrials.answer': () => [JANE, TOKEN, 'abcd', '123456'],
  'hardwareTrials.repairClock': () => [JANE, TOKEN, ['123456', '654321']],
};

/** Methods that go several ways: by other calls for another input, or by other settings. */
const FURTHER: Play[] = [
  { name: 'activation.register without a password', method: 'activation.register', input: registering(null) },
  { name: 'offline.register without a password', method: 'offline.register', input: registering(null) },
  { name: 'removal.send of a licence', method: 'removal.send', input: (device) => [returnOf(device), null] },
  {
    name: 'hardwareAssignment.assign by administration',
    method: 'hardwareAssignment.assign',
    input: () => [JANE, assigning],
    by: 'administration',
  },
];

export async function playsOf(server: OneSpanServer, open: Open): Promise<Play[]> {
  const opened = open(server);
  const methods = methodsOf(opened);
  await opened.close();
  const plays = methods.map((method) => ({ name: method, method, input: INPUTS[method] ?? (() => [JANE]) }));
  return [...plays, ...FURTHER.filter(({ method }) => methods.includes(method))];
}

/** Plays a method from the same state as always. @returns how it ended, and the calls that the gateway got */
export async function play(
  server: OneSpanServer,
  open: Open,
  { method, input, by }: Play,
  limits?: typeof CALL_LIMITS,
): Promise<Ended> {
  const device = await restore(server);
  server.calls.clear();
  const opened = open(server, limits, by);
  try {
    const ended = await callMethod(opened, method, input(device)).catch((error: unknown) => error);
    return { ended, calls: server.calls.list().map(({ name }) => name) };
  } finally {
    await server.faults.clear();
    await opened.close().catch(() => {});
  }
}

/** What the play before may have changed: Jane's password and lock, her device, and the token that nobody has. */
async function restore({ state, gateway }: OneSpanServer): Promise<Device> {
  const account = state.accounts.find(JANE.userId, JANE.domain);
  const token = state.hardware.find(TOKEN);
  if (!account || !token) throw new TypeError('no account or token');
  Object.assign(account, { isLocked: false, staticPassword: PASSWORD });
  state.hardware.assign(token, null);
  const find = () =>
    state.records
      .listOf(account)
      .flatMap((record) =>
        record.kind === 'instance' && !record.isDeactivated
          ? [{ instanceId: record.serialNumber, licence: record.licenceSerialNumber }]
          : [],
      )[0];
  const held = find();
  if (held) return held;
  const registered = await state.register(account);
  if (!registered.ok) throw new TypeError(registered.refusal);
  const { registrationIdentifier, activationPassword } = registered.value;
  const image = ['01;01', JANE.userId, JANE.domain, registrationIdentifier, activationPassword].join(';');
  const phone = new FakePhone(gateway, image);
  for (let step = 0; step < 4; step++) {
    if ((await phone.step()) !== 'done') throw new TypeError('the phone was refused');
  }
  const added = find();
  if (!added) throw new TypeError('no usable device');
  return added;
}
