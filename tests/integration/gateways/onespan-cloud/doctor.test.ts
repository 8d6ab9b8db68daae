import { afterAll, beforeAll, expect, test } from 'vitest';
import { CloudClient } from '@/lib/gateways/onespan-cloud/cloud-client';
import { CALL_LIMITS } from '@/lib/gateways/transport/exchange';
import { Connection } from '@/lib/gateways/transport/connection';
import { cloudLoginChecks, loginFinding, sessionFinding } from '@/lib/server/doctor/cloud-login-checks';
import { ok, type Check, type Finding } from '@/lib/server/doctor/finding';
import { runChecks } from '@/lib/server/doctor/run-checks';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { SECOND } from '@/lib/shared/time/duration';
import { cloudSettingsFor } from '../../../support/onespan/open-onespan-adapter';
import { activateVendorPhone } from '../../../support/onespan/vendor-phones';
import { valueOf } from '../../../support/phones/activate-device';

const NOBODY = { userId: 'tessera-doctor-nobody', domain: 'example.org' };

let server: OneSpanServer;
let client: CloudClient;

beforeAll(async () => {
  server = await startOnespanServer();
  const { url, tls } = cloudSettingsFor(server);
  client = new CloudClient(new Connection({ urls: [url], tls, ...CALL_LIMITS }, () => {}));
});

afterAll(() => server.close());

async function say(input: Record<string, string> = {}, userId: string | null = null): Promise<Record<string, Finding>> {
  const findings: Record<string, Finding> = {};
  const settings = { push: { timeLimitMs: 60 * SECOND, maximumCalls: 1 }, typedResponse: { input } };
  const person = userId === null ? null : { userId, domain: 'example.org' };
  const reached: Check = { name: 'tenant', needs: null, run: async () => ok('reached') };
  const checks = [reached, ...cloudLoginChecks(client, settings, { nobody: NOBODY, test: person })];
  await runChecks(checks, (name, finding) => (findings[name] = finding));
  delete findings['tenant'];
  return findings;
}

test('without a test person no phone rings, and the tenant is seen to judge a person who is not there', async () => {
  expect(await say()).toEqual({
    'login by push': { verdict: 'ok', words: 'the tenant judges the person, and not the call' },
    session: { verdict: 'ok', words: 'one that there is not is “unknown”' },
    'request to a phone': { verdict: 'skipped', words: 'because it makes a phone ring; --help tells how to try one' },
    'image for a device': {
      verdict: 'ok',
      words: 'the tenant judges the person, and not the call; --help tells how to try one with a device',
    },
  });
});

test('a test person’s phone is asked, and the doctor says what came of it and when', async () => {
  const { userId, phone } = await activateVendorPhone(server);
  for (const [answer, words] of [
    ['approve', /^approved after \d+\.\d s$/],
    ['refuse', /^the tenant says “refused” after \d+\.\d s$/],
  ] as const) {
    const findings = say({}, userId);
    await valueOf(await phone.receive(server.state.challenges))[answer]();
    const found = await findings;
    expect(found['request to a phone']?.words).toMatch(words);
    expect(found['image for a device']?.words).toMatch(/^a message of \d+ bytes, with a request’s identifier$/);
  }
});

test('an input that the tenant does not take is named as what to correct', async () => {
  server.state.options.secureChallengeInput = { objectType: 'SecureChallengeInput' };
  const finding = (await say())['image for a device'];
  expect(finding).toMatchObject({ verdict: 'failed', fix: expect.stringContaining('ONESPAN_CLOUD_CHALLENGE_INPUT') });
  expect((await say({ objectType: 'SecureChallengeInput' }))['image for a device']?.verdict).toBe('ok');
});

test('threat: a tenant that lets everyone in — the doctor fails it', () => {
  expect(loginFinding('accepted').verdict).toBe('failed');
  expect(sessionFinding('accepted').verdict).toBe('failed');
});
