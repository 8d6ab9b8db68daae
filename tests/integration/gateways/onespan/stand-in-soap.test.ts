import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { HttpsClient } from '../../../support/onespan/https-client';
import {
  attributes,
  callSoap,
  credentialAttributes,
  descendant,
  envelope,
  SOAP_HEADERS,
} from '../../../support/onespan/soap-calls';
import { DEFAULT_OPTIONS } from '@/lib/kit/gateways/state/onespan-options';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';

const COMPONENT = 'Self-Management Website';
const clock = { time: new Date(), now: () => clock.time };
let server: OneSpanServer;
let client: HttpsClient;

beforeAll(async () => {
  server = await startOnespanServer({
    clock,
    servers: 2,
    components: { [COMPONENT]: { authenticates: true }, Helpdesk: { authenticates: false } },
    users: ['jane.doe', 'max.poe', 'lou.ray', 'ann.lee'].map((userId) => ({ userId, staticPassword: 'Secret-1' })),
    sessionLimits: { maximumSessions: 3 },
    furtherPrivileges: [
      'Unlock User',
      'Create User',
      'Update User',
      'Delete User',
      'Set User Password',
      'Reset User Password',
    ],
  });
  client = new HttpsClient({ caFile: server.caFile });
});

afterAll(async () => {
  client.close();
  await server.close();
});

const administration = (command: string, content: string) =>
  callSoap(client, server.soapUrl, 'Administration', command, content);

const logonSet = (credential: Parameters<typeof credentialAttributes>[0] = DEFAULT_OPTIONS.serviceUser) =>
  `<attributeSet>${credentialAttributes(credential)}</attributeSet>`;

async function logon(): Promise<string> {
  const answer = await administration('logon', logonSet());
  return answer.attributes['CREDFLD_SESSION_ID'] ?? '';
}

const execute = (command: string, sessionId: string, cmd: string, fields: Parameters<typeof attributes>[0]) =>
  administration(
    command,
    `<sessionID>${sessionId}</sessionID><cmd>${cmd}</cmd><attributeSet>${attributes(fields)}</attributeSet>`,
  );

const registration = (more = '', password = 'Secret-1', userId = 'jane.doe', component = COMPONENT) =>
  `<componentType>${component}</componentType><user><userID>${userId}</userID><domain>example.org</domain></user>` +
  `<credential><staticPassword>${password}</staticPassword></credential>${more}`;

const register = (content = registration()) =>
  callSoap(client, server.soapUrl, 'Provisioning', 'dsappSRPRegister', content);

const authUser = (password: string, userId = 'jane.doe') => {
  const credential = credentialAttributes({ userId, password, componentType: COMPONENT });
  const set = `<credentialAttributeSet>${credential}</credentialAttributeSet>`;
  return callSoap(client, server.soapUrl, 'Authentication', 'authUser', set);
};

describe('dsappSRPRegister (OneSpan §4.2)', () => {
  test('dsappSRPRegister answers user, domain and credentials as the server knows them', async () => {
    const content =
      `<componentType>${COMPONENT}</componentType><user><userID>JANE.Doe</userID></user>` +
      '<credential><staticPassword>Secret-1</staticPassword></credential><activationType>0</activationType>';
    const { name, status, statusCode, element } = await register(content);
    expect([status, name, statusCode]).toEqual([200, 'dsappSRPRegisterResponse', 'STAT_SUCCESS']);
    expect(element.children.map((child) => child.name)).toEqual(['status', 'result']);
    expect(descendant(element, 'userID')?.text).toBe('jane.doe');
    expect(descendant(element, 'domain')?.text).toBe('example.org');
    // Eight letters and digits by default (OneSpan §7.3).
    expect(descendant(element, 'registrationID')?.text).toMatch(/^[0-9A-Za-z]{8}$/);
    expect(descendant(element, 'activationPassword')?.text).toMatch(/^[0-9A-Za-z]{8}$/);
  });

  test.each([
    ['a wrong password', registration('', 'wrong', 'lou.ray'), 'STAT_LOCAL_PASSWORD_MISMATCH'],
    ['an unknown user', registration('', 'Secret-1', 'nobody'), 'STAT_INVCREDENTIALS'],
    ['a component that is not registered', registration('', 'Secret-1', 'jane.doe', 'Elsewhere'), 'STAT_COMPONENT'],
    ['an invalid serial number', registration('<serialNumber>VDS9999999</serialNumber>'), 'STAT_NOT_FOUND'],
    ['no credential', `<componentType>${COMPONENT}</componentType><user><userID>a</userID></user>`, 'STAT_MISSINGFLD'],
    ['an element that there is not', registration('<nickname>J</nickname>'), 'STAT_MISSINGFLD'],
    ['a strange activation type', registration('<activationType>online</activationType>'), 'STAT_INVDATA'],
  ])('dsappSRPRegister refuses %s and gives no result', async (_why, content, statusCode) => {
    const answer = await register(content);
    expect([answer.status, answer.statusCode]).toEqual([200, statusCode]);
    expect(descendant(answer.element, 'returnCode')?.text).not.toBe('0');
    expect(descendant(answer.element, 'result')).toBeNull();
  });

  test('dsappSRPRegister asks for no password where the component’s policy does not', async () => {
    const answer = await register(registration('', '', 'jane.doe', 'Helpdesk'));
    expect(answer.statusCode).toBe('STAT_SUCCESS');
  });

  test('a user who fails three times is locked until unlocked', async () => {
    for (let attempt = 0; attempt < 3; attempt++) await register(registration('', 'wrong', 'max.poe'));
    expect((await register(registration('', 'Secret-1', 'max.poe'))).statusCode).toBe('STAT_LOCKED');
    const session = await logon();
    const user = { USERFLD_USERID: 'max.poe', USERFLD_DOMAIN: 'example.org' };
    const viewed = await execute('userExecute', session, 'USERCMD_VIEW', user);
    expect(viewed.attributes['USERFLD_LOCKED']).toBe('true');
    await execute('userExecute', session, 'USERCMD_UNLOCK', user);
    expect((await register(registration('', 'Secret-1', 'max.poe'))).statusCode).toBe('STAT_SUCCESS');
  });

  test('a registration moves the licence’s counters before any phone connects (OneSpan §4.4)', async () => {
    await register(registration('', 'Secret-1', 'ann.lee'));
    const session = await logon();
    const query = `<sessionID>${session}</sessionID><attributeSet>${attributes({ DIGIPASSFLD_ASSIGNED_USERID: 'ann.lee' })}</attributeSet>`;
    const { list } = await administration('digipassQuery', query);
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({
      DIGIPASSFLD_ASSIGN_STATUS: 'Assigned',
      DIGIPASSFLD_ACTIV_COUNT: '1',
      DIGIPASSFLD_MAX_ACTIVATIONS: '3',
      DIGIPASSFLD_GRACE_PERIOD_EXPIRED: 'false',
      DIGIPASSFLD_LAST_ACTIV_TIME: clock.time.toISOString().replace(/\.\d+/, ''),
    });
    expect(list[0]?.['DIGIPASSFLD_SERNO']).toMatch(/^[A-Z0-9]{3}\d{7}$/);
  });
});

test('a licence whose started activations count is used up by three, until they are reset (OneSpan §4.3, §10)', async () => {
  const strict = await startOnespanServer({
    limitCounts: 'activations',
    users: [{ userId: 'jane.doe', staticPassword: 'Secret-1' }],
  });
  const by = new HttpsClient({ caFile: strict.caFile });
  const begin = async () =>
    (await callSoap(by, strict.soapUrl, 'Provisioning', 'dsappSRPRegister', registration())).statusCode;
  expect([await begin(), await begin(), await begin(), await begin()]).toEqual([
    ...Array.from({ length: 3 }, () => 'STAT_SUCCESS'),
    'STAT_ACTIVATION_LIMIT',
  ]);
  const licence = strict.state.records.licenceOf({ userId: 'jane.doe', domain: 'example.org' });
  if (licence) strict.state.records.resetActivations(licence);
  expect(await begin()).toBe('STAT_SUCCESS');
  by.close();
  await strict.close();
});

describe('administration sessions (OneSpan §4.1)', () => {
  test('an administration session begins with a log-on, is kept alive, and ends with a log-off', async () => {
    server.state.sessions.endAll();
    server.calls.clear();
    const session = `<attributeSet>${attributes({ CREDFLD_SESSION_ID: await logon() })}</attributeSet>`;
    expect((await administration('sessionalive', session)).statusCode).toBe('STAT_SUCCESS');
    expect((await administration('logoff', session)).statusCode).toBe('STAT_ADMIN_SESSION_STOPPED');
    expect((await administration('sessionalive', session)).statusCode).toBe('STAT_ADMIN_SESSION_STOPPED');
    expect(server.calls.counts()).toEqual({ logon: 1, sessionalive: 2, logoff: 1 });
  });

  test.each([
    [
      'the wrong password',
      logonSet({ ...DEFAULT_OPTIONS.serviceUser, password: 'wrong' }),
      'STAT_LOCAL_PASSWORD_MISMATCH',
    ],
    [
      'a user without the privilege',
      logonSet({ userId: 'jane.doe', domain: 'example.org', password: 'Secret-1' }),
      'STAT_PERMISSION',
    ],
    [
      'no password format',
      `<attributeSet>${attributes({ CREDFLD_USERID: 'a', CREDFLD_PASSWORD: 'b' })}</attributeSet>`,
      'STAT_MISSINGFLD',
    ],
    [
      'a password format of the wrong type',
      `<attributeSet>${attributes({ CREDFLD_USERID: 'a', CREDFLD_PASSWORD: 'b', CREDFLD_PASSWORD_FORMAT: '0' })}</attributeSet>`,
      'STAT_INVDATA',
    ],
  ])('an administration session is refused to %s', async (_whom, content, statusCode) => {
    const answer = await administration('logon', content);
    expect(answer.statusCode).toBe(statusCode);
    expect(answer.attributes['CREDFLD_SESSION_ID']).toBeUndefined();
  });

  test('the server allows three sessions at a time, which end when idle or too old', async () => {
    server.state.sessions.endAll();
    const sessions = [await logon(), await logon(), await logon()];
    expect((await administration('logon', logonSet())).statusCode).toBe('STAT_SESSION_LIMIT');
    clock.time = new Date(clock.time.getTime() + 900 * SECOND);
    expect(server.state.sessions.size).toBe(0);
    const view = { USERFLD_USERID: 'jane.doe', USERFLD_DOMAIN: 'example.org' };
    const answer = await execute('userExecute', sessions[0] ?? '', 'USERCMD_VIEW', view);
    expect(answer.statusCode).toBe('STAT_ADMIN_SESSION_STOPPED');
    const kept = await logon();
    for (let minutes = 12; minutes < 24 * 60; minutes += 12) {
      clock.time = new Date(clock.time.getTime() + 12 * MINUTE);
      expect(server.state.sessions.use(kept)).not.toBeNull();
    }
    clock.time = new Date(clock.time.getTime() + 12 * MINUTE);
    expect(server.state.sessions.use(kept)).toBeNull();
  });

  test('an administration session is known to every server', async () => {
    const session = `<attributeSet>${attributes({ CREDFLD_SESSION_ID: await logon() })}</attributeSet>`;
    const [, second = ''] = server.soapUrls;
    expect((await callSoap(client, second, 'Administration', 'sessionalive', session)).statusCode).toBe('STAT_SUCCESS');
  });
});

describe('authUser (OneSpan §4.3)', () => {
  test('authUser accepts a static password', async () => {
    const answer = await authUser('Secret-1');
    expect([answer.name, answer.statusCode]).toEqual(['authUserResponse', 'STAT_SUCCESS']);
    expect(answer.attributes).toEqual({ CREDFLD_USERID: 'jane.doe', CREDFLD_DOMAIN: 'example.org' });
  });

  test('authUser refuses a wrong password with a status and a message', async () => {
    const answer = await authUser('wrong', 'lou.ray');
    expect(answer.statusCode).toBe('STAT_LOCAL_PASSWORD_MISMATCH');
    expect(answer.attributes['CREDFLD_STATUS_MESSAGE']).toBeDefined();
  });
});

describe('users (OneSpan §4.3)', () => {
  const user = { USERFLD_USERID: 'new.comer', USERFLD_DOMAIN: 'example.org' };

  test('users can be created, changed, found and deleted', async () => {
    const session = await logon();
    expect((await execute('userExecute', session, 'USERCMD_VIEW', user)).statusCode).toBe('STAT_NOT_FOUND');
    await execute('userExecute', session, 'USERCMD_CREATE', { ...user, USERFLD_EMAIL: 'new&amp;comer@example.org' });
    const password = { USERFLD_NEW_PASSWORD: 'Fresh-1', USERFLD_CONFIRM_NEW_PASSWORD: 'Fresh-1' };
    await execute('userExecute', session, 'USERCMD_SET_PASSWORD', { ...user, ...password });
    expect((await register(registration('', 'Fresh-1', 'new.comer'))).statusCode).toBe('STAT_SUCCESS');
    const query = (fields: Parameters<typeof attributes>[0], options = '') =>
      administration(
        'userQuery',
        `<sessionID>${session}</sessionID><attributeSet>${attributes(fields)}</attributeSet>${options}`,
      );
    const found = await query({ USERFLD_USERID: 'NEW.comer', USERFLD_HAS_DP: 'Assigned' });
    expect(found.list).toEqual([expect.objectContaining({ ...user, USERFLD_EMAIL: 'new&comer@example.org' })]);
    const page = '<queryOptions><rowoffset>1</rowoffset><rowcount>2</rowcount></queryOptions>';
    const paged = await query({ USERFLD_DOMAIN: 'example.org' }, page);
    expect(paged.list.map((one) => one['USERFLD_USERID'])).toEqual(['jane.doe', 'lou.ray']);
    const counts: number[] = [];
    for (const pattern of ['New*', '*comer', '*w.c*', 'comer*', 'new.*.comer'])
      counts.push((await query({ USERFLD_USERID: pattern })).list.length);
    expect(counts).toEqual([1, 1, 1, 0, 0]);
    expect((await query({ USERFLD_HAS_DP: 'Perhaps' })).statusCode).toBe('STAT_INVDATA');
    await execute('userExecute', session, 'USERCMD_DELETE', user);
    expect((await query({ USERFLD_USERID: 'new.comer' })).statusCode).toBe('STAT_NOT_FOUND');
  });
});

describe('what is no request', () => {
  const logonEnvelope = envelope('Administration', 'logon', logonSet());

  test.each([
    ['an unknown command', envelope('Administration', 'makeCoffee', '')],
    ['an unknown value of cmd', envelope('Administration', 'userExecute', '<cmd>USERCMD_CLONE</cmd>')],
    ['a command of another interface', envelope('Authentication', 'logon', logonSet())],
    ['two commands', logonEnvelope.replace('</soapenv:Body>', '<i:logoff/></soapenv:Body>')],
    [
      'SOAP 1.2',
      logonEnvelope.replace('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
    ],
    ['a document type', logonEnvelope.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')],
    ['half a document', logonEnvelope.slice(0, -20)],
  ])('a malformed request is answered with a fault: %s', async (_what, body) => {
    const reply = await client.send('POST', server.soapUrl, SOAP_HEADERS, body);
    expect(reply.status).toBe(500);
    expect(reply.body).toContain('soapenv:Fault');
  });

  test.each([
    ['no SOAPAction', { 'content-type': 'text/xml' }],
    ['JSON', { ...SOAP_HEADERS, 'content-type': 'application/json' }],
  ])('a request with wrong headers is answered with a fault: %s', async (_what, headers) => {
    const reply = await client.send('POST', server.soapUrl, headers, logonEnvelope);
    expect(reply.status).toBe(500);
  });
});
