import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { Request } from '@/lib/gateways/transport/exchange';
import { newInstance, readBaseline, captureBaseline } from '@/lib/gateways/onespan-cloud/baseline';
import { CloudClient } from '@/lib/gateways/onespan-cloud/cloud-client';
import { OneSpanCloudActivationGateway } from '@/lib/gateways/onespan-cloud/onespan-cloud-activation-gateway';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { MINUTE } from '@/lib/shared/time/duration';
import vectors from '../../vectors/onespan-cloud.json';

const JANE = { userId: 'jane.doe', domain: 'example.org' };

/** A cloud that answers one thing after the other. */
function answering(...answers: [status: number, body: object, headers?: IncomingHttpHeaders][]) {
  const asked: Request[] = [];
  const refusals: GatewayError[] = [];
  const client = new CloudClient({
    async send(request, read) {
      const [status, body, headers = {}] = answers[asked.push(request) - 1] ?? [];
      if (status === undefined) throw new RangeError('there are no more answers');
      return read({ status, headers, body: Buffer.from(JSON.stringify(body)) });
    },
  });
  const gateway = new OneSpanCloudActivationGateway(
    { client, clock: { now: () => new Date() }, onRefusal: (refusal) => void refusals.push(refusal) },
    { domain: JANE.domain, lifetimeMs: 10 * MINUTE },
  );
  const register = (user = JANE) => gateway.register(user);
  return { gateway, register, asked, refusals };
}

const calls = (asked: Request[]) => asked.map(({ method, path }) => `${method} ${path}`);
const bodyOf = (request?: Request) => JSON.parse(request?.body ?? '') as unknown;

function causeOf(error: unknown): string {
  return ((error as GatewayError).cause as Error).message;
}

describe(`users/register (OneSpan §${vectors.registration.section})`, () => {
  const { request, answer, image, malformed } = vectors.registration;

  test('the registration’s request and answer are as documented, and its image is that of OneSpan §1.1', async () => {
    const { register, asked } = answering([200, answer], [200, { authenticators: [answer.serialNumber] }]);
    const registered = await register();
    expect(registered.ok && formatActivationPayload(registered.value)).toEqual({ ok: true, value: image });
    expect(calls(asked)).toEqual(['POST /v1/users/register', 'GET /v1/users/jane.doe@example.org']);
    expect(bodyOf(asked[0])).toEqual(request);
  });

  test('a user ID is escaped in a path, whatever is in it', async () => {
    const user = { userId: 'o/..?#%@corp.example', domain: 'a b' };
    const { register, asked } = answering([200, answer], [200, {}]);
    await register(user);
    expect(asked[1]?.path).toBe('/v1/users/o%2F..%3F%23%25%40corp.example@a%20b');
  });

  test.each(malformed)('an answer with $why is refused', async ({ change }) => {
    const { register } = answering([200, { ...answer, ...change }]);
    await expect(register()).rejects.toMatchObject({ code: 'malformed-reply' });
  });
});

describe(`check-status (OneSpan §${vectors.statuses.section})`, () => {
  const { request, answers } = vectors.statuses;
  const baseline = JSON.stringify(captureBaseline('VDS1000042', []));
  const atGateway = { ...JANE, registrationIdentifier: 'Xk29aLm4', baseline };
  const listed = [200, { authenticators: ['VDS1000042-1'] }] as [number, object];

  test.each(answers)(
    'the activation status $activationStatus is observed as $state',
    async ({ activationStatus, state }) => {
      const { gateway, asked } = answering([200, { activationStatus }], listed);
      expect(await gateway.observe(atGateway)).toMatchObject({ state });
      expect(bodyOf(asked[0])).toEqual(request);
      // A poll is one call, until there is a device to be named.
      expect(asked).toHaveLength(state === 'active' ? 2 : 1);
    },
  );

  test('a user ID that looks like a mail address is told with its domain', async () => {
    const { gateway, asked } = answering([200, { activationStatus: 'pending' }]);
    await gateway.observe({ ...atGateway, userId: 'jane@corp.example' });
    expect(bodyOf(asked[0])).toMatchObject({ login: 'jane@corp.example@example.org' });
  });
});

test.each(vectors.devices.cases)('the new device is found by comparison: $what', ({ before, after, device }) => {
  const baseline = readBaseline(JSON.stringify(captureBaseline(vectors.devices.licence, before)));
  expect(baseline && newInstance(baseline, after)).toBe(device);
});

describe('a failure', () => {
  const { refused, failed } = vectors.failures;

  test.each(refused)(
    'the failure HTTP $status $retCode $message $validationErrors is refused: $means',
    async (failure) => {
      const { section: _section, means, told, status, ...body } = failure;
      const { register, refusals } = answering([status, body]);
      expect(await register()).toEqual({ ok: false, refusal: means });
      expect(refusals.map(causeOf)).toEqual(told === null ? [] : [`POST users/register: HTTP ${status} ${told}`]);
    },
  );

  test.each([
    ['5f1c-77', ' [5f1c-77]'],
    ['forged\nline', ''],
  ])('the failure is logged with the vendor’s correlation number %j', async (id, told) => {
    const { register, refusals } = answering([400, { retCode: -1_100 }, { 'log-correlation-id': id }]);
    await register();
    expect(refusals.map(causeOf)).toEqual([`POST users/register${told}: HTTP 400 (-1100, user error)`]);
  });

  test.each(failed)('the failure HTTP $status $retCode $message is thrown: $means', async (failure) => {
    const { section: _section, means, told, status, ...body } = failure;
    const error: unknown = await answering([status, body])
      .register()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GatewayError);
    expect(error).toMatchObject({ code: means });
    expect(causeOf(error)).toBe(`POST users/register: HTTP ${status} ${told}`);
  });
});
