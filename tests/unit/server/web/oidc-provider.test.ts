import { expect, it } from 'vitest';
import { OpenIdProvider } from '@/lib/accounts/identity-provider/open-id-provider';
import type { ProviderMetadata } from '@/lib/accounts/identity-provider/discover-provider';
import { oidcProvider, type Claims } from '@/lib/server/web/sessions/oidc-provider';
import { systemClock } from '@/lib/shared/time/clock';

const METADATA = {
  authorization_endpoint: 'https://login.bank.example/authorize',
  token_endpoint: 'https://login.bank.example/token',
  jwks_uri: 'https://login.bank.example/keys',
  userinfo_endpoint: 'https://login.bank.example/userinfo',
} as ProviderMetadata;

/** What is known of somebody whose ID token and userinfo say this. */
async function claimsOf(fromUserinfo: boolean, signed: Claims, asked: Claims): Promise<Claims> {
  const roles = { claim: 'groups', mapping: [], fromUserinfo };
  const config = { issuer: 'https://login.bank.example', clientId: 'tessera', clientSecret: null, name: 'Bank' };
  const rest = { strongContexts: [], userClaim: 'preferred_username', roles, creates: false };
  const { userinfo } = oidcProvider(new OpenIdProvider({ ...config, ...rest }, systemClock), METADATA, 60_000);
  if (typeof userinfo !== 'object' || !userinfo.request) throw new TypeError('userinfo is not asked');
  const context = { tokens: { claims: () => signed }, client: { userinfo: async () => asked } };
  return (await userinfo.request(context as never)) as unknown as Claims;
}

const SIGNED = { sub: '1', iat: 1_000, auth_time: 1_000 };
const ASKED = { sub: '1', name: 'Jane', groups: ['Administrators'], acr: 'strong', iat: 0, auth_time: 9_999 };

it('threat: unsigned claims give no roles, no context and no time, but names of people', async () => {
  expect(await claimsOf(false, SIGNED, ASKED)).toEqual({ ...SIGNED, name: 'Jane', groups: undefined, acr: undefined });
  const groups = ['Auditors'];
  expect(await claimsOf(false, { ...SIGNED, groups }, ASKED)).toMatchObject({ groups });
});

it('roles of userinfo are used if configured, after the signed ones', async () => {
  expect(await claimsOf(true, SIGNED, ASKED)).toMatchObject({ groups: ['Administrators'] });
  expect(await claimsOf(true, { ...SIGNED, groups: [] }, ASKED)).toMatchObject({ groups: [] });
});
