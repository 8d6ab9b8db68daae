import { describe, expect, test } from 'vitest';
import type { RegistrationAtGateway } from '@/lib/activation/activation-gateway';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { Request } from '@/lib/gateways/transport/exchange';
import { captureBaseline } from '@/lib/gateways/onespan-cloud/baseline';
import { CloudClient } from '@/lib/gateways/onespan-cloud/cloud-client';
import { OneSpanCloudActivationGateway } from '@/lib/gateways/onespan-cloud/onespan-cloud-activation-gateway';
import { MINUTE } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';

const NOW = new Date('2026-05-04T10:05:00Z');
const JANE = { userId: 'jane.doe', domain: 'example.org' };
const AT_GATEWAY: RegistrationAtGateway = {
  ...JANE,
  registrationIdentifier: 'Xk29/Lm4',
  baseline: JSON.stringify(captureBaseline('VDS1000042', ['VDS1000042', 'VDS1000042-1'])),
};
const LIST = 'GET /v1/users/jane.doe@example.org';

/** A cloud that answers one thing after the other. */
function answering(...answers: [status: number, body: unknown][]) {
  const asked: Request[] = [];
  const refusals: GatewayError[] = [];
  const client = new CloudClient({
    async send(request, read) {
      const [status, body] = answers[asked.push(request) - 1] ?? [];
      if (status === undefined) throw new RangeError('there are no more answers');
      return read({ status, headers: {}, body: Buffer.from(JSON.stringify(body)) });
    },
  });
  const { offline } = new OneSpanCloudActivationGateway(
    { client, clock: { now: () => NOW }, onRefusal: (refusal) => void refusals.push(refusal) },
    { domain: JANE.domain, lifetimeMs: 15 * MINUTE },
  );
  return { offline, asked, refusals };
}

const calls = (asked: Request[]) =>
  asked.map(({ method, path, body = 'null' }) => [`${method} ${path}`, JSON.parse(body)]);

const register = ({ offline }: ReturnType<typeof answering>) =>
  offline.register(JANE, generateActivationId(systemRandom), null);

describe('users/register with offlineMDL (OneSpan §5.1, §5.2)', () => {
  const answer = { registrationID: 'Xk29aLm4', activationPassword: 'f10aFF', serialNumber: 'VDS1000042' };

  test('an offline registration has activation message 1 in place of a password, for ten minutes at most', async () => {
    const cloud = answering([200, answer], [200, { authenticators: ['VDS1000042', 'VDS1000042-1'] }]);
    expect(valueOf(await register(cloud))).toEqual({
      ...AT_GATEWAY,
      registrationIdentifier: 'Xk29aLm4',
      activationMessage1: 'F10AFF',
      expiresAt: new Date(NOW.getTime() + 10 * MINUTE),
    });
    expect(calls(cloud.asked)).toEqual([
      [
        'POST /v1/users/register',
        { objectType: 'RegisterUserInputEx', userID: 'jane.doe', activationType: 'offlineMDL' },
      ],
      [LIST, null],
    ]);
  });

  test('an activation message of the longest documented length is accepted', async () => {
    const activationPassword = 'F1'.repeat(2_101);
    const cloud = answering([200, { ...answer, activationPassword }], [200, {}]);
    expect(valueOf(await register(cloud)).activationMessage1).toBe(activationPassword);
  });

  test.each(['', 'F10', 'Rt7Qp2Zd', 'F1'.repeat(2_102)])(
    'an activation message of %j is refused',
    async (activationPassword) => {
      const cloud = answering([200, { ...answer, activationPassword }]);
      await expect(register(cloud)).rejects.toMatchObject({ code: 'malformed-reply' });
    },
  );
});

describe('add-device and activate (OneSpan §5.1, §5.2)', () => {
  test('add-device and activate carry the codes, and the new device is found by comparison', async () => {
    const adding = answering([200, { activationMessage2: 'F2ab', deviceStatus: 'pending' }]);
    const expiresAt = new Date(NOW.getTime() + 10 * MINUTE);
    expect(await adding.offline.addDevice(AT_GATEWAY, '12345')).toEqual({
      ok: true,
      value: { activationMessage2: 'F2AB', expiresAt },
    });
    const activating = answering([200, {}], [200, { authenticators: ['VDS1000042-1', 'VDS1000042-2'] }]);
    expect(await activating.offline.activate(AT_GATEWAY, '678')).toEqual({
      ok: true,
      value: { instanceId: 'VDS1000042-2' },
    });
    expect(calls([...adding.asked, ...activating.asked])).toEqual([
      ['POST /v1/registrations/Xk29%2FLm4/add-device', { deviceCode: '12345' }],
      ['POST /v1/registrations/Xk29%2FLm4/activate', { signature: '678' }],
      [LIST, null],
    ]);
  });

  test.each<[what: string, list: [number, unknown]]>([
    ['does not list it', [200, { authenticators: ['VDS1000042-1'] }]],
    ['does not answer', [503, { message: 'Unavailable' }]],
    ['does not know its person', [404, { message: 'User not found' }]],
  ])(
    'an activation that has worked is a device or a failure, never refused, when the cloud %s',
    async (_what, list) => {
      const { offline } = answering([200, {}], list);
      const answer = await offline.activate(AT_GATEWAY, '678').catch((error: unknown) => error);
      expect(answer instanceof GatewayError || (answer as { ok: boolean }).ok).toBe(true);
    },
  );

  test.each<[means: string, status: number, body: object]>([
    ['wrong-code', 400, { message: 'Wrong', retCode: -1_299 }],
    ['wrong-code', 400, { message: 'Wrong', validationErrors: [{ message: 'deviceCode is invalid' }] }],
    ['wrong-code', 403, { message: 'Wrong', retCode: -1_650 }],
    ['over', 404, { message: 'Not found' }],
    ['over', 400, { message: 'The registration session was not found', retCode: -1_450 }],
    ['over', 409, { message: 'License activation limit reached' }],
  ])('a code is refused as %s: HTTP %i %o', async (refusal, status, body) => {
    const cloud = answering([status, body], [status, body]);
    const refused = { ok: false, refusal };
    expect(await cloud.offline.addDevice(AT_GATEWAY, '1')).toEqual(refused);
    expect(await cloud.offline.activate(AT_GATEWAY, '1')).toEqual(refused);
    expect(cloud.refusals).toHaveLength(2);
  });

  test.each<[code: string, status: number, body: object]>([
    ['unreachable', 500, { message: 'Internal' }],
    ['unreachable', 400, { message: 'Internal', retCode: -1_000 }],
    ['refused-credentials', 401, { message: 'Unauthorized' }],
    ['malformed-reply', 400, { message: 'Something' }],
  ])('a failure of the cloud is thrown as %s: HTTP %i %o', async (code, status, body) => {
    const cloud = answering([status, body], [status, body]);
    await expect(cloud.offline.addDevice(AT_GATEWAY, '1')).rejects.toMatchObject({ code });
    await expect(cloud.offline.activate(AT_GATEWAY, '1')).rejects.toMatchObject({ code });
  });
});
