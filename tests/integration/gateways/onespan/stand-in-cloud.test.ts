import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fault } from '@/lib/kit/faults/fault';
import { findCode } from '@/lib/phone/scanning/find-code';
import { FakePhone } from '../../../support/doubles/fake-phone';
import { HttpsClient } from '../../../support/onespan/https-client';
import { failureOfClass, licenceLimitReached } from '@/lib/kit/gateways/cloud/cloud-failure';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';

const clock = { time: new Date(), now: () => clock.time };
let server: OneSpanServer;
let client: HttpsClient;

beforeAll(async () => {
  server = await startOnespanServer({
    clock,
    clientCertificate: true,
    users: [{ userId: 'jane.doe', staticPassword: 'Secret-1' }],
  });
  const certificate = { certFile: server.clientCertificateFile, keyFile: server.clientKeyFile };
  client = new HttpsClient({ caFile: server.caFile, certificate });
});

afterAll(async () => {
  client.close();
  await server.close();
});

const post = (path: string, body: object) => client.json('POST', `${server.cloudUrl}/v1/${path}`, body);
const get = (path: string) => client.json('GET', `${server.cloudUrl}/v1/${path}`);
const render = (query: string, accept = 'image/png') =>
  client.send('GET', `${server.cloudUrl}/v1/visualcodes/render?${query}`, { accept });

const REGISTRATION = { objectType: 'RegisterUserInputEx', activationType: 'onlineMDL' };

const statusOf = async (login: string) => {
  const { json } = await post('registrations/check-status', { login, timeoutSeconds: '0' });
  return json;
};

describe('users/register (OneSpan §5.1, §5.2)', () => {
  test('users/register creates the user and answers credentials within their documented forms', async () => {
    const reply = await post('users/register', { ...REGISTRATION, userID: 'new.comer' });
    expect(reply.status).toBe(200);
    expect(reply.headers['log-correlation-id']).toMatch(/^[\w-]{36}$/);
    expect(reply.json).toEqual({
      registrationID: expect.stringMatching(/^.{1,40}$/),
      activationPassword: expect.stringMatching(/^.{6,40}$/),
      serialNumber: expect.stringMatching(/^[A-Z0-9]{3}\d{7}$/),
    });
    const user = await get('users/new.comer@example.org');
    const { serialNumber } = reply.json as { serialNumber: string };
    expect(user.json).toMatchObject({ userID: 'new.comer', domain: 'example.org', authenticators: [serialNumber] });
    const found = await get(`authenticators?serialNumber=${serialNumber}&domain=&type=&assigned=&offset=0&limit=20`);
    expect(found.json).toMatchObject({ total: 1, authenticators: [{ serialNumber, authenticatorType: 'DAL10' }] });
  });

  test('users/register answers the risk of an adaptive registration', async () => {
    const adaptive = { applicationRef: 'a', sessionID: 's', relationshipRef: 'r', clientIP: '192.0.2.1', cddc: {} };
    const body = { ...REGISTRATION, ...adaptive, objectType: 'AdaptiveRegisterUserInput', userID: 'ada.ptive' };
    expect((await post('users/register', body)).json).toMatchObject({ riskResponseCode: 0 });
  });

  test.each([
    ['no object type', { userID: 'a', activationType: 'onlineMDL' }, ['objectType must not be null']],
    ['an object type that there is not', { ...REGISTRATION, objectType: 'X', userID: 'a' }, ['objectType is invalid']],
    [
      'an activation type that there is not',
      { ...REGISTRATION, activationType: 'X', userID: 'a' },
      ['activationType is invalid'],
    ],
    ['a field that there is not', { ...REGISTRATION, userID: 'a', nickname: 'J' }, ['nickname is not known']],
    ['a number for a text', { ...REGISTRATION, userID: 7 }, ['userID is invalid']],
  ])('users/register refuses %s', async (_why, body, errors) => {
    const reply = await post('users/register', body);
    expect(reply.status).toBe(400);
    const validationErrors = errors.map((message) => ({ message }));
    expect(reply.json).toEqual({ message: 'Validation failed', error: 'Bad Request', validationErrors });
  });

  test('users/register refuses a wrong static password', async () => {
    const reply = await post('users/register', { ...REGISTRATION, userID: 'jane.doe', staticPassword: 'wrong' });
    expect([reply.status, reply.json]).toEqual([403, expect.objectContaining({ retCode: -1_199 })]);
  });
});

describe('check-status (OneSpan §5.2, §5.4)', () => {
  test('check-status answers unknown, pending, and timeout after ten minutes', async () => {
    expect(await statusOf('nobody')).toEqual({ activationStatus: 'unknown' });
    expect(await statusOf('jane.doe')).toEqual({ activationStatus: 'unknown' });
    await post('users/register', { ...REGISTRATION, userID: 'jane.doe', staticPassword: 'Secret-1' });
    expect(await statusOf('jane.doe')).toEqual({ activationStatus: 'pending' });
    clock.time = new Date(clock.time.getTime() + 599_000);
    expect(await statusOf('jane.doe@example.org')).toEqual({ activationStatus: 'pending' });
    clock.time = new Date(clock.time.getTime() + 1_000);
    expect(await statusOf('jane.doe')).toEqual({ activationStatus: 'timeout' });
  });

  test('check-status refuses a wait that is not a text of digits', async () => {
    const reply = await post('registrations/check-status', { login: 'jane.doe', timeoutSeconds: 0 });
    expect(reply.status).toBe(400);
  });
});

test('users/unregister deletes the user (OneSpan §5.1)', async () => {
  await post('users/register', { ...REGISTRATION, userID: 'go.ne' });
  expect((await post('users/go.ne@example.org/unregister', { objectType: 'X' })).status).toBe(400);
  const body = { objectType: 'UnregisterUserInputEx' };
  expect((await post('users/go.ne@example.org/unregister', body)).status).toBe(200);
  expect((await get('users/go.ne@example.org')).status).toBe(404);
  expect(await statusOf('go.ne')).toEqual({ activationStatus: 'unknown' });
  const unassigned = (await get('authenticators?assigned=false')).json as {
    authenticators: { serialNumber: string }[];
  };
  const [licence] = unassigned.authenticators;
  await post('users/register', { ...REGISTRATION, userID: 'bare' });
  const taken = { domain: 'example.org', userID: 'bare' };
  expect((await post(`authenticators/${licence?.serialNumber}/assign`, taken)).status).toBe(409);
});

test('a device instance is deleted, and its licence stays', async () => {
  const { json } = await post('users/register', { ...REGISTRATION, userID: 'lo.st' });
  const { serialNumber, registrationID: registrationIdentifier, activationPassword } = json as Record<string, string>;
  const image = ['01', '01', 'lo.st', 'example.org', registrationIdentifier, activationPassword].join(';');
  const phone = new FakePhone(server.gateway, image);
  for (let step = 0; step < 4; step++) expect(await phone.step()).toBe('done');
  const remove = (name: string) => client.send('DELETE', `${server.cloudUrl}/v1/authenticators/${name}`, {});
  expect((await remove(`${serialNumber}-1`)).status).toBe(204);
  expect((await remove(`${serialNumber}-1`)).status).toBe(404);
  expect((await get('users/lo.st@example.org')).json).toMatchObject({ authenticators: [serialNumber] });
});

describe('visualcodes/render (OneSpan §5.1)', () => {
  const message = Buffer.from('01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd').toString('hex');

  test('the renderer paints a PNG that decodes to the message', async () => {
    const { status, headers, bytes } = await render(`format=CRONTO&message=${message}`);
    expect([status, headers['content-type']]).toEqual([200, 'image/png']);
    expect(findCode(PNG.sync.read(bytes))).toMatchObject({ text: '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd' });
  });

  test.each([
    ['half a byte', `format=CRONTO&message=${message}0`, 400],
    ['too long a message', `format=CRONTO&message=${'00'.repeat(536)}`, 400],
    ['another format', `format=BMP&message=${message}`, 400],
  ])('the renderer refuses %s', async (_what, query, status) => {
    expect((await render(query)).status).toBe(status);
  });
});

describe('what goes wrong', () => {
  test('no client without a certificate of the authority gets in', async () => {
    const stranger = new HttpsClient({ caFile: server.caFile });
    await expect(stranger.json('GET', `${server.cloudUrl}/v1/authenticators`)).rejects.toThrow(
      /ECONNRESET|hang up|alert/,
    );
    stranger.close();
  });

  test('an unknown path is not found', async () => {
    expect((await post('users/jane.doe@example.org/dance', {})).status).toBe(404);
  });

  test('the licence limit and the documented error classes can be asked for', async () => {
    server.faults.once('users/register', fault.reply(licenceLimitReached()));
    const limit = await post('users/register', { ...REGISTRATION, userID: 'jane.doe' });
    expect([limit.status, limit.json]).toEqual([
      409,
      { message: 'License activation limit reached', error: 'Conflict' },
    ]);
    server.faults.once('users/register', fault.reply(failureOfClass('provisioning')));
    const failed = await post('users/register', { ...REGISTRATION, userID: 'jane.doe' });
    expect(failed.json).toMatchObject({ retCode: -1_299 });
  });
});
