import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fault } from '@/lib/kit/faults/fault';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { MovingClock } from '@/lib/kit/server/moving-clock';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { runCommand, type CommandOptions } from '../../support/servers/run-command';
import { ThrowAwayAuthority } from '@/lib/kit/gateways/wire/throw-away-authority';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { FakePhone } from '../../support/doubles/fake-phone';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { verdictsIn, WELL } from './doctor-verdicts';

const PASSWORD = 'Static-Password-1';
const jane = { userId: 'jane.doe', staticPassword: PASSWORD };

let directory: string;
let server: OneSpanServer;
let guarded: OneSpanServer;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tessera-doctor-'));
  server = await startOnespanServer({ users: [jane], lockThreshold: 2, servers: 2 });
  guarded = await startOnespanServer({ clientCertificate: true });
});

afterEach(async () => {
  await server.faults.clear();
  server.calls.clear();
  server.listeners.soap[0]?.present(server.identities.right);
});

afterAll(async () => {
  await Promise.all([server.close(), guarded.close()]);
  rmSync(directory, { recursive: true, force: true });
});

/** Somebody's device, activated at the server itself. */
async function activateDevice({ state, gateway }: OneSpanServer): Promise<void> {
  const account = state.accounts.add({ userId: 'john.roe' });
  const registration = valueOf(await state.register(account));
  const image = valueOf(formatActivationPayload({ ...registration, gatewayId: state.options.gatewayId }));
  const phone = new FakePhone(gateway, image);
  for (let step = 0; step < 4; step++) expect(await phone.step()).toBe('done');
}

type Run = Omit<CommandOptions, 'env'> & { env?: Record<string, string>; args?: string[]; of?: OneSpanServer };

/** What the doctor says of one server, which has nothing of a secret in it. */
async function examine({ env, args, of = server, ...options }: Run = {}) {
  const { serviceUser } = of.state.options;
  const variables = {
    GATEWAY: 'onespan-server',
    ONESPAN_SERVER_URLS: of.soapUrl,
    ONESPAN_SERVER_CA_FILE: of.caFile,
    ONESPAN_SERVICE_USER: serviceUser.userId,
    ONESPAN_SERVICE_PASSWORD: serviceUser.password,
    ONESPAN_COMPONENT_TYPE: 'Self-Management Website',
    ...env,
  };
  const { code, output } = await runCommand('doctor', args, { ...options, env: variables });
  for (const secret of [variables.ONESPAN_SERVICE_PASSWORD, PASSWORD, 'PRIVATE KEY'])
    expect(output).not.toContain(secret);
  return { code, output, verdicts: verdictsIn(output) };
}

/** A client certificate of an authority that no server trusts. */
function writeStranger() {
  const { cert, key } = new ThrowAwayAuthority('Another authority').issue({ commonName: 'Stranger' });
  const [certificate, keyFile] = [join(directory, 'stranger.pem'), join(directory, 'stranger-key.pem')];
  writeFileSync(certificate, cert);
  writeFileSync(keyFile, key);
  return { ONESPAN_CLIENT_CERTIFICATE_FILE: certificate, ONESPAN_CLIENT_KEY_FILE: keyFile };
}

describe('the doctor at OneSpan Authentication Server', () => {
  it('the doctor has no findings where all is well, and leaves neither session nor registration', async () => {
    const { code, output, verdicts } = await examine({ env: { ONESPAN_SERVER_URLS: server.soapUrls.join() } });
    expect(verdicts).toEqual(WELL);
    for (const url of server.soapUrls) expect(output).toContain(`\n${url}\n`);
    expect(output).toContain('valid for another 89 days');
    expect(output).toContain('Nothing failed.');
    expect(code).toBe(0);
    expect(server.state.sessions.size).toBe(0);
    expect(server.calls.count('logon')).toBe(2);
    expect(server.calls.count('dsappSRPRegister')).toBe(0);
    const ofAssigned = server.calls
      .list()
      .filter(({ name, body }) => name === 'digipassQuery' && body.includes('>Assigned<'));
    expect(ofAssigned.map(({ url }) => url)).toEqual(server.soapUrls);
  });

  it.each([
    [{}, 'ok', 'told: the recent activity of a device may be read, and no device is there to try it on'],
    [{ missingPrivileges: ['View Recent DIGIPASS Activity'] }, 'warning', 'inferred from the end of a grace period'],
    [{ missingPrivileges: ['View Recent DIGIPASS Activity'] }, 'warning', 'STAT_PERMISSION (1005) Missing privilege'],
    [{ missingPrivileges: ['View DIGIPASS'] }, 'failed', 'the service user may not look at DIGIPASS'],
  ] as const)('the doctor says by what a finished activation is told, with %o: %s', async (options, verdict, words) => {
    const of = await startOnespanServer({ users: [jane], ...options });
    try {
      const { output, verdicts, code } = await examine({ of });
      // What is not there to look at cannot be counted either.
      // A missing privilege is said by its own check, too.
      expect(verdicts).toEqual({
        ...WELL,
        privileges: verdict,
        completion: verdict,
        ...(verdict === 'failed' && { licences: 'skipped' }),
      });
      expect(output.replaceAll(/\s+/g, ' ')).toContain(words);
      expect(code).toBe(verdict === 'failed' ? 1 : 0);
    } finally {
      await of.close();
    }
  });

  it.each([
    ['directly', { privilegesBy: 'before-roles' }, 'ok', 'it has what it needs, and no more; the smallest role:'],
    ['by a role', { privilegesBy: 'role' }, 'ok', 'it has what it needs, and no more'],
    ['unreadably', { mayReadPrivileges: false }, 'warning', 'neither its privileges nor its roles; the smallest role:'],
    [
      'by a role that is too small',
      { privilegesBy: 'role', missingPrivileges: ['View Domain'] },
      'failed',
      'it lacks View Domain',
    ],
    ['too widely', { furtherPrivileges: ['Delete User'] }, 'warning', 'it has more than it needs: Delete User'],
    [
      'as a checker',
      { furtherPrivileges: ['Approve/Reject Pending Operation'] },
      'failed',
      'could approve what it asks for itself',
    ],
  ] as const)('the doctor reads privileges that were given %s, %o: %s', async (_how, options, verdict, words) => {
    const of = await startOnespanServer(options);
    try {
      const { output, verdicts } = await examine({ of });
      expect(verdicts['privileges']).toBe(verdict);
      expect(output.replaceAll(/\s+/g, ' ')).toContain(words);
    } finally {
      await of.close();
    }
  });

  it('the doctor finds the signal at a device that is there, and names the relay where there is one', async () => {
    const of = await startOnespanServer({ lastAuthenticationField: 'DIGIPASSFLD_LAST_AUTH' });
    try {
      await activateDevice(of);
      const activity = await examine({ of });
      expect(activity.output).toContain('completion: told: the recent activity of a device may be read');
      const named = await examine({ of, env: { ONESPAN_LAST_AUTHENTICATION_FIELD: 'DIGIPASSFLD_LAST_AUTH' } });
      expect(named.output).toContain('completion: told by the last authentication of a device (DIGIPASSFLD_LAST_AUTH)');
      const env = { TESSERA_RELAY: '1', ONESPAN_DIGIPASS_GATEWAY_URL: of.digipassGatewayUrl };
      const relayed = await examine({ of, env: { ...env, ONESPAN_DIGIPASS_GATEWAY_CA_FILE: of.caFile } });
      expect(relayed.output).toContain('completion: told by the relay');
    } finally {
      await of.close();
    }
  });

  it('the doctor checks the way to the DIGIPASS Gateway behind the relay too', async () => {
    const env = {
      TESSERA_RELAY: '1',
      ONESPAN_DIGIPASS_GATEWAY_URL: server.digipassGatewayUrl,
      ONESPAN_DIGIPASS_GATEWAY_CA_FILE: server.caFile,
    };
    const well = await examine({ env });
    expect(well.output).toContain(`\n${server.digipassGatewayUrl}\n`);
    expect(well.output).toContain('answer: HTTP 401');
    expect(well.code).toBe(0);
    const port = await freePort();
    const away = await examine({ env: { ...env, ONESPAN_DIGIPASS_GATEWAY_URL: `https://localhost:${port}` } });
    expect(away.output).toContain('correct the port in ONESPAN_DIGIPASS_GATEWAY_URL');
    expect(away.code).toBe(1);
  });

  it('the doctor reports a host without an address, and skips its other checks', async () => {
    const { code, output, verdicts } = await examine({ env: { ONESPAN_SERVER_URLS: 'https://nobody.invalid:8888' } });
    expect(output).toMatch(/failed +name: no address is known for nobody\.invalid/);
    expect(output).toContain('Correct the host in ONESPAN_SERVER_URLS');
    expect(output).toContain('component: because "name" did not pass');
    expect(verdicts).toMatchObject({ port: 'skipped', certificate: 'skipped', 'log-off': 'skipped' });
    expect(code).toBe(1);
  });

  it('the doctor reports a port without a listener', async () => {
    const port = await freePort();
    const { code, output } = await examine({ env: { ONESPAN_SERVER_URLS: `https://localhost:${port}` } });
    expect(output).toMatch(new RegExp(`failed +port: ${port} takes no connections \\(ECONNREFUSED\\)`));
    expect(output).toContain('Start the server, or correct the port');
    expect(code).toBe(1);
  });

  it.each([
    ['untrusted', 'it comes from an authority that is not trusted', 'ONESPAN_SERVER_CA_FILE must hold'],
    ['expired', 'it has expired', 'Renew the certificate of the server'],
    ['of-another-host', 'it is for another host name', 'ONESPAN_SERVER_URLS must name the server as'],
  ] as const)('the doctor reports that a certificate is %s', async (identity, words, fix) => {
    server.listeners.soap[0]?.present(server.identities[identity]);
    const { code, output, verdicts } = await examine();
    expect(output).toContain(`certificate: ${words}`);
    expect(output).toContain(fix);
    expect(verdicts).toMatchObject({ port: 'ok', certificate: 'failed', answer: 'skipped' });
    expect(code).toBe(1);
    expect(server.calls.count()).toBe(0);
  });

  it('the doctor reports the file of another authority', async () => {
    const file = join(directory, 'other-authority.pem');
    writeFileSync(file, new ThrowAwayAuthority('Another authority').cert);
    const { code, output } = await examine({ env: { ONESPAN_SERVER_CA_FILE: file } });
    expect(output).toContain('certificate: it comes from an authority that is not trusted');
    expect(code).toBe(1);
  });

  it('the doctor warns of a certificate that expires soon, which is no failure', async () => {
    server.listeners.soap[0]?.present(server.identities.expiring);
    const { code, output } = await examine();
    expect(output).toMatch(/warning +certificate: valid for another 4 days/);
    expect(code).toBe(0);
  });

  it('the doctor reports a port without TLS', async () => {
    const { code, output } = await examine({
      env: { ONESPAN_SERVER_URLS: server.phoneUrl.replace('http:', 'https:') },
    });
    expect(output).toMatch(/failed +certificate: there is none: no TLS is spoken/);
    expect(code).toBe(1);
  });

  it('the doctor distinguishes a missing client certificate from a refused one, and accepts the right one', async () => {
    const missing = await examine({ of: guarded });
    expect(missing.output).toMatch(/failed +client certificate: the server .*wants one/);
    expect(missing.code).toBe(1);

    const refused = await examine({ of: guarded, env: writeStranger() });
    expect(refused.output).toMatch(/failed +client certificate: the server .*refuses it/);
    expect(refused.code).toBe(1);

    const { clientCertificateFile, clientKeyFile } = guarded;
    const right = await examine({
      of: guarded,
      env: { ONESPAN_CLIENT_CERTIFICATE_FILE: clientCertificateFile, ONESPAN_CLIENT_KEY_FILE: clientKeyFile },
    });
    expect(right.verdicts).toEqual(WELL);
    expect(right.code).toBe(0);
  });

  it('the doctor reports a missing or refused client certificate under TLS 1.2 too', async () => {
    const NODE_OPTIONS = '--tls-max-v1.2';
    const missing = await examine({ of: guarded, env: { NODE_OPTIONS } });
    expect(missing.output).toMatch(
      /failed +certificate: the server ended the handshake, as one does that wants a client certificate/,
    );
    expect(missing.code).toBe(1);

    const refused = await examine({ of: guarded, env: { NODE_OPTIONS, ...writeStranger() } });
    expect(refused.output).toMatch(/failed +certificate: the server hung up .*client certificate/);
    expect(refused.code).toBe(1);
  });

  it('the doctor reports a refused service user, without a second try that would lock the account', async () => {
    const { code, output } = await examine({
      env: { ONESPAN_SERVICE_PASSWORD: 'Wrong-Password-1', ONESPAN_SERVER_URLS: server.soapUrls.join() },
    });
    expect(output).toMatch(/failed +log-on: svc-tessera in master is refused \(logon: STAT_LOCAL_PASSWORD_MISMATCH/);
    expect(output).toContain('Correct ONESPAN_SERVICE_USER, ONESPAN_SERVICE_PASSWORD or ONESPAN_SERVICE_DOMAIN');
    expect(output).toMatch(/skipped +log-on: because another server refused it/);
    expect(code).toBe(1);
    expect(server.calls.count('logon')).toBe(1);
    expect(server.state.serviceUser.isLocked).toBe(false);
  });

  it('the doctor tries the changes of passwords and PINs that are switched on, and nothing is changed', async () => {
    const on = { ONESPAN_PASSWORD_CHANGE: 'server', ONESPAN_PIN_CHANGE: '1' };
    const well = await examine({ env: on });
    expect(well.verdicts).toEqual({ ...WELL, 'password change': 'ok', 'pin change': 'ok' });
    expect(well.code).toBe(0);
    const wrong = await examine({
      env: { ...on, ONESPAN_PASSWORD_FIELDS: 'guide', ONESPAN_SEPARATE_PASSWORD_FORMAT: '7' },
    });
    expect(wrong.verdicts).toMatchObject({ 'password change': 'warning', 'pin change': 'warning' });
    expect(wrong.output).toContain('try the other values of ONESPAN_PASSWORD_CHANGE and ONESPAN_PASSWORD_FIELDS');
    expect(wrong.output).toContain('try other values of ONESPAN_SEPARATE_PASSWORD_FORMAT');
    server.faults.set('updatePassword', fault.status(404));
    const away = await examine({ env: on });
    expect(away.output).toMatch(/failed +password change: the server does not answer the command/);
    expect(server.state.accounts.find(jane.userId)).toMatchObject({ staticPassword: PASSWORD, serverPin: null });
  });

  it('the doctor tries the sending of one-time passwords and the learning of passwords, and nothing is sent', async () => {
    const on = { ONESPAN_VIRTUAL_REQUEST: 'KeywordPassword', ONESPAN_PASSWORD_SYNC: '1' };
    const wrong = await examine({ env: on });
    expect(wrong.verdicts).toEqual({
      ...WELL,
      'one-time passwords that are sent': 'warning',
      'password synchronisation': 'ok',
    });
    expect(wrong.output).toContain('set ONESPAN_VIRTUAL_REQUEST to it');
    const policy = { method: 'KeywordPassword', keyword: 'otp', delivery: 'sms', reply: 'success' } as const;
    server.state.options.virtualAuthenticator = policy;
    const well = await examine({ env: on });
    server.state.options.virtualAuthenticator = null;
    expect(well.verdicts).toMatchObject({ 'one-time passwords that are sent': 'ok' });
    expect(server.state.virtual.inbox).toEqual([]);
  });

  it('the doctor tries self-registration that is switched on, and no account is made', async () => {
    const on = { ONESPAN_SELF_REGISTRATION: 'on', ONESPAN_REGISTRATION_COMPONENT: 'Self-Registration' };
    const wrong = await examine({ env: on });
    expect(wrong.verdicts).toEqual({ ...WELL, 'self-registration': 'warning' });
    expect(wrong.output).toContain('Register the component of ONESPAN_REGISTRATION_COMPONENT');
    const { components } = server.state.options;
    components['Self-Registration'] = { authenticates: true, registers: true };
    const count = server.state.accounts.list().length;
    const well = await examine({ env: on });
    delete components['Self-Registration'];
    expect(well.verdicts).toEqual({ ...WELL, 'self-registration': 'ok' });
    expect(server.state.accounts.list()).toHaveLength(count);
  });

  it('the doctor tries self-assignment and the repair of clocks, and says whose field names may be wrong', async () => {
    const on = { ONESPAN_SELF_ASSIGNMENT: 'login', ONESPAN_CLOCK_REPAIR: '1' };
    const well = await examine({ env: on });
    expect(well.verdicts).toEqual({ ...WELL, 'self-assignment': 'ok', 'clock repair': 'ok' });
    const wrong = await examine({ env: { ...on, ONESPAN_CLOCK_FIELDS: 'CREDFLD_ONE,CREDFLD_TWO' } });
    expect(wrong.verdicts).toMatchObject({ 'clock repair': 'warning' });
    expect(wrong.output).toContain('set ONESPAN_CLOCK_FIELDS to them');
  });

  it('the doctor reports an unregistered client component', async () => {
    const { code, output, verdicts } = await examine({ env: { ONESPAN_COMPONENT_TYPE: 'Nobody Knows It' } });
    expect(output).toMatch(/failed +component: the server answers as it does for one that is not registered/);
    expect(output).toContain('Register the address of this machine as a client component');
    expect(verdicts).toMatchObject({ 'log-on': 'ok', 'log-off': 'ok' });
    expect(code).toBe(1);
  });

  it.each([
    [45 * SECOND, 'warning', 0],
    [5 * MINUTE, 'failed', 1],
  ])('the doctor reports that the clocks are %i ms apart', async (milliseconds, verdict, expectedCode) => {
    const clock = new MovingClock(join(directory, 'clock'));
    clock.advance(milliseconds);
    const { code, output, verdicts } = await examine({ clock });
    expect(verdicts['clock']).toBe(verdict);
    expect(output).toMatch(/clock: the server is \d+ s behind this machine/);
    expect(output).toContain('the same time server (NTP)');
    expect(code).toBe(expectedCode);
  });

  it('the doctor reports an answer of another server', async () => {
    server.faults.set('*', fault.html());
    const { code, output, verdicts } = await examine();
    expect(output).toMatch(/failed +answer: HTTP 200 of type text\/html, and not text\/xml: something else answers/);
    expect(output).toContain('ONESPAN_SERVER_URLS must name the SOAP port');
    expect(verdicts).toMatchObject({ certificate: 'ok', 'log-on': 'skipped', component: 'skipped' });
    expect(code).toBe(1);
    expect(server.calls.count('logon')).toBe(0);
  });

  it('the doctor completes its checks after a malformed answer', async () => {
    server.faults.set('authUser', fault.truncated());
    const { code, output, verdicts } = await examine();
    expect(output).toMatch(/failed +component: .*authUser: not well-formed/);
    expect(verdicts).toMatchObject({ 'log-off': 'ok', registration: 'skipped' });
    expect(code).toBe(1);
  });

  it('the doctor starts an activation for a given user, whose password it never shows', async () => {
    const args = ['--user-id', jane.userId];
    const started = await examine({ args, input: `${PASSWORD}\n` });
    expect(started.output).toMatch(/ok +registration: started for jane\.doe/);
    expect(started.code).toBe(0);
    expect(server.calls.count('dsappSRPRegister')).toBe(1);

    const refused = await examine({ args, input: 'Wrong-Password-1\n' });
    expect(refused.output).toMatch(/failed +registration: refused for jane\.doe \(credential-refused/);
    expect(refused.output).not.toContain('Wrong-Password-1');
    expect(refused.code).toBe(1);
    expect(server.state.sessions.size).toBe(0);
  });

  it('the doctor asks the phone of a given user, and tells what the server answered and when', async () => {
    const env = { ONESPAN_PUSH_KEYWORD: 'push' };
    const { userId, phone, device } = await activateVendorPhone(server);
    const run = { args: ['--user-id', userId], input: 'Secret-1\n', env };
    const [approved] = await Promise.all([
      examine(run),
      phone.receive(server.state.challenges).then((login) => valueOf(login).approve()),
    ]);
    expect(approved.output).toMatch(new RegExp(`ok +request to a phone: ${device.instanceId} approved it after \\d`));
    expect(approved.code).toBe(0);

    const refused = await examine({ ...run, env: { ONESPAN_PUSH_KEYWORD: 'another' } });
    expect(refused.output).toMatch(/failed +request to a phone: authUser: STAT_INVCREDENTIALS \(1000\).* after \d/);
    expect(refused.code).toBe(1);
  });

  it('the doctor has the server wait for an image, and says what a wrong guess is answered', async () => {
    const { userId } = await activateVendorPhone(server);
    const run = { args: ['--user-id', userId], input: 'Secret-1\n' };
    const waits = await examine({ ...run, env: { ONESPAN_SCAN: 'qr' } });
    expect(waits.output.replaceAll(/\s+/g, ' ')).toContain(
      'image for a phone: a key of ten digits, and with the type “SCAN” and password format 0 the server waits',
    );
    expect(waits.code).toBe(0);

    const wrong = await examine({ ...run, env: { ONESPAN_SCAN: 'qr', ONESPAN_SCAN_AUTHENTICATION_TYPE: 'CRONTO' } });
    expect(wrong.output.replaceAll(/\s+/g, ' ')).toMatch(
      /image for a phone: with the type “CRONTO” and password format 0 the server answers after \d/,
    );
    expect(wrong.code).toBe(1);

    const nobody = await examine({
      args: ['--user-id', jane.userId],
      input: `${PASSWORD}\n`,
      env: { ONESPAN_SCAN: 'qr' },
    });
    expect(nobody.output).toMatch(/failed +image for a phone: getSecureChallenge: STAT_/);
  });

  it('the doctor leaves out a secret that the server repeats', async () => {
    const { password } = server.state.options.serviceUser;
    const body = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultstring>wrong: ${password}</faultstring></e:Fault></e:Body></e:Envelope>`;
    server.faults.set('logon', fault.reply({ status: 500, headers: { 'content-type': 'text/xml' }, body }));
    const { code, output } = await examine();
    expect(output).toMatch(/failed +log-on: .*SOAP fault: wrong: …/);
    expect(code).toBe(1);
  });

  it('the doctor names all missing and malformed variables at once, and asks no server', async () => {
    const { code, output } = await examine({
      env: { ONESPAN_SERVICE_USER: '', ONESPAN_COMPONENT_TYPE: '', ONESPAN_SERVER_URLS: 'http://localhost:1' },
    });
    for (const name of ['ONESPAN_SERVICE_USER', 'ONESPAN_COMPONENT_TYPE', 'ONESPAN_SERVER_URLS'])
      expect(output).toContain(name);
    expect(output).not.toContain('name:');
    expect(code).toBe(1);
    expect(server.calls.count()).toBe(0);
  });
});
