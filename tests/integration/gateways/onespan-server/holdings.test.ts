import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayError } from '@/lib/activation/gateway-error';
import { hasRoomFor } from '@/lib/devices/read-limits';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { OneSpanServerConfig } from '@/lib/config/sections/onespan-server-config';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { OneSpanOptions } from '@/lib/kit/gateways/state/onespan-options';
import { systemRandom } from '@/lib/shared/random';
import { HOUR } from '@/lib/shared/time/duration';
import { FakePhone } from '../../../support/doubles/fake-phone';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';

const PASSWORD = 'Static-Password-1';
const JANE = { userId: 'jane.doe', domain: 'example.org' };
const POLICY = 'Self-Management Policy';
const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };

let server: OneSpanServer;
let opened: OpenedGateway;
let failures: GatewayError[];

async function open(options: Partial<OneSpanOptions> = {}, change: Partial<OneSpanServerConfig> = {}) {
  server = await startOnespanServer({
    clock,
    lockThreshold: 0,
    users: [{ userId: JANE.userId, staticPassword: PASSWORD }],
    furtherPrivileges: ['View Policy'],
    ...options,
  });
  opened = openAdapter(server, failures, change);
}

async function activate(): Promise<void> {
  const account = server.state.accounts.find(JANE.userId);
  const registered = account && (await server.state.register(account));
  if (!registered?.ok) throw new Error('not registered');
  const { userId, domain, registrationIdentifier, activationPassword } = registered.value;
  const phone = new FakePhone(
    server.gateway,
    ['01;01', userId, domain, registrationIdentifier, activationPassword].join(';'),
  );
  for (let step = 0; step < 4; step++) await phone.step();
}

const tryOut = (code: string) => opened.directory.testOneTimePassword('0097000001', code);
const register = () => opened.activation.register(JANE, generateActivationId(systemRandom), PASSWORD);

beforeEach(() => {
  clock.time = new Date('2026-05-04T10:00:00Z');
  failures = [];
});

afterEach(async () => {
  await opened.close();
  await server.close();
});

const TOKENS: OneSpanOptions['tokens'] = [
  { serialNumber: '0097000001', type: 'DP770', kind: 'time', owner: JANE },
  { serialNumber: '0097000002', type: 'DP560', kind: 'challenge', owner: JANE },
  { serialNumber: 'VIR0000001', type: 'VIR10', kind: 'virtual', owner: JANE },
  { serialNumber: '0097000003', type: 'DP770', kind: 'time', owner: { ...JANE, userId: 'john.roe' } },
  { serialNumber: '0097000004', type: 'DP770', kind: 'time' },
];

describe('what a person holds at OneSpan Authentication Server', () => {
  it('phones, hardware and virtual authenticators are read at once, each as its kind, without those of another user', async () => {
    await open({ tokens: TOKENS });
    await activate();
    const { instances, others, expired, limits } = await opened.directory.holdings(JANE);
    expect([instances.length, expired, limits]).toEqual([1, [], { used: 1, limit: 3 }]);
    expect(others.map(({ instanceId, kind, answersChallenges }) => [instanceId, kind, answersChallenges])).toEqual([
      ['0097000001', 'hardware', false],
      ['0097000002', 'hardware', true],
      ['VIR0000001', 'virtual', false],
    ]);
    expect(await opened.directory.list(JANE)).toEqual(instances);
  });

  it('a view takes one search and one look at the account, and not a search for each question', async () => {
    await open({ tokens: TOKENS });
    await activate();
    await opened.directory.list(JANE);
    server.calls.clear();
    await opened.directory.holdings(JANE);
    expect(server.calls.list().map(({ name }) => name)).toEqual(['digipassQuery', 'userExecute USERCMD_VIEW']);
  });

  it('all that a locked account holds is locked', async () => {
    await open({ tokens: TOKENS });
    Object.assign(server.state.accounts.find(JANE.userId) ?? {}, { isLocked: true });
    const { others } = await opened.directory.holdings(JANE);
    expect(others.map(({ state }) => state)).toEqual(['locked', 'locked', 'locked']);
  });

  it('types that the settings call virtual are virtual, whatever their first letters', async () => {
    await open(
      { tokens: TOKENS },
      {
        hardware: { assignment: null, isTested: false, clockFields: null, virtualTypes: ['dp7*'] },
      },
    );
    const { others } = await opened.directory.holdings(JANE);
    expect(others.map(({ kind }) => kind)).toEqual(['virtual', 'hardware', 'hardware']);
  });

  it('a hardware authenticator is not removed, since it is the organisation’s', async () => {
    await open({ tokens: TOKENS });
    expect(await opened.directory.remove('0097000001')).toMatchObject({ ok: false });
    expect(server.state.hardware.find('0097000001')?.owner).toEqual(JANE);
  });

  it('a response is tried out without being used for anything else, and works once', async () => {
    await open({ tokens: TOKENS });
    const token = server.state.hardware.find('0097000001');
    const shown = token && (await server.state.hardware.show(token));
    expect(await tryOut('000000')).toMatchObject({ ok: false });
    expect(await tryOut(shown ?? '')).toMatchObject({ ok: true });
    expect(await tryOut(shown ?? '')).toMatchObject({ ok: false });
  });
});

describe('a limit on devices of a type (OneSpan §4.3)', () => {
  it.each([[':'], ['='], ['/'], [' | ']])(
    'the limit is known before anything is begun, with "%s" between',
    async (separator) => {
      await open({ typeLimits: { DAL10: 1, DP770: 2 }, typeLimitSeparator: separator }, { policy: POLICY });
      expect(hasRoomFor(await opened.directory.limits(JANE))).toBe(true);
      await activate();
      expect(await opened.directory.limits(JANE)).toEqual({ used: 1, limit: 1, ofKind: true });
      expect(server.calls.count('dsappSRPRegister')).toBe(0);
    },
  );

  it('the policy is read once for many views, and not where no policy is named', async () => {
    await open({ typeLimits: { DAL10: 1 } }, { policy: POLICY });
    await activate();
    for (let view = 0; view < 3; view++) await opened.directory.holdings(JANE);
    expect(server.calls.count('policyExecute POLICYCMD_GET_EFFECTIVE_POLICY')).toBe(1);
  });

  it('a policy that the service user may not view is reported once, and no limit is shown that may be too high', async () => {
    await open({ typeLimits: { DAL10: 1 }, missingPrivileges: ['View Policy'] }, { policy: POLICY });
    await activate();
    for (let view = 0; view < 3; view++) expect(await opened.directory.limits(JANE)).toBeNull();
    expect(await opened.directory.holdings(JANE)).toMatchObject({ limits: null });
    expect(failures.map(({ code }) => code)).toEqual(['refused-credentials']);
    expect(await register()).toEqual({ ok: false, refusal: 'activation-limit-reached' });
    expect(await opened.directory.limits(JANE)).toEqual({ used: 1, limit: 1, ofKind: true });
  });

  it('while the policy cannot be read, a person without an activation left is still told so', async () => {
    await open({ activationLimit: 1, missingPrivileges: ['View Policy'] }, { policy: POLICY });
    await activate();
    expect(await opened.directory.limits(JANE)).toEqual({ used: 1, limit: 1 });
  });

  it('a policy of another name than the server has leaves the limit unknown', async () => {
    await open({ typeLimits: { DAL10: 1 } }, { policy: 'No such policy' });
    await activate();
    expect(await opened.directory.limits(JANE)).toBeNull();
  });

  it('a limit that cannot be read is learned from the first refusal, for an hour or until a device is removed', async () => {
    await open({ typeLimits: { DAL10: 1 } });
    await activate();
    expect(hasRoomFor(await opened.directory.limits(JANE))).toBe(true);
    expect(await register()).toEqual({ ok: false, refusal: 'activation-limit-reached' });
    expect(await opened.directory.limits(JANE)).toEqual({ used: 1, limit: 1, ofKind: true });
    const [device] = await opened.directory.list(JANE);
    await opened.directory.remove(device?.instanceId ?? '');
    expect(await opened.directory.limits(JANE)).toEqual({ used: 0, limit: 1, ofKind: true });
    await activate();
    expect(hasRoomFor(await opened.directory.limits(JANE))).toBe(false);
    clock.time = new Date(clock.time.getTime() + HOUR);
    expect(hasRoomFor(await opened.directory.limits(JANE))).toBe(true);
  });
});
