import { z } from 'zod';
import { readAtMost } from '../../shared/read-at-most';
import { SECOND } from '../../shared/time/duration';
import { ProviderError } from './provider-error';

/** In bytes, of one answer of a provider. Key sets of large providers have some 20,000. */
export const LONGEST_ANSWER = 256 * 1024;

/** For one answer of a provider, from the connection to its last byte. */
export const TIME_LIMIT_MS = 5 * SECOND;

/** The part of OpenID Connect Discovery §3 that is used. */
const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
  acr_values_supported: z.array(z.string()).optional(),
  claims_supported: z.array(z.string()).optional(),
  code_challenge_methods_supported: z.array(z.string()).optional(),
});

export type ProviderMetadata = z.infer<typeof metadataSchema>;

/**
 * Reads where a provider's services are.
 * @param issuer byte for byte as the provider writes it
 * @throws ProviderError
 */
export async function discoverProvider(issuer: string): Promise<ProviderMetadata> {
  // Discovery §4: one slash at the issuer's end is dropped first.
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const parsed = metadataSchema.safeParse(parse(await fetchText(address)));
  if (!parsed.success) throw new ProviderError('malformed', { cause: parsed.error });
  // Discovery §4.3: the issuer must match, or another server could answer for it.
  if (parsed.data.issuer !== issuer) throw new ProviderError('other-issuer');
  const { protocol } = new URL(issuer);
  const { token_endpoint: token, jwks_uri: keys, userinfo_endpoint: userinfo } = parsed.data;
  const places = [parsed.data.authorization_endpoint, token, keys, ...(userinfo === undefined ? [] : [userinfo])];
  if (places.some((place) => new URL(place).protocol !== protocol)) throw new ProviderError('malformed');
  return parsed.data;
}

async function fetchText(address: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(TIME_LIMIT_MS);
    const response = await fetch(address, { redirect: 'error', signal, headers: { accept: 'application/json' } });
    const body = response.body && (await readAtMost(response.body, LONGEST_ANSWER));
    if (!response.ok || !body) throw new ProviderError('malformed');
    return new TextDecoder().decode(body);
  } catch (error) {
    throw error instanceof ProviderError ? error : new ProviderError('unreachable', { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProviderError('malformed', { cause: error });
  }
}
