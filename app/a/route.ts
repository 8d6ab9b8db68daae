import { generateBrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { NO_STORE } from '@/lib/server/web/answers/uncached';
import { openedCookie } from '@/lib/server/web/sessions/browser-secret-cookie';

/**
 * The link in an image, which leads on to the app; browsers keep its fragment, and send it to nobody. Whether a page has led
 * here, or something outside of the browser such as a camera, is known here alone: the app's own page may come from its
 * worker.
 */
export async function GET(request: Request): Promise<Response> {
  if (request.headers.get('sec-fetch-site') === 'none') await openedCookie.write(generateBrowserSecret(systemRandom));
  else await openedCookie.clear();
  return new Response(null, { status: 307, headers: { ...NO_STORE, location: '/authenticator' } });
}
