import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { runPhone } from '@/lib/cli/phone/run-phone';
import { NO_DESK } from '@/lib/gateways/embedded/engine/device-desk';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import * as pauses from '@/lib/shared/async/pause';
import { formatLoginCode } from '@/lib/shared/codes/login-code';
import { TEST_PIN, valueOf } from '../../support/phones/activate-device';
import { GatewayServer } from '../../support/servers/gateway-server';
import { fault } from '@/lib/kit/faults/fault';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { createTestGateway, FRONT_END_KEY, GATEWAY_ID } from '../../support/servers/test-gateway';

const OWNER = { userId: 'jane.doe', domain: 'example.org' };
const SERVICES = [
  'DSAPPSRPGenerateEphemeralKey',
  'DSAPPSRPGenerateActivationData',
  'MdlAddDevice',
  'MdlActivate',
] as const;
const played = createTestGateway();
const { gateway, clock } = played;

let directory: string;
let server: GatewayServer;
let line: PhoneLine;

beforeAll(async () => {
  clock.time = new Date();
  directory = mkdtempSync(join(tmpdir(), 'tessera-phone-'));
  server = await GatewayServer.open(gateway, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
  line = await PhoneLine.open(server.url);
});

afterAll(async () => {
  line.close();
  await server.close();
  rmSync(directory, { recursive: true });
});

/** The waits themselves are told by the unit's own test. */
beforeEach(() => void vi.spyOn(pauses, 'pause').mockResolvedValue());

afterEach(() => vi.unstubAllGlobals());

async function phone(...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const say = (...texts: unknown[]) => void said.push(texts.join(' '));
  const all = [...args, '--pin', TEST_PIN, '--store', join(directory, 'store.json')];
  return { code: await runPhone(all, { say, complain: say }), said: said.join('\n') };
}

test('the phone shows the website’s names, and the end of the probation', async () => {
  const names = { organisation: 'Example Bank', person: 'Jane Doe', device: 'My phone' };
  const trustedFrom = new Date('2026-05-05T10:00:00Z');
  const value = { isFrozen: false as const, ...names, trustedFrom, hasCopy: false };
  played.desk = { ...NO_DESK, describe: async () => ({ ok: true, value }) };
  const credentials = valueOf(await gateway.register({ ...OWNER, userId: 'named' }));
  const payload = valueOf(formatActivationPayload({ ...credentials, gatewayId: GATEWAY_ID }));
  const { said } = await phone('--payload', payload, '--gateway', line.url);
  expect(said.split('\n').slice(-3, -1)).toEqual([
    'Example Bank · Jane Doe · My phone',
    'New phones can sign in right away. From 5 May 2026, 10:00:00 UTC, this one can also approve changes.',
  ]);
  played.desk = NO_DESK;
});

test('the phone repeats calls whose answers were lost, activates one device and signs in with it', async () => {
  for (const service of SERVICES) line.faults.once(service, fault.lostAnswer());
  const credentials = valueOf(await gateway.register(OWNER));
  const payload = valueOf(formatActivationPayload({ ...credentials, gatewayId: GATEWAY_ID }));
  const activated = await phone('--payload', payload, '--gateway', line.url);
  expect(activated).toMatchObject({ code: 0 });
  const lost = line.calls.list().filter((call) => call.fault === 'lost-answer');
  expect(lost.map(({ name }) => name.split('/').at(-1))).toEqual(SERVICES);
  expect(pauses.pause).toHaveBeenCalledTimes(SERVICES.length);
  const [device, ...others] = await gateway.listInstances(OWNER);
  expect(others).toEqual([]);
  expect(activated.said).toContain(`Device ${device?.instanceId} works`);

  for (const service of ['getPreparedSecureChallenge', 'authUser'] as const)
    line.faults.once(service, fault.lostAnswer());
  const asking = { purpose: 'sign-in', origin: 'https://id.example.org', address: '', browser: '' } as const;
  const opened = await gateway.openChallenge({ requestKey: 'request', ...asking, addressee: null });
  const code = formatLoginCode({ challengeKey: opened.challengeKey, gatewayId: GATEWAY_ID });
  const signedIn = await phone('--login', '--payload', code, '--number', opened.number);
  expect(signedIn).toMatchObject({ code: 0 });
  expect(await gateway.redeemChallenge('request')).toMatchObject({ ok: true, value: { userId: 'jane.doe' } });
});

test('the phone completes an activation whose last answer was lost when its command is run again', async () => {
  const owner = { ...OWNER, userId: 'john.roe' };
  const credentials = valueOf(await gateway.register(owner));
  const payload = valueOf(formatActivationPayload({ ...credentials, gatewayId: GATEWAY_ID }));
  const realFetch = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, request: RequestInit) => {
    const answer = await realFetch(url, request);
    return url.endsWith('/MdlActivate') ? new Response('Bad Gateway', { status: 502 }) : answer;
  });
  const interrupted = await phone('--payload', payload, '--gateway', line.url);
  expect(interrupted).toMatchObject({ code: 1, said: expect.stringContaining('run the same command again') as string });
  vi.unstubAllGlobals();

  const [device, ...others] = await gateway.listInstances(owner);
  expect(others).toEqual([]);
  const completed = await phone('--payload', payload, '--gateway', line.url);
  expect(completed).toMatchObject({
    code: 0,
    said: expect.stringContaining(`Device ${device?.instanceId} works`) as string,
  });
  const shown = await phone('--otp');
  const [password = ''] = /\d{6}/.exec(shown.said) ?? [];
  clock.time = new Date();
  expect(await gateway.testOneTimePassword(device?.instanceId ?? '', password)).toMatchObject({ ok: true });
  expect(readdirSync(directory)).not.toContain('store.json.pending');
});

test('threat: a pending activation of the terminal has no open key, no PIN and no password', async () => {
  const credentials = valueOf(await gateway.register({ ...OWNER, userId: 'mary.major' }));
  const payload = valueOf(formatActivationPayload({ ...credentials, gatewayId: GATEWAY_ID }));
  const realFetch = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, request: RequestInit) =>
    url.endsWith('/MdlActivate') ? new Response('Bad Gateway', { status: 502 }) : realFetch(url, request),
  );
  await phone('--payload', payload, '--gateway', line.url);
  const path = join(directory, 'store.json.pending');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const text = readFileSync(path, 'utf8');
  expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(['begunAt', 'call', 'instance']);
  expect(text).not.toContain(TEST_PIN);
  expect(text).not.toContain(credentials.activationPassword);
});
