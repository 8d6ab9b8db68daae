import { services } from '@/lib/server/composition/compose';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';

const MAXIMUM_AGE_SECONDS = (5 * MINUTE) / SECOND;

/** The public keys that verify signed results, as a JWK set. Served as `/.well-known/tessera-result-keys.json`. */
export async function GET(): Promise<Response> {
  const { activationLinks } = await services();
  const headers = {
    'cache-control': `public, max-age=${MAXIMUM_AGE_SECONDS}`,
    'content-type': 'application/jwk-set+json',
  };
  return Response.json(await activationLinks.signer.publish(), { headers });
}
