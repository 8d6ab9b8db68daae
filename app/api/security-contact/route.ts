import { services } from '@/lib/server/composition/compose';
import { systemClock } from '@/lib/shared/time/clock';
import { DAY, SECOND } from '@/lib/shared/time/duration';
import { uncachedRefusal } from '@/lib/server/web/answers/uncached';

/** RFC 9116 §2.5.5 recommends less than a year: whoever reads an older one knows that nobody looks after it. */
const VALID_MS = 90 * DAY;

/** Whom to tell of a weakness. Served as `/.well-known/security.txt` (RFC 9116), where the operator has named somebody. */
export async function GET(): Promise<Response> {
  const { config } = await services();
  if (config.securityContact.length === 0) return uncachedRefusal(404);
  // To the day, so that an answer that is kept says the same.
  const expires = new Date(Math.floor((systemClock.now().getTime() + VALID_MS) / DAY) * DAY);
  const lines = [
    ...config.securityContact.map((address) => `Contact: ${address}`),
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${config.publicUrl}/.well-known/security.txt`,
  ];
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': `public, max-age=${DAY / SECOND}` };
  return new Response(`${lines.join('\n')}\n`, { headers });
}
