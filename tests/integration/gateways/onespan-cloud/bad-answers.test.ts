import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ActivationGateway } from '@/lib/activation/activation-gateway';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { GatewayError } from '@/lib/activation/gateway-error';
import { RendererError } from '@/lib/wire/image/image-renderer';
import { Connection } from '@/lib/gateways/transport/connection';
import { CloudClient } from '@/lib/gateways/onespan-cloud/cloud-client';
import { OneSpanCloudActivationGateway } from '@/lib/gateways/onespan-cloud/onespan-cloud-activation-gateway';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { jsonReply } from '@/lib/kit/faults/reply';
import { fault, type Fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { cloudSettingsFor, openCloudAdapter } from '../../../support/onespan/open-onespan-adapter';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const INSTANCE = 'VDS1000042-1';
const AT_GATEWAY = { ...JANE, registrationIdentifier: 'Xk29aLm4', baseline: null };
const PAYLOAD = '01;01;jane.doe;example.org;Xk29aLm4;Canary-1';

let server: OneSpanServer;
const failures: GatewayError[] = [];

beforeAll(async () => {
  server = await startOnespanServer({ clientCertificate: true, users: [{ userId: JANE.userId }] });
});

afterEach(async () => {
  await server.faults.clear();
  failures.length = 0;
});

afterAll(() => server.close());

/** One that has met bad answers may leave the cloud alone for a while, so that every question has one of its own. */
const open = () => openCloudAdapter(server, failures);
const register = (gateway: ActivationGateway = open().activation) =>
  gateway.register(JANE, generateActivationId(systemRandom), null);
const failureOf = async (call: Promise<unknown> | undefined) =>
  call?.then(String, (error: unknown) => error as GatewayError);

/** The gateway as it would be if it waited for 300 ms. */
function impatient(): ActivationGateway {
  const { url, tls } = cloudSettingsFor(server);
  const connection = new Connection(
    { urls: [url], tls, timeLimitMs: 300, maximumReplyBytes: 100_000 },
    (failure) => void failures.push(failure),
  );
  return new OneSpanCloudActivationGateway(
    { client: new CloudClient(connection), clock: { now: () => new Date() }, onRefusal: () => {} },
    { domain: JANE.domain, lifetimeMs: MINUTE },
  );
}

/** What the log gets of failures. */
function told(errors: unknown[]): string {
  return JSON.stringify(
    errors.flatMap((error) => {
      const { message, stack, cause } = error as Error;
      return [message, stack, cause instanceof Error && [cause.message, cause.stack]];
    }),
  );
}

/** What reads something from the answer. */
const READING: Record<string, () => Promise<unknown> | undefined> = {
  register: () => register(),
  registerOffline: () => open().activation.offline?.register(JANE, generateActivationId(systemRandom), null),
  addDevice: () => open().activation.offline?.addDevice(AT_GATEWAY, 'Canary-Code-1'),
  activate: () => open().activation.offline?.activate(AT_GATEWAY, 'Canary-Signature-1'),
  observe: () => open().activation.observe(AT_GATEWAY),
  checkHealth: () => open().activation.checkHealth(),
};

/** Everything that is asked of the cloud but for images. */
const QUESTIONS: typeof READING = {
  ...READING,
  list: () => open().directory.list(JANE),
  remove: () => open().directory.remove(INSTANCE),
};

const json = (body: string, status = 200): Fault =>
  fault.reply({ status, headers: { 'content-type': 'application/json; charset=utf-8' }, body });

const FAULTS: [name: string, fault: Fault, questions: typeof QUESTIONS][] = [
  ['an unknown status', fault.unknownStatus(), QUESTIONS],
  ['a page of HTML', fault.html(), QUESTIONS],
  ['half of the answer', fault.truncated(), READING],
  ['an answer that is cut off', fault.cutOff(), READING],
  ['ten megabytes', fault.huge(), READING],
  ['a redirect', fault.redirect(), QUESTIONS],
  ['XML', fault.entityBomb(), QUESTIONS],
  ['HTTP 500', fault.status(500), QUESTIONS],
  ['HTTP 500 in JSON', json('{"message":"Internal"}', 500), QUESTIONS],
  ['an empty body', json(''), QUESTIONS],
  ['no JSON', json('{"activationPassword":"Canary-Password-1"'), QUESTIONS],
  [
    'no UTF-8',
    fault.reply({ status: 200, headers: { 'content-type': 'application/json' }, body: Uint8Array.of(0xff) }),
    QUESTIONS,
  ],
  ['a list in the place of an object', json('["Canary-1"]'), READING],
  ['null', json('null'), READING],
  ['success without what it is about', json('{"activationPassword":"Canary-Password-1"}'), READING],
  ['an explanation that is none', json('{"message":7,"retCode":"Canary"}', 400), QUESTIONS],
];

describe.each(FAULTS)('%s', (_name, wrong, questions) => {
  test('a bad answer is a failure of the gateway, logged without a secret', async () => {
    server.faults.set('*', wrong);
    for (const [name, ask] of Object.entries(questions)) {
      const error = await failureOf(ask());
      expect([name, error instanceof GatewayError]).toEqual([name, true]);
      expect(failures.at(-1)).toBe(error);
    }
    expect(told(failures)).not.toContain('Canary');
  });

  test('a bad answer has no effect once it is over', async () => {
    await open().activation.checkHealth();
    expect(await register()).toMatchObject({ ok: true, value: JANE });
  });
});

describe('an image', () => {
  test.each<[Fault, RendererError['code']]>([
    [fault.unknownStatus(), 'wrong-type'],
    [fault.html(), 'wrong-type'],
    [fault.truncated(), 'not-an-image'],
    [fault.cutOff(), 'unreachable'],
    [fault.huge(), 'too-large'],
    [fault.redirect(), 'wrong-type'],
    [fault.status(500), 'unreachable'],
    [fault.reset(), 'unreachable'],
    [fault.reply({ status: 403, headers: { 'content-type': 'text/html' }, body: '' }), 'refused'],
    [fault.reply({ status: 404, headers: { 'content-type': 'image/png' }, body: '' }), 'refused'],
  ])('an image that is answered with %o is a failure that names nothing of the message', async (wrong, code) => {
    server.faults.set('visualcodes/render', wrong);
    const error = await failureOf(open().cronto?.render(PAYLOAD, null) ?? Promise.resolve());
    expect(error).toBeInstanceOf(RendererError);
    expect(error).toMatchObject({ code });
    for (const secret of ['Canary', Buffer.from(PAYLOAD).toString('hex')])
      expect(told([error, ...failures])).not.toContain(secret);
  });
});

describe('an answer that does not come', () => {
  test.each<Fault>([fault.timeout(), fault.drip()])('in time is a failure: $kind', async (wrong) => {
    server.faults.set('*', wrong);
    expect(await failureOf(register(impatient()))).toMatchObject({ code: 'timeout' });
    expect(await failureOf(impatient().checkHealth())).toMatchObject({ code: 'timeout' });
  });

  test('a registration whose answer was lost is repeated, and the later one counts', async () => {
    server.faults.once('users/register', fault.lostAnswer());
    const { activation } = open();
    expect(await failureOf(register(activation))).toMatchObject({ code: 'unreachable' });
    expect(await register(activation)).toMatchObject({ ok: true });
    expect(await activation.observe(AT_GATEWAY)).toMatchObject({ state: 'issued' });
  });
});

test('a cloud that is away is left alone after a while, and a call that changes nothing is tried again', async () => {
  const { activation } = open();
  server.faults.once('registrations/check-status', fault.reset());
  expect(await activation.observe(AT_GATEWAY)).toMatchObject({ state: 'issued' });
  await server.listeners.cloud.stop();
  const codes: string[] = [];
  for (let count = 0; count < 6; count++) codes.push(((await failureOf(register(activation))) as GatewayError).code);
  await server.listeners.cloud.start();
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'unreachable'), 'circuit-open']);
});

describe('TLS', () => {
  test.each(['untrusted', 'expired', 'of-another-host'] as const)(
    'a certificate that is %s is not taken, for calls and for images',
    async (name) => {
      server.listeners.cloud.present(server.identities[name]);
      const fresh = openCloudAdapter(server);
      const calls = [
        failureOf(register(fresh.activation)),
        failureOf(fresh.cronto?.render(PAYLOAD, null) ?? register()),
      ];
      const errors = await Promise.all(calls);
      server.listeners.cloud.present(server.identities.right);
      expect(errors).toMatchObject([{ code: 'untrusted' }, { code: 'unreachable' }]);
    },
  );

  test('the cloud refuses a client without the client certificate', async () => {
    const stranger = openCloudAdapter(server, [], { identity: null });
    const { code } = (await failureOf(stranger.activation.checkHealth())) as GatewayError;
    expect(['refused-credentials', 'unreachable']).toContain(code);
  });

  test('a private authority is not trusted unless it is configured', async () => {
    const fresh = openCloudAdapter(server, [], { authority: null });
    expect(await failureOf(fresh.activation.checkHealth())).toMatchObject({ code: 'untrusted' });
  });
});

describe('a status that is not documented', () => {
  test.each(['completed', '', 'PENDING'])('%j is a failure, and ends no activation', async (activationStatus) => {
    server.faults.set('registrations/check-status', fault.reply(jsonReply(200, { activationStatus })));
    const error = (await failureOf(open().activation.observe(AT_GATEWAY))) as GatewayError;
    expect(error).toMatchObject({ code: 'malformed-reply' });
    expect((error.cause as Error).message).toContain('activationStatus');
  });
});

test('a user who was registered in another domain than the configured one gets no image', async () => {
  const astray = openCloudAdapter(server, failures, { domain: 'elsewhere.example' });
  const elsewhere = { ...JANE, domain: 'elsewhere.example' };
  const error = await failureOf(astray.activation.register(elsewhere, generateActivationId(systemRandom), null));
  expect(error).toMatchObject({ code: 'malformed-reply' });
  expect(((error as GatewayError).cause as Error).message).toContain('ONESPAN_CLOUD_DOMAIN');
  expect(failures).toEqual([error]);
});

test('an image is shown for ten minutes at most, and for less where the site says so', async () => {
  const lifetimes = [15 * MINUTE, 10 * MINUTE, 90 * SECOND].map(async (lifetimeMs) => {
    const registered = await register(openCloudAdapter(server, [], { lifetimeMs }).activation);
    const left = registered.ok ? registered.value.expiresAt.getTime() - Date.now() : Number.NaN;
    return Math.ceil(left / (30 * SECOND)) * 30;
  });
  expect(await Promise.all(lifetimes)).toEqual([600, 600, 90]);
});
