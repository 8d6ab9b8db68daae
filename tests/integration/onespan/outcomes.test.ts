import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { OpenedGateway } from '@/lib/composition/opened-gateway';
import { CALLS } from '@/lib/gateways/onespan-server/administration/calls';
import { CALL_LIMITS } from '@/lib/gateways/transport/exchange';
import { fault, type Fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { systemRandom } from '@/lib/shared/random';
import { SECOND } from '@/lib/shared/time/duration';
import { FakePhone } from '../../support/doubles/fake-phone';
import { openAdapter, openCloudAdapter } from '../../support/onespan/open-onespan-adapter';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const PASSWORD = 'Static-Password-1';
const TOKEN = '0097000001';
const AT_GATEWAY = { ...JANE, registrationIdentifier: 'Xk29aLm4', baseline: null };
const VIRTUAL = { method: 'KeywordPassword', keyword: 'otp', delivery: 'sms' } as const;

/** Calls that change nothing, however often they arrive. Any other one changes something. */
const LOOKS = new Set([
  ...Object.keys(CALLS).filter((name) => /Query$|_VIEW$|_GET_|^(?:view|query)Pending/.test(name)),
  'logon',
  'sessionalive',
  'logoff',
  'getSecureChallenge',
  'registrations/check-status',
  'authenticators',
  'users/{user}',
]);

/** Calls that change something, and whose second arrival changes no more. */
const REPEATABLE = new Set([
  ...Object.entries(CALLS).flatMap(([name, { isRepeatable }]) => (isRepeatable ? [name] : [])),
  'PROVISIONCMD_MDL_ACTIVATE',
  'registrations/{registrationID}/activate',
]);

/** Left where it is, what it would have taken back does nothing. */
const TAKES_BACK = new Set(['deletePendingOperation']);

/** Calls of the administration that other settings, other inputs or the doctor make: not walked here. */
const UNPLAYED = new Set([
  'USERCMD_SET_PASSWORD',
  'USERCMD_RESET_PASSWORD',
  'digipassActivityQuery',
  'DIGIPASSCMD_UNASSIGN',
  'DIGIPASSAPPLCMD_TEST_OTP',
  'viewPendingOperation',
  'queryPendingOperation',
  'USERCMD_GET_PERMISSION',
  'USERCMD_GET_ASSIGNED_ADMIN_ROLES',
  'adminRoleQuery',
]);

/** Methods that call no gateway: what it does not publish, or has no command for. */
const SILENT = {
  server: ['activation.cancel', 'directory.rename', 'directory.lock', 'contacts.listWithRole', 'users.listWithRole'],
  cloud: [
    'activation.cancel',
    ...['limits', 'findOwner', 'rename', 'lock', 'unlock', 'testOneTimePassword'].map((name) => `directory.${name}`),
  ],
};

const html = fault.html();
const UNKNOWN: Record<string, Fault> = {
  'the connection is reset after the request': fault.lostAnswer(),
  'the answer is a page of HTML': html,
  'the server answers 500': fault.status(500),
};
const SILENCE = fault.timeout();
const REFUSED = fault.status(401);

let server: OneSpanServer;
let instanceId = '';

beforeAll(async () => {
  server = await startOnespanServer({
    users: [{ userId: JANE.userId, staticPassword: PASSWORD, mobile: '+32470123456' }],
    tokens: [{ serialNumber: TOKEN, type: 'DP770', kind: 'time' }],
    furtherPrivileges: ['Assign DIGIPASS', 'Unassign DIGIPASS'],
    lockThreshold: 0,
    activationLimit: 1_000,
    limitCounts: 'devices',
  });
});

/** A device of Jane's, which the call before may have removed. */
async function activate(): Promise<void> {
  const account = server.state.accounts.find(JANE.userId, JANE.domain);
  if (!account) throw new TypeError('no account');
  account.isLocked = false;
  const held = server.state.records.listOf(account).find((record) => record.serialNumber === instanceId);
  if (held && !server.state.records.isExpired(held)) return;
  const registered = await server.state.register(account);
  if (!registered.ok) throw new TypeError(registered.refusal);
  const { registrationIdentifier, activationPassword } = registered.value;
  const image = ['01;01', JANE.userId, JANE.domain, registrationIdentifier, activationPassword].join(';');
  const phone = new FakePhone(server.gateway, image);
  for (let step = 0; step < 4; step++) expect(await phone.step()).toBe('done');
  const usable = server.state.records
    .listOf(account)
    .find((record) => record.kind === 'instance' && !server.state.records.isExpired(record));
  if (!usable) throw new TypeError('no usable device');
  instanceId = usable.serialNumber;
}

afterEach(async () => {
  await server.faults.clear();
});

afterAll(() => server.close());

const openServer = (limits?: typeof CALL_LIMITS) =>
  openAdapter(
    server,
    [],
    {
      passwordChange: { keptBy: 'server', fields: 'reference' },
      pinChange: { format: 1 },
      virtualAuthenticator: { ...VIRTUAL, limits: { uses: 3, days: 7 } },
      learnsPasswords: true,
      policy: 'Tessera',
      selfRegistration: 'on',
      takesLicencesBack: true,
      hardware: {
        assignment: { by: 'login', separator: '' },
        isTested: true,
        clockFields: ['CREDFLD_DP_RESPONSE', 'CREDFLD_DP_RESPONSE2'],
        virtualTypes: ['VIR*'],
      },
    },
    null,
    limits,
  );
const openCloud = (limits?: typeof CALL_LIMITS) => openCloudAdapter(server, [], {}, null, limits);

type Port = Record<string, (...input: unknown[]) => Promise<unknown>>;

/** The ports of a gateway by name. What asks phones tells no outcome: a request ends with a reason of its own. */
function portsOf(opened: OpenedGateway): Record<string, Port> {
  const ports = {
    activation: opened.activation,
    offline: opened.activation.offline,
    directory: opened.directory,
    removal: opened.commands?.removal,
    assignment: opened.commands?.assignment,
    users: opened.people?.users,
    contacts: opened.people?.contacts,
    licences: opened.licences,
    passwords: opened.passwords,
    selfRegistration: opened.selfRegistration,
    passwordSync: opened.passwordSync,
    virtualAuthenticator: opened.virtualAuthenticator,
    pins: opened.pins,
    hardwareAssignment: opened.hardware.assignment,
    hardwareTrials: opened.hardware.trials,
  };
  return Object.fromEntries(Object.entries(ports).filter(([, port]) => port)) as unknown as Record<string, Port>;
}

/** Every method of a gateway, `directory.remove`. */
function methodsOf(opened: OpenedGateway): string[] {
  return Object.entries(portsOf(opened)).flatMap(([name, port]) => {
    const methods = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(port) as object));
    return methods.flatMap(([method, { value }]) =>
      method !== 'constructor' && typeof value === 'function' ? [`${name}.${method}`] : [],
    );
  });
}

const operation = (kind: 'removal' | 'assignment') => {
  const snapshot = JSON.stringify({ by: 'deactivate', serialNumber: instanceId, devices: [instanceId] });
  const id = { id: 'pop-1', kind, instanceId: kind === 'removal' ? instanceId : TOKEN, deviceName: 'Phone' };
  const rest = { state: 'sent', reference: null, version: 1, lookAt: new Date(0), endedAt: null };
  return { ...JANE, ...id, ...rest, requestedBy: JANE.userId, snapshot, requestedAt: new Date(0) };
};
const registering = () => [JANE, generateActivationId(systemRandom), PASSWORD];
const learning = { password: PASSWORD, oneTimePassword: '123456' };
const assigning = { serialNumber: TOKEN, password: PASSWORD, response: '123456', newPin: null };

/** What methods are called with that take something else than a person. */
const INPUTS: Record<string, () => unknown[]> = {
  'activation.register': registering,
  'offline.register': registering,
  'activation.observe': () => [AT_GATEWAY],
  'activation.cancel': () => [AT_GATEWAY],
  'offline.addDevice': () => [AT_GATEWAY, '12345678901234567890123456'],
  'offline.activate': () => [AT_GATEWAY, '1234567890123456'],
  'directory.usableFrom': () => [instanceId],
  'directory.findOwner': () => [instanceId.split('-')[0]],
  'directory.unlock': () => [instanceId],
  'directory.remove': () => [instanceId],
  'directory.testOneTimePassword': () => [instanceId, '123456'],
  'removal.prepare': () => [JANE, instanceId],
  'removal.send': () => [operation('removal'), null],
  'removal.look': () => [{ ...operation('removal'), reference: 'operation-1' }],
  'removal.withdraw': () => ['operation-1'],
  'assignment.send': () => [operation('assignment'), null],
  'assignment.look': () => [{ ...operation('assignment'), reference: 'operation-1' }],
  'assignment.withdraw': () => ['operation-1'],
  'users.find': () => ['somebody.else', JANE.domain],
  'users.verifyPassword': () => [JANE.userId, JANE.domain, PASSWORD],
  'users.search': () => [JANE.domain, ['jane'], null],
  'contacts.find': () => ['somebody.else', JANE.domain],
  'contacts.verifyPassword': () => [JANE.userId, JANE.domain, PASSWORD],
  'contacts.search': () => [JANE.domain, ['jane'], null],
  'contacts.listWithRole': () => ['agent', JANE.domain],
  'users.listWithRole': () => ['agent', JANE.domain],
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

/** The last word: `digipassExecute DIGIPASSCMD_VIEW` is a view. */
const callNames = () => server.calls.list().map(({ name }) => name);
const shortName = (name: string) => (name.startsWith('DELETE ') ? name : (name.split(' ').at(-1) ?? name));
const looks = (name: string) => LOOKS.has(shortName(name));

async function play(open: typeof openServer, method: string, limits?: typeof CALL_LIMITS) {
  await activate();
  server.calls.clear();
  const opened = open(limits);
  const [port = '', name = ''] = method.split('.');
  try {
    const input = INPUTS[method]?.() ?? [JANE];
    const called = portsOf(opened)[port]?.[name]?.(...input);
    const ended = await called?.catch((error: unknown) => error);
    return { ended, calls: callNames() };
  } finally {
    await server.faults.clear();
    await opened.close().catch(() => {});
  }
}

/** What is wrong with the end of a method at one of whose calls something went wrong; null for nothing. */
function judge(
  { ended, calls }: Awaited<ReturnType<typeof play>>,
  at: string,
  isDecided: boolean,
  changes: boolean,
): string | null {
  const arrived = calls.filter((name) => name === at).length;
  if (arrived === 0) return 'did not arrive';
  if (!looks(at) && !REPEATABLE.has(shortName(at)) && arrived > 1) return `arrived ${arrived} times`;
  if (!(ended instanceof GatewayError)) {
    if (ended instanceof Error) return String(ended);
    const isReadBack = calls.slice(calls.lastIndexOf(at) + 1).some(looks);
    const isShown = isDecided || looks(at) || isReadBack || TAKES_BACK.has(shortName(at));
    return isShown ? null : `ended with ${JSON.stringify(ended)}, which nothing shows`;
  }
  const { outcome } = ended;
  const hasChanged = calls.slice(0, calls.indexOf(at)).some((name) => !looks(name));
  if (hasChanged) return outcome === 'unknown' ? null : `${outcome}, after something was changed`;
  if (!looks(at)) return outcome === (isDecided ? 'final' : 'unknown') ? null : outcome;
  return changes && outcome === 'unknown' ? 'unknown, before anything was changed' : null;
}

describe.each([
  ['server', openServer, SILENT.server],
  ['cloud', openCloud, SILENT.cloud],
] as const)('every method of the %s', (kind, open, silent) => {
  const plain = new Map<string, string[]>();
  const walk = async (judgeOne: (method: string, calls: string[]) => Promise<(string | null)[]>) => {
    const wrong: string[] = [];
    const opened = open();
    for (const method of methodsOf(opened)) {
      const calls = plain.get(method) ?? (await play(open, method)).calls;
      plain.set(method, calls);
      if (calls.length === 0) continue;
      for (const problem of await judgeOne(method, calls)) if (problem) wrong.push(`${method} ${problem}`);
    }
    await opened.close();
    return wrong;
  };

  it('a method calls the gateway, or is named as one that does not', async () => {
    const opened = open();
    const without: string[] = [];
    const seen = new Set<string>();
    for (const method of methodsOf(opened)) {
      const { calls } = await play(open, method);
      if (calls.length === 0) without.push(method);
      for (const name of calls) seen.add(shortName(name));
    }
    await opened.close();
    const declared = kind === 'server' ? Object.keys(CALLS) : [];
    expect(declared.filter((name) => !seen.has(name) && !UNPLAYED.has(name))).toEqual([]);
    expect(without.toSorted()).toEqual([...silent].toSorted());
  });

  it('a method says "not sent" where nobody listens', async () => {
    const listeners = [...server.listeners.soap, server.listeners.cloud];
    const wrong = await walk(async (method) => {
      for (const listener of listeners) await listener.stop();
      try {
        const { ended } = await play(open, method);
        const outcome = ended instanceof GatewayError ? ended.outcome : 'no error';
        return [outcome === 'not-sent' ? null : outcome];
      } finally {
        for (const listener of listeners) await listener.start();
      }
    });
    expect(wrong).toEqual([]);
  });

  it('a method says "unknown" once something may have been changed, and sends it once', async () => {
    const wrong = await walk(async (method, calls) => {
      const changes = calls.some((name) => !looks(name));
      const problems: (string | null)[] = [];
      for (const at of new Set(calls)) {
        const faults = looks(at) ? { 'the answer is a page of HTML': html } : UNKNOWN;
        for (const [what, wrongly] of Object.entries(faults)) {
          server.faults.set(at, wrongly);
          const problem = judge(await play(open, method), at, false, changes);
          problems.push(problem && `${at}: ${what}: ${problem}`);
        }
      }
      return problems;
    });
    expect(wrong).toEqual([]);
  });

  it('a method says "final" where the gateway refuses this site', async () => {
    const wrong = await walk(async (method, calls) => {
      const changes = calls.some((name) => !looks(name));
      const problems: (string | null)[] = [];
      for (const at of new Set(calls)) {
        server.faults.set(at, REFUSED);
        const problem = judge(await play(open, method), at, true, changes);
        problems.push(problem && `${at}: ${problem}`);
      }
      return problems;
    });
    expect(wrong).toEqual([]);
  });

  it('a method says "unknown" where the gateway is silent', async () => {
    const limits = { ...CALL_LIMITS, timeLimitMs: SECOND };
    const tried = new Set<string>();
    const wrong = await walk(async (method, calls) => {
      const at = calls.find((name) => !looks(name));
      // Each call once: to a method silence is what a lost answer is.
      if (at === undefined || tried.has(at)) return [];
      tried.add(at);
      server.faults.set(at, SILENCE);
      const problem = judge(await play(open, method, limits), at, false, true);
      return [problem && `${at}: silence: ${problem}`];
    });
    expect(wrong).toEqual([]);
  });
});
