import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeOfflinePhone } from '../../../support/doubles/fake-offline-phone';
import { HttpsClient } from '../../../support/onespan/https-client';
import { attributes, callSoap } from '../../../support/onespan/soap-calls';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';

let server: OneSpanServer;
let client: HttpsClient;

beforeAll(async () => {
  server = await startOnespanServer({ users: [{ userId: 'jane.doe', staticPassword: 'Secret-1' }] });
  client = new HttpsClient({ caFile: server.caFile });
});

afterAll(async () => {
  client.close();
  await server.close();
});

const post = async (path: string, body: object) =>
  (await client.json('POST', `${server.cloudUrl}/v1/${path}`, body)).json as Record<string, string>;

test('the cloud activates a phone without a network in two images (OneSpan §5.2, §5.3)', async () => {
  const user = { objectType: 'RegisterUserInputEx', userID: 'off.line', activationType: 'offlineMDL' };
  const { registrationID, activationPassword = '', serialNumber } = await post('users/register', user);
  expect(activationPassword).toMatch(/^[0-9A-F]{6,4202}$/);
  const phone = await FakeOfflinePhone.scan(activationPassword);
  const added = await post(`registrations/${registrationID}/add-device`, { deviceCode: phone.deviceCode });
  expect(added).toEqual({
    activationMessage2: expect.stringMatching(/^(?:[0-9A-F]{2})+$/),
    activationType: 'offlineMDL',
    deviceStatus: 'pending',
    deviceType: 'DAL10',
    domain: 'example.org',
    registrationID,
    serialNumber,
    userID: 'off.line',
  });
  const wrong = await post(`registrations/${registrationID}/activate`, { signature: '1'.repeat(16) });
  expect(wrong).toMatchObject({ retCode: -1_299 });
  const signature = await phone.scanSecond(added['activationMessage2'] ?? '');
  await post(`registrations/${registrationID}/activate`, { signature });
  const status = await post('registrations/check-status', { login: 'off.line', timeoutSeconds: '0' });
  expect(status).toEqual({ activationStatus: 'activated' });
});

test('provisioningExecute activates an offline phone step by step (OneSpan §4.2)', async () => {
  const provision = async (cmd: string, fields: Parameters<typeof attributes>[0]) => {
    const set = attributes({ PROVFLD_COMPONENT_TYPE: 'Self-Management Website', ...fields });
    const content = `<cmd>PROVISIONCMD_MDL_${cmd}</cmd><attributeSet>${set}</attributeSet>`;
    return callSoap(client, server.soapUrl, 'Provisioning', 'provisioningExecute', content);
  };
  const user = { PROVFLD_USERID: 'jane.doe', PROVFLD_ACTIVATION_TYPE: ['unsignedInt', '1'] as [string, string] };
  const refused = await provision('REGISTER', { ...user, PROVFLD_STATIC_PASSWORD: 'wrong' });
  expect(refused.statusCode).toBe('STAT_LOCAL_PASSWORD_MISMATCH');
  const registered = await provision('REGISTER', { ...user, PROVFLD_STATIC_PASSWORD: 'Secret-1' });
  const { PROVFLD_REGISTRATIONID = '', PROVFLD_ACTIVATION_MESSAGE = '', PROVFLD_SERNO } = registered.attributes;
  const phone = await FakeOfflinePhone.scan(PROVFLD_ACTIVATION_MESSAGE);
  const device = { PROVFLD_REGISTRATIONID, PROVFLD_DEVICE_CODE: phone.deviceCode };
  const added = await provision('ADD_DEVICE', device);
  const otherCode = { ...device, PROVFLD_DEVICE_CODE: '1'.repeat(26) };
  expect((await provision('ADD_DEVICE', otherCode)).statusCode).toBe('STAT_NOT_FOUND');
  const signature = await phone.scanSecond(added.attributes['PROVFLD_ACTIVATION_MESSAGE'] ?? '');
  const activated = await provision('ACTIVATE', { PROVFLD_REGISTRATIONID, PROVFLD_SIGNATURE: signature });
  expect(activated.attributes).toEqual({
    PROVFLD_USERID: 'jane.doe',
    PROVFLD_DOMAIN: 'example.org',
    PROVFLD_SERNO: `${PROVFLD_SERNO}-1`,
  });
  expect(await server.gateway.listInstances({ userId: 'jane.doe', domain: 'example.org' })).toHaveLength(1);
});

test('registrations of both kinds count towards a limit of started activations (OneSpan §4.3)', async () => {
  const counting = await startOnespanServer({ limitCounts: 'activations', activationLimit: 2 });
  try {
    const account = counting.state.accounts.add({ userId: 'jane.doe' });
    const { state } = counting;
    expect([await state.register(account), await state.registerOffline(account)]).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect(await state.registerOffline(account)).toEqual({ ok: false, refusal: 'activation-limit-reached' });
  } finally {
    await counting.close();
  }
});
