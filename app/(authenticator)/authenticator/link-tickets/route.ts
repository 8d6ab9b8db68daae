import { z } from 'zod';
import { redeemLink } from '@/lib/activation/image/redeem-link';
import { services } from '@/lib/server/composition/compose';
import { parseActivationId } from '@/lib/shared/identifiers/activation-id';
import { isLinkNonceOf } from '@/lib/server/web/answers/link-nonce';
import { readJson } from '@/lib/server/web/answers/read-json';
import { uncachedJson, uncachedRefusal } from '@/lib/server/web/answers/uncached';
import { checkRoutePermission } from '@/lib/server/web/sessions/signed-in';

const MAXIMUM_BYTES = 512;

const ticketSchema = z.strictObject({ activationId: z.string().max(64), nonce: z.string().max(64) });

/**
 * Tells the app in this browser whether a link is this session's own and was not used before, and uses it up. The link's
 * secrets stay with the app.
 */
export async function POST(request: Request): Promise<Response> {
  const signedIn = await checkRoutePermission('activation:view');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const ticket = await readJson(request, ticketSchema, MAXIMUM_BYTES);
  const activationId = ticket.ok ? parseActivationId(ticket.value.activationId) : null;
  if (!ticket.ok || !activationId) return uncachedRefusal(400);
  const { activation, sessionSecret } = await services();
  const { nonce } = ticket.value;
  const isOfSession = isLinkNonceOf({ sessionSecret, sessionId: signedIn.session.id, activationId }, nonce);
  if (!isOfSession || !(await redeemLink(activation, signedIn, activationId, nonce))) return uncachedRefusal(404);
  return uncachedJson({ isYours: true });
}
