import { z } from 'zod';
import { redeemLink } from '@/lib/activation/image/redeem-link';
import { services } from '@/lib/composition/compose';
import { parseActivationId } from '@/lib/shared/identifiers/activation-id';
import { readAtMost } from '@/lib/shared/read-at-most';
import { parseStrictObject } from '@/lib/shared/strict-json';
import { isLinkNonceOf } from '@/lib/web/answers/link-nonce';
import { uncachedJson, uncachedRefusal } from '@/lib/web/answers/uncached';
import { checkRoutePermission } from '@/lib/web/sessions/signed-in';

const MAXIMUM_BYTES = 512;

const ticketSchema = z.strictObject({ activationId: z.string().max(64), nonce: z.string().max(64) });

/**
 * Tells the app in this browser whether a link is this session's own and was not used before, and uses it up. The link's
 * secrets stay with the app.
 */
export async function POST(request: Request): Promise<Response> {
  const signedIn = await checkRoutePermission('activation:view');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const body = await readAtMost(request.body ?? [], MAXIMUM_BYTES);
  const ticket = ticketSchema.safeParse(body && parseStrictObject(body));
  const activationId = ticket.success ? parseActivationId(ticket.data.activationId) : null;
  if (!ticket.success || !activationId) return uncachedRefusal(400);
  const { activation, sessionSecret } = await services();
  const { nonce } = ticket.data;
  const isOfSession = isLinkNonceOf({ sessionSecret, sessionId: signedIn.session.id, activationId }, nonce);
  if (!isOfSession || !(await redeemLink(activation, signedIn, activationId, nonce))) return uncachedRefusal(404);
  return uncachedJson({ isYours: true });
}
