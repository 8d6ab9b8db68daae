import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { currentOneTimePassword } from '@/lib/phone/accounts/one-time-password-at';
import { fetchGatewayAddress } from '@/lib/phone/gateway-address';
import type { Instance } from '@/lib/phone/accounts/instance';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import type { RegistrationCredentials } from '@/lib/gateways/embedded/engine/registration/register';
import { textFromUtf8 } from '@/lib/shared/bytes';
import { activateDevice, finishActivation, link, valueOf, TEST_PIN } from '../../../support/phones/activate-device';
import { HttpsClient } from '../../../support/onespan/https-client';
import { attributes, callSoap, credentialAttributes, descendant } from '../../../support/onespan/soap-calls';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';

const COMPONENT = 'Self-Management Website';
let server: OneSpanServer;
let client: HttpsClient;
let people = 0;

beforeAll(async () => {
  server = await startOnespanServer({ activationLimit: 2 });
  client = new HttpsClient({ caFile: server.caFile });
});

afterEach(() => server.faults.clear());

afterAll(async () => {
  client.close();
  await server.close();
});

const administration = (command: string, content: string) =>
  callSoap(client, server.soapUrl, 'Administration', command, content);

async function logon(): Promise<string> {
  const set = `<attributeSet>${credentialAttributes(server.state.options.serviceUser)}</attributeSet>`;
  const answer = await administration('logon', set);
  return answer.attributes['CREDFLD_SESSION_ID'] ?? '';
}

const authUser = (userId: string, password: string) => {
  const credential = credentialAttributes({ userId, password, componentType: COMPONENT });
  const set = `<credentialAttributeSet>${credential}</credentialAttributeSet>`;
  return callSoap(client, server.soapUrl, 'Authentication', 'authUser', set);
};

const callGateway = (service: string, key: string, body = {}) =>
  client.json('POST', `${server.digipassGatewayUrl}/rest/v2/provisioning/${service}`, body, {
    authorization: authorizationFor(key),
  });

const SUCCESS = { returnCodeEnum: 'RET_SUCCESS', statusCodeEnum: 'STAT_SUCCESS', returnCode: 0, statusCode: 0 };
const HEX = /^(?:[0-9a-f]{2})+$/i;
const DIGEST = /^[0-9a-f]{64}$/i;
const IDENTIFIER = /^[0-9A-Za-z]{8}$/;

/** Names of OneSpan §3.2 and §7.5, sizes of §3.2, §7.2 and §7.3: what a service takes, and what it answers. */
const SHAPES = [
  [
    'DSAPPSRPGenerateEphemeralKey',
    { registrationIdentifier: IDENTIFIER, clientEphemeralPublicKey: HEX },
    { serverEphemeralPublicKey: HEX, salt: HEX },
  ],
  [
    'DSAPPSRPGenerateActivationData',
    { registrationIdentifier: IDENTIFIER, clientEvidenceMessage: DIGEST },
    {
      serverEvidenceMessage: DIGEST,
      encryptedLicenseActivationMessage: HEX,
      encryptedCounter: /^[0-9a-f]{16}$/i,
      mac: DIGEST,
    },
  ],
  [
    'MdlAddDevice',
    { registrationIdentifier: IDENTIFIER, deviceCode: /^\d{26}$/, description: /^.{0,255}$/ },
    { instanceActivationMessage: HEX },
  ],
  [
    'MdlActivate',
    { registrationIdentifier: IDENTIFIER, signature: /^\d{16}$/ },
    { userID: /^jane\.\d+$/, domain: /^example\.org$/, serialNumber: /^[A-Z0-9]{3}\d{7}-\d+$/ },
  ],
] as const;

const matching = (shape: Record<string, RegExp>) =>
  Object.fromEntries(Object.entries(shape).map(([name, form]) => [name, expect.stringMatching(form)]));

/** Somebody new, who is known to the server. */
function newUser(): string {
  people += 1;
  server.state.accounts.add({ userId: `jane.${people}`, staticPassword: 'Secret-1' });
  return `jane.${people}`;
}

async function registerOverSoap(userId: string) {
  const content =
    `<componentType>${COMPONENT}</componentType><user><userID>${userId}</userID></user>` +
    '<credential><staticPassword>Secret-1</staticPassword></credential>';
  const answer = await callSoap(client, server.soapUrl, 'Provisioning', 'dsappSRPRegister', content);
  const textOf = (name: string) => descendant(answer.element, name)?.text ?? '';
  return {
    statusCode: answer.statusCode,
    ...credentialsFrom(userId, textOf('registrationID'), textOf('activationPassword')),
  };
}

async function registerOverCloud(userId: string) {
  const body = { objectType: 'RegisterUserInputEx', userID: userId, activationType: 'onlineMDL' };
  const { json, status } = await client.json('POST', `${server.cloudUrl}/v1/users/register`, body);
  const { registrationID, activationPassword } = json as Record<'registrationID' | 'activationPassword', string>;
  return { status, ...credentialsFrom(userId, registrationID, activationPassword) };
}

function credentialsFrom(
  userId: string,
  registrationIdentifier: string,
  activationPassword: string,
): RegistrationCredentials {
  return { userId, domain: 'example.org', registrationIdentifier, activationPassword, expiresAt: new Date() };
}

async function otpOf(instance: Instance): Promise<string> {
  return valueOf(await currentOneTimePassword(instance, TEST_PIN, new Date())).oneTimePassword;
}

async function instancesOf(session: string, userId: string) {
  const set = attributes({ DIGIPASSFLD_ASSIGNED_USERID: userId });
  const content = `<sessionID>${session}</sessionID><attributeSet>${set}</attributeSet>`;
  const { list } = await administration('digipassQuery', content);
  return list.filter((one) => one['DIGIPASSFLD_LICENSE_SERNO'] !== undefined);
}

async function checkStatus(login: string, timeoutSeconds = '0'): Promise<unknown> {
  const url = `${server.cloudUrl}/v1/registrations/check-status`;
  return (await client.json('POST', url, { login, timeoutSeconds })).json;
}

describe('a phone that was registered over SOAP', () => {
  test('a phone makes the four connections, and its instance shows from the third on (OneSpan §4.4)', async () => {
    const [session, userId] = [await logon(), newUser()];
    const credentials = await registerOverSoap(userId);
    expect(await instancesOf(session, userId)).toEqual([]);
    server.calls.clear();
    const linked = await link(credentials, await fetchGatewayAddress(server.phoneUrl));
    const unfinished = { DIGIPASSFLD_SERNO: linked.instanceId, DIGIPASSFLD_GRACE_PERIOD_EXPIRED: 'false' };
    expect(await instancesOf(session, userId)).toEqual([expect.objectContaining(unfinished)]);
    valueOf(await finishActivation(linked, TEST_PIN, new Date()));
    const finished = { DIGIPASSFLD_SERNO: linked.instanceId, DIGIPASSFLD_GRACE_PERIOD_EXPIRED: 'true' };
    expect(await instancesOf(session, userId)).toEqual([expect.objectContaining(finished)]);
    expect(server.calls.counts()).toMatchObject({
      'provisioning/DSAPPSRPGenerateEphemeralKey': 1,
      'provisioning/DSAPPSRPGenerateActivationData': 1,
      'provisioning/MdlAddDevice': 1,
      'provisioning/MdlActivate': 1,
    });
  });

  test('a phone that was registered over SOAP and its gateway use the names and sizes of the contract', async () => {
    const handle = vi.spyOn(server.gateway, 'handle');
    await activateDevice(await registerOverSoap(newUser()), await fetchGatewayAddress(server.phoneUrl));
    const asked = handle.mock.calls.map(([{ service, body }]) => [service, JSON.parse(textFromUtf8(body)) as unknown]);
    const answered = await Promise.all(handle.mock.results.map(async ({ value }) => (await value).body as unknown));
    handle.mockRestore();
    expect(asked).toEqual(SHAPES.map(([service, request]) => [`provisioning/${service}`, matching(request)]));
    expect(answered).toEqual(SHAPES.map(([, , result]) => ({ resultCodes: SUCCESS, result: matching(result) })));
  });

  test('a phone signs its user in by one-time password, which staff can test too', async () => {
    const [session, userId] = [await logon(), newUser()];
    const instance = await activateDevice(await registerOverSoap(userId), await fetchGatewayAddress(server.phoneUrl));
    const oneTimePassword = await otpOf(instance);
    expect((await authUser(userId, oneTimePassword)).attributes['CREDFLD_SERIAL_NO']).toBe(instance.instanceId);
    expect((await authUser(userId, oneTimePassword)).statusCode).toBe('STAT_INVCREDENTIALS');
    const appl = { DIGIPASSAPPLFLD_SERNO: instance.instanceId, DIGIPASSAPPLFLD_APPL_NAME: 'OTP' };
    const tested = await administration(
      'digipassapplExecute',
      `<sessionID>${session}</sessionID><cmd>DIGIPASSAPPLCMD_TEST_OTP</cmd><attributeSet>${attributes({ ...appl, DIGIPASSAPPLFLD_RESPONSE: '000000' })}</attributeSet>`,
    );
    // The status says only that the call ran (OneSpan §4.3).
    expect([tested.statusCode, tested.attributes['DIGIPASSAPPLFLD_RESULT_CODE']]).toEqual(['STAT_SUCCESS', '1']);
  });

  test('the keyword that triggers a push only seems to register (OneSpan §4.3)', async () => {
    const userId = newUser();
    await activateDevice(await registerOverSoap(userId), await fetchGatewayAddress(server.phoneUrl));
    server.state.options.pushReply = 'seeming-success';
    const answer = await authUser(userId, 'push');
    expect([answer.statusCode, answer.attributes['CREDFLD_STATUS_MESSAGE']]).toEqual([
      'STAT_SUCCESS',
      'password is wrong',
    ]);
  });

  test('a phone is refused beyond the limit until an instance is deactivated, which then opens nothing', async () => {
    const [session, userId] = [await logon(), newUser()];
    const address = await fetchGatewayAddress(server.phoneUrl);
    const first = await activateDevice(await registerOverSoap(userId), address);
    await activateDevice(await registerOverSoap(userId), address);
    expect((await registerOverSoap(userId)).statusCode).toBe('STAT_ACTIVATION_LIMIT');
    expect((await registerOverCloud(userId)).status).toBe(409);
    const set = attributes({ DIGIPASSFLD_SERNO: first.instanceId });
    const deactivation = `<sessionID>${session}</sessionID><cmd>DIGIPASSCMD_DEACTIVATE</cmd><attributeSet>${set}</attributeSet>`;
    const answer = await administration('digipassExecute', deactivation);
    expect(answer.attributes).toMatchObject({ DIGIPASSFLD_EXPIRED: 'true', DIGIPASSFLD_SERNO: first.instanceId });
    expect(answer.attributes['DIGIPASSFLD_DEACTIVATION_MESSAGE']).toMatch(/^[0-9A-F]+$/);
    expect((await server.gateway.testOneTimePassword(first.instanceId, await otpOf(first))).ok).toBe(false);
    expect((await registerOverSoap(userId)).statusCode).toBe('STAT_SUCCESS');
  });
});

describe('a phone that was registered over the cloud', () => {
  test('a phone makes the four connections, which ends a pending status call', async () => {
    const credentials = await registerOverCloud('cloud.user');
    const linked = await link(credentials, await fetchGatewayAddress(server.phoneUrl));
    expect(await checkStatus('cloud.user')).toEqual({ activationStatus: 'pending' });
    const [status] = await Promise.all([
      checkStatus('cloud.user', '30'),
      finishActivation(linked, TEST_PIN, new Date()),
    ]);
    expect(status).toEqual({ activationStatus: 'activated' });
    const user = await client.json('GET', `${server.cloudUrl}/v1/users/cloud.user@example.org`);
    expect(user.json).toMatchObject({ authenticators: [linked.licence.serialNumber, linked.instanceId] });
  });
});

describe('DIGIPASS Gateway over TLS (OneSpan §3.1)', () => {
  test('the DIGIPASS Gateway answers in the documented envelope, and a wrong key with 401', async () => {
    const { frontEndKey } = server.state.options;
    const time = await callGateway('getServerTime', frontEndKey);
    expect(time.json).toEqual({
      resultCodes: SUCCESS,
      result: { serverTime: expect.any(Number) },
    });
    const unknown = await callGateway('MdlActivate', frontEndKey, {
      registrationIdentifier: 'Xk29aLm4',
      signature: '1'.repeat(16),
    });
    expect(unknown.json).toMatchObject({ resultCodes: { statusCodeEnum: 'STAT_NOT_FOUND', returnCode: -1 } });
    expect((await callGateway('getServerTime', '0'.repeat(64))).status).toBe(401);
    expect((await client.send('GET', `${server.digipassGatewayUrl}/rest/v2/provisioning/getServerTime`)).status).toBe(
      405,
    );
  });
});
