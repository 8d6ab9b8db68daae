import { sendProofCode } from '@/lib/accounts/proofs/send-proof-code';
import { services } from '@/lib/server/composition/compose';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { NO_STORE, uncachedJson, uncachedRefusal } from '@/lib/server/web/answers/uncached';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { checkRoutePermission } from '@/lib/server/web/sessions/signed-in';

/** Mails the signed-in user a code, which their session's next form brings along. */
export async function POST(): Promise<Response> {
  const signedIn = await checkRoutePermission('profile:change');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const { proofs } = await services();
  const origin = await requestOrigin();
  const result = await withGatewayFallback(null, () => sendProofCode(proofs, signedIn, origin));
  if (!result) return uncachedJson({ code: 'gateway-unreachable' }, 503);
  if (!result.ok) return uncachedRefusal(result.refusal === 'too-many-attempts' ? 429 : 404);
  return new Response(null, { status: 204, headers: NO_STORE });
}
