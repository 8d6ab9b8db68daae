import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { systemRandom } from '@/lib/shared/random';
import { fault, type Fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const PASSWORD = 'Canary-Password-1';
const INSTANCE = 'VDS1000042-1';
const NOBODY = { ...JANE, registrationIdentifier: 'Xk29aLm4', baseline: null };

let server: OneSpanServer;
let opened: OpenedGateway;
const failures: GatewayError[] = [];

beforeAll(async () => {
  server = await startOnespanServer({
    users: [{ userId: JANE.userId, staticPassword: PASSWORD }],
    serviceUser: { userId: 'svc-tessera', domain: 'master', password: 'Canary-Service-1' },
  });
});

// One that has met bad answers may leave the server alone for a while.
beforeEach(() => {
  opened = openAdapter(server, failures);
});

afterEach(async () => {
  await server.faults.clear();
  // While its circuit is open it does not even log off.
  await opened.close().catch((error: unknown) => {
    if (!(error instanceof GatewayError) || error.code !== 'circuit-open') throw error;
  });
  failures.length = 0;
});

afterAll(() => server.close());

const register = () => opened.activation.register(JANE, generateActivationId(systemRandom), PASSWORD);

const PROVISIONING: Record<string, () => Promise<unknown>> = {
  registerOffline: async () => opened.activation.offline?.register(JANE, generateActivationId(systemRandom), PASSWORD),
  addDevice: async () => opened.activation.offline?.addDevice(NOBODY, 'Canary-Code-1'),
  activate: async () => opened.activation.offline?.activate(NOBODY, 'Canary-Signature-1'),
};

/** Everything that is asked of the server. */
const QUESTIONS: typeof PROVISIONING = {
  register,
  ...PROVISIONING,
  observe: () => opened.activation.observe(NOBODY),
  checkHealth: () => opened.activation.checkHealth(),
  list: () => opened.directory.list(JANE),
  limits: () => opened.directory.limits(JANE),
  findOwner: () => opened.directory.findOwner('VDS1000042'),
  unlock: () => opened.directory.unlock(INSTANCE),
  remove: () => opened.directory.remove(INSTANCE),
  testOneTimePassword: () => opened.directory.testOneTimePassword(INSTANCE, '123456'),
  verifyPassword: async () => opened.people?.users.verifyPassword(JANE.userId, JANE.domain, PASSWORD),
  find: async () => opened.people?.users.find('somebody else', JANE.domain),
  search: async () => opened.people?.users.search(JANE.domain, ['jane'], null),
};

const reply = (body: string, status = 200): Fault =>
  fault.reply({ status, headers: { 'content-type': 'text/xml; charset=utf-8' }, body });
const envelope = (content: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;
const codes = '<resultCodes><statusCodeEnum>STAT_SUCCESS</statusCodeEnum><statusCode>0</statusCode></resultCodes>';
const deep = `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`;

const FAULTS: Record<string, Fault> = {
  'an unknown status': fault.unknownStatus(),
  'a page of HTML': fault.html(),
  'half of the answer': fault.truncated(),
  'an answer that is cut off': fault.cutOff(),
  'ten megabytes': fault.huge(),
  'a redirect': fault.redirect(),
  'an entity bomb': fault.entityBomb(),
  'HTTP 500': fault.status(500),
  'a SOAP fault': reply(
    envelope('<s:Fault><faultcode>s:Server</faultcode><faultstring>No</faultstring></s:Fault>'),
    500,
  ),
  'an empty body': reply(''),
  'an envelope with nothing in it': reply(envelope('')),
  'an answer without codes': reply(envelope('<x><results/><status/></x>')),
  'success without what it is about': reply(
    envelope(`<x><status>${codes}</status><results><resultCodes/></results></x>`),
  ),
  'entities that are not declared': reply(envelope('<x>&a;</x>')),
  'no UTF-8': fault.reply({ status: 200, headers: { 'content-type': 'text/xml' }, body: Uint8Array.of(0x3c, 0xff) }),
  'thousands of elements in each other': reply(envelope(deep)),
};

describe.each(Object.entries(FAULTS))('%s', (_name, wrong) => {
  test.each([
    ['*', QUESTIONS],
    ['provisioningExecute', PROVISIONING],
  ])('a bad answer is a failure of the gateway, logged without a secret: %s', async (command, questions) => {
    server.faults.set(command, wrong);
    for (const [name, ask] of Object.entries(questions)) {
      const error = await ask().catch((failure: unknown) => failure);
      expect([name, error instanceof GatewayError]).toEqual([name, true]);
      const told = [error as GatewayError, ...failures].flatMap(({ message, stack, cause }) => [
        message,
        stack,
        cause instanceof Error && [cause.message, cause.stack],
      ]);
      expect(JSON.stringify(told)).not.toContain('Canary');
      expect((error as GatewayError).cause).toBeInstanceOf(Error);
    }
  });

  test('a bad answer has no effect once it is over', async () => {
    await opened.activation.checkHealth();
    expect(await register()).toMatchObject({ ok: true, value: JANE });
    expect(await opened.people?.users.verifyPassword(JANE.userId, JANE.domain, PASSWORD)).toMatchObject(JANE);
  });
});

describe('a registration', () => {
  test('a registration that the server refuses for an unknown reason is refused, and the reason is logged', async () => {
    const status =
      '<status><resultCodes><statusCodeEnum>STAT_SOMETHING</statusCodeEnum><statusCode>-77</statusCode></resultCodes>' +
      '<errorStack><errors><errorDesc>The component is not\n registered</errorDesc></errors></errorStack></status>';
    server.faults.set('dsappSRPRegister', reply(envelope(`<r>${status}</r>`)));
    server.state.accounts.add({ userId: 'refused', staticPassword: PASSWORD });
    const refused = await opened.activation.register(
      { ...JANE, userId: 'refused' },
      generateActivationId(systemRandom),
      PASSWORD,
    );
    expect(refused).toEqual({ ok: false, refusal: 'refused-by-gateway' });
    const [{ cause } = { cause: null }] = failures;
    expect((cause as Error).message).toBe('dsappSRPRegister: STAT_SOMETHING (-77) The component is not registered');
  });

  test('a registration of a user without a licence is refused as that', async () => {
    const status =
      '<status><resultCodes><statusCodeEnum>STAT_NOT_FOUND</statusCodeEnum><statusCode>-13</statusCode></resultCodes></status>';
    server.state.accounts.add({ userId: 'new.comer', staticPassword: PASSWORD });
    server.faults.set('dsappSRPRegister', reply(envelope(`<r>${status}</r>`)));
    const user = { ...JANE, userId: 'new.comer' };
    const refused = await opened.activation.register(user, generateActivationId(systemRandom), PASSWORD);
    expect(refused).toEqual({ ok: false, refusal: 'no-licence' });
  });

  test('a registration whose answer is lost is made by the next try', async () => {
    await register();
    server.calls.clear();
    server.faults.once('dsappSRPRegister', fault.lostAnswer());
    await expect(register()).rejects.toBeInstanceOf(GatewayError);
    expect(await register()).toMatchObject({ ok: true });
    expect(server.calls.count('dsappSRPRegister')).toBe(2);
  });

  test.each(['', 'a\u0000b', 'half \ud800'])(
    'a registration with %j, which no request can carry, is refused',
    async (credential) => {
      const refused = await opened.activation.register(JANE, generateActivationId(systemRandom), credential);
      expect(refused).toEqual({ ok: false, refusal: 'credential-refused' });
    },
  );

  test('a registration carries special characters of XML unchanged', async () => {
    const user = { userId: 'o\'neil & "sons" <x>', domain: 'example.org' };
    const password = '<&]]>"\'\u{1f511} \t';
    server.state.accounts.add({ ...user, staticPassword: password });
    const registered = await opened.activation.register(user, generateActivationId(systemRandom), password);
    expect(registered).toMatchObject({ ok: true, value: user });
  });
});

test('a "password" that makes the server send a push proves nothing, though it is answered with success', async () => {
  server.state.accounts.add({ userId: 'pusher', staticPassword: PASSWORD });
  const attribute =
    '<attributes><attributeID>CREDFLD_STATUS_MESSAGE</attributeID><value>password is wrong</value></attributes>';
  const results = `<results>${codes}<resultAttribute>${attribute}</resultAttribute><errorStack/></results>`;
  server.faults.set('authUser', reply(envelope(`<r><authUserResults>${results}</authUserResults></r>`)));
  expect(await opened.people?.users.verifyPassword('pusher', 'example.org', 'push')).toBeNull();
});
