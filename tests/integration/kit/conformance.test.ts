import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { Relay } from '@/lib/gateways/relay/relay';
import { ALL_CHECKS } from '@/lib/kit/conformance/all-checks';
import { moveClockToEndOfTime } from '@/lib/kit/conformance/end-of-time';
import { Endpoint } from '@/lib/kit/conformance/endpoint';
import { controlRegistrar, listRegistrar, NO_REGISTRAR } from '@/lib/kit/conformance/registrar';
import { resultsOf, runConformance, type Report, type Target } from '@/lib/kit/conformance/run-conformance';
import { openControlServer } from '@/lib/kit/gateways/control/control-server';
import { startOnespanServer } from '@/lib/kit/gateways/start-onespan-server';
import { openStandIn, type Profile } from '@/lib/kit/gateways/stand-in';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { createLogger } from '@/lib/server/observability/logger';
import { checkLength } from '@/lib/server/http/checks/check-length';
import { systemClock } from '@/lib/shared/time/clock';
import { MINUTE } from '@/lib/shared/time/duration';
import { phoneAnswerer } from '@/lib/server/web/answers/phone-answerer';
import { DEFECTS, openBrokenGateway, type Defect } from '../../support/kit/broken-gateway';
import { valueOf } from '../../support/phones/activate-device';
import { FrontServer } from '../../support/servers/front-server';
import { runCommand } from '../../support/servers/run-command';

const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close();
});

/** A stand-in, as a target that its control port serves. */
async function openTarget(profile: Profile): Promise<Target & { controlUrl: string }> {
  const standIn = await openStandIn(profile);
  const control = await openControlServer(standIn, 0);
  opened.push(standIn, control);
  return {
    endpoint: new Endpoint(standIn.addresses['phone'] ?? '', standIn.frontEndKey, null),
    profile: 'embedded',
    registrar: controlRegistrar(control.url),
    reachEndOfTime: moveClockToEndOfTime(control.url),
    controlUrl: control.url,
  };
}

/** Tessera's front and relay, before a DIGIPASS Gateway. */
async function openRelayedTarget(): Promise<Target> {
  const server = await startOnespanServer();
  const tls = { authority: readFileSync(server.caFile, 'utf8'), identity: null };
  const ports = { onStep: () => {}, onRefusal: () => {}, onFailure: () => {}, onCall: () => {} };
  const relay = new Relay({ url: server.digipassGatewayUrl, tls, timeLimitMs: MINUTE }, ports);
  const services = { relay, embeddedGateway: null, logger: createLogger('silent') };
  const front = await FrontServer.open([phoneAnswerer(services, systemClock)], () => [checkLength]);
  opened.push(server, relay, front);
  let people = 0;
  return {
    endpoint: new Endpoint(`http://127.0.0.1:${front.port}`, server.state.options.frontEndKey, null),
    profile: 'embedded',
    registrar: {
      isThere: true,
      choosesPeople: true,
      register: async (userId = `jane.${(people += 1)}`) => {
        const account = server.state.accounts.find(userId) ?? server.state.accounts.add({ userId });
        return valueOf(await server.state.register(account));
      },
    },
    async reachEndOfTime() {
      await server.faults.begin({ kind: 'clock-off', ms: 60 * MINUTE });
      return () => server.faults.clear();
    },
  };
}

function ids(report: Report, kind: 'failed' | 'skipped'): string[] {
  return resultsOf(report)
    .filter(({ outcome }) => outcome.kind === kind)
    .map(({ id }) => id)
    .toSorted();
}

/** The checks whose business the defects are. */
function named(planted: readonly Defect[]): string[] {
  return planted.flatMap((defect) => [...DEFECTS[defect]]).toSorted();
}

const ALL = ALL_CHECKS.flatMap(({ checks }) => checks);

describe('a gateway that conforms', () => {
  test.each<Profile>(['embedded', 'onespan-server'])(
    '%s: nothing deviates, and nothing is left out',
    async (profile) => {
      const report = await runConformance(await openTarget(profile));
      expect({ failed: ids(report, 'failed'), skipped: ids(report, 'skipped') }).toEqual({ failed: [], skipped: [] });
      expect(resultsOf(report)).toHaveLength(ALL.length);
    },
  );

  test('a conforming gateway, Tessera’s relay before a DIGIPASS Gateway, has no deviations and no skipped checks', async () => {
    const report = await runConformance(await openRelayedTarget());
    expect({ failed: ids(report, 'failed'), skipped: ids(report, 'skipped') }).toEqual({ failed: [], skipped: [] });
  });
});

describe('a gateway with planted defects', () => {
  const defects = Object.keys(DEFECTS) as Defect[];

  test('all of them are named, and nothing else', async () => {
    const target = await openBrokenGateway(defects);
    opened.push(target);
    const report = await runConformance(target);
    expect({ failed: ids(report, 'failed'), skipped: ids(report, 'skipped') }).toEqual({
      failed: named(defects),
      skipped: [],
    });
  });

  test.each(defects)('a single planted defect is named and no other: %s', async (defect) => {
    const target = await openBrokenGateway([defect]);
    opened.push(target);
    // What shows a stack has to be asked first.
    const report = await runConformance(target, { only: [...named(defects), 'hostile.types'] });
    expect(ids(report, 'failed')).toEqual(named([defect]));
  });
});

describe('a check that cannot be made', () => {
  test('a check that cannot be made is skipped with the reason, and not counted as passed', async () => {
    const target = await openTarget('embedded');
    const report = await runConformance({ ...target, registrar: NO_REGISTRAR, reachEndOfTime: null });
    expect(ids(report, 'failed')).toEqual([]);
    expect(ids(report, 'skipped')).toEqual(
      ALL.filter(({ needs = [] }) => needs.length > 0)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('a check is skipped when the given activations are used up', async () => {
    const target = await openTarget('embedded');
    const only = ['valid.key', 'valid.case'];
    const { userId, domain, registrationIdentifier, activationPassword } = await target.registrar.register();
    const payload = ['01', '01', userId, domain, registrationIdentifier, activationPassword].join(';');
    const report = await runConformance({ ...target, registrar: listRegistrar([payload]) }, { only });
    expect(resultsOf(report).map(({ outcome }) => outcome)).toEqual([
      { kind: 'passed' },
      { kind: 'skipped', reason: 'The activations that were given are used up.' },
    ]);
  });

  test('a check is skipped that needs the vendor’s cryptography or an unpublished answer', async () => {
    const report = await runConformance({ ...(await openTarget('onespan-server')), profile: 'onespan' });
    expect(ids(report, 'failed')).toEqual([]);
    expect(ids(report, 'skipped')).toEqual(
      ALL.filter(({ needs = [], profile }) => profile === 'embedded' || needs.includes('open-cryptography'))
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('an unreachable endpoint has one failure', async () => {
    const endpoint = new Endpoint(`http://127.0.0.1:${await freePort()}`, 'f'.repeat(64), null);
    const report = await runConformance({
      endpoint,
      profile: 'embedded',
      registrar: NO_REGISTRAR,
      reachEndOfTime: null,
    });
    expect(ids(report, 'failed')).toEqual(['keys.front-end']);
    expect(resultsOf(report)[0]?.outcome).toMatchObject({ seen: 'no answer: nobody listens there (ECONNREFUSED)' });
    expect(ids(report, 'skipped')).toHaveLength(ALL.length - 1);
  });
});

describe('npm run conformance', () => {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-conformance-'));

  afterAll(() => rmSync(directory, { recursive: true }));

  test('the command takes a key, starts activations by a command, and writes every report', async () => {
    const { endpoint, controlUrl } = await openTarget('embedded');
    const register = `${process.execPath} -e 'fetch("${controlUrl}/registrations",{method:"POST",body:JSON.stringify({userId:"{person}"})}).then((a)=>a.text()).then(console.log)'`;
    const files = ['a.txt', 'a.html', 'a.xml', 'a.json'].map((name) => join(directory, name));
    const reports = files.flatMap((file) => ['--report', file]);
    const only = ['valid.activation', 'order.device-first', 'expiry.unused'].flatMap((id) => ['--only', id]);
    const { code, output } = await runCommand('conformance', [
      '--url',
      endpoint.url,
      '--register',
      register,
      ...reports,
      ...only,
    ]);
    expect(output).toContain('2 passed, 0 failed, 1 skipped');
    expect(output).toContain('1 skipped: The end of an activation’s time cannot be reached (--lifetime-seconds');
    expect(code).toBe(3);
    const [text = '', html = '', xml = '', json = ''] = files.map((file) => readFileSync(file, 'utf8'));
    expect(text).toContain('passed   Four connections activate a device');
    expect(html).toContain('<h1>Nothing deviates in what was checked; 1 check not made</h1>');
    expect(xml).toContain('tests="3" failures="0" skipped="1"');
    expect(JSON.parse(json)).toMatchObject({ version: 1, passed: 2, failed: 0, skipped: 1 });
  });

  test('the command exits with 0 when every check was made, and with 3 and the reason otherwise', async () => {
    const { endpoint, controlUrl } = await openTarget('embedded');
    const only = ['--only', 'valid.key'];
    const whole = await runCommand('conformance', ['--url', endpoint.url, '--control', controlUrl, ...only]);
    expect(whole.output).toMatch(/\nNothing deviates\.\n/);
    expect(whole.code).toBe(0);
    const { code, output } = await runCommand('conformance', [
      '--url',
      endpoint.url,
      ...only,
      '--only',
      'keys.front-end',
    ]);
    expect(output).toContain('Nothing deviates in what was checked; 1 check not made.');
    expect(output).toContain(
      '1 skipped: No way to start an activation was given (--register, --payload or --control).',
    );
    expect(code).toBe(3);
  });

  test('the command reports an unreachable endpoint instead of a missing key', async () => {
    const { code, output } = await runCommand('conformance', ['--url', `http://127.0.0.1:${await freePort()}`]);
    expect(output).toContain('no answer: nobody listens there (ECONNREFUSED)');
    expect(code).toBe(1);
  });

  test('the command names an untrusted certificate, and accepts the given authority', async () => {
    const server = await startOnespanServer();
    opened.push(server);
    const target = ['--url', server.digipassGatewayUrl, '--only', 'keys.front-end'];
    const withKey = [...target, '--key', server.state.options.frontEndKey];
    for (const args of [target, withKey]) {
      const { code, output } = await runCommand('conformance', args);
      expect(output).toMatch(/no answer: (its certificate is self-signed|an authority unknown here)/);
      expect(output).not.toContain('publishes no front-end key');
      expect(code).toBe(1);
    }
    for (const args of [target, withKey]) {
      const { code } = await runCommand('conformance', [...args, '--ca', server.caFile]);
      expect(code).toBe(0);
    }
  });
});
