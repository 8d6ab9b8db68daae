import { cookies } from 'next/headers';
import { services } from '@/lib/server/composition/compose';
import { LANGUAGE_COOKIE } from '@/lib/shared/language/request-language';
import { isLanguage } from '@/lib/shared/language';
import { DAY, SECOND } from '@/lib/shared/time/duration';
import { localPath } from '@/lib/server/web/local-path';
import { NO_STORE, uncachedRefusal } from '@/lib/server/web/answers/uncached';

const KEPT_MS = 365 * DAY;

/** Keeps the language that the reader chose in this browser, and sends them back to the page they were on. */
export async function POST(request: Request): Promise<Response> {
  const language = (await request.formData()).get('language');
  if (typeof language !== 'string' || !isLanguage(language)) return uncachedRefusal(400);
  const { config } = await services();
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: config.isHttps } as const;
  (await cookies()).set(LANGUAGE_COOKIE, language, { ...options, maxAge: KEPT_MS / SECOND });
  const location = pathOf(request.headers.get('referer'));
  return new Response(null, { status: 303, headers: { ...NO_STORE, location } });
}

/** The site's own pages tell theirs to the site alone (`Referrer-Policy: same-origin`). */
function pathOf(referrer: string | null): string {
  if (referrer === null || !URL.canParse(referrer)) return '/';
  const { pathname, search } = new URL(referrer);
  return localPath(pathname + search);
}
