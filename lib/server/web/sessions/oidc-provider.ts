import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { ProviderMetadata } from '../../../accounts/identity-provider/discover-provider';
import { REFRESHED_MS, type OpenIdProvider } from '../../../accounts/identity-provider/open-id-provider';
import { SECOND } from '../../../shared/time/duration';

/** The provider's name in addresses. */
export const OIDC = 'oidc';

type VerifyToken = (token: string, algorithm: string, required: string[]) => Promise<unknown>;

export type Claims = Readonly<Record<string, unknown>>;

/** What signs an ID token where the provider does not say (OpenID Connect Core §3.1.3.7, 7). */
const DEFAULT_ALGORITHM = 'RS256';

/** Signatures by keys of which the provider keeps the private half. */
const ALGORITHMS: ReadonlySet<string> = new Set(['RS256', 'ES256', 'PS256', 'EdDSA', 'ES384', 'RS384', 'RS512']);

/**
 * next-auth's way to sign in with an OpenID provider: authorization code, PKCE, `state` and `nonce`.
 * @param metadata null where it is not asked, or could not be
 * @param maximumAgeMs how long ago a sign-in at the provider may be
 */
export function oidcProvider(
  provider: OpenIdProvider,
  metadata: ProviderMetadata | null,
  maximumAgeMs: number,
): OAuthConfig<Claims> {
  const { config, agent } = provider;
  const { issuer, clientId, clientSecret, name, strongContexts, roles } = config;
  const methods = metadata?.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const acr = strongContexts.join(' ');
  return {
    id: OIDC,
    name,
    type: 'oauth',
    issuer,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    ...(clientSecret !== null && { clientSecret }),
    client: {
      token_endpoint_auth_method:
        clientSecret === null
          ? 'none'
          : methods.includes('client_secret_basic')
            ? 'client_secret_basic'
            : 'client_secret_post',
    },
    authorization: {
      url: metadata?.authorization_endpoint ?? '',
      // `max_age` also makes the provider say when the person signed in (OpenID Connect Core §2, `auth_time`).
      params: { scope: 'openid profile email', max_age: maximumAgeMs / SECOND, ...(acr && { acr_values: acr }) },
    },
    token: {
      url: metadata?.token_endpoint ?? '',
      async request({ client, params, checks, provider: { callbackUrl } }) {
        const verify = (client['validateJWT'] as VerifyToken).bind(client);
        Object.assign(client, {
          validateJWT: async (token: string, _expected: string, required: string[]) =>
            verify(token, await algorithmOf(provider, token), required).catch(async (error: unknown) => {
              // Its keys may have moved: the next try finds them.
              await provider.discover(REFRESHED_MS).catch(() => null);
              throw error;
            }),
        });
        return { tokens: await client.callback(callbackUrl, params, checks) };
      },
    },
    jwks_endpoint: metadata?.jwks_uri ?? '',
    userinfo: {
      url: metadata?.userinfo_endpoint ?? '',
      async request({ tokens, client }) {
        const record = (tokens as unknown as { claims(): Claims }).claims();
        const userinfo = metadata?.userinfo_endpoint === undefined ? {} : await client.userinfo(tokens as never);
        // Who, when, how strongly and with which roles is the signed token's to say.
        const signed = ['acr', 'auth_time', 'iat', ...(roles && !roles.fromUserinfo ? [roles.claim] : [])];
        const bySigner = Object.fromEntries(signed.map((claim) => [claim, record[claim]]));
        return { ...userinfo, ...record, ...bySigner };
      },
    },
    httpOptions: { agent, timeout: 3_500 },
    profile: (claims) => ({ id: String(claims['sub']), claims }) as never,
  };
}

/**
 * What an ID token has to be signed with: which of the provider's algorithms is for this client, only the provider knows
 * (`id_token_signed_response_alg` of its registration). @returns the token's own, if the provider lists it and it is safe
 */
async function algorithmOf(provider: OpenIdProvider, token: string): Promise<string> {
  const named = algorithmNamedIn(token);
  if (!ALGORITHMS.has(named)) return DEFAULT_ALGORITHM;
  const isListedBy = ({ id_token_signing_alg_values_supported: listed = [DEFAULT_ALGORITHM] }: ProviderMetadata) =>
    listed.includes(named);
  // One that was added since is in a newer list.
  const isListed = isListedBy(await provider.discover()) || isListedBy(await provider.discover(REFRESHED_MS));
  return isListed ? named : DEFAULT_ALGORITHM;
}

/** RFC 7515 §4.1.1. @returns an empty text for what is no JWS */
function algorithmNamedIn(token: string): string {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.', 1)[0] ?? '', 'base64url').toString());
    return typeof header === 'object' && header !== null && 'alg' in header ? String(header.alg) : '';
  } catch {
    return '';
  }
}
