import { z } from 'zod';
import { isOwnPhoneSignIn } from '@/lib/accounts/phone-sign-in/follow-phone-sign-in';
import { services } from '@/lib/server/composition/compose';
import { readJson } from '@/lib/server/web/answers/read-json';
import { uncachedJson, uncachedRefusal } from '@/lib/server/web/answers/uncached';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { phoneSignInCookie } from '@/lib/server/web/sessions/browser-secret-cookie';

const MAXIMUM_BYTES = 512;

const signInSchema = z.strictObject({ id: z.string().max(80) });

/**
 * Tells the app in this browser whether this browser has started the sign-in of a link, which nobody has read yet. Anybody
 * may send a link. Its secrets stay with the app. Without the browser's cookie nothing is looked up.
 */
export async function POST(request: Request): Promise<Response> {
  const signIn = await readJson(request, signInSchema, MAXIMUM_BYTES);
  if (!signIn.ok) return uncachedRefusal(400);
  const { phoneSignIn } = await services();
  const secret = await phoneSignInCookie.read();
  if (!phoneSignIn || secret === null) return uncachedRefusal(404);
  const isYours = await withGatewayFallback(false, () => isOwnPhoneSignIn(phoneSignIn, secret, signIn.value.id));
  return isYours ? uncachedJson({ isYours: true }) : uncachedRefusal(404);
}
