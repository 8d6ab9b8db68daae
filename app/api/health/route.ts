import { deliveryHealth } from '@/lib/messaging/outbox';
import { services } from '@/lib/composition/compose';
import { withTimeout } from '@/lib/shared/async/with-timeout';
import { SECOND } from '@/lib/shared/time/duration';
import { uncachedJson } from '@/lib/web/answers/uncached';

const PATIENCE_MS = 3 * SECOND;

/**
 * State of each part: 200, or 503 when one has failed. The log says why. Undelivered messages are reported but do not
 * fail the check: they stay in the outbox, and taking the site offline would not deliver them.
 */
export async function GET(): Promise<Response> {
  const { checks, messages, logger } = await services();
  const answers = await Promise.all(
    Object.entries(checks).map(async ([part, check]) => {
      try {
        await withTimeout(PATIENCE_MS, check());
        return [part, 'ok'] as const;
      } catch (error) {
        logger.warn({ err: error, part }, 'a health check failed');
        return [part, 'failed'] as const;
      }
    }),
  );
  const isWell = answers.every(([, state]) => state === 'ok');
  const delivery = isWell ? await withTimeout(PATIENCE_MS, deliveryHealth(messages.outbox, messages.clock.now())) : {};
  const body = { status: isWell ? 'ok' : 'failed', ...Object.fromEntries(answers), ...delivery };
  return uncachedJson(body, isWell ? 200 : 503);
}
