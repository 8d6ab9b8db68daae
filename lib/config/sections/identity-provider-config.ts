import type { Environment } from '../environment/environment-schema';
import type { ClaimedRole } from './identity-provider-schema';

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
] as const satisfies (keyof Environment)[];

/** Problems of the provider's variables together. @param given as set, by name */
export function identityProviderProblems(given: Record<string, unknown>): string[] {
  const isSet = (name: keyof Environment) => given[name] !== undefined;
  if (!isSet('TESSERA_OIDC_ISSUER'))
    return OTHERS.filter(isSet).map((name) => `TESSERA_OIDC_ISSUER is needed with ${name}`);
  const problems: string[] = [];
  if (!isSet('TESSERA_OIDC_CLIENT_ID')) problems.push('TESSERA_OIDC_CLIENT_ID is needed with TESSERA_OIDC_ISSUER');
  if (isSet('TESSERA_OIDC_ROLES') !== isSet('TESSERA_OIDC_ROLES_CLAIM'))
    problems.push('TESSERA_OIDC_ROLES_CLAIM and TESSERA_OIDC_ROLES are needed together');
  if (isSet('TESSERA_OIDC_ROLES_FROM') && !isSet('TESSERA_OIDC_ROLES_CLAIM'))
    problems.push('TESSERA_OIDC_ROLES_CLAIM is needed with TESSERA_OIDC_ROLES_FROM');
  if (given['GATEWAY'] === 'onespan-server') {
    if (given['TESSERA_OIDC_CREATE'] === '1')
      problems.push('TESSERA_OIDC_CREATE=1 cannot be with GATEWAY=onespan-server, where the server has the accounts');
    if (isSet('TESSERA_OIDC_ROLES_CLAIM'))
      problems.push('TESSERA_OIDC_ROLES_CLAIM cannot be with GATEWAY=onespan-server: TESSERA_STAFF names the roles');
  }
  return problems;
}

/** @returns null when there is none */
export function identityProviderFrom(environment: Environment): IdentityProviderConfig | null {
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
    userClaim: environment.TESSERA_OIDC_USER_CLAIM ?? 'preferred_username',
    roles: claim === undefined || mapping === undefined ? null : { claim, mapping, fromUserinfo },
    creates: environment.TESSERA_OIDC_CREATE === 1,
  };
}
