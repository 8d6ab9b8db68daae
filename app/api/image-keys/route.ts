import { services } from '@/lib/server/composition/compose';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';

const MAXIMUM_AGE_SECONDS = (5 * MINUTE) / SECOND;

/** The public keys that verify image signatures. Served as `/.well-known/tessera-image-keys.json`. */
export async function GET(): Promise<Response> {
  const { imageSigner } = await services();
  const headers = { 'cache-control': `public, max-age=${MAXIMUM_AGE_SECONDS}` };
  return Response.json(await imageSigner.publish(), { headers });
}
