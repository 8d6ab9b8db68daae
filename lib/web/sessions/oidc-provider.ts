import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { ProviderMetadata } from '../../identity-provider/discover-provider';
import type { OpenIdProvider } from '../../identity-provider/open-id-provider';
import { SECOND } from '../../shared/time/duration';

/** The provider's name in addresses. */
export const OIDC = 'oidc';

export type Claims = Readonly<Record<string, unknown>>;

/** Signatures by keys of which the provider keeps the private half; the first that it supports is expected. */
const ALGORITHMS = ['RS256', 'ES256', 'PS256', 'EdDSA', 'ES384', 'RS384', 'RS512'];

/**
 * next-auth's way to sign in with an OpenID provider: authorization code, PKCE, `state` and `nonce`.
 * @param metadata null where it is not asked, or could not be
 * @param maximumAgeMs how long ago a sign-in at the provider may be
 */
export function oidcProvider(
  { config, agent }: OpenIdProvider,
  metadata: ProviderMetadata | null,
  maximumAgeMs: number,
): OAuthConfig<Claims> {
  const { issuer, clientId, clientSecret, name, strongContexts, roles } = config;
  const methods = metadata?.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const signatures = metadata?.id_token_signing_alg_values_supported ?? ['RS256'];
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
      id_token_signed_response_alg: ALGORITHMS.find((algorithm) => signatures.includes(algorithm)) ?? 'RS256',
    },
    authorization: {
      url: metadata?.authorization_endpoint ?? '',
      // `max_age` also makes the provider say when the person signed in (OpenID Connect Core §2, `auth_time`).
      params: { scope: 'openid profile email', max_age: maximumAgeMs / SECOND, ...(acr && { acr_values: acr }) },
    },
    token: { url: metadata?.token_endpoint ?? '' },
    jwks_endpoint: metadata?.jwks_uri ?? '',
    userinfo: {
      url: metadata?.userinfo_endpoint ?? '',
      async request({ tokens, client }) {
        const proved = (tokens as unknown as { claims(): Claims }).claims();
        const asked = metadata?.userinfo_endpoint === undefined ? {} : await client.userinfo(tokens as never);
        // Who, when, how strongly and with which roles is the signed token's to say.
        const signed = ['acr', 'auth_time', 'iat', ...(roles && !roles.fromUserinfo ? [roles.claim] : [])];
        const bySigner = Object.fromEntries(signed.map((claim) => [claim, proved[claim]]));
        return { ...asked, ...proved, ...bySigner };
      },
    },
    httpOptions: { agent, timeout: 3_500 },
    profile: (claims) => ({ id: String(claims['sub']), claims }) as never,
  };
}
