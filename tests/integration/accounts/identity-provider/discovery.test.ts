import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { providerChecks } from '@/lib/server/doctor/provider-checks';
import { runChecks } from '@/lib/server/doctor/run-checks';
import { discoverProvider } from '@/lib/accounts/identity-provider/discover-provider';
import { OpenIdProvider } from '@/lib/accounts/identity-provider/open-id-provider';
import { readClaims } from '@/lib/accounts/identity-provider/read-claims';
import { MINUTE } from '@/lib/shared/time/duration';
import { FakeClock } from '../../../support/doubles/fake-clock';

let server: Server;

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function serve(answer: (issuer: string) => RequestListener): Promise<string> {
  server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('not a TCP address');
  const issuer = `http://localhost:${address.port}`;
  server.on('request', answer(issuer));
  return issuer;
}

const metadataOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/a`,
  token_endpoint: `${issuer}/t`,
  jwks_uri: `${issuer}/k`,
});

const sending = (change: (issuer: string) => object) => (issuer: string) =>
  ((_request, response) =>
    response.end(JSON.stringify({ ...metadataOf(issuer), ...change(issuer) }))) as RequestListener;

const CONFIG = {
  issuer: 'https://login.bank.example',
  name: 'Bank Login',
  strongContexts: ['strong'],
  userClaim: 'preferred_username',
  roles: { claim: 'groups', mapping: [{ value: 'Auditors', role: 'auditor' as const }], fromUserinfo: false },
  creates: false,
};

describe('where the services of a provider are', () => {
  it.each<[string, string, (issuer: string) => RequestListener]>([
    ['another issuer', 'other-issuer', sending((issuer) => ({ issuer: `${issuer}/` }))],
    ['another scheme', 'malformed', sending(() => ({ jwks_uri: 'ftp://login.example/keys' }))],
    ['no token endpoint', 'malformed', sending(() => ({ token_endpoint: undefined }))],
    ['no JSON', 'malformed', () => (_request, response) => void response.end('<html>')],
    ['too much', 'malformed', () => (_request, response) => void response.end(' '.repeat(300_000))],
    ['an error', 'malformed', () => (_request, response) => void response.writeHead(500).end()],
    ['a redirect', 'unreachable', () => (_request, response) => void response.writeHead(302, { location: '/x' }).end()],
    ['nothing', 'unreachable', () => (request) => void request.socket.destroy()],
  ])('the metadata is refused in an answer with %s', async (_what, code, answer) => {
    await expect(discoverProvider(await serve(answer))).rejects.toMatchObject({ code });
  });

  it('the metadata is fetched once for concurrent requests, and again after ten minutes', async () => {
    let times = 0;
    const issuer = await serve((self) => (_request, response) => {
      times += 1;
      response.end(JSON.stringify(metadataOf(self)));
    });
    const clock = new FakeClock();
    const config = { ...CONFIG, issuer, clientId: 'tessera', clientSecret: null };
    const provider = new OpenIdProvider(config, clock);
    await Promise.all([provider.discover(), provider.discover()]);
    await provider.discover();
    expect(times).toBe(1);
    clock.pass(10 * MINUTE);
    await provider.discover();
    expect(times).toBe(2);
  });
});

async function verdicts(issuer: string): Promise<string[]> {
  const said: string[] = [];
  await runChecks(providerChecks({ ...CONFIG, issuer, clientId: 'tessera', clientSecret: null }), (name, { verdict }) =>
    said.push(`${name}: ${verdict}`),
  );
  return said;
}

describe('what the doctor says of a provider', () => {
  it('the doctor reports what the discovery document lacks', async () => {
    const issuer = await serve(sending(() => ({ acr_values_supported: ['weak'], claims_supported: ['sub'] })));
    expect(await verdicts(issuer)).toEqual(['discovery: ok', 'contexts: warning', 'time of sign-in: warning']);
  });

  it('the doctor reports a provider that does not answer', async () => {
    const issuer = await serve(() => (request) => void request.socket.destroy());
    expect(await verdicts(issuer)).toEqual(['discovery: failed', 'contexts: skipped', 'time of sign-in: skipped']);
  });
});

const NOW = new Date(1_000_000);

describe('what claims say', () => {
  const claims = {
    iss: CONFIG.issuer,
    sub: '1',
    auth_time: 1_000,
    iat: 1_000,
    acr: 'strong',
    preferred_username: 'Jane.Doe',
    email: 'Jane@bank.example',
    email_verified: true,
    groups: ['Auditors', 'Others'],
  };

  it('the claims give the subject, the time, the strength and the roles', () => {
    expect(readClaims(CONFIG, claims, NOW)).toMatchObject({
      subject: '1',
      userId: 'jane.doe',
      mailAddresses: ['Jane@bank.example'],
      roles: ['auditor'],
      isStrong: true,
      authenticatedAt: new Date(1_000_000),
    });
  });

  it.each([{ iss: 'https://other.example' }, { sub: '' }, { sub: 1 }, { auth_time: undefined }, { auth_time: '1000' }])(
    'the claims are refused with %j',
    (changes) => {
      expect(readClaims(CONFIG, { ...claims, ...changes }, NOW)).toBeNull();
    },
  );

  it.each([{ iat: 1_061 }, { auth_time: 1_061 }, { iat: undefined }, { iat: '1000' }])(
    'threat: a token of the future, which would stay fresh, is refused with %j, a minute ahead at most',
    (changes) => {
      expect(readClaims(CONFIG, { ...claims, iat: 1_060, auth_time: 1_060 }, NOW)).not.toBeNull();
      expect(readClaims(CONFIG, { ...claims, ...changes }, NOW)).toBeNull();
    },
  );

  it('an unverified address counts neither as an address nor as a user ID', () => {
    const unverified = { ...claims, email_verified: 'true' };
    expect(readClaims(CONFIG, unverified, NOW)).toMatchObject({ mailAddresses: [], userId: 'jane.doe' });
    expect(readClaims({ ...CONFIG, userClaim: 'email' }, unverified, NOW)).toMatchObject({ userId: null });
    expect(readClaims({ ...CONFIG, userClaim: 'email' }, claims, NOW)).toMatchObject({ userId: 'jane@bank.example' });
  });

  it('another context, or none, is no second factor', () => {
    expect(readClaims(CONFIG, { ...claims, acr: 'weak' }, NOW)).toMatchObject({ isStrong: false });
    expect(readClaims(CONFIG, { ...claims, acr: ['strong'] }, NOW)).toMatchObject({ isStrong: false, context: null });
  });
});
