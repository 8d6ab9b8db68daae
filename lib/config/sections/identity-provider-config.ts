import { z } from 'zod';
import { onOrOff } from '../environment/kinds';
import { setting, type Section, type ValuesOf } from '../environment/setting';
import {
  claimedRolesSchema,
  claimSchema,
  issuerSchema,
  providerNameSchema,
  strongContextsSchema,
  type ClaimedRole,
} from './identity-provider-schema';

/** An OpenID provider that people may sign in with. */
export type IdentityProviderConfig = {
  /** As the provider writes it, byte for byte; https, or http on this machine. */
  issuer: string;
  clientId: string;
  /** Null for a public client, which PKCE alone protects. */
  clientSecret: string | null;
  /** What people call it. */
  name: string;
  /** Values of `acr` that count as a second factor, the preferred first. */
  strongContexts: string[];
  userClaim: string;
  /** Null where roles are given here. */
  roles: { claim: string; mapping: ClaimedRole[]; fromUserinfo: boolean } | null;
  /** Whether people without an account get one. */
  creates: boolean;
};

export const IDENTITY_PROVIDER = {
  title: 'Sign-in with an identity provider',
  settings: {
    TESSERA_OIDC_ISSUER: setting(issuerSchema, {
      unset: 'none',
      meaning:
        'issuer of an OpenID provider, as the provider writes it; its redirect address is `<TESSERA_URL>/api/auth/callback/oidc`. The provider has to say `auth_time` where `max_age` is asked for, as OpenID Connect Core §2 demands',
      shown: String,
    }),
    TESSERA_OIDC_CLIENT_ID: setting(z.string().min(1).max(255), {
      unset: 'needed with the issuer',
      meaning: 'this site’s client identifier there',
      shown: String,
    }),
    TESSERA_OIDC_CLIENT_SECRET: setting(z.string().max(1_000), {
      unset: 'none',
      meaning: 'its secret; without one this site is a public client, which PKCE alone protects',
    }),
    TESSERA_OIDC_NAME: setting(providerNameSchema, {
      unset: 'the issuer’s host',
      meaning: 'what people call it: “Continue with …”',
      shown: String,
    }),
    TESSERA_OIDC_ACR: setting(strongContextsSchema, {
      unset: 'none',
      meaning:
        'values of `acr`, separated by spaces, that count as a second factor; they are asked for. Any other sign-in counts as a password does',
      shown: (values) => values.join(' '),
    }),
    TESSERA_OIDC_USER_CLAIM: setting(claimSchema, {
      default: 'preferred_username',
      meaning:
        'claim that names the user ID at the first sign-in, from when on the provider’s `sub` does; one that people cannot choose for themselves',
      shown: String,
    }),
    TESSERA_OIDC_CREATE: setting(onOrOff(), {
      default: 0,
      meaning: 'with `1` whoever has no account gets one at the first sign-in',
      shown: String,
    }),
    TESSERA_OIDC_ROLES_CLAIM: setting(claimSchema, {
      unset: 'none',
      meaning:
        'claim that names people’s staff roles, applied at every sign-in; administrators give and take none here then',
      shown: String,
    }),
    TESSERA_OIDC_ROLES: setting(claimedRolesSchema, {
      unset: 'needed with the roles’ claim',
      meaning: '`value:role` pairs separated by commas; roles as in `TESSERA_STAFF`',
      shown: (pairs) => pairs.map(({ value, role }) => `${value}:${role}`).join(', '),
    }),
    TESSERA_OIDC_ROLES_FROM: setting(z.enum(['id-token', 'userinfo'], { error: 'must be "id-token" or "userinfo"' }), {
      default: 'id-token',
      meaning:
        'where the roles’ claim counts: in the signed ID token, or with `userinfo` also in what the userinfo endpoint says, which nobody has signed',
      shown: String,
    }),
  },
} satisfies Section;

type Name = keyof typeof IDENTITY_PROVIDER.settings;

const OTHERS = [
  'TESSERA_OIDC_CLIENT_ID',
  'TESSERA_OIDC_CLIENT_SECRET',
  'TESSERA_OIDC_NAME',
  'TESSERA_OIDC_ACR',
  'TESSERA_OIDC_USER_CLAIM',
  'TESSERA_OIDC_CREATE',
  'TESSERA_OIDC_ROLES_CLAIM',
  'TESSERA_OIDC_ROLES',
  'TESSERA_OIDC_ROLES_FROM',
] as const satisfies Name[];

/** Problems of the provider's variables together. @param variables as set, by name */
export function identityProviderProblems(variables: Record<string, unknown>): string[] {
  const isSet = (name: Name) => variables[name] !== undefined;
  if (!isSet('TESSERA_OIDC_ISSUER'))
    return OTHERS.filter(isSet).map((name) => `TESSERA_OIDC_ISSUER is needed with ${name}`);
  const problems: string[] = [];
  if (!isSet('TESSERA_OIDC_CLIENT_ID')) problems.push('TESSERA_OIDC_CLIENT_ID is needed with TESSERA_OIDC_ISSUER');
  if (isSet('TESSERA_OIDC_ROLES') !== isSet('TESSERA_OIDC_ROLES_CLAIM'))
    problems.push('TESSERA_OIDC_ROLES_CLAIM and TESSERA_OIDC_ROLES are needed together');
  if (isSet('TESSERA_OIDC_ROLES_FROM') && !isSet('TESSERA_OIDC_ROLES_CLAIM'))
    problems.push('TESSERA_OIDC_ROLES_CLAIM is needed with TESSERA_OIDC_ROLES_FROM');
  if (variables['GATEWAY'] === 'onespan-server') {
    if (variables['TESSERA_OIDC_CREATE'] === '1')
      problems.push('TESSERA_OIDC_CREATE=1 cannot be with GATEWAY=onespan-server, where the server has the accounts');
    if (isSet('TESSERA_OIDC_ROLES_CLAIM'))
      problems.push('TESSERA_OIDC_ROLES_CLAIM cannot be with GATEWAY=onespan-server: TESSERA_STAFF names the roles');
  }
  return problems;
}

/** @returns null when there is none */
export function identityProviderFrom(environment: ValuesOf<typeof IDENTITY_PROVIDER>): IdentityProviderConfig | null {
  const { TESSERA_OIDC_ISSUER: issuer, TESSERA_OIDC_CLIENT_ID: clientId } = environment;
  const { TESSERA_OIDC_ROLES_CLAIM: claim, TESSERA_OIDC_ROLES: mapping } = environment;
  const fromUserinfo = environment.TESSERA_OIDC_ROLES_FROM === 'userinfo';
  if (issuer === undefined || clientId === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret: environment.TESSERA_OIDC_CLIENT_SECRET ?? null,
    name: environment.TESSERA_OIDC_NAME ?? new URL(issuer).host.slice(0, 40),
    strongContexts: environment.TESSERA_OIDC_ACR ?? [],
    userClaim: environment.TESSERA_OIDC_USER_CLAIM,
    roles: claim === undefined || mapping === undefined ? null : { claim, mapping, fromUserinfo },
    creates: environment.TESSERA_OIDC_CREATE === 1,
  };
}
