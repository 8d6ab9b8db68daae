import { readHealth } from '@/lib/server/web/answers/read-health';
import { uncachedJson } from '@/lib/server/web/answers/uncached';

/**
 * State of each part: 200, or 503 when one has failed. Undelivered messages are reported but do not fail the check: they
 * stay in the outbox, and taking the site offline would not deliver them.
 */
export async function GET(): Promise<Response> {
  const { parts, delivery } = await readHealth();
  const isWell = Object.values(parts).every((state) => state === 'ok');
  return uncachedJson({ status: isWell ? 'ok' : 'failed', ...parts, ...delivery }, isWell ? 200 : 503);
}
