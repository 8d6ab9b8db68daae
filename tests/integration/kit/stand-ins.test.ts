import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { openControlServer } from '@/lib/kit/gateways/control/control-server';
import { openStandIn, PROFILES, type StandInOptions } from '@/lib/kit/gateways/stand-in';
import { cleanEnvironment } from '@/lib/kit/server/clean-environment';
import { commandArguments, runCommand } from '../../support/servers/run-command';
import { beginActivation } from '@/lib/phone/activation/begin-activation';
import { confirmActivation, signLastCall } from '@/lib/phone/activation/confirm-activation';
import { linkPhone } from '@/lib/phone/activation/drive-activation';
import { fetchGatewayAddress } from '@/lib/phone/gateway-address';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { repository } from '../../support/repository';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close();
});

async function open(profile: (typeof PROFILES)[number], options: StandInOptions = {}) {
  const standIn = await openStandIn(profile, options);
  const control = await openControlServer(standIn, 0);
  opened.push(standIn, control);
  return { standIn, ask: asker(control.url) };
}

/** Asks a control port. */
function asker(url: string) {
  return async (method: string, path: string, body?: object) => {
    const answer = await fetch(url + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, json: (text === '' ? null : JSON.parse(text)) as Record<string, unknown> };
  };
}

/** What a phone does that has scanned the image. @returns whose device it is now */
async function activate(payload: string, site: string) {
  const scanned = valueOf(beginActivation(payload, await fetchGatewayAddress(site), systemRandom));
  const linked = valueOf(await linkPhone(scanned, { random: systemRandom, description: 'A phone' }));
  return valueOf(await confirmActivation(await signLastCall(linked), false));
}

describe.each(PROFILES)('the profile %s', (profile) => {
  test('a phone activates with what the control port registered, and every call is reported', async () => {
    const { standIn, ask } = await open(profile);
    const registered = await ask('POST', '/registrations', { userId: 'max.poe' });
    const device = await activate(registered.json['payload'] as string, standIn.addresses['phone'] ?? '');
    expect([registered.status, device.userId, device.domain]).toEqual([201, 'max.poe', 'example.org']);
    const observed = await ask('GET', `/registrations/${String(registered.json['registrationIdentifier'])}`);
    expect(observed.json['state']).toBe('activated');
    const { json } = await ask('GET', '/calls?name=MdlActivate');
    expect(json['calls']).toMatchObject([{ name: 'provisioning/MdlActivate', fault: null, status: 200 }]);
  });

  test('the profile names its addresses and every call that a fault can be set for', async () => {
    const { standIn, ask } = await open(profile);
    const { json } = await ask('GET', '/');
    const calls = json['calls'] as Record<string, string[]>;
    expect(json).toMatchObject({ profile, addresses: standIn.addresses, environment: standIn.environment });
    expect(Object.keys(calls).toSorted()).toEqual([...standIn.wires].toSorted());
    for (const names of Object.values(calls)) expect(new Set(names).size).toBeGreaterThan(5);
  });
});

describe('the control port', () => {
  test('the control port sets, lists and clears faults', async () => {
    const { standIn, ask } = await open('embedded');
    const site = standIn.addresses['phone'] ?? '';
    const set = await ask('POST', '/faults', { call: 'config.json', fault: 'status:503', times: 2 });
    expect(set.status).toBe(201);
    expect((await fetch(`${site}/authenticator/config.json`)).status).toBe(503);
    const fault = { kind: 'status', status: 503 };
    expect((await ask('GET', '/faults')).json).toEqual({
      faults: [{ call: 'config.json', fault, left: 1, url: null }],
    });
    expect((await ask('DELETE', '/faults')).status).toBe(204);
    expect((await fetch(`${site}/authenticator/config.json`)).status).toBe(200);
  });

  test('the control port begins the fault of an address at once, and ends it', async () => {
    const { standIn, ask } = await open('embedded');
    const site = standIn.addresses['phone'] ?? '';
    await ask('POST', '/faults', { call: null, fault: 'refused', url: site });
    await expect(fetch(site)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await ask('DELETE', '/faults');
    expect((await fetch(site)).status).toBe(405);
  });

  test.each([
    ['a fault that there is not', { call: '*', fault: 'tiemout' }, 'There is no fault'],
    ['a fault that this place cannot have', { call: '*', fault: 'session-expired' }, 'there is no "session-expired"'],
    ['an answer’s fault without a call', { call: null, fault: 'drip' }, 'needs the name of a call'],
    ['a member that it does not know', { call: '*', fault: 'drip', time: 1 }, 'Unrecognized key'],
  ])('the control port refuses %s', async (_name, body, sentence) => {
    const { ask } = await open('embedded');
    const { status, json } = await ask('POST', '/faults', body);
    expect([status, json['title']]).toEqual([400, expect.stringContaining(sentence)]);
  });

  test('the control port reports the limit of devices', async () => {
    const { standIn, ask } = await open('embedded', { activationLimit: 1 });
    const { json } = await ask('POST', '/registrations', { userId: 'max.poe' });
    await activate(json['payload'] as string, standIn.addresses['phone'] ?? '');
    expect((await ask('POST', '/registrations', { userId: 'max.poe' })).status).toBe(409);
  });

  test('threat: a page of any site: what names another host or an origin is refused', async () => {
    const standIn = await openStandIn('embedded');
    const control = await openControlServer(standIn, 0);
    opened.push(standIn, control);
    const simple = await fetch(`${control.url}/faults`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: JSON.stringify({ call: '*', fault: 'reset' }),
    });
    expect(simple.status).toBe(403);
    expect(standIn.faults.list()).toEqual([]);
  });
});

describe('npm run gateway', () => {
  test('the gateway serves with the faults of its command line until SIGTERM, and leaves no file behind', async () => {
    const args = ['--profile', 'onespan-server', '--json', '--fault', 'MdlAddDevice=lost-answer@1'];
    const child = spawn(process.execPath, [...commandArguments('gateway'), ...args], {
      cwd: repository,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { control, addresses, environment } = JSON.parse(line) as Record<string, string> & {
      addresses: Record<string, string>;
      environment: Record<string, string>;
    };
    const ask = asker(control ?? '');
    const { json } = await ask('POST', '/registrations', { userId: 'max.poe' });
    await activate(json['payload'] as string, addresses['phone'] ?? '');
    // Its answer was lost once, and asked for again.
    const { json: log } = await ask('GET', '/calls?name=MdlAddDevice');
    expect((log['calls'] as { fault: string }[]).map(({ fault }) => fault)).toEqual(['lost-answer', null]);

    const files = dirname(environment['ONESPAN_SERVER_CA_FILE'] ?? '');
    expect(existsSync(files)).toBe(true);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect([child.exitCode, existsSync(files)]).toEqual([0, false]);
  });

  test('the gateway reports that a port is taken, and exits', async () => {
    const { standIn } = await open('embedded');
    const { port } = new URL(standIn.addresses['phone'] ?? '');
    const { code, output } = await runCommand('gateway', ['--port', `phone=${port}`]);
    expect([code, output]).toEqual([1, `Port ${port} is taken. Leave it out for a free one.\n`]);
  });
});
